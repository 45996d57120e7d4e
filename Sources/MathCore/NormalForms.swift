/// Writes expressions as rational functions of common generators, over a domain.
///
/// Each generator stands for a real function on the domain, and every rewriting is an identity of
/// such functions; so two expressions with one normal form are equal wherever both are defined. That
/// they are defined is collected in `unproved`: what was assumed (a denominator is not 0, the argument
/// of a logarithm is positive) but could not be proved here on the whole domain. Bounds are counts of
/// terms, degrees, bits and steps.
struct NormalForms {
  let domain: Domain
  /// What is added to variables: the generator of x stands for x + c.
  let shifts: [String: Rational]
  /// Side conditions that are needed and not proved, in the order in which they came up.
  var unproved: [SideCondition] = []
  /// Side conditions that were needed and proved.
  var proved: [SideCondition] = []
  /// How those were proved that signs of normal forms did not show.
  var settled: [SideCondition: Demonstration] = [:]
  /// Whether a sign was decided by counting roots.
  var usesSturm = false
  /// Where the argument of an absolute value changes its sign: on each side the formula is simpler.
  private(set) var corner: Corner?

  private(set) var generators: [Generator] = []
  private(set) var numbers: [Generator.Kind: Int] = [:]
  private(set) var memo: [Expression: RationalFunction] = [:]
  var signMemo: [Polynomial: SignSet] = [:]
  /// How signs were found that a reader would not find at once.
  var signReasons: [SignReason] = []
  /// For each angle, the number of parts that it is measured in.
  var angleParts: [String: Int]
  var remainingWork = 400_000
  /// How deep proofs of signs are nested in each other.
  var signDepth = 0

  static let largestTermCount = 2000
  static let largestDegree = 240
  static let largestCoefficient = 20_000

  struct Corner: Hashable {
    let variable: String
    let point: Rational
  }

  init(
    domain: Domain, shifts: [String: Rational] = [:], angleParts: [String: Int] = [:]
  ) {
    self.domain = domain
    self.shifts = shifts
    self.angleParts = angleParts
  }

  /// The number of the generator of a kind, which is made if it is new.
  mutating func generator(_ kind: Generator.Kind) throws(NormalFormFailure) -> Int {
    if let known = numbers[kind] { return known }
    guard generators.count < 64 else {
      throw NormalFormFailure.budget("more than 64 different functions")
    }
    var made = try made(kind)
    // Making it may have made others, even this one.
    if let known = numbers[kind] { return known }
    let name = describe(kind)
    made.name = name.count <= 120 ? name : name.prefix(100) + "…\(generators.count)"
    made.isConstant = isConstant(kind)
    generators.append(made)
    numbers[kind] = generators.count - 1
    return generators.count - 1
  }

  mutating func quantity(_ kind: Generator.Kind) throws(NormalFormFailure) -> RationalFunction {
    RationalFunction(Polynomial(Monomial(try generator(kind))))
  }

  /// Notes where a polynomial of unknown sign is 0, if it is linear in x, or in eˣ with a zero at 0.
  mutating func noteCorner(of polynomial: Polynomial) {
    guard corner == nil,
      let (generator, step, linear) = polynomial.univariate(maximalDegree: 1), step == 1,
      let zero = (-linear[0]).divided(by: linear[1])
    else { return }
    switch generators[generator].kind {
    case .variable(let name) where range(ofVariable: name).interior.contains(zero):
      corner = Corner(variable: name, point: zero - (shifts[name] ?? .zero))
    case .exponential(let exponent):
      guard zero.isOne, let name = variable(exponent), domain[name].interior.contains(.zero) else {
        return
      }
      corner = Corner(variable: name, point: .zero)
    default: return
    }
  }

  /// Each product may double the bits of the coefficients, those of plain numbers, too.
  func requireCoefficient(of bits: Int) throws(NormalFormFailure) {
    guard bits <= Self.largestCoefficient else {
      throw NormalFormFailure.budget("coefficients above \(Self.largestCoefficient) bits")
    }
  }

  mutating func spend(_ work: Int) throws(NormalFormFailure) {
    remainingWork -= work
    if remainingWork < 0 {
      throw NormalFormFailure.budget("more algebra than the limit allows")
    }
  }
}

/// From expressions.
extension NormalForms {
  mutating func form(of expression: Expression) throws(NormalFormFailure) -> RationalFunction {
    for part in expression.parts { _ = try formOfPart(part) }
    return try formOfPart(expression)
  }

  /// The forms of its parts are known.
  private mutating func formOfPart(
    _ expression: Expression
  ) throws(NormalFormFailure) -> RationalFunction {
    if let known = memo[expression] { return known }
    let result: RationalFunction
    switch expression.node {
    case .apply(let function, let x):
      let argument = try formOfPart(x)
      result = try apply(function, argument, written: x)
    case .applyBinary(let function, let x, let y):
      let a = try formOfPart(x)
      let b = try formOfPart(y)
      result = try apply(function, a, b, written: (x, y))
    case .power(let base, let exponent):
      let base = (form: try formOfPart(base), written: base)
      result = try power(base.form, written: base.written, exponent)
    default: result = try arithmetic(expression)
    }
    memo[expression] = result
    return result
  }

  private mutating func arithmetic(
    _ expression: Expression
  ) throws(NormalFormFailure) -> RationalFunction {
    switch expression.node {
    case .number(let value): return RationalFunction(value)
    case .pi: return try quantity(.pi)
    case .defined(let number): return try quantity(.defined(DefinedConstant(number)))
    case .variable(let name):
      let range = domain[name]
      if let lower = range.lower, lower.value == range.upper?.value {
        return RationalFunction(lower.value)
      }
      return try variable(name)
    case .negate(let x): return try formOfPart(x).negated
    case .add(let x, let y):
      let a = try formOfPart(x)
      return try add(a, formOfPart(y))
    case .subtract(let x, let y):
      let a = try formOfPart(x)
      return try add(a, formOfPart(y).negated)
    case .multiply(let x, let y):
      let a = try formOfPart(x)
      return try multiply(a, formOfPart(y))
    case .divide(let x, let y):
      let a = try formOfPart(x)
      return try multiply(a, inverse(of: formOfPart(y), written: y))
    // That the second has a value is among what its form noted.
    case .restricted(let x, _): return try formOfPart(x)
    case .power, .apply, .applyBinary: return .zero
    }
  }
}
