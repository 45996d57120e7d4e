/// Elementary functions of normal forms.
extension NormalForms {
  mutating func apply(
    _ function: ElementaryFunction, _ x: RationalFunction, written: Expression
  ) throws(NormalFormFailure) -> RationalFunction {
    if let value = x.constant, let result = function.rationalValue(at: value) {
      return RationalFunction(result)
    }
    switch function {
    case .exp: return try exponential(of: x)
    case .expm1: return try add(exponential(of: x), RationalFunction(-1))
    case .exp2: return try exponential(of: multiply(x, logarithm(of: RationalFunction(2))))
    case .log, .log1p, .log2, .log10: return try logarithms(function, x, written: written)
    case .sqrt:
      try require(x, .nonnegative, SideCondition(written, .notLess, 0))
      return try rationalPower(x, .half)
    case .cbrt: return try cubeRoot(x)
    case .sin, .cos, .tan: return try trigonometric(function, x, written: written)
    case .sinh, .cosh, .tanh: return try hyperbolic(function, x)
    case .abs: return try absoluteValue(x)
    case .atanh:
      // ½·ln((1 + x)/(1 − x))
      let above = try add(.one, x)
      let below = try add(.one, x.negated)
      try require(above, .positive, SideCondition(written, .greater, -1))
      try require(below, .positive, SideCondition(written, .less, 1))
      return try add(logarithm(of: above), logarithm(of: below).negated).scaled(by: .half)
    case .erfc: return try add(.one, apply(.erf, x, written: written).negated)
    case .asin, .acos, .atan, .asinh, .acosh, .erf, .tgamma, .lgamma, .floor, .ceil, .trunc, .round:
      return try opaque(function, x, written: written)
    }
  }

  mutating func apply(
    _ function: BinaryFunction, _ x: RationalFunction, _ y: RationalFunction,
    written: (Expression, Expression)
  ) throws(NormalFormFailure) -> RationalFunction {
    if let a = x.constant, let b = y.constant, let value = function.rationalValue(at: a, b) {
      return RationalFunction(value)
    }
    switch function {
    case .min, .max:
      // (x + y ± |x − y|)/2
      let distance = try absoluteValue(add(x, y.negated))
      let sum = try add(x, y)
      return try add(sum, function == .max ? distance : distance.negated).scaled(by: .half)
    case .hypot:
      let squares = try add(multiply(x, x), multiply(y, y))
      return try rationalPower(squares, .half)
    case .fmod:
      try require(y, .nonzero, SideCondition(written.1, .notEqual, 0))
      return try quantity(.binaryFunction(function, x, y))
    case .atan2:
      try requireDirection(x, y, written: written)
      return try quantity(.binaryFunction(function, x, y))
    case .pow: return try power(x, written: written.0, written.1)
    case .copysign: return try quantity(.binaryFunction(function, x, y))
    }
  }

  /// The origin has no angle: one of two coordinates must not be 0.
  private mutating func requireDirection(
    _ x: RationalFunction, _ y: RationalFunction, written: (Expression, Expression)
  ) throws(NormalFormFailure) {
    for (coordinate, part) in [(x, written.0), (y, written.1)]
    where try !signs(of: coordinate).contains(.zero) {
      return try require(coordinate, .nonzero, SideCondition(part, .notEqual, 0))
    }
    let distance = (try? Expression.apply(.hypot, written.0, written.1)) ?? written.0
    try require(
      add(multiply(x, x), multiply(y, y)), .positive, SideCondition(distance, .greater, 0))
  }

  private mutating func logarithms(
    _ function: ElementaryFunction, _ x: RationalFunction, written: Expression
  ) throws(NormalFormFailure) -> RationalFunction {
    let argument = function == .log1p ? try add(.one, x) : x
    let condition = SideCondition(written, .greater, function == .log1p ? -1 : 0)
    try require(argument, .positive, condition)
    let result = try logarithm(of: argument)
    guard function == .log2 || function == .log10 else { return result }
    let base = try logarithm(of: RationalFunction(function == .log2 ? 2 : 10))
    return try multiply(result, inverse(of: base))
  }

  private mutating func hyperbolic(
    _ function: ElementaryFunction, _ x: RationalFunction
  ) throws(NormalFormFailure) -> RationalFunction {
    if function == .tanh {
      // (e^2x − 1)/(e^2x + 1): no smaller part of x than needed.
      let square = try exponential(of: x.scaled(by: 2))
      let below = try inverse(of: add(square, .one))
      return try multiply(add(square, RationalFunction(-1)), below)
    }
    let growing = try exponential(of: x)
    let falling = try exponential(of: x.negated)
    return try add(growing, function == .sinh ? falling.negated : falling).scaled(by: .half)
  }

