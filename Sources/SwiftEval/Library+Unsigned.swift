import MathCore

/// Functions of UInt64 beside comparisons and conversions, which it shares with other types.
enum UnsignedFunction: String, CaseIterable {
  case add = "+(_:_:)"
  case subtract = "-(_:_:)"
  case multiply = "*(_:_:)"
  case divide = "/(_:_:)"
  case remainder = "%(_:_:)"
  case and = "&(_:_:)"
  case or = "|(_:_:)"
  case xor = "^(_:_:)"
  case wrappingAdd = "&+(_:_:)"
  case wrappingSubtract = "&-(_:_:)"
  case wrappingMultiply = "&*(_:_:)"
  case shiftLeft = "<<(_:_:)"
  case shiftRight = ">>(_:_:)"
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
  case complement = "prefix ~(_:)"
  case min, max, zero, bitWidth
  case radix = "init(_:radix:)"
  case exactly = "init(exactly:)"
  case truncating = "init(truncatingIfNeeded:)"
  case magnitude, nonzeroBitCount, leadingZeroBitCount, trailingZeroBitCount
  case isMultiple = "isMultiple(of:)"
  case quotientAndRemainder = "quotientAndRemainder(dividingBy:)"

  /// The operator of an assignment: `+` for `+=`; nil for anything else.
  fileprivate var plain: UnsignedFunction? {
    rawValue.hasSuffix("=(_:_:)")
      ? UnsignedFunction(rawValue: rawValue.replacing("=(", with: "(")) : nil
  }
}

extension Machine {
  func unsigned(_ function: UnsignedFunction, _ x: Arguments<S>) throws -> Value<S> {
    switch function {
    case .min, .zero: return .unsigned(0)
    case .max: return .unsigned(.max)
    case .bitWidth: return .int(UInt64.bitWidth)
    case .radix:
      let radix = try x.radix(1)
      return UInt64(try x.text(0), radix: radix).map { .some(.unsigned($0)) } ?? .none
    case .exactly: return UInt64(exactly: try x.int(0)).map { .some(.unsigned($0)) } ?? .none
    case .truncating: return .unsigned(UInt64(truncatingIfNeeded: try x.int(0)))
    case .complement: return .unsigned(~(try x.unsigned(0)))
    case .magnitude: return x[0]
    case .nonzeroBitCount: return .int(try x.unsigned(0).nonzeroBitCount)
    case .leadingZeroBitCount: return .int(try x.unsigned(0).leadingZeroBitCount)
    case .trailingZeroBitCount: return .int(try x.unsigned(0).trailingZeroBitCount)
    case .isMultiple: return .bool(try x.unsigned(0).isMultiple(of: x.unsigned(1)))
    case .quotientAndRemainder:
      let (a, b) = (try x.unsigned(0), try x.unsigned(1))
      guard b != 0 else { throw Trap.divisionByZero }
      return .tuple([.unsigned(a / b), .unsigned(a % b)])
    case .shiftLeft, .shiftRight, .shiftLeftInPlace, .shiftRightInPlace:
      return try finish(function, shifted(function.plain ?? function, x), x)
    default:
      let result = try combined(function.plain ?? function, x.unsigned(0), x.unsigned(1))
      return try finish(function, result, x)
    }
  }

  /// The result, or its assignment.
  private func finish(
    _ function: UnsignedFunction, _ result: UInt64, _ x: Arguments<S>
  ) throws -> Value<S> {
    guard function.plain != nil else { return .unsigned(result) }
    x.first[0] = .unsigned(result)
    return .void
  }

  /// As in Swift, a shift by more than there are bits gives 0, and by less than 0 is the other one.
  private func shifted(_ function: UnsignedFunction, _ x: Arguments<S>) throws -> UInt64 {
    let value = try x.unsigned(0)
    if case .int(let count) = x[1] {
      return function == .shiftLeft ? value << count : value >> count
    }
    let count = try x.unsigned(1)
    return function == .shiftLeft ? value << count : value >> count
  }

  private func combined(
    _ function: UnsignedFunction, _ a: UInt64, _ b: UInt64
  ) throws -> UInt64 {
    switch function {
    case .add: return try Self.checked(a.addingReportingOverflow(b))
    case .subtract: return try Self.checked(a.subtractingReportingOverflow(b))
    case .multiply: return try Self.checked(a.multipliedReportingOverflow(by: b))
    case .divide, .remainder:
      guard b != 0 else { throw Trap.divisionByZero }
      return function == .divide ? a / b : a % b
    case .and: return a & b
    case .or: return a | b
    case .xor: return a ^ b
    case .wrappingAdd: return a &+ b
    case .wrappingSubtract: return a &- b
    case .wrappingMultiply: return a &* b
    default: throw Trap.unreachable
    }
  }

  private static func checked(_ result: (partialValue: UInt64, overflow: Bool)) throws -> UInt64 {
    if result.overflow { throw Trap.overflow }
    return result.partialValue
  }
}

extension Arguments {
  func unsigned(_ index: Int) throws -> UInt64 {
    guard case .unsigned(let number) = first[index] else { throw Trap.overlappingAccess }
    return number
  }

  /// The base of a numeral.
  func radix(_ index: Int) throws -> Int {
    let radix = try int(index)
    guard (2...36).contains(radix) else { throw Trap.precondition("radix must be from 2 to 36") }
    return radix
  }
}
