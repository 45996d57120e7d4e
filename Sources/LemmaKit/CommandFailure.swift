import Foundation

/// What stops a command: the content, the way it was called, or the machine.
public enum CommandFailure: Error, Hashable, Sendable {
  /// The command was used wrongly: exit status 2.
  case usage(String)
  /// The machine is at fault (no such file, disk full, no permission): exit status 3.
  case machine(String)

  public var message: String {
    switch self {
    case .usage(let text), .machine(let text): text
    }
  }

  static func system(_ action: String, _ path: String, _ code: Int32) -> Self {
    .machine("cannot \(action) \(path): \(String(cString: strerror(code)))")
  }
}