  /// e^x as the product of the exponentials of the terms of x.
  mutating func exponential(of x: RationalFunction) throws(NormalFormFailure) -> RationalFunction {
    var result = RationalFunction.one
    for (coefficient, rest) in x.terms {
      let factor: RationalFunction
      if let base = argumentOfLogarithm(rest) {
        factor = try rationalPower(RationalFunction(base), coefficient)
      } else {
        let generator = try generator(.exponential(rest))
        factor = RationalFunction(Polynomial(Monomial(generator, coefficient)))
      }
      result = try multiply(result, factor)
    }
    return result
  }

  /// p, where the term is ln p and nothing else.
  private func argumentOfLogarithm(_ term: RationalFunction) -> Polynomial? {
    guard term.denominator.isEmpty, term.numerator.terms.count == 1,
      let factors = term.numerator.terms.first?.monomial.factors, factors.count == 1,
      factors[0].exponent.isOne,
      case .logarithm(let argument) = generators[factors[0].generator].kind
    else { return nil }
    return argument
  }

  private mutating func opaque(
    _ function: ElementaryFunction, _ x: RationalFunction, written: Expression
  ) throws(NormalFormFailure) -> RationalFunction {
    switch function {
    case .asin, .acos:
      try require(add(.one, x), .nonnegative, SideCondition(written, .notLess, -1))
      try require(add(.one, x.negated), .nonnegative, SideCondition(written, .notGreater, 1))
    case .acosh:
      try require(add(x, RationalFunction(-1)), .nonnegative, SideCondition(written, .notLess, 1))
    case .tgamma, .lgamma: try require(x, .positive, SideCondition(written, .greater, 0))
    default: break
    }
    if function == .acos {
      let half = try quantity(.pi).scaled(by: .half)
      return try add(half, apply(.asin, x, written: written).negated)
    }
    let isOdd = [.asin, .atan, .asinh, .erf].contains(function)
    if isOdd, x.numerator.terms.first.map({ $0.coefficient.sign < 0 }) == true {
      return try quantity(.function(function, x.negated)).negated
    }
    return try quantity(.function(function, x))
  }
}

/// Generators, with what is known of their values.
extension NormalForms {
  mutating func made(_ kind: Generator.Kind) throws(NormalFormFailure) -> Generator {
    let range: RationalInterval
    var signs = SignSet.any
    switch kind {
    case .variable(let name): range = self.range(ofVariable: name)
    case .pi: range = .enclosing(Double.pi)
    case .defined(let constant): range = constant.number.double.map { .enclosing($0) } ?? .reals
    case .exponential(let term):
      let isAboveOne = try self.signs(of: term) == .positive
      range = self.range(of: term).exponential.intersection(
        RationalInterval(lower: .init(isAboveOne ? .one : .zero, isClosed: false)))
    case .sine(let angle):
      let inside = RationalInterval.open(0, 3)
      range = .closed(-1, 1)
      if self.range(of: angle).isSubset(of: inside) { signs = .positive }
    case .cosine(let angle):
      let inside = RationalInterval.open(
        Rational(storage: .small(-3, 2)), Rational(storage: .small(3, 2)))
      range = .closed(-1, 1)
      if self.range(of: angle).isSubset(of: inside) { signs = .positive }
    case .root(let p):
      range = p.constant.map { .point($0) } ?? .nonnegative
      signs = try self.signs(of: p)
    case .cubeRoot(let p):
      range = .reals
      signs = try self.signs(of: p)
    case .absolute(let p):
      range = .nonnegative
      signs = try self.signs(of: p).contains(.zero) ? .nonnegative : .positive
    case .logarithm(let p):
      range = p.constant.map { .enclosing(ElementaryFunction.log.value(at: $0.double)) } ?? .reals
      // ln p is positive where p > 1.
      signs = try self.signs(of: p - .one)
    case .function(let function, let x):
      (range, signs) = (Self.range(of: function), try self.signs(of: function, x))
    case .binaryFunction: range = .reals
    }
    return Generator(kind: kind, signs: signs.intersection(range.signs), range: range)
  }

  private static func range(of function: ElementaryFunction) -> RationalInterval {
    switch function {
    case .erf: .open(-1, 1)
    case .asin, .atan: RationalInterval.enclosing(Double.pi / 2).reflected
    default: .reals
    }
  }

  private mutating func signs(
    of function: ElementaryFunction, _ x: RationalFunction
  ) throws(NormalFormFailure) -> SignSet {
    switch function {
    case .asin, .atan, .asinh, .erf: return try signs(of: x)
    case .acosh: return .nonnegative
    // On its positive arguments.
    case .tgamma: return .positive
    default: return .any
    }
  }
}

extension RationalInterval {
  /// Around a correctly rounded value; the value may also have been halved or doubled.
  fileprivate static func enclosing(_ value: Double) -> RationalInterval {
    guard let low = Rational(exactly: value.nextDown), let high = Rational(exactly: value.nextUp)
    else { return .reals }
    return .closed(low, high)
  }

  /// From minus its upper end to its upper end.
  fileprivate var reflected: RationalInterval {
    guard let upper else { return .reals }
    return RationalInterval(lower: End(-upper.value, isClosed: upper.isClosed), upper: upper)
  }
}
