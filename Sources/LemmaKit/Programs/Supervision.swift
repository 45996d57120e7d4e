import Foundation

/// Watches a program until it ends or reaches a limit, and leaves none of its processes behind.
///
/// The kernel holds each single process to some of the limits (`ProgramCommand`). What all of them use
/// together, their output and their folder are measured every few milliseconds.
struct Supervision {
  private let child: ChildProcess
  private let folder: WorkFolder
  private let limits: ProgramLimits
  private let start = SuspendingClock.now
  private var processes: ProcessTable
  private var processPace = Pace(every: .milliseconds(4))
  private var folderPace = Pace(every: .milliseconds(30))

  init(
    of child: ChildProcess, _ processes: ProcessTable, in folder: WorkFolder, limits: ProgramLimits
  ) {
    self.child = child
    self.folder = folder
    self.limits = limits
    self.processes = processes
    self.processes.begin(with: child.identifier)
  }

  /// Returns the limit at which the program was stopped; nil where it ended by itself, or was ended since
  /// `isCancelled` became true. Blocks.
  mutating func untilEnd(
    streams: borrowing ProgramStreams, isCancelled: () -> Bool
  ) -> ProgramLimit? {
    defer { processes.endAll() }
    while child.ending == nil, !isCancelled() {
      if let limit = reachedLimit(streams: streams) { return limit }
      usleep(2000)
    }
    return isCancelled() ? nil : streams.limit(limits) ?? folderLimit()
  }

  private mutating func reachedLimit(streams: borrowing ProgramStreams) -> ProgramLimit? {
    if SuspendingClock.now - start >= .seconds(limits.wallTime) {
      return .wallTime(seconds: limits.wallTime)
    }
    if let limit = streams.limit(limits) { return limit }
    if processPace.isDue {
      defer { processPace.restart() }
      if let limit = usageLimit() { return limit }
    }
    if folderPace.isDue {
      defer { folderPace.restart() }
      if let limit = folderLimit() { return limit }
    }
    return nil
  }

  private mutating func usageLimit() -> ProgramLimit? {
    let usage = processes.usage(upTo: limits.processes)
    if usage.processes > limits.processes { return .processes(limits.processes) }
    if usage.memory > limits.memory { return .memory(bytes: limits.memory) }
    if usage.cpuTime >= Double(limits.cpuTime) { return .cpuTime(seconds: limits.cpuTime) }
    return nil
  }

  private mutating func folderLimit() -> ProgramLimit? {
    let usage = FolderUsage(of: folder.root)
    // The kernel lets a file grow to the limit, and no further.
    if usage.longestFile >= limits.fileSize { return .fileSize(bytes: limits.fileSize) }
    let total = usage.total + processes.namelessFileSize()
    if total > limits.diskSpace { return .diskSpace(bytes: limits.diskSpace) }
    return nil
  }
}

/// How often something is measured: a long measurement less often, so that it takes at most a third of the
/// time of one processor.
private struct Pace {
  private let interval: Duration
  private var began = SuspendingClock.now
  private var next = SuspendingClock.now

  init(every interval: Duration) {
    self.interval = interval
  }

  /// Notes the moment where it is.
  var isDue: Bool {
    mutating get {
      began = SuspendingClock.now
      return began >= next
    }
  }

  mutating func restart() {
    let now = SuspendingClock.now
    let pause = max(interval, (now - began) * 2)
    next = now.advanced(by: pause)
  }
}
