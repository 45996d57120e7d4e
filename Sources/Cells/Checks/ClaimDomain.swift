import Diagnostics
import MathCore
import SwiftEval

/// The numbers over which a check claims something in one variable, as the search and as proofs see
/// them.
struct ClaimDomain {
  var search: SearchDomain
  /// Holds the domain; the domain itself where `isExact`.
  private(set) var interval: RationalInterval
  private(set) var isExact: Bool
  /// An end that belongs to the range as written, but where a function is undefined.
  private(set) var omitted: [Double] = []
  /// Both ends, where there are two.
  private(set) var ends: (lower: Expression, upper: Expression)?

  static let reals = ClaimDomain(search: .reals, interval: .reals, isExact: true)

  private init(search: SearchDomain, interval: RationalInterval, isExact: Bool) {
    self.search = search
    self.interval = interval
    self.isExact = isExact
  }

  /// Nil for what is no range of numbers.
  ///
  /// - Parameter text: the range as it is written, which says its ends exactly.
  init?(_ value: CellValue, text: String?, context: CellContext, file: SourceFile) {
    guard case .range(let range) = value.unwrapped else { return nil }
    let written = Self.ends(of: text)
    let includesUpper = range.kind == .closed || range.kind == .through
    let lower = range.lower?.number ?? -.infinity
    let upper = range.upper?.number ?? .infinity
    search = SearchDomain(
      lower: lower, upper: upper, includesLower: lower.isFinite,
      includesUpper: includesUpper && upper.isFinite)
    let low = ExactEnd(lower, text: written.lower, context: context, file: file)
    let high = ExactEnd(upper, text: written.upper, context: context, file: file)
    isExact = low.isExact && high.isExact
    if let lower = low.expression, let upper = high.expression { ends = (lower, upper) }
    interval = RationalInterval(
      lower: low.below.map { .init($0, isClosed: true) },
      upper: high.above.map { .init($0, isClosed: includesUpper || !high.isExact) })
  }

  /// The texts around `...` or `..<`.
  static func ends(of text: String?) -> (lower: String?, upper: String?) {
    guard let text, let dots = text.firstRange(of: "...") ?? text.firstRange(of: "..<") else {
      return (nil, nil)
    }
    let lower = text[..<dots.lowerBound]
    let upper = text[dots.upperBound...]
    return (lower.isEmpty ? nil : String(lower), upper.isEmpty ? nil : String(upper))
  }

  /// Leaves out ends at which one of the functions is undefined.
  mutating func leaveOut(ends isUndefined: (Double) -> Bool) {
    if search.includesLower, isUndefined(search.lower) {
      omitted.append(search.lower)
      search.includesLower = false
      interval = RationalInterval(
        lower: interval.lower.map { .init($0.value, isClosed: false) }, upper: interval.upper)
    }
    if search.includesUpper, isUndefined(search.upper) {
      omitted.append(search.upper)
      search.includesUpper = false
      interval = RationalInterval(
        lower: interval.lower, upper: interval.upper.map { .init($0.value, isClosed: false) })
    }
  }

  func description(of variable: String) -> String {
    let text = search.description(of: variable)
    guard let first = omitted.first else { return text }
    let places = omitted.map(SearchDomain.text).joined(separator: " and ")
    let verb = omitted.count == 1 ? "is" : "are"
    return "\(text) (\(places) \(verb) left out: undefined \(first.isFinite ? "there" : ""))"
  }
}

/// A bound as it is written: exactly, where it is rational, else between two rationals.
struct ExactEnd {
  let below: Rational?
  let above: Rational?
  let isExact: Bool
  /// The bound as an expression without variables.
  let expression: Expression?

  init(_ value: Double, text: String?, context: CellContext, file: SourceFile) {
    guard value.isFinite else {
      (below, above, isExact, expression) = (nil, nil, true, nil)
      return
    }
    expression =
      text.flatMap { context.exact($0, in: file) }
      ?? Rational(exactly: value).map { Expression($0) }
    if let number = expression?.simplified().number {
      (below, above, isExact) = (number, number, true)
    } else if let enclosure = expression.flatMap({ ConstantEnclosure($0) }) {
      below = Rational(exactly: enclosure.lower)
      above = Rational(exactly: enclosure.upper)
      isExact = false
    } else {
      (below, above, isExact) = (
        Rational(exactly: value.nextDown), Rational(exactly: value.nextUp), false
      )
    }
  }
}
