import Foundation
import Subprocess
import Synchronization

/// A child process from its start until it is reaped, for threads that may block.
///
/// It stays a zombie until `reap()`, so that its identifier names no other process meanwhile.
struct ChildProcess: Sendable {
  let identifier: pid_t
  private let work: ChildWork

  /// Starts a command in a session of its own.
  init(
    _ command: ProgramCommand, in folder: String, streams: borrowing ProgramStreams
  ) throws(CommandFailure) {
    let variables = command.environment.map { (Environment.Key(stringLiteral: $0.key), $0.value) }
    var options = PlatformOptions()
    options.createSession = true
    let work = ChildWork(
      configuration: Configuration(
        executable: .path(.init(command.executable)), arguments: Arguments(command.arguments),
        environment: .custom(Dictionary(uniqueKeysWithValues: variables)),
        workingDirectory: .init(folder), platformOptions: options),
      input: streams.input.descriptor, output: streams.output.descriptor,
      errors: streams.errors.descriptor)
    DedicatedThread.start { await work.run() }
    identifier = try work.waitForStart()
    self.work = work
  }

  /// Whether it has ended; it is not reaped by being asked.
  var hasEnded: Bool {
    var status = siginfo_t()
    let result = waitid(P_PID, id_t(identifier), &status, WEXITED | WNOHANG | WNOWAIT)
    return result == 0 ? status.si_signo == SIGCHLD : errno != EINTR
  }

  /// Waits for its end and reaps it.
  func reap() throws(CommandFailure) -> ProgramResult.Ending { try work.waitForEnd() }
}

/// One call of Subprocess: a class, since the thread that it works on and the one that waits share it.
private final class ChildWork: Sendable {
  private let configuration: Configuration
  private let input: Int32
  private let output: Int32
  private let errors: Int32

  private let started = DispatchSemaphore(value: 0)
  private let finished = DispatchSemaphore(value: 0)
  private let identifier: Mutex<Result<pid_t, CommandFailure>>
  private let ending: Mutex<Result<ProgramResult.Ending, CommandFailure>>
  /// Has no elements, and ends when the process may be reaped.
  private let supervision = AsyncStream.makeStream(of: Never.self)

  init(configuration: Configuration, input: Int32, output: Int32, errors: Int32) {
    self.configuration = configuration
    self.input = input
    self.output = output
    self.errors = errors
    let unknown = CommandFailure.machine("cannot run \(configuration.executable)")
    identifier = Mutex(.failure(unknown))
    ending = Mutex(.failure(unknown))
  }

  func run() async {
    let ending: Result<ProgramResult.Ending, CommandFailure>
    do {
      let result = try await Subprocess.run(
        configuration,
        input: .fileDescriptor(.init(rawValue: input), closeAfterSpawningProcess: false),
        output: .fileDescriptor(.init(rawValue: output), closeAfterSpawningProcess: false),
        error: .fileDescriptor(.init(rawValue: errors), closeAfterSpawningProcess: false)
      ) { execution in
        identifier.withLock { $0 = .success(execution.processIdentifier.value) }
        started.signal()
        for await _ in supervision.stream {}
      }
      switch result.terminationStatus {
      case .exited(let status): ending = .success(.exited(Int(status)))
      case .signaled(let signal): ending = .success(.signalled(Int(signal)))
      }
    } catch {
      let failure = CommandFailure.machine("cannot run \(configuration.executable): \(error)")
      identifier.withLock { if case .failure = $0 { $0 = .failure(failure) } }
      ending = .failure(failure)
    }
    self.ending.withLock { $0 = ending }
    started.signal()
    finished.signal()
  }

  func waitForStart() throws(CommandFailure) -> pid_t {
    started.wait()
    return try identifier.withLock { $0 }.get()
  }

  func waitForEnd() throws(CommandFailure) -> ProgramResult.Ending {
    supervision.continuation.finish()
    finished.wait()
    return try ending.withLock { $0 }.get()
  }
}
