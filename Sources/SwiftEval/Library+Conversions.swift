import MathCore

/// Initialisers that make a value of one type from a value of another.
extension Machine {
  /// `init(_:)`, by the type that it makes.
  func converted(_ x: Arguments<S>) throws -> Value<S> {
    switch x.call.resultType {
    case .string:
      switch x[0] {
      case .string, .character, .int, .bool, .scalar, .float, .unsigned:
        return .string(try description(of: x[0], type: x.type(0)))
      default: return .string(text(of: try elements(of: x[0])))
      }
    case .character:
      if case .character = x[0] { return x[0] }
      let text = try x.text(0)
      guard text.count == 1, let character = text.first else {
        throw Trap.precondition("a Character is made of a string of one character")
      }
      return .character(character)
    case .array:
      let elements = try elements(of: x[0])
      try spend(elements: elements.count)
      return .array(elements)
    case .uint64: return try unsigned(of: x[0])
    case .nominal(let name, _): return try convertedRange(x[0], isClosed: name == "ClosedRange")
    case .optional(let wrapped): return try parsed(x, wrapped)
    case .int:
      if case .unsigned(let value) = x[0] {
        guard let result = Int(exactly: value) else { throw Trap.overflow }
        return .int(result)
      }
      guard case .float(let value) = x[0] else { return x[0] }
      guard let result = Int(exactly: value.rounded(.towardZero)) else {
        throw Trap.notInteger(value.description)
      }
      return .int(result)
    case .double:
      if case .unsigned(let value) = x[0] {
        return .scalar(S(literal: Double(value), text: value.description))
      }
      guard case .float(let value) = x[0] else { return x[0] }
      return .scalar(S(Double(value)))
    case .float: return .float(try float(of: x[0]))
    case .bool, .void, .never, .tuple, .function, .parameter, .variable, .error: return x[0]
    }
  }

  func float(of value: Value<S>) throws -> Float {
    switch value {
    case .float(let value): value
    case .int(let value): Float(value)
    case .unsigned(let value): Float(value)
    case .scalar(let value): Float(try known(value))
    default: throw Trap.overlappingAccess
    }
  }

  private func unsigned(of value: Value<S>) throws -> Value<S> {
    guard case .int(let number) = value else { return value }
    guard let result = UInt64(exactly: number) else { throw Trap.overflow }
    return .unsigned(result)
  }

  /// What Swift computes for a scalar, where that is known.
  ///
  /// - Throws: `undecided` for a variable of a traced function.
  func known(_ x: S) throws -> Double {
    let value = x.binary64
    if value.isNaN, try S.isEqual(x, x) { throw ScalarFailure.undecided }
    return value
  }

  private func convertedRange(_ value: Value<S>, isClosed: Bool) throws -> Value<S> {
    guard case .range(let range) = value else { throw Trap.overlappingAccess }
    let bounds = try range.bounds()
    guard isClosed else {
      return .range(
        RangeValue(.halfOpen, lower: .int(bounds.lowerBound), upper: .int(bounds.upperBound)))
    }
    guard let last = bounds.last else { throw Trap.invalidRange }
    return .range(RangeValue(.closed, lower: .int(bounds.lowerBound), upper: .int(last)))
  }

  /// `Int("12")` and its kin.
  private func parsed(_ x: Arguments<S>, _ type: Type) throws -> Value<S> {
    let text = try x.text(0)
    try spend(text.utf8.count / 4)
    let value: Value<S>? =
      switch type {
      case .int: Int(text).map { .int($0) }
      case .uint64: UInt64(text).map { .unsigned($0) }
      case .bool: Bool(text).map { .bool($0) }
      case .float: Float(text).map { .float($0) }
      default: Double(text).map { .scalar(S(literal: $0, text: text)) }
      }
    return value.map { .some($0) } ?? .none
  }

  /// `init()`
  func empty(_ type: Type) throws -> Value<S> {
    switch type {
    case .string: .string("")
    case .int: .int(0)
    case .uint64: .unsigned(0)
    case .double: .scalar(S(0))
    case .float: .float(0)
    case .bool: .bool(false)
    default: .array([])
    }
  }
}
