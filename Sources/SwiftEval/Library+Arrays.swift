import MathCore

/// Functions that arrays and ranges of Int have beside those of collections.
enum ArrayFunction: String, CaseIterable {
  case concatenate = "+(_:_:)"
  case concatenateInPlace = "+=(_:_:)"
  case repeating = "init(repeating:count:)"
  case element = "subscript(_:)"
  case indices = "indices"
  case append = "append(_:)"
  case appendContents = "append(contentsOf:)"
  case insert = "insert(_:at:)"
  case insertContents = "insert(contentsOf:at:)"
  case remove = "remove(at:)"
  case removeLast = "removeLast()"
  case removeLastMany = "removeLast(_:)"
  case removeFirst = "removeFirst()"
  case removeFirstMany = "removeFirst(_:)"
  case removeAll = "removeAll(keepingCapacity:)"
  case removeAllWhere = "removeAll(where:)"
  case removeSubrange = "removeSubrange(_:)"
  case popLast = "popLast()"
  case reserve = "reserveCapacity(_:)"
  case sortBy = "sort(by:)"
  case sort = "sort()"
  case reverse = "reverse()"
  case swapAt = "swapAt(_:_:)"
}

extension Machine {
  func array(_ function: ArrayFunction, _ x: Arguments<S>) throws -> Value<S> {
    switch function {
    case .concatenate: return try concatenated(x)
    case .repeating:
      let count = try x.int(1)
      guard count >= 0 else { throw Trap.negativeCount("Array(repeating:count:)") }
      try spend(elements: count)
      return .array(Array(repeating: x[0], count: count))
    case .element:
      if case .int(let index) = x[1] {
        guard case .range(let range) = x[0] else { return try element(x[0], index) }
        guard try range.bounds().contains(index) else { throw Trap.indexOutOfRange }
        return .int(index)
      }
      return try slice(of: x[0], by: x[1])
    case .indices:
      let (elements, start) = try storage(of: x[0])
      return .range(
        RangeValue(.halfOpen, lower: .int(start), upper: .int(start + elements.count)))
    case .removeAllWhere, .sortBy, .sort: return try rearranged(function, x)
    case .concatenateInPlace, .append, .appendContents, .insert, .insertContents, .remove,
      .removeLast, .removeLastMany, .removeFirst, .removeFirstMany, .removeAll, .removeSubrange,
      .popLast, .reserve, .reverse, .swapAt:
      // Taken out of its register, so that it is changed in place.
      guard case .array(var elements) = x.take(0) else { throw Trap.overlappingAccess }
      defer { x.first[0] = .array(elements) }
      return try change(&elements, function, x)
    }
  }

  private func concatenated(_ x: Arguments<S>) throws -> Value<S> {
    let right = try elements(of: x[1])
    switch x.take(0) {
    case .array(var elements):
      try grow(elements, by: right.count)
      elements += right
      return .array(elements)
    case .slice(let elements, _):
      try grow(elements, by: right.count)
      return .slice(elements + right, start: 0)
    default: throw Trap.overlappingAccess
    }
  }

  /// Counts elements that are about to be added.
  private func grow(_ elements: [Value<S>], by count: Int) throws {
    guard elements.count + count <= limits.elements else {
      throw Trap.elements(limits.elements)
    }
    try spend(elements: count)
  }

  private func change(
    _ elements: inout [Value<S>], _ function: ArrayFunction, _ x: Arguments<S>
  ) throws -> Value<S> {
    switch function {
    case .append:
      try grow(elements, by: 1)
      elements.append(x[1])
    case .appendContents, .concatenateInPlace:
      let added = try self.elements(of: x[1])
      try grow(elements, by: added.count)
      elements.append(contentsOf: added)
    case .insert, .insertContents:
      let index = try x.int(2)
      guard index >= 0, index <= elements.count else { throw Trap.indexOutOfRange }
      let added = function == .insert ? [x[1]] : try self.elements(of: x[1])
      try grow(elements, by: added.count)
      try spend((elements.count - index) / 4)
      elements.insert(contentsOf: added, at: index)
    case .removeAll: elements.removeAll()
    case .reserve: break
    case .reverse:
      try spend(elements.count / 4)
      elements.reverse()
    case .swapAt:
      let (i, j) = (try x.int(1), try x.int(2))
      guard elements.indices.contains(i), elements.indices.contains(j) else {
        throw Trap.indexOutOfRange
      }
      elements.swapAt(i, j)
    default: return try remove(&elements, function, x)
    }
    return .void
  }

  private func remove(
    _ elements: inout [Value<S>], _ function: ArrayFunction, _ x: Arguments<S>
  ) throws -> Value<S> {
    switch function {
    case .popLast: return elements.popLast().map { .some($0) } ?? .none
    case .removeLast:
      guard let last = elements.popLast() else { throw Trap.emptyCollection("removeLast()") }
      return last
    case .remove, .removeFirst:
      let index = function == .remove ? try x.int(1) : 0
      guard elements.indices.contains(index) else { throw Trap.indexOutOfRange }
      try spend((elements.count - index) / 4)
      return elements.remove(at: index)
    case .removeSubrange:
      let bounds = try offsets(of: x[1], in: elements.count, start: 0)
      try spend(elements.count / 4)
      elements.removeSubrange(bounds)
      return .void
    default:
      let count = try x.int(1)
      guard count >= 0 else { throw Trap.negativeCount(function.rawValue) }
      guard count <= elements.count else { throw Trap.indexOutOfRange }
      try spend(elements.count / 4)
      if function == .removeFirstMany {
        elements.removeFirst(count)
      } else {
        elements.removeLast(count)
      }
      return .void
    }
  }

  private func rearranged(_ function: ArrayFunction, _ x: Arguments<S>) throws -> Value<S> {
    guard case .array(let elements) = x[0] else { throw Trap.overlappingAccess }
    switch function {
    case .sortBy: x.first[0] = .array(try sorted(elements, by: x.function(1)))
    case .sort: x.first[0] = .array(try sorted(elements, by: nil))
    default:
      let closure = try x.function(1)
      try spend(elements: elements.count)
      x.first[0] = .array(try elements.filter { try call(closure, [$0]).asInt() == 0 })
    }
    return .void
  }
}
