extension RealNumber {
  /// - Throws: `undefined` where the function has no real value.
  public static func apply(
    _ function: ElementaryFunction, _ x: Self
  ) throws(ScalarFailure) -> Self {
    if let value = x.nonreal { return try limit(function.value(at: value), of: function, x) }
    if let value = x.rational.flatMap(function.rationalValue).flatMap(exact) { return value }
    switch function {
    case .floor: return RealNumber(try x.decided { $0.floor })
    case .ceil: return RealNumber(try x.decided { -(-$0).floor })
    case .trunc: return RealNumber(try x.truncated())
    case .round:
      return RealNumber(
        try x.decided { $0.sign < 0 ? -(-$0 + .half).floor : ($0 + .half).floor })
    case .abs:
      if let sign = x.bounds.sign { return sign < 0 ? try negate(x) : x }
    default: break
    }
    let bounds = DoubleInterval.apply(function, x.bounds)
    if !bounds.isDefined, let value = try valueAtEdge(of: function, x) { return value }
    return try made(.apply(function), x, nil, bounds.with(definedness: .everywhere))
  }

  /// The limit at ±∞, where it is 0, ±1 or infinite.
  private static func limit(
    _ value: Double, of function: ElementaryFunction, _ x: Self
  ) throws(ScalarFailure) -> Self {
    guard value.isInfinite || [0, 1, -1].contains(value) else {
      throw ScalarFailure.undefined("\(function.rawValue)(\(x.text))")
    }
    return RealNumber(exactly: value)
  }

  /// Decides whether the function is defined where Doubles do not tell; the value itself where it
  /// is a known one.
  private static func valueAtEdge(
    of function: ElementaryFunction, _ x: Self
  ) throws(ScalarFailure) -> Self? {
    func require(_ holds: Bool) throws(ScalarFailure) {
      if !holds { throw ScalarFailure.undefined("\(function.rawValue)(\(x.text))") }
    }
    switch function {
    case .log, .log2, .log10: try require(try x.sign() > 0)
    case .log1p: try require(try x.compare(to: RealNumber(-1)) > 0)
    case .sqrt:
      let sign = try x.sign()
      try require(sign >= 0)
      return sign == 0 ? .zero : nil
    case .asin, .acos:
      try require(try x.compare(to: .one) <= 0)
      try require(try x.compare(to: RealNumber(-1)) >= 0)
    case .atanh:
      try require(try x.compare(to: .one) < 0)
      try require(try x.compare(to: RealNumber(-1)) > 0)
    case .acosh: try require(try x.compare(to: .one) >= 0)
    case .tan: try require(try apply(.cos, x).sign() != 0)
    case .tgamma, .lgamma:
      guard try x.sign() <= 0 else { break }
      try require(try x.compare(to: apply(.round, x)) != 0)
    case .exp, .expm1, .exp2, .cbrt, .sin, .cos, .atan, .sinh, .cosh, .tanh, .asinh, .erf, .erfc,
      .abs, .floor, .ceil, .trunc, .round:
      break
    }
    return nil
  }

  /// - Throws: `undefined` where the function has no real value.
  public static func apply(
    _ function: BinaryFunction, _ x: Self, _ y: Self
  ) throws(ScalarFailure) -> Self {
    if x.nonreal != nil || y.nonreal != nil { return try extended(function, x, y) }
    if let a = x.rational, let b = y.rational,
      let value = function.rationalValue(at: a, b).flatMap(exact)
    {
      return value
    }
    switch function {
    case .min, .max:
      if let order = order(x.bounds, y.bounds) { return (order < 0) == (function == .min) ? x : y }
    case .fmod:
      let whole = RealNumber(try divide(x, y).truncated())
      return try subtract(x, multiply(whole, y))
    case .copysign:
      let size = try apply(.abs, x)
      return try y.sign() < 0 ? negate(size) : size
    case .pow, .atan2, .hypot: break
    }
    let bounds = DoubleInterval.apply(function, x.bounds, y.bounds)
    if !bounds.isDefined, let value = try valueAtEdge(of: function, x, y) { return value }
    return try made(.applyBinary(function), x, y, bounds.with(definedness: .everywhere))
  }

  private static func valueAtEdge(
    of function: BinaryFunction, _ x: Self, _ y: Self
  ) throws(ScalarFailure) -> Self? {
    switch function {
    case .pow:
      let base = try x.sign()
      if base > 0 { return nil }
      if base < 0 {
        guard let exponent = y.recognized, exponent.isInteger else {
          throw ScalarFailure.undefined("pow(\(x.text), \(y.text))")
        }
        return nil
      }
      let exponent = try y.sign()
      guard exponent >= 0 else { throw ScalarFailure.undefined("pow(0, \(y.text))") }
      return exponent == 0 ? .one : .zero
    case .atan2:
      guard try x.sign() == 0, try y.sign() == 0 else { return nil }
      // The C library says 0, but the origin has no angle.
      throw ScalarFailure.undefined("atan2(0, 0)")
    case .hypot, .min, .max, .fmod, .copysign: return nil
    }
  }

  /// With ±∞: only an order makes sense.
  private static func extended(
    _ function: BinaryFunction, _ x: Self, _ y: Self
  ) throws(ScalarFailure) -> Self {
    guard function == .min || function == .max else {
      throw ScalarFailure.undefined("\(function.rawValue)(\(x.text), \(y.text))")
    }
    return try (x.compare(to: y) < 0) == (function == .min) ? x : y
  }
}
