import Foundation

/// A process as `/proc/PID/stat` shows it (`proc(5)`).
struct ProcessStatus {
  let identifier: pid_t
  let parent: pid_t
  let group: pid_t
  let session: pid_t
  /// Ended, and not yet reaped by its parent.
  let isZombie: Bool
  /// Bytes that are in memory now.
  let memory: Int
  /// Seconds, with those of the children that it waited for.
  let cpuTime: Double

  /// Nil where it ended meanwhile.
  init?(of identifier: pid_t) {
    guard let bytes = Self.bytes(of: "/proc/\(identifier)/stat"),
      // The second field is the program's name in brackets, which may hold any character.
      let bracket = bytes.lastIndex(of: UInt8(ascii: ")")), bracket + 2 < bytes.count
    else { return nil }
    let state = bytes[bracket + 2]
    let numbers = Self.numbers(in: bytes[(bracket + 3)...])
    // The first of them is field 4.
    guard numbers.count > 24 - 4 else { return nil }
    func field(_ number: Int) -> Int { numbers[number - 4] }
    self.identifier = identifier
    isZombie = state == UInt8(ascii: "Z") || state == UInt8(ascii: "X")
    parent = pid_t(field(4))
    group = pid_t(field(5))
    session = pid_t(field(6))
    cpuTime = Double((14...17).reduce(0) { $0 + field($1) }) / Double(sysconf(Int32(_SC_CLK_TCK)))
    memory = field(24) * Int(getpagesize())
  }

  /// Kills it, and the group that it is in.
  func end() {
    if isZombie {
      // An orphan's parent is the first process of the system, or of the container: perhaps this one.
      if parent == getpid() { waitpid(identifier, nil, WNOHANG) }
      return
    }
    // The group as a whole, since none of it can fork meanwhile; the session shows that it is not ours.
    if session != getsid(0) { kill(-group, SIGKILL) }
    kill(identifier, SIGKILL)
  }

  /// The limit on file locks that a process inherited; nil where it is unlimited or cannot be read.
  static func lockLimit(of identifier: pid_t) -> Int? {
    guard let bytes = bytes(of: "/proc/\(identifier)/limits") else { return nil }
    let title = "Max file locks"
    return bytes.withUnsafeBytes { text in
      guard let start = text.baseAddress?.assumingMemoryBound(to: CChar.self),
        let line = strstr(start, title)
      else { return nil }
      // Zero where the line goes on with `unlimited`.
      let limit = strtol(line + title.utf8.count, nil, 10)
      return limit > 0 ? limit : nil
    }
  }

  /// Without their signs. By bytes, to be quick: a program may start processes faster than they are
  /// read.
  private static func numbers(in bytes: ArraySlice<UInt8>) -> [Int] {
    var numbers: [Int] = []
    var number: Int?
    for byte in bytes {
      if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        number = (number ?? 0) &* 10 &+ Int(byte - UInt8(ascii: "0"))
      } else if let complete = number {
        numbers.append(complete)
        number = nil
      }
    }
    return numbers
  }

  /// What the kernel says there fits into a page. A zero ends it.
  private static func bytes(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &bytes, bytes.count - 1)
    return count > 0 ? Array(bytes[...count]) : nil
  }
}
