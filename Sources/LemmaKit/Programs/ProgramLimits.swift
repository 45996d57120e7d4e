/// What a program, with all the processes that it starts, may use before it is stopped.
///
/// The defaults leave room for a compiler, or for NumPy and Matplotlib, on a slow machine. Elsewhere than
/// on Linux memory and the number of processes are not limited, and processor time is that of each.
struct ProgramLimits: Sendable, Hashable {
  /// Seconds from start to end.
  var wallTime = 60
  /// Seconds of processor time of all processes together.
  var cpuTime = 120
  /// Bytes of memory that are in use at once, of all processes together.
  var memory = 2 << 30
  /// Processes that live at once.
  var processes = 64
  /// Bytes of one file.
  var fileSize = 64 << 20
  /// Bytes of all files in the work folder together; a file takes at least a block of 4 KiB.
  var diskSpace = 256 << 20
  /// Bytes of standard output, and as many of standard error.
  var output = 1 << 20
}

/// The limit that a program reached.
enum ProgramLimit: Sendable, Hashable, CustomStringConvertible {
  case wallTime(seconds: Int)
  case cpuTime(seconds: Int)
  case memory(bytes: Int)
  case processes(Int)
  case fileSize(bytes: Int)
  case diskSpace(bytes: Int)
  case output(bytes: Int)

  /// In words for a diagnostic: `10 seconds of wall time`.
  var description: String {
    switch self {
    case .wallTime(let seconds): "\(Self.seconds(seconds)) of wall time"
    case .cpuTime(let seconds): "\(Self.seconds(seconds)) of processor time"
    case .memory(let bytes): "\(Self.size(bytes)) of memory"
    case .processes(let count): count == 1 ? "1 process" : "\(count) processes"
    case .fileSize(let bytes): "\(Self.size(bytes)) in one file"
    case .diskSpace(let bytes): "\(Self.size(bytes)) of disk space"
    case .output(let bytes): "\(Self.size(bytes)) of output"
    }
  }

  private static func seconds(_ count: Int) -> String {
    count == 1 ? "1 second" : "\(count) seconds"
  }

  /// In the largest binary unit that needs no fraction.
  private static func size(_ bytes: Int) -> String {
    let units = [("GiB", 30), ("MiB", 20), ("KiB", 10)]
    for (unit, shift) in units where bytes >= 1 << shift && bytes % (1 << shift) == 0 {
      return "\(bytes >> shift) \(unit)"
    }
    return bytes == 1 ? "1 byte" : "\(bytes) bytes"
  }
}
