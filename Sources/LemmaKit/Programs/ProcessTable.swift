import Foundation

/// The living processes of one program: the one that was started, and all that these started in turn.
///
/// They are found by what a process hands down: its session, and a limit on file locks of a value that
/// no other program has. That limit survives a second fork, a session of its own and an empty
/// environment, and Linux has kept it without use since 2.4 (`getrlimit(2)`, `RLIMIT_LOCKS`).
/// Elsewhere than on Linux only the process group is known.
struct ProcessTable {
  /// What the processes use together.
  struct Usage {
    var processes = 0
    /// Bytes.
    var memory = 0
    /// Seconds.
    var cpuTime = 0.0
  }

  /// A value for the limit that marks a program's processes, above any that a system sets.
  static func newMark() -> Int { 1 << 40 + Int.random(in: 0..<1 << 40) }

  private let leader: pid_t
  private let mark: Int
  /// Processes that are known not to belong to the program, so that they are not read again.
  private var strangers: Set<pid_t> = []

  /// `leader` is the process that was started, at the head of its session.
  init(leader: pid_t, mark: Int) {
    self.leader = leader
    self.mark = mark
  }

  mutating func usage() -> Usage {
    var usage = Usage()
    for process in members() {
      usage.processes += process.isZombie ? 0 : 1
      usage.memory += process.memory
      usage.cpuTime += process.cpuTime
    }
    return usage
  }

  /// Bytes of the files that the processes hold open and that have no name any more, or never had one.
  mutating func namelessFileSize() -> Int {
    var sizes: [FileIdentity: Int] = [:]
    for process in members() {
      let folder = "/proc/\(process.identifier)/fd"
      FileSystem.forEachName(in: folder) { name in
        var status = stat()
        guard stat(folder + "/" + name, &status) == 0, status.st_nlink == 0,
          status.st_mode & S_IFMT == S_IFREG
        else { return }
        sizes[FileIdentity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))] =
          Int(status.st_blocks) * 512
      }
    }
    return sizes.values.reduce(0, +)
  }

  /// Ends them all, whatever signals they ignore, the leader's zombie aside.
  ///
  /// Returns when none is left, or after some ten seconds: a process that waits for a broken disk cannot
  /// be ended by anyone.
  mutating func endAll() {
    kill(-leader, SIGKILL)
    for _ in 0..<10_000 {
      // A stranger's identifier may have been given to another process meanwhile.
      strangers = []
      let others = members().filter { !($0.isZombie && $0.identifier == leader) }
      for process in others { end(process) }
      if others.allSatisfy(\.isZombie) { return }
      usleep(1000)
    }
  }

  private func end(_ process: ProcessStatus) {
    if process.isZombie {
      // An orphan's parent is the first process of the system, or of the container: perhaps this one.
      if process.parent == getpid() { waitpid(process.identifier, nil, WNOHANG) }
      return
    }
    // The group as a whole, since none of it can fork meanwhile; the session shows that it is not ours.
    if process.session != getsid(0) { kill(-process.group, SIGKILL) }
    kill(process.identifier, SIGKILL)
  }

  private mutating func members() -> [ProcessStatus] {
    #if os(Linux)
      let present = ProcessStatus.identifiers()
      strangers.formIntersection(present)
      var members: [ProcessStatus] = []
      for identifier in present where !strangers.contains(identifier) {
        guard let status = ProcessStatus(of: identifier) else { continue }
        if status.session == leader || ProcessStatus.lockLimit(of: identifier) == mark {
          members.append(status)
        } else {
          strangers.insert(identifier)
        }
      }
      return members
    #else
      return []
    #endif
  }
}

/// What makes two open files one.
private struct FileIdentity: Hashable {
  let device: UInt64
  let number: UInt64
}
