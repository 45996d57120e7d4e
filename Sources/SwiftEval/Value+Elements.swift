extension Value {
  /// The elements of a sequence of the library, as a loop would give them, `limit` at most.
  ///
  /// Nil for what is no sequence, or has no end.
  public func elements(limit: Int) -> [Value]? {
    switch self {
    case .array(let elements), .slice(let elements, _): return Array(elements.prefix(limit))
    case .string(let text): return text.prefix(limit).map { .character($0) }
    case .range(let range):
      guard range.upper != nil else { return nil }
      return Self.elements(limit: limit) { try range.element(at: $0).map { .int($0) } }
    case .stride(let stride): return Self.elements(limit: limit, stride.element)
    case .view(let view, let bases): return Self.elements(of: view, bases, limit)
    case .some(let inner): return inner.elements(limit: limit)
    default: return nil
    }
  }

  private static func elements(
    limit: Int, _ element: (Int) throws -> Value?
  ) -> [Value]? {
    var result: [Value] = []
    do {
      while result.count < limit, let next = try element(result.count) { result.append(next) }
    } catch {
      return nil
    }
    return result
  }

  private static func elements(
    of view: SequenceView, _ bases: [Value], _ limit: Int
  ) -> [Value]? {
    let parts = bases.compactMap { $0.elements(limit: limit) }
    guard parts.count == bases.count, let first = parts.first else { return nil }
    switch view {
    case .reversed: return first.reversed()
    case .enumerated: return first.enumerated().map { .tuple([.int($0), $1]) }
    case .zip:
      guard parts.count == 2 else { return nil }
      return zip(parts[0], parts[1]).map { .tuple([$0, $1]) }
    }
  }
}
