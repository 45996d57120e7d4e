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
      let bracket = bytes.lastIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let fields = String(decoding: bytes[(bracket + 1)...], as: UTF8.self).split(separator: " ")
    // The first of these is field 3.
    func field(_ number: Int) -> Int { Int(fields[number - 3]) ?? 0 }
    guard fields.count > 24 - 3 else { return nil }
    self.identifier = identifier
    isZombie = fields[0] == "Z" || fields[0] == "X"
    parent = pid_t(field(4))
    group = pid_t(field(5))
    session = pid_t(field(6))
    cpuTime = Double((14...17).reduce(0) { $0 + field($1) }) / Double(sysconf(Int32(_SC_CLK_TCK)))
    memory = field(24) * Int(getpagesize())
  }

  /// Those of all processes of the system, as far as they can be seen.
  static func identifiers() -> [pid_t] {
    var identifiers: [pid_t] = []
    FileSystem.forEachName(in: "/proc") { name in
      if let identifier = pid_t(name) { identifiers.append(identifier) }
    }
    return identifiers
  }

  /// The limit on file locks that a process inherited; nil where it is unlimited or cannot be read.
  static func lockLimit(of identifier: pid_t) -> Int? {
    guard let bytes = bytes(of: "/proc/\(identifier)/limits") else { return nil }
    let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .first { $0.hasPrefix("Max file locks") }
    return line?.split(separator: " ").dropFirst(3).first.flatMap { Int($0) }
  }

  private static func bytes(of path: String) -> [UInt8]? {
    try? FileSystem.read(path)
  }
}
