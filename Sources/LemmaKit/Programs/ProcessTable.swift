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
    /// Those too that have ended and are not yet reaped: the system counts them, and so it finds a
    /// program whose processes end before they can be read.
    var processes = 0
    /// Bytes.
    var memory = 0
    /// Seconds.
    var cpuTime = 0.0
  }

  /// The value of the limit, above any that a system sets.
  let mark = 1 << 40 + Int.random(in: 0..<1 << 40)
  /// The process that was started, at the head of its session; nil until then.
  private var leader: pid_t?
  /// Processes that are known not to belong to the program, so that they are not read again and again.
  private var strangers: Set<pid_t> = []

  /// Before the program starts: it may start processes faster than all of the system's can be read.
  init() {
    forEachMember { _ in true }
  }

  mutating func begin(with leader: pid_t) {
    self.leader = leader
  }

  /// Does not go on once there are more than so many processes, which may become more meanwhile.
  mutating func usage(upTo limit: Int) -> Usage {
    var usage = Usage()
    forEachMember { process in
      usage.processes += 1
      usage.memory += process.memory
      usage.cpuTime += process.cpuTime
      return usage.processes <= limit
    }
    return usage
  }

  /// Bytes of the files that the processes hold open and that have no name any more, or never had one.
  mutating func namelessFileSize() -> Int {
    var sizes: [FileIdentity: Int] = [:]
    forEachMember { process in
      let folder = "/proc/\(process.identifier)/fd"
      FileSystem.forEachName(in: folder) { name in
        var status = stat()
        guard stat(folder + "/" + name, &status) == 0, status.st_nlink == 0,
          status.st_mode & S_IFMT == S_IFREG
        else { return true }
        sizes[FileIdentity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))] =
          Int(status.st_blocks) * 512
        return true
      }
      return true
    }
    return sizes.values.reduce(0, +)
  }

  /// Ends them all, whatever signals they ignore, the leader's zombie aside.
  ///
  /// Returns when none is left, or after some ten seconds: a process that waits for a broken disk cannot
  /// be ended by anyone.
  mutating func endAll() {
    let leader = leader
    if let leader { kill(-leader, SIGKILL) }
    var quietPasses = 0
    for _ in 0..<10_000 {
      // A stranger's identifier may have been given to another process meanwhile.
      strangers = []
      var living = 0
      let isComplete = forEachMember { process in
        living += process.isZombie ? 0 : 1
        if process.identifier != leader { process.end() }
        return true
      }
      // One that went while the processes were listed may have left another, which the list lacks.
      quietPasses = living == 0 && isComplete ? quietPasses + 1 : 0
      if quietPasses == 2 { return }
      usleep(1000)
    }
  }

  /// Calls `body` with each of the processes until it returns false.
  ///
  /// Returns whether every process that was listed was still there when it was looked at.
  @discardableResult
  private mutating func forEachMember(_ body: (ProcessStatus) -> Bool) -> Bool {
    var isComplete = true
    #if os(Linux)
      FileSystem.forEachName(in: "/proc") { name in
        guard let identifier = pid_t(name), !strangers.contains(identifier) else { return true }
        guard let status = ProcessStatus(of: identifier) else {
          isComplete = false
          return true
        }
        if status.session == leader || ProcessStatus.lockLimit(of: identifier) == mark {
          return body(status)
        }
        strangers.insert(identifier)
        return true
      }
    #endif
    return isComplete
  }
}

/// What makes two open files one.
private struct FileIdentity: Hashable {
  let device: UInt64
  let number: UInt64
}
