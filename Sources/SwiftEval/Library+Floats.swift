import MathCore

/// Functions of Float, which is binary32 in every number system; elementary functions are those of
/// binary64, rounded again.
enum FloatFunction: String, CaseIterable {
  case add = "+(_:_:)"
  case subtract = "-(_:_:)"
  case multiply = "*(_:_:)"
  case divide = "/(_:_:)"
  case addInPlace = "+=(_:_:)"
  case subtractInPlace = "-=(_:_:)"
  case multiplyInPlace = "*=(_:_:)"
  case divideInPlace = "/=(_:_:)"
  case negated = "prefix -(_:)"
  case identity = "prefix +(_:)"
  case pi, infinity, nan, greatestFiniteMagnitude, leastNormalMagnitude, leastNonzeroMagnitude
  case ulpOfOne, zero
  case minimum = "minimum(_:_:)"
  case maximum = "maximum(_:_:)"
  case exactly = "init(exactly:)"
  case scaled = "init(sign:exponent:significand:)"
  case signed = "init(signOf:magnitudeOf:)"
  case magnitude, isNaN, isInfinite, isFinite, isZero, isNormal, isSubnormal
  case sign, exponent, significand, ulp, nextUp, nextDown
  case squareRoot = "squareRoot()"
  case rounded = "rounded()"
  case roundedBy = "rounded(_:)"
  case round = "round()"
  case roundBy = "round(_:)"
  case formSquareRoot = "formSquareRoot()"
  case negate = "negate()"
  case remainder = "remainder(dividingBy:)"
  case truncatingRemainder = "truncatingRemainder(dividingBy:)"
  case addingProduct = "addingProduct(_:_:)"
  case addProduct = "addProduct(_:_:)"
  case isEqual = "isEqual(to:)"
  case isLess = "isLess(than:)"
  case isLessOrEqual = "isLessThanOrEqualTo(_:)"
  case advanced = "advanced(by:)"
  case distance = "distance(to:)"
  case exp = "exp(_:)"
  case expm1 = "expm1(_:)"
  case exp2 = "exp2(_:)"
  case log = "log(_:)"
  case log1p = "log1p(_:)"
  case log2 = "log2(_:)"
  case log10 = "log10(_:)"
  case sqrt = "sqrt(_:)"
  case cbrt = "cbrt(_:)"
  case sin = "sin(_:)"
  case cos = "cos(_:)"
  case tan = "tan(_:)"
  case asin = "asin(_:)"
  case acos = "acos(_:)"
  case atan = "atan(_:)"
  case sinh = "sinh(_:)"
  case cosh = "cosh(_:)"
  case tanh = "tanh(_:)"
  case asinh = "asinh(_:)"
  case acosh = "acosh(_:)"
  case atanh = "atanh(_:)"
  case erf = "erf(_:)"
  case erfc = "erfc(_:)"
  case tgamma = "tgamma(_:)"
  case lgamma = "lgamma(_:)"
  case floor = "floor(_:)"
  case ceil = "ceil(_:)"
  case trunc = "trunc(_:)"
  case pow = "pow(_:_:)"
  case atan2 = "atan2(_:_:)"
  case hypot = "hypot(_:_:)"
  case fmod = "fmod(_:_:)"
  case copysign = "copysign(_:_:)"

  /// The function of binary64 that it rounds.
  fileprivate var elementary: ElementaryFunction? {
    ElementaryFunction(rawValue: String(rawValue.prefix { $0 != "(" }))
  }

  fileprivate var binary: BinaryFunction? {
    BinaryFunction(rawValue: String(rawValue.prefix { $0 != "(" }))
  }
}

