import MathCore

/// Functions of UInt64 beside operators, comparisons and conversions.
enum UnsignedFunction: String, CaseIterable {
  case complement = "prefix ~(_:)"
  case min, max, zero, bitWidth
  case radix = "init(_:radix:)"
  case exactly = "init(exactly:)"
  case truncating = "init(truncatingIfNeeded:)"
  case magnitude, nonzeroBitCount, leadingZeroBitCount, trailingZeroBitCount
  case isMultiple = "isMultiple(of:)"
  case quotientAndRemainder = "quotientAndRemainder(dividingBy:)"
}

/// An operator between two numbers, by its symbol.
enum UnsignedOperator: String {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
  case and = "&"
  case or = "|"
  case xor = "^"
  case wrappingAdd = "&+"
  case wrappingSubtract = "&-"
  case wrappingMultiply = "&*"
  case shiftLeft = "<<"
  case shiftRight = ">>"

  /// `+(_:_:)`, and `+=(_:_:)`, its assignment.
  static func named(_ name: String) -> (symbol: Self, isAssignment: Bool)? {
    let arguments = "(_:_:)"
    guard name.hasSuffix(arguments) else { return nil }
    let symbol = name.dropLast(arguments.count)
    if let known = Self(rawValue: String(symbol)) { return (known, false) }
    guard symbol.hasSuffix("=") else { return nil }
    return Self(rawValue: String(symbol.dropLast())).map { ($0, true) }
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
    }
  }

  /// The result, or its assignment.
  func unsigned(
    _ symbol: UnsignedOperator, isAssignment: Bool, _ x: Arguments<S>
  ) throws -> Value<S> {
    let result = Value<S>.unsigned(try combined(symbol, x.unsigned(0), x))
    guard isAssignment else { return result }
    x.first[0] = result
    return .void
  }

  private func combined(
    _ symbol: UnsignedOperator, _ a: UInt64, _ x: Arguments<S>
  ) throws -> UInt64 {
    // As in Swift, a shift by more than there are bits gives 0, and by less than 0 is the other one.
    if case .int(let count) = x[1] { return symbol == .shiftLeft ? a << count : a >> count }
    let b = try x.unsigned(1)
    switch symbol {
    case .add: return try Self.checked(a.addingReportingOverflow(b))
    case .subtract: return try Self.checked(a.subtractingReportingOverflow(b))
    case .multiply: return try Self.checked(a.multipliedReportingOverflow(by: b))
    case .divide, .remainder:
      guard b != 0 else { throw Trap.divisionByZero }
      return symbol == .divide ? a / b : a % b
    case .and: return a & b
    case .or: return a | b
    case .xor: return a ^ b
    case .wrappingAdd: return a &+ b
    case .wrappingSubtract: return a &- b
    case .wrappingMultiply: return a &* b
    case .shiftLeft: return a << b
    case .shiftRight: return a >> b
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
