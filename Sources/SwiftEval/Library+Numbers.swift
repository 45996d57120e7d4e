import MathCore

/// Functions of Int and Double that have no instruction, and the rounding rules and signs.
enum NumberFunction: String, CaseIterable {
  case addInPlace = "+=(_:_:)"
  case subtractInPlace = "-=(_:_:)"
  case multiplyInPlace = "*=(_:_:)"
  case divideInPlace = "/=(_:_:)"
  case remainderInPlace = "%=(_:_:)"
  case andInPlace = "&=(_:_:)"
  case orInPlace = "|=(_:_:)"
  case xorInPlace = "^=(_:_:)"
  case wrappingAddInPlace = "&+=(_:_:)"
  case wrappingSubtractInPlace = "&-=(_:_:)"
  case wrappingMultiplyInPlace = "&*=(_:_:)"
  case shiftLeftInPlace = "<<=(_:_:)"
  case shiftRightInPlace = ">>=(_:_:)"
  case and = "&&(_:_:)"
  case or = "||(_:_:)"
  case toggle = "toggle()"
  case absolute = "abs(_:)"
  case negate = "negate()"
  case radix = "init(_:radix:)"
  case exactly = "init(exactly:)"
  case truncating = "init(truncatingIfNeeded:)"
  case nonzeroBitCount, leadingZeroBitCount, trailingZeroBitCount
  case signum = "signum()"
  case quotientAndRemainder = "quotientAndRemainder(dividingBy:)"
  case isMultiple = "isMultiple(of:)"
  case addingReportingOverflow = "addingReportingOverflow(_:)"
  case subtractingReportingOverflow = "subtractingReportingOverflow(_:)"
  case multipliedReportingOverflow = "multipliedReportingOverflow(by:)"
  case minimum = "minimum(_:_:)"
  case maximum = "maximum(_:_:)"
  case scaled = "init(sign:exponent:significand:)"
  case signed = "init(signOf:magnitudeOf:)"
  case isNaN, isInfinite, isFinite, isZero, isNormal, isSubnormal
  case sign, exponent, significand, ulp, nextUp, nextDown
  case rounded = "rounded(_:)"
  case round = "round()"
  case roundBy = "round(_:)"
  case formSquareRoot = "formSquareRoot()"
  case remainder = "remainder(dividingBy:)"
  case addingProduct = "addingProduct(_:_:)"
  case addProduct = "addProduct(_:_:)"
  case toNearestOrAwayFromZero, toNearestOrEven, up, down, towardZero, awayFromZero
  case plus, minus
}

extension NumberFunction {
  /// As an author writes it.
  fileprivate var name: String {
    self == .scaled ? "Double(sign:exponent:significand:)" : rawValue
  }
}

extension Machine {
  func number(_ function: NumberFunction, _ x: Arguments<S>) throws -> Value<S> {
    switch function {
    case .addInPlace, .subtractInPlace, .multiplyInPlace, .divideInPlace, .remainderInPlace,
      .andInPlace, .orInPlace, .xorInPlace, .wrappingAddInPlace, .wrappingSubtractInPlace,
      .wrappingMultiplyInPlace, .shiftLeftInPlace, .shiftRightInPlace:
      x.first[0] = try combined(function, x)
      return .void
    case .and: return .bool(try x.int(0) != 0 && x.int(1) != 0)
    case .or: return .bool(try x.int(0) != 0 || x.int(1) != 0)
    case .toggle:
      x.first[0] = .bool(try x.int(0) == 0)
      return .void
    case .absolute, .negate, .radix, .exactly, .truncating, .nonzeroBitCount,
      .leadingZeroBitCount, .trailingZeroBitCount, .signum, .quotientAndRemainder, .isMultiple,
      .addingReportingOverflow, .subtractingReportingOverflow, .multipliedReportingOverflow:
      return try integer(function, x)
    case .toNearestOrAwayFromZero: return .int(0)
    case .toNearestOrEven: return .int(1)
    case .up: return .int(2)
    case .down: return .int(3)
    case .towardZero: return .int(4)
    case .awayFromZero: return .int(5)
    case .plus: return .int(0)
    case .minus: return .int(1)
    case .scaled, .isNaN, .isInfinite, .isFinite, .isNormal, .isSubnormal, .sign, .exponent,
      .significand, .ulp, .nextUp, .nextDown:
      return try floatingPoint(function, x)
    case .rounded, .round, .roundBy, .formSquareRoot, .addingProduct, .addProduct, .isZero,
      .minimum, .maximum, .signed, .remainder:
      return try computed(function, x)
    }
  }

