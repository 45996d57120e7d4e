import Foundation

/// Standard output and standard error: files that may not take what is written, as on a full disk.
public enum StandardStream: Sendable {
  case output, error

  public func write(_ text: String) throws(CommandFailure) {
    let bytes = Array(text.utf8)
    switch self {
    case .output: try FileSystem.write(bytes, to: STDOUT_FILENO, named: "standard output")
    case .error: try FileSystem.write(bytes, to: STDERR_FILENO, named: "standard error")
    }
  }

  /// Takes the places of standard streams that the program was started without: the first files that it
  /// opens would get their numbers, and what is printed.
  public static func occupyClosed() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) == -1 {
      // Opened the wrong way round, so that to use it fails as if it were closed.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
