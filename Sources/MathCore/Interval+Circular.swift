/// Sine, cosine and tangent need no reduction of the argument here: between two numbers less than
/// half a period apart the derivative has at most one zero, and its signs at them tell whether it
/// has. It is not 0 at either, since π is irrational.
extension Interval {
  static func oscillating(_ function: ElementaryFunction, _ x: Self) -> Self {
    let one = Bound.whole(1, precision: x.precision)
    let all = Self(-one, one, x.definedness)
    guard x.lower.isFinite, x.upper.isFinite else { return all }
    if x.lower == x.upper { return increasing(function, x) }
    let width = x.width
    guard width <= Bound.whole(6, precision: x.precision) else { return all }
    if width <= Bound.whole(3, precision: x.precision) { return arc(function, x) }
    let (left, right) = x.bisected
    return arc(function, left).hull(arc(function, right))
  }

  /// On an interval shorter than half a period.
  private static func arc(_ function: ElementaryFunction, _ x: Self) -> Self {
    let one = Bound.whole(1, precision: x.precision)
    let (start, end) = (slopeSign(function, at: x.lower), slopeSign(function, at: x.upper))
    if start == end { return start > 0 ? increasing(function, x) : decreasing(function, x) }
    if start > 0 {
      let least = min(
        Bound.value(of: function, at: x.lower, .down), .value(of: function, at: x.upper, .down))
      return Self(least, one, x.definedness)
    }
    let greatest = max(
      Bound.value(of: function, at: x.lower, .up), .value(of: function, at: x.upper, .up))
    return Self(-one, greatest, x.definedness)
  }

  /// Of the sine or the cosine. At 0 the cosine is taken to ascend, which is right on both sides:
  /// it ascends to its greatest value there, or has it at the start.
  private static func slopeSign(_ function: ElementaryFunction, at x: Bound) -> Int {
    if function == .sin { return Bound.value(of: .cos, at: x, .down).signum }
    return Bound.value(of: .sin, at: x, .down).signum > 0 ? -1 : 1
  }

  /// Increasing between poles, which are the zeros of the cosine.
  static func tangent(_ x: Self) -> Self {
    let isShort =
      x.lower.isFinite && x.upper.isFinite
      && x.width <= Bound.whole(3, precision: x.precision)
    guard isShort, slopeSign(.sin, at: x.lower) == slopeSign(.sin, at: x.upper) else {
      return entire(precision: x.precision).limited(to: min(x.definedness, .somewhere))
    }
    return increasing(.tan, x)
  }
}
