import Foundation
import Synchronization

/// Lets something be done before SIGINT, SIGTERM or SIGHUP ends Lemma: programs in sessions of their own do
/// not get what the terminal sends.
///
/// A class for its end: the action is then no longer done. There may be any number of them.
final class Interruption: Sendable {
  private let key: Int

  /// `action` is called on a thread of its own. A signal that Lemma was started to ignore stays ignored.
  init(_ action: @escaping @Sendable () -> Void) { key = EndingSignals.shared.add(action) }

  /// Waits for what a signal has begun, which ends the process; returns at once where there was none.
  func finish() { EndingSignals.shared.finish() }

  deinit { EndingSignals.shared.remove(key) }
}

/// The signals that end Lemma, and what is done before.
///
/// Of what a handler may do, writing into a pipe is enough; a thread reads it. Dispatch's sources are no
/// way on Linux: they leave the signals blocked in some threads, and at times lose one.
private final class EndingSignals: Sendable {
  static let shared = EndingSignals()

  private struct State {
    var actions: [Int: @Sendable () -> Void] = [:]
    var nextKey = 0
    var isEnding = false
  }

  private let pipe: Pipe
  private let reading: Int32
  /// Not asked of the pipe by a handler, who may not wait for locks.
  private let writing: Int32
  private let state = Mutex(State())

  private init() {
    pipe = Pipe()
    reading = pipe.fileHandleForReading.fileDescriptor
    writing = pipe.fileHandleForWriting.fileDescriptor
    for end in [reading, writing] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    Thread { [self] in endAtSignal() }.start()
  }

  func add(_ action: @escaping @Sendable () -> Void) -> Int {
    state.withLock { state in
      if state.nextKey == 0 { listen() }
      state.nextKey += 1
      state.actions[state.nextKey] = action
      return state.nextKey
    }
  }

  func remove(_ key: Int) {
    state.withLock { _ = $0.actions.removeValue(forKey: key) }
  }

  func finish() {
    while state.withLock({ $0.isEnding }) { pause() }
  }

  private func listen() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      let before = signal(number) { number in
        let code = errno
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(EndingSignals.shared.writing, &byte, 1)
        errno = code
      }
      if Self.address(before) == Self.address(SIG_IGN) { signal(number, SIG_IGN) }
    }
  }

  private func endAtSignal() {
    var byte: UInt8 = 0
    while read(reading, &byte, 1) != 1 {}
    let number = Int32(byte)
    let actions = state.withLock { state in
      state.isEnding = true
      return state.actions.values
    }
    for action in actions { action() }
    signal(number, SIG_DFL)
    var numbers = sigset_t()
    sigemptyset(&numbers)
    sigaddset(&numbers, number)
    pthread_sigmask(SIG_UNBLOCK, &numbers, nil)
    raise(number)
  }

  /// Handlers are functions, which Swift does not compare.
  private static func address(_ handler: (@convention(c) (Int32) -> Void)?) -> Int {
    unsafeBitCast(handler, to: Int.self)
  }
}
