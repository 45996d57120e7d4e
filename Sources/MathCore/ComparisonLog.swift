import Synchronization

/// The comparisons of numbers that a run makes, for whoever has to prove them again.
///
/// A class because every comparison of the run adds to the same one.
public final class ComparisonLog: Sendable {
  public struct Comparison: Sendable {
    public let left: RealNumber
    public let right: RealNumber
    /// −1 where the left side is less, 0 where the sides are equal, 1 where it is greater.
    public let order: Int
  }

  /// Where runs over both readings write; nil where nobody reads.
  @TaskLocal public static var current: ComparisonLog?

  /// More than these are counted, not kept.
  public static let largestCount = 256

  private let state = Mutex<(kept: [Comparison], count: Int)>(([], 0))

  public init() {}

  /// In the order in which they were made; the first and the last ones, where they are too many.
  public var comparisons: [Comparison] { state.withLock { $0.kept } }

  /// How many were made.
  public var count: Int { state.withLock { $0.count } }

  func record(_ left: RealNumber, _ right: RealNumber, order: Int) {
    state.withLock { state in
      state.count += 1
      if state.kept.count == Self.largestCount { state.kept.removeLast() }
      state.kept.append(Comparison(left: left, right: right, order: order))
    }
  }
}