  private func combined(_ function: NumberFunction, _ x: Arguments<S>) throws -> Value<S> {
    let opcode: (int: Opcode, scalar: Opcode) =
      switch function {
      case .addInPlace: (.addInt, .add)
      case .subtractInPlace: (.subtractInt, .subtract)
      case .multiplyInPlace: (.multiplyInt, .multiply)
      case .divideInPlace: (.divideInt, .divide)
      case .remainderInPlace: (.remainderInt, .divide)
      case .andInPlace: (.andInt, .add)
      case .orInPlace: (.orInt, .add)
      case .xorInPlace: (.xorInt, .add)
      case .wrappingAddInPlace: (.wrappingAdd, .add)
      case .wrappingSubtractInPlace: (.wrappingSubtract, .add)
      case .wrappingMultiplyInPlace: (.wrappingMultiply, .add)
      case .shiftLeftInPlace: (.shiftLeft, .add)
      default: (.shiftRight, .add)
      }
    if case .scalar(let a) = x[0], case .scalar(let b) = x[1] {
      switch opcode.scalar {
      case .add: return .scalar(try S.add(a, b))
      case .subtract: return .scalar(try S.subtract(a, b))
      case .multiply: return .scalar(try S.multiply(a, b))
      default: return .scalar(try S.divide(a, b))
      }
    }
    var ints = (0, try x.int(0), try x.int(1))
    try withUnsafeMutablePointer(to: &ints) { pointer in
      try pointer.withMemoryRebound(to: Int.self, capacity: 3) { registers in
        _ = try Self.computeInt(Instruction(opcode.int), registers, 0, 1, 2)
      }
    }
    return .int(ints.0)
  }

  private func integer(_ function: NumberFunction, _ x: Arguments<S>) throws -> Value<S> {
    switch function {
    case .absolute:
      if case .float(let value) = x[0] { return .float(abs(value)) }
      let value = try x.int(0)
      guard value != .min else { throw Trap.overflow }
      return .int(abs(value))
    case .negate:
      if case .scalar(let value) = x[0] {
        x.first[0] = .scalar(try S.negate(value))
      } else {
        let (result, overflow) = 0.subtractingReportingOverflow(try x.int(0))
        guard !overflow else { throw Trap.overflow }
        x.first[0] = .int(result)
      }
      return .void
    case .radix:
      let radix = try x.radix(1)
      return Int(try x.text(0), radix: radix).map { .some(.int($0)) } ?? .none
    case .exactly: return try exact(x)
    case .truncating: return .int(Int(truncatingIfNeeded: try x.unsigned(0)))
    case .nonzeroBitCount: return .int(try x.int(0).nonzeroBitCount)
    case .leadingZeroBitCount: return .int(try x.int(0).leadingZeroBitCount)
    case .trailingZeroBitCount: return .int(try x.int(0).trailingZeroBitCount)
    case .signum: return .int(try x.int(0).signum())
    case .isMultiple: return .bool(try x.int(0).isMultiple(of: x.int(1)))
    case .quotientAndRemainder:
      let (a, b) = (try x.int(0), try x.int(1))
      guard b != 0 else { throw Trap.divisionByZero }
      let (quotient, overflow) = a.dividedReportingOverflow(by: b)
      guard !overflow else { throw Trap.overflow }
      return .tuple([.int(quotient), .int(a.remainderReportingOverflow(dividingBy: b).0)])
    default: return try reporting(function, x.int(0), x.int(1))
    }
  }

