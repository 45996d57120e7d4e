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
    case .absolute, .negate, .radix, .exactly, .nonzeroBitCount, .leadingZeroBitCount,
      .trailingZeroBitCount, .signum, .quotientAndRemainder, .isMultiple,
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
    case .minimum, .maximum, .scaled, .signed, .isNaN, .isInfinite, .isFinite, .isZero, .isNormal,
      .isSubnormal, .sign, .exponent, .significand, .ulp, .nextUp, .nextDown, .remainder:
      return try floatingPoint(function, x)
    case .rounded, .round, .roundBy, .formSquareRoot, .addingProduct, .addProduct:
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
      let radix = try x.int(1)
      guard (2...36).contains(radix) else {
        throw Trap.precondition("radix must be from 2 to 36")
      }
      return Int(try x.text(0), radix: radix).map { .some(.int($0)) } ?? .none
    case .exactly: return try exact(x)
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
    let result: Int? =
      switch x[0] {
      case .int(let value): value
      case .float(let value): Int(exactly: value)
      case .scalar(let value): Int(exactly: try known(value))
      default: nil
      }
    return result.map { .some(.int($0)) } ?? .none
  }

  /// Operations that number systems have.
  private func computed(_ function: NumberFunction, _ x: Arguments<S>) throws -> Value<S> {
    guard case .scalar(let value) = x[0] else { throw Trap.overlappingAccess }
    switch function {
    case .rounded: return .scalar(try rounded(value, rule: x.int(1)))
    case .round: x.first[0] = .scalar(try rounded(value, rule: 0))
    case .roundBy: x.first[0] = .scalar(try rounded(value, rule: x.int(1)))
    case .formSquareRoot: x.first[0] = .scalar(try S.apply(.sqrt, value))
    default:
      guard case .scalar(let a) = x[1], case .scalar(let b) = x[2] else {
        throw Trap.overlappingAccess
      }
      let sum = try S.addProduct(value, a, b)
      if function == .addingProduct { return .scalar(sum) }
      x.first[0] = .scalar(sum)
    }
    return .void
  }

  private func rounded(_ x: S, rule: Int) throws -> S {
    switch rule {
    case 0: return try S.apply(.round, x)
    case 2: return try S.apply(.ceil, x)
    case 3: return try S.apply(.floor, x)
    case 4: return try S.apply(.trunc, x)
    case 5:
      return try S.isLess(x, S(0)) ? S.apply(.floor, x) : S.apply(.ceil, x)
    default: return S(try known(x).rounded(.toNearestOrEven))
    }
  }

  /// What only binary64 has.
  private func floatingPoint(
    _ function: NumberFunction, _ x: Arguments<S>
  ) throws -> Value<S> {
    if function == .scaled {
      guard case .scalar(let value) = x[2] else { throw Trap.overlappingAccess }
      return .scalar(
        S(
          Double(
            sign: try x.int(0) == 0 ? .plus : .minus, exponent: try x.int(1),
            significand: try known(value))))
    }
    guard case .scalar(let first) = x[0] else { throw Trap.overlappingAccess }
    let value = try known(first)
    if x.call.argumentCount == 2, case .scalar(let second) = x[1] {
      if function == .signed { return .scalar(try S.apply(.copysign, second, first)) }
      let other = try known(second)
      switch function {
      case .minimum: return .scalar(S(Double.minimum(value, other)))
      case .maximum: return .scalar(S(Double.maximum(value, other)))
      default: return .scalar(S(value.remainder(dividingBy: other)))
      }
    }
    return Self.property(function, of: value) { .scalar(S($0)) }
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
