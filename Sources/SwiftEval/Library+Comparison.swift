import MathCore

/// Equality and order of values of one type.
extension Machine {
  func isEqual(_ a: Value<S>, _ b: Value<S>) throws -> Bool {
    switch (a, b) {
    case (.void, .void), (.none, .none): return true
    case (.int(let a), .int(let b)): return a == b
    case (.bool(let a), .bool(let b)): return a == b
    case (.scalar(let a), .scalar(let b)): return try S.isEqual(a, b)
    case (.float(let a), .float(let b)): return a == b
    case (.unsigned(let a), .unsigned(let b)): return a == b
    case (.string(let a), .string(let b)):
      try spend(min(a.utf8.count, b.utf8.count) / 4)
      return a == b
    case (.character(let a), .character(let b)): return a == b
    case (.some(let a), .some(let b)): return try isEqual(a, b)
    case (.array(let a), .array(let b)), (.slice(let a, _), .slice(let b, _)),
      (.tuple(let a), .tuple(let b)):
      return try isEqual(a, b)
    case (.range(let a), .range(let b)):
      return try isEqual(a.lower ?? .void, b.lower ?? .void)
        && isEqual(a.upper ?? .void, b.upper ?? .void)
    default: return false
    }
  }

  private func isEqual(_ a: [Value<S>], _ b: [Value<S>]) throws -> Bool {
    guard a.count == b.count else { return false }
    for (x, y) in zip(a, b) {
      try spend(1)
      if try !isEqual(x, y) { return false }
    }
    return true
  }

  func isLess(_ a: Value<S>, _ b: Value<S>) throws -> Bool {
    switch (a, b) {
    case (.int(let a), .int(let b)): return a < b
    case (.scalar(let a), .scalar(let b)): return try S.isLess(a, b)
    case (.float(let a), .float(let b)): return a < b
    case (.unsigned(let a), .unsigned(let b)): return a < b
    case (.string(let a), .string(let b)):
      try spend(min(a.utf8.count, b.utf8.count) / 4)
      return a < b
    case (.character(let a), .character(let b)): return a < b
    case (.tuple(let a), .tuple(let b)):
      for (x, y) in zip(a, b) where try !isEqual(x, y) { return try isLess(x, y) }
      return false
    default: throw Trap.overlappingAccess
    }
  }

  func isLessOrEqual(_ a: Value<S>, _ b: Value<S>) throws -> Bool {
    switch (a, b) {
    case (.scalar(let a), .scalar(let b)): return try S.isLessOrEqual(a, b)
    case (.float(let a), .float(let b)): return a <= b
    case (.tuple(let a), .tuple(let b)):
      for (x, y) in zip(a, b) where try !isEqual(x, y) { return try isLessOrEqual(x, y) }
      return true
    default: return try !isLess(b, a)
    }
  }

  /// `pattern ~= value`: a range contains the value, or the two are equal.
  func matches(_ pattern: Value<S>, _ value: Value<S>) throws -> Bool {
    guard case .range(let range) = pattern else { return try isEqual(pattern, value) }
    return try contains(range, value)
  }

  func contains(_ range: RangeValue<S>, _ value: Value<S>) throws -> Bool {
    if let lower = range.lower, try !isLessOrEqual(lower, value) { return false }
    guard let upper = range.upper else { return true }
    switch range.kind {
    case .closed, .through, .from: return try isLessOrEqual(value, upper)
    case .halfOpen, .upTo: return try isLess(value, upper)
    }
  }
}
