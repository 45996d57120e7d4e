import Foundation
import Subprocess
import Synchronization

/// A child process from its start until it is reaped, for threads that may block.
///
/// It stays a zombie until `reap()`, so that its identifier names no other process meanwhile.
struct ChildProcess: Sendable {
  let identifier: pid_t
  private let call: SubprocessCall

  /// Starts a command in a session of its own.
  init(
    _ command: ProgramCommand, in folder: String, streams: borrowing ProgramStreams
  ) throws(CommandFailure) {
    let variables = command.environment.map { (Environment.Key(stringLiteral: $0.key), $0.value) }
    var options = PlatformOptions()
    options.createSession = true
    let call = SubprocessCall(
      configuration: Configuration(
        executable: .path(.init(command.executable)), arguments: Arguments(command.arguments),
        environment: .custom(Dictionary(uniqueKeysWithValues: variables)),
        workingDirectory: .init(folder), platformOptions: options),
      input: streams.input.descriptor, output: streams.output.descriptor,
      errors: streams.errors.descriptor)
    DedicatedThread.start { await call.run() }
    identifier = try call.waitForStart()
    self.call = call
  }

  /// How it ended; nil while it runs, and once it is reaped. It is not reaped by being asked.
  var ending: ProgramResult.Ending? { ending(WNOHANG) }

  /// Waits until it has ended, and reaps it.
  func reap() throws(CommandFailure) -> ProgramResult.Ending {
    guard let ending = ending(0) else { throw .system("wait for", "a program", errno) }
    call.release()
    while self.ending != nil { usleep(500) }
    return ending
  }

  private func ending(_ option: Int32) -> ProgramResult.Ending? {
    var state = siginfo_t()
    while waitid(P_PID, id_t(identifier), &state, WEXITED | WNOWAIT | option) != 0 {
      guard errno == EINTR else { return nil }
    }
    guard state.si_signo == SIGCHLD else { return nil }
    #if os(Linux)
      let status = Int(state._sifields._sigchld.si_status)
    #else
      let status = Int(state.si_status)
    #endif
    return state.si_code == CLD_EXITED ? .exited(status) : .signalled(status)
  }
}

/// One call of Subprocess: a class, since the thread that it works on and the one that waits share it.
///
/// Nobody waits for the call to return: after it has reaped the process, Subprocess 1.0.2 goes on in Swift's
/// own pool, and whoever waited might be what blocks that.
private final class SubprocessCall: Sendable {
  private let configuration: Configuration
  private let input: Int32
  private let output: Int32
  private let errors: Int32
  private let start = DispatchSemaphore(value: 0)
  private let identifier: Mutex<Result<pid_t, CommandFailure>>
  /// Has no elements, and ends when the process may be reaped.
  private let supervision = AsyncStream.makeStream(of: Never.self)

  init(configuration: Configuration, input: Int32, output: Int32, errors: Int32) {
    self.configuration = configuration
    self.input = input
    self.output = output
    self.errors = errors
    identifier = Mutex(.failure(.machine("cannot run \(configuration.executable)")))
  }

  func run() async {
    do {
      _ = try await Subprocess.run(
        configuration,
        input: .fileDescriptor(.init(rawValue: input), closeAfterSpawningProcess: false),
        output: .fileDescriptor(.init(rawValue: output), closeAfterSpawningProcess: false),
        error: .fileDescriptor(.init(rawValue: errors), closeAfterSpawningProcess: false)
      ) { execution in
        identifier.withLock { $0 = .success(execution.processIdentifier.value) }
        start.signal()
        for await _ in supervision.stream {}
      }
    } catch {
      // Of the start: how the process ends is asked of the system.
      let failure = CommandFailure.machine("cannot run \(configuration.executable): \(error)")
      identifier.withLock { if case .failure = $0 { $0 = .failure(failure) } }
      start.signal()
    }
  }

  func waitForStart() throws(CommandFailure) -> pid_t {
    start.wait()
    return try identifier.withLock { $0 }.get()
  }

  func release() { supervision.continuation.finish() }
}
