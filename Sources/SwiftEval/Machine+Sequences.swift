import MathCore

/// Iteration: arrays, ranges of Int and strides as they are, everything else as an array.
extension Machine {
  /// A sequence in the form that `next` reads.
  func iterable(_ value: Value<S>) throws -> Value<S> {
    switch value {
    case .array, .stride: return value
    case .range(let range):
      if case .int? = range.lower { return value }
      return .array(try elements(of: value))
    default: return .array(try elements(of: value))
    }
  }

  /// Reads the next element into the register, or says that there is none.
  func next(_ x: Instruction, _ r: Registers<S>) throws -> Bool {
    let (a, b, c) = (Int(x.a), Int(x.b), Int(x.c))
    let count = r.i[c]
    guard let element = try element(of: r.o[b], at: count) else { return false }
    r.i[c] = count &+ 1
    switch x.opcode {
    case .nextInt: r.i[a] = try element.asInt()
    case .nextScalar: r.s[a] = try element.asScalar()
    default: r.o[a] = element
    }
    return true
  }

  func element(of sequence: Value<S>, at count: Int) throws -> Value<S>? {
    switch sequence {
    case .array(let elements): count < elements.count ? elements[count] : nil
    case .range(let range): try range.element(at: count).map { .int($0) }
    case .stride(let stride): try stride.element(at: count)
    default: throw Trap.overlappingAccess
    }
  }

  /// All elements of a sequence, as an array would hold them.
  func elements(of value: Value<S>) throws -> [Value<S>] {
    switch value {
    case .array(let elements): return elements
    case .slice(let elements, _): return elements
    case .string(let text):
      try spend(elements: text.utf8.count)
      return text.map { .character($0) }
    case .range(let range):
      let bounds = try range.bounds()
      try spend(elements: bounds.count)
      return bounds.map { .int($0) }
    case .stride(let stride): return try elements(of: stride)
    case .view(let view, let bases): return try elements(of: view, bases)
    default: throw Trap.overlappingAccess
    }
  }

  private func elements(of stride: StrideValue<S>) throws -> [Value<S>] {
    var result: [Value<S>] = []
    while let element = try stride.element(at: result.count) {
      try spend(4)
      guard result.count < limits.elements else { throw Trap.elements(limits.elements) }
      result.append(element)
    }
    return result
  }

  private func elements(of view: SequenceView, _ bases: [Value<S>]) throws -> [Value<S>] {
    guard let base = bases.first else { throw Trap.overlappingAccess }
    switch view {
    case .reversed:
      let elements = try elements(of: base)
      try spend(elements: elements.count)
      return elements.reversed()
    case .enumerated:
      let elements = try elements(of: base)
      try spend(elements: elements.count * 2)
      return elements.enumerated().map { .tuple([.int($0.offset), $0.element]) }
    case .zip:
      guard bases.count == 2 else { throw Trap.overlappingAccess }
      return try zipped(bases[0], bases[1])
    }
  }

  /// Either side may be without end, such as `1...`.
  private func zipped(_ a: Value<S>, _ b: Value<S>) throws -> [Value<S>] {
    let (a, b) = (try iterable(a), try iterable(b))
    var result: [Value<S>] = []
    while let first = try element(of: a, at: result.count),
      let second = try element(of: b, at: result.count)
    {
      try spend(8)
      guard result.count < limits.elements else { throw Trap.elements(limits.elements) }
      result.append(.tuple([first, second]))
    }
    return result
  }
}

extension RangeValue {
  /// The bounds of a range of Int that ends, half open.
  func bounds() throws -> Range<Int> {
    guard let lower = try lower?.asInt(), var upper = try upper?.asInt() else {
      throw Trap.elements(Int.max)
    }
    if kind == .closed {
      let (next, overflow) = upper.addingReportingOverflow(1)
      guard !overflow else { throw Trap.overflow }
      upper = next
    }
    guard lower <= upper else { throw Trap.invalidRange }
    return lower..<upper
  }

  /// The element of a range of Int by its position; nil past the end.
  func element(at position: Int) throws -> Int? {
    guard let lower = try lower?.asInt() else { throw Trap.overlappingAccess }
    let (value, overflow) = lower.addingReportingOverflow(position)
    guard let upper = try upper?.asInt() else {
      if overflow { throw Trap.overflow }
      return value
    }
    if overflow { return nil }
    return value < upper || (kind == .closed && value == upper) ? value : nil
  }
}

extension StrideValue {
  /// The element by its position; nil past the end.
  ///
  /// As the standard library computes it: `start + position · step` for Double (not by repeated
  /// addition) with one rounding, and a stride `through` an end that the steps pass over does not give it.
  func element(at position: Int) throws -> Value<S>? {
    switch (start, end, step) {
    case (.int(let start), .int(let end), .int(let step)):
      let (offset, overflow) = step.multipliedReportingOverflow(by: position)
      let (value, overflow2) = start.addingReportingOverflow(offset)
      if overflow || overflow2 { return nil }
      let isBefore = step > 0 ? value < end : value > end
      return isBefore || (includesEnd && value == end) ? .int(value) : nil
    case (.scalar(let start), .scalar(let end), .scalar(let step)):
      let value = position == 0 ? start : try S.addProduct(start, S(position), step)
      if let count { return position < count ? .scalar(value) : nil }
      let isUpward = try S.isLess(S(0), step)
      let isBefore = try isUpward ? S.isLess(value, end) : S.isLess(end, value)
      if isBefore { return .scalar(value) }
      return try includesEnd && S.isEqual(value, end) ? .scalar(value) : nil
    case (.float(let start), .float(let end), .float(let step)):
      let value = position == 0 ? start : start.addingProduct(Float(position), step)
      let isBefore = step > 0 ? value < end : value > end
      return isBefore || (includesEnd && value == end) ? .float(value) : nil
    default: throw Trap.overlappingAccess
    }
  }
}
