import Foundation

/// Lets something be done before SIGINT, SIGTERM or SIGHUP ends Lemma: programs in sessions of their own do
/// not get what the terminal sends.
///
/// A class for its end: the signals then do again what they do by default.
final class Interruption {
  private let sources: [any DispatchSourceSignal]
  private let queue = DispatchQueue(label: "interruption")

  /// `action` is called on a thread of its own. A signal that Lemma was started to ignore stays ignored.
  init(_ action: @escaping @Sendable () -> Void) {
    sources = [SIGINT, SIGTERM, SIGHUP].compactMap { [queue] number in
      let wasIgnored = Self.address(signal(number, SIG_IGN)) == Self.address(SIG_IGN)
      guard !wasIgnored else { return nil }
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        action()
        signal(number, SIG_DFL)
        kill(getpid(), number)
      }
      source.setCancelHandler { signal(number, SIG_DFL) }
      source.activate()
      return source
    }
  }

  /// Waits for what a signal has begun, which ends the process; returns at once where there was none.
  func finish() { queue.sync {} }

  deinit { for source in sources { source.cancel() } }

  /// Handlers are functions, which Swift does not compare.
  private static func address(_ handler: (@convention(c) (Int32) -> Void)?) -> Int {
    unsafeBitCast(handler, to: Int.self)
  }
}
