import MathCore
import SwiftEval

/// The numbers over which a check claims something in one variable, as the search and as proofs see
/// them.
struct ClaimDomain {
  private(set) var search: SearchDomain
  /// Holds the domain; the domain itself where `isExact`.
  private(set) var interval: RationalInterval
  let isExact: Bool
  /// Both ends, where there are two.
  let ends: (lower: Expression, upper: Expression)?
  let lower: ExactNumber?
  let upper: ExactNumber?
  /// Ends that belong to the range as written, but where a function is undefined.
  private var omitted: [ExactNumber] = []

  static let reals = ClaimDomain(search: .reals, interval: .reals)

  private init(search: SearchDomain, interval: RationalInterval) {
    self.search = search
    self.interval = interval
    isExact = true
    (ends, lower, upper) = (nil, nil, nil)
  }

  /// Nil for what is no range of numbers.
  ///
  /// - Parameter source: the call that it stands in.
  init?(_ value: CellValue, in source: CallText) {
    guard case .range(let range) = value.unwrapped else { return nil }
    let lower = ExactNumber(range.lower, in: source)
    let upper = ExactNumber(range.upper, in: source)
    (self.lower, self.upper) = (lower, upper)
    let includesUpper = range.kind == .closed || range.kind == .through
    search = SearchDomain(
      lower: lower?.double ?? -.infinity, upper: upper?.double ?? .infinity,
      includesLower: lower?.isInfinite == false,
      includesUpper: includesUpper && upper?.isInfinite == false)
    isExact = [lower, upper].allSatisfy { $0?.rational != nil || $0?.isInfinite ?? true }
    if let lower = lower?.expression, let upper = upper?.expression {
      ends = (lower, upper)
    } else {
      ends = nil
    }
    interval = RationalInterval(
      lower: lower?.below.map { .init($0, isClosed: true) },
      upper: upper?.above.map { .init($0, isClosed: includesUpper || upper?.rational == nil) })
  }

  /// Leaves out ends at which a function is undefined.
  mutating func leaveOut(ends isUndefined: (Expression) -> Bool) {
    if search.includesLower, let lower, let end = lower.expression, isUndefined(end) {
      omitted.append(lower)
      search.includesLower = false
      interval = RationalInterval(lower: interval.lower?.open(lower), upper: interval.upper)
    }
    if search.includesUpper, let upper, let end = upper.expression, isUndefined(end) {
      omitted.append(upper)
      search.includesUpper = false
      interval = RationalInterval(lower: interval.lower, upper: interval.upper?.open(upper))
    }
  }

  /// Whether a constant is certainly one of the numbers.
  func contains(_ point: Expression) -> Bool {
    let sides = [(lower, 1, search.includesLower), (upper, -1, search.includesUpper)]
    return sides.allSatisfy { end, side, isIncluded in
      guard let end = end?.expression else { return true }
      guard let sign = (try? point - end)?.certainSign else { return false }
      return sign == side || isIncluded && sign == 0
    }
  }

  /// As a verdict names it.
  func part(of variable: String) -> VerdictDomain.Part {
    search.part(of: variable, lower: lower?.text, upper: upper?.text)
  }

  var omittedEnds: [String] { omitted.map(\.text) }
}

extension RationalInterval.End {
  /// Without itself, where it is the end that the author wrote.
  fileprivate func open(_ written: ExactNumber) -> Self {
    Self(value, isClosed: isClosed && written.rational == nil)
  }
}