  private func reporting(_ function: NumberFunction, _ a: Int, _ b: Int) throws -> Value<S> {
    let (value, overflow) =
      switch function {
      case .addingReportingOverflow: a.addingReportingOverflow(b)
      case .subtractingReportingOverflow: a.subtractingReportingOverflow(b)
      default: a.multipliedReportingOverflow(by: b)
      }
    return .tuple([.int(value), .bool(overflow)])
  }

  private func exact(_ x: Arguments<S>) throws -> Value<S> {
    switch x.call.resultType {
    case .optional(.double):
      return Double(exactly: try x.int(0)).map { .some(.scalar(S($0))) } ?? .none
    default: break
    }
    let result: Int?
    switch x[0] {
    case .int(let value): result = value
    case .float(let value): result = Int(exactly: value)
    case .unsigned(let value): result = Int(exactly: value)
    case .scalar(let value):
      let whole = try S.int(value)
      result = try whole.flatMap { try S.isEqual(S($0), value) ? $0 : nil }
    default: result = nil
    }
    return result.map { .some(.int($0)) } ?? .none
  }

  /// Operations that number systems have.
  private func computed(_ function: NumberFunction, _ x: Arguments<S>) throws -> Value<S> {
    let value = try x[0].asScalar()
    switch function {
    case .rounded: return .scalar(try value.rounded(Self.rule(x.int(1))))
    case .round: x.first[0] = .scalar(try S.apply(.round, value))
    case .roundBy: x.first[0] = .scalar(try value.rounded(Self.rule(x.int(1))))
    case .formSquareRoot: x.first[0] = .scalar(try S.apply(.sqrt, value))
    case .isZero: return .bool(try S.isEqual(value, S(0)))
    case .signed: return .scalar(try S.apply(.copysign, x[1].asScalar(), value))
    case .minimum, .maximum, .remainder:
      return .scalar(try combined(function, value, x[1].asScalar()))
    default:
      let sum = try S.addProduct(value, x[1].asScalar(), x[2].asScalar())
      if function == .addingProduct { return .scalar(sum) }
      x.first[0] = .scalar(sum)
    }
    return .void
  }

  private func combined(_ function: NumberFunction, _ a: S, _ b: S) throws -> S {
    let (x, y) = (a.binary64, b.binary64)
    // Signs of zeros and what is not a number are binary64's own.
    let isPlain = S.readings != .computed || x < y || x > y
    switch function {
    case .minimum: return try isPlain ? S.apply(.min, a, b) : S(Double.minimum(x, y))
    case .maximum: return try isPlain ? S.apply(.max, a, b) : S(Double.maximum(x, y))
    default:
      if S.readings == .computed { return S(x.remainder(dividingBy: y)) }
      let count = try S.divide(a, b).rounded(.toNearestOrEven)
      return try S.subtract(a, S.multiply(count, b))
    }
  }

  /// What only binary64 has.
  private func floatingPoint(
    _ function: NumberFunction, _ x: Arguments<S>
  ) throws -> Value<S> {
    guard S.readings == .computed else { throw Trap.onlyAsComputed(function.name) }
    if function == .scaled {
      return .scalar(
        S(
          Double(
            sign: try x.int(0) == 0 ? .plus : .minus, exponent: try x.int(1),
            significand: try x[2].asScalar().binary64)))
    }
    return Self.property(function, of: try x[0].asScalar().binary64) { .scalar(S($0)) }
  }

  /// A property of a floating-point number.
  static func property<Number: BinaryFloatingPoint>(
    _ function: NumberFunction, of value: Number, _ make: (Number) -> Value<S>
  ) -> Value<S> {
    switch function {
    case .isNaN: .bool(value.isNaN)
    case .isInfinite: .bool(value.isInfinite)
    case .isFinite: .bool(value.isFinite)
    case .isZero: .bool(value.isZero)
    case .isNormal: .bool(value.isNormal)
    case .isSubnormal: .bool(value.isSubnormal)
    case .sign: .int(value.sign == .plus ? 0 : 1)
    case .exponent: .int(Int(value.exponent))
    case .significand: make(value.significand)
    case .ulp: make(value.ulp)
    case .nextUp: make(value.nextUp)
    default: make(value.nextDown)
    }
  }
}