extension Machine {
  func float(_ function: FloatFunction, _ x: Arguments<S>) throws -> Value<S> {
    if let constant = Self.constant(function) { return .float(constant) }
    switch function {
    case .exactly: return Float(exactly: try x.int(0)).map { .some(.float($0)) } ?? .none
    case .scaled:
      return .float(
        Float(
          sign: try x.int(0) == 0 ? .plus : .minus, exponent: try x.int(1),
          significand: try float(of: x[2])))
    default: break
    }
    let a = try float(of: x[0])
    if x.call.argumentCount == 1 { return try floatUnary(function, a, x) }
    if function == .roundedBy { return .float(a.rounded(Self.rule(try x.int(1)))) }
    if function == .roundBy {
      x.first[0] = .float(a.rounded(Self.rule(try x.int(1))))
      return .void
    }
    let b = try float(of: x[1])
    if x.call.argumentCount == 3 {
      let sum = a.addingProduct(b, try float(of: x[2]))
      if function == .addingProduct { return .float(sum) }
      x.first[0] = .float(sum)
      return .void
    }
    return try floatBinary(function, a, b, x)
  }

  private static func constant(_ function: FloatFunction) -> Float? {
    switch function {
    case .pi: .pi
    case .infinity: .infinity
    case .nan: .nan
    case .greatestFiniteMagnitude: .greatestFiniteMagnitude
    case .leastNormalMagnitude: .leastNormalMagnitude
    case .leastNonzeroMagnitude: .leastNonzeroMagnitude
    case .ulpOfOne: .ulpOfOne
    case .zero: 0
    default: nil
    }
  }

  /// The rule with the index that `FloatingPointRoundingRule` has in a cell.
  static func rule(_ number: Int) -> FloatingPointRoundingRule {
    switch number {
    case 0: .toNearestOrAwayFromZero
    case 1: .toNearestOrEven
    case 2: .up
    case 3: .down
    case 4: .towardZero
    default: .awayFromZero
    }
  }

  private func floatUnary(
    _ function: FloatFunction, _ a: Float, _ x: Arguments<S>
  ) throws -> Value<S> {
    switch function {
    case .negated: return .float(-a)
    case .identity: return .float(a)
    case .magnitude: return .float(a.magnitude)
    case .squareRoot: return .float(a.squareRoot())
    case .rounded: return .float(a.rounded())
    case .round: x.first[0] = .float(a.rounded())
    case .formSquareRoot: x.first[0] = .float(a.squareRoot())
    case .negate: x.first[0] = .float(-a)
    default:
      if let property = NumberFunction(rawValue: function.rawValue) {
        return Self.property(property, of: a) { .float($0) }
      }
      guard let elementary = function.elementary else { throw Trap.unreachable }
      return .float(Float(elementary.value(at: Double(a))))
    }
    return .void
  }

  private func floatBinary(
    _ function: FloatFunction, _ a: Float, _ b: Float, _ x: Arguments<S>
  ) throws -> Value<S> {
    switch function {
    case .add, .advanced: return .float(a + b)
    case .subtract: return .float(a - b)
    case .distance: return .float(b - a)
    case .multiply: return .float(a * b)
    case .divide: return .float(a / b)
    case .addInPlace: x.first[0] = .float(a + b)
    case .subtractInPlace: x.first[0] = .float(a - b)
    case .multiplyInPlace: x.first[0] = .float(a * b)
    case .divideInPlace: x.first[0] = .float(a / b)
    case .minimum: return .float(Float.minimum(a, b))
    case .maximum: return .float(Float.maximum(a, b))
    case .signed: return .float(Float(signOf: a, magnitudeOf: b))
    case .remainder: return .float(a.remainder(dividingBy: b))
    case .truncatingRemainder: return .float(a.truncatingRemainder(dividingBy: b))
    case .isEqual: return .bool(a == b)
    case .isLess: return .bool(a < b)
    case .isLessOrEqual: return .bool(a <= b)
    default:
      guard let binary = function.binary else { throw Trap.unreachable }
      return .float(Float(binary.value(at: Double(a), Double(b))))
    }
    return .void
  }
}
