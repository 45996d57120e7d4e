import Synchronization

/// How far a build is.
public struct BuildProgress: Sendable, Hashable {
  /// "evaluating", "rendering"
  public let stage: String
  public let done: Int
  public let total: Int
  /// Nothing more follows.
  public let isFinished: Bool
}

/// Counts what several threads have done: a class, since they share it.
final class ProgressCounter: Sendable {
  private let stage: String
  private let total: Int
  private let report: @Sendable (BuildProgress) -> Void
  private let done = Mutex(0)

  init(
    stage: String, total: Int, report: @escaping @Sendable (BuildProgress) -> Void
  ) {
    self.stage = stage
    self.total = total
    self.report = report
  }

  func count() {
    done.withLock { done in
      done += 1
      report(BuildProgress(stage: stage, done: done, total: total, isFinished: false))
    }
  }
}
