import MathCore

/// Reading and changing parts of a value in place, without copying what is around them.
extension Machine {
  /// The value at the end of a path.
  func read(_ root: Value<S>, _ path: [PathStep], _ r: Registers<S>) throws -> Value<S> {
    var value = root
    for step in path {
      switch step {
      case .tupleElement(let index):
        guard case .tuple(let elements) = value, index < elements.count else {
          throw Trap.overlappingAccess
        }
        value = elements[index]
      case .element(let register): value = try element(value, r.i[Int(register)])
      case .slice(let register): value = try slice(of: value, by: r.o[Int(register)])
      case .forceUnwrap:
        guard case .some(let inner) = value else { throw Trap.unwrappedNil }
        value = inner
      }
    }
    return value
  }

  /// `writePath` puts `o[b]` at the end of the path, `takePath` takes what stands there.
  func change(_ x: Instruction, _ r: Registers<S>) throws {
    var root = Value<S>.void
    swap(&root, &r.o[Int(x.a)])
    defer { swap(&root, &r.o[Int(x.a)]) }
    let path = program.paths[Int(x.c)][...]
    if case .takePath = x.opcode {
      r.o[Int(x.b)] = .void
    }
    try exchange(&root, path, r, Int(x.b), isWrite: x.opcode == .writePath)
  }

  /// Goes along the path, taking each level out of its holder so that it is changed where it is.
  private func exchange(
    _ value: inout Value<S>, _ path: ArraySlice<PathStep>, _ r: Registers<S>, _ operand: Int,
    isWrite: Bool
  ) throws {
    guard let step = path.first else {
      if isWrite { value = .void }
      swap(&value, &r.o[operand])
      return
    }
    let rest = path.dropFirst()
    switch step {
    case .tupleElement(let index):
      guard case .tuple(var elements) = value, index < elements.count else {
        throw Trap.overlappingAccess
      }
      value = .void
      defer { value = .tuple(elements) }
      try exchange(&elements[index], rest, r, operand, isWrite: isWrite)
    case .element(let register):
      try exchangeElement(&value, r.i[Int(register)], rest, r, operand, isWrite: isWrite)
    case .slice(let register):
      let range = r.o[Int(register)]
      var part = try slice(of: value, by: range)
      try exchange(&part, rest, r, operand, isWrite: isWrite)
      if isWrite || !rest.isEmpty { try replaceSlice(of: &value, by: range, with: part) }
    case .forceUnwrap:
      guard case .some(var inner) = value else { throw Trap.unwrappedNil }
      value = .void
      defer { value = .some(inner) }
      try exchange(&inner, rest, r, operand, isWrite: isWrite)
    }
  }

  private func exchangeElement(
    _ value: inout Value<S>, _ index: Int, _ rest: ArraySlice<PathStep>, _ r: Registers<S>,
    _ operand: Int, isWrite: Bool
  ) throws {
    switch value {
    case .array(var elements):
      guard index >= 0, index < elements.count else { throw Trap.indexOutOfRange }
      value = .void
      defer { value = .array(elements) }
      try exchange(&elements[index], rest, r, operand, isWrite: isWrite)
    case .slice(var elements, let start):
      let (offset, overflow) = index.subtractingReportingOverflow(start)
      guard !overflow, offset >= 0, offset < elements.count else { throw Trap.indexOutOfRange }
      value = .void
      defer { value = .slice(elements, start: start) }
      try exchange(&elements[offset], rest, r, operand, isWrite: isWrite)
    default: throw Trap.overlappingAccess
    }
  }
}

/// Slices of arrays by ranges of Int.
extension Machine {
  func slice(of value: Value<S>, by range: Value<S>) throws -> Value<S> {
    let (elements, start) = try storage(of: value)
    let bounds = try offsets(of: range, in: elements.count, start: start)
    try spend(elements: bounds.count)
    return .slice(Array(elements[bounds]), start: start + bounds.lowerBound)
  }

  private func replaceSlice(
    of value: inout Value<S>, by range: Value<S>, with part: Value<S>
  ) throws {
    var (elements, start) = try storage(of: value)
    let bounds = try offsets(of: range, in: elements.count, start: start)
    let replacement = try storage(of: part).elements
    try spend(elements: elements.count - bounds.count + replacement.count)
    elements.replaceSubrange(bounds, with: replacement)
    if case .slice = value {
      value = .slice(elements, start: start)
    } else {
      value = .array(elements)
    }
  }

  /// The elements of an array or slice, and the index of the first.
  func storage(of value: Value<S>) throws -> (elements: [Value<S>], start: Int) {
    switch value {
    case .array(let elements): (elements, 0)
    case .slice(let elements, let start): (elements, start)
    default: throw Trap.overlappingAccess
    }
  }

  /// A range of indices as offsets from the first element.
  func offsets(of range: Value<S>, in count: Int, start: Int) throws -> Range<Int> {
    guard case .range(let range) = range else { throw Trap.overlappingAccess }
    let lower = try range.lower?.asInt() ?? start
    var upper = try range.upper?.asInt() ?? start + count
    if range.kind == .closed || range.kind == .through {
      let (next, overflow) = upper.addingReportingOverflow(1)
      guard !overflow else { throw Trap.indexOutOfRange }
      upper = next
    }
    let end = start + count
    guard lower >= start, lower <= upper, upper <= end else { throw Trap.indexOutOfRange }
    return lower - start..<upper - start
  }
}
