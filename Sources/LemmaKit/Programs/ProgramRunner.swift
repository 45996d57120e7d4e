import Foundation
import Synchronization

/// Runs programs: each in a session of its own, with a scrubbed environment, under limits, and in a
/// sandbox where there is one. No process is left behind. Any number of threads may use it at once.
///
/// A class since it counts what it started, and can be cancelled by another thread.
final class ProgramRunner: Sendable {
  let sandbox: Sandbox
  private let started = Atomic(0)
  private let running = Atomic(0)
  private let cancelled = Atomic(false)
  private let interruption = Mutex<Interruption?>(nil)

  /// An interruptible one ends its programs where a signal ends Lemma; there is one in a process.
  init(sandbox: Sandbox, isInterruptible: Bool = false) {
    self.sandbox = sandbox
    guard isInterruptible else { return }
    interruption.withLock { $0 = Interruption { [weak self] in self?.cancel() } }
  }

  /// How many programs were started so far: none in a build in which nothing is stale.
  var startedPrograms: Int { started.load(ordering: .relaxed) }

  /// Runs a program until all its processes have ended. Blocks, so not for asynchronous code.
  ///
  /// A process that the program leaves behind is ended with it, and is no failure. Throws where the
  /// program cannot be started, or after `cancel()`.
  func run(_ program: Program) throws(CommandFailure) -> ProgramResult {
    guard access(program.executable, X_OK) == 0 else {
      throw .system("run", program.executable, errno)
    }
    // A signal that ended the program is about to end Lemma: its caller has nothing to report any more.
    defer { if isCancelled { interruption.withLock { $0?.finish() } } }
    running.add(1, ordering: .sequentiallyConsistent)
    defer { running.subtract(1, ordering: .sequentiallyConsistent) }
    let processes = ProcessTable()
    let command = ProgramCommand(program, in: sandbox, mark: processes.mark)
    let streams = try ProgramStreams(input: program.input)
    let child = try ChildProcess(command, in: program.folder.path, streams: streams)
    started.add(1, ordering: .relaxed)
    var supervision = Supervision(
      of: child, processes, in: program.folder, limits: program.limits)
    let limit = supervision.untilEnd(streams: streams) { isCancelled }
    let ending = try child.reap()
    if isCancelled {
      // Its owner may not live to do it.
      program.folder.remove()
      throw .machine("\(program.executable) was interrupted")
    }
    return ProgramResult(
      output: try streams.output.contents(upTo: program.limits.output),
      errors: try streams.errors.contents(upTo: program.limits.output),
      ending: limit.map { .stopped($0) } ?? named(ending, program.limits))
  }

  /// Ends what runs, now and later, and waits until it has ended.
  func cancel() {
    cancelled.store(true, ordering: .sequentiallyConsistent)
    while running.load(ordering: .sequentiallyConsistent) > 0 { usleep(1000) }
  }

  private var isCancelled: Bool { cancelled.load(ordering: .sequentiallyConsistent) }

  /// An ending in terms of the limits, where the kernel ended the program at one.
  private func named(
    _ ending: ProgramResult.Ending, _ limits: ProgramLimits
  ) -> ProgramResult.Ending {
    switch sandbox.ending(of: ending) {
    case .signalled(Int(SIGXCPU)): .stopped(.cpuTime(seconds: limits.cpuTime))
    case .signalled(Int(SIGXFSZ)): .stopped(.fileSize(bytes: limits.fileSize))
    case let other: other
    }
  }
}
