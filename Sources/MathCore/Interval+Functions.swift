extension Interval {
  /// The function's values; what lies outside its domain does not count but in `definedness`.
  @_specialize(where Bound == Double)
  public static func apply(_ function: ElementaryFunction, _ x: Self) -> Self {
    if x.definedness == .nowhere { return x }
    switch function {
    case .exp, .expm1, .exp2, .cbrt, .atan, .sinh, .tanh, .asinh, .erf:
      return increasing(function, x)
    case .erfc: return decreasing(function, x)
    case .log, .log2, .log10: return logarithm(function, x, pole: 0)
    case .log1p: return logarithm(function, x, pole: -1)
    case .sqrt, .acosh:
      return within(x, from: function == .sqrt ? 0 : 1, to: nil) { increasing(function, $0) }
    case .asin: return within(x, from: -1, to: 1) { increasing(function, $0) }
    case .acos: return within(x, from: -1, to: 1) { decreasing(function, $0) }
    case .atanh: return areaTangent(x)
    case .sin, .cos: return oscillating(function, x)
    case .tan: return tangent(x)
    case .cosh: return increasing(function, magnitude(x))
    case .abs: return magnitude(x)
    case .floor, .ceil, .trunc, .round: return steps(function, x)
    case .tgamma: return gamma(x)
    case .lgamma: return logarithmOfGamma(x)
    }
  }

  static func increasing(_ function: ElementaryFunction, _ x: Self) -> Self {
    Self(
      .value(of: function, at: x.lower, .down), .value(of: function, at: x.upper, .up),
      x.definedness)
  }

  static func decreasing(_ function: ElementaryFunction, _ x: Self) -> Self {
    Self(
      .value(of: function, at: x.upper, .down), .value(of: function, at: x.lower, .up),
      x.definedness)
  }
}

extension Interval {
  /// A function of the part of `x` that lies in a closed domain.
  private static func within(
    _ x: Self, from least: Int, to greatest: Int?, _ function: (Self) -> Self
  ) -> Self {
    let least = Bound.whole(least, precision: x.precision)
    let greatest = greatest.map { Bound.whole($0, precision: x.precision) }
    if x.lower >= least, greatest.map({ x.upper <= $0 }) ?? true { return function(x) }
    let part = (max(x.lower, least), greatest.map { min(x.upper, $0) } ?? x.upper)
    guard part.0 <= part.1 else { return .nowhere(precision: x.precision) }
    return function(Self(part.0, part.1, min(x.definedness, .somewhere)))
  }

  /// An increasing function on the numbers above a pole, where it tends to −∞.
  private static func logarithm(
    _ function: ElementaryFunction, _ x: Self, pole: Int
  ) -> Self {
    let pole = Bound.whole(pole, precision: x.precision)
    if x.lower > pole { return increasing(function, x) }
    guard x.upper > pole else { return .nowhere(precision: x.precision) }
    return Self(
      -.infinity(precision: x.precision), .value(of: function, at: x.upper, .up),
      min(x.definedness, .somewhere))
  }

  /// Artanh, which is defined between −1 and 1 and has a pole at each.
  private static func areaTangent(_ x: Self) -> Self {
    let one = Bound.whole(1, precision: x.precision)
    if x.lower > -one, x.upper < one { return increasing(.atanh, x) }
    guard x.upper > -one, x.lower < one else { return .nowhere(precision: x.precision) }
    let infinity = Bound.infinity(precision: x.precision)
    return Self(
      x.lower > -one ? .value(of: .atanh, at: x.lower, .down) : -infinity,
      x.upper < one ? .value(of: .atanh, at: x.upper, .up) : infinity,
      min(x.definedness, .somewhere))
  }

  /// A step function that never decreases: where its values at the ends agree it is constant.
  private static func steps(_ function: ElementaryFunction, _ x: Self) -> Self {
    let values = increasing(function, x)
    return values.lower == values.upper ? values : values.limited(to: .everywhere)
  }
}
