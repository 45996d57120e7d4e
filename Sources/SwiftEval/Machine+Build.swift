import Diagnostics
import MathCore

extension Machine {
  /// Makes values of values, and takes them apart.
  func build(
    _ x: Instruction, _ function: Unmanaged<CompiledFunction>, _ r: Registers<S>
  ) throws {
    let (a, b, c) = (Int(x.a), Int(x.b), Int(x.c))
    switch x.opcode {
    case .makeArray:
      try spend(elements: c)
      r.o[a] = .array(taken(b, c, r))
    case .makeTuple: r.o[a] = .tuple(taken(b, c, r))
    case .tupleObject: r.o[a] = try component(r.o[b], c)
    case .tupleInt: r.i[a] = try component(r.o[b], c).asInt()
    case .tupleScalar: r.s[a] = try component(r.o[b], c).asScalar()
    case .makeSome: r.o[a] = .some(r.o[b])
    case .isSome: if case .none = r.o[b] { r.i[a] = 0 } else { r.i[a] = 1 }
    case .unwrap, .assumeSome:
      guard case .some(let value) = r.o[b] else { throw Trap.unwrappedNil }
      r.o[a] = value
    case .makeClosure: r.o[a] = try closure(b, taken(c, Int(x.small), r))
    case .makeRecord: r.o[a] = try record(program.records[b], c, function, r)
    case .append: try append(x, r)
    case .appendString: try appendString(x, r)
    default:
      let text = try description(of: r.o[b], type: program.types[c])
      r.o[a] = .string(text)
    }
  }

  /// Moves values out of consecutive registers.
  func taken(_ first: Int, _ count: Int, _ r: Registers<S>) -> [Value<S>] {
    var values: [Value<S>] = []
    values.reserveCapacity(count)
    for index in first..<first + count {
      values.append(r.o[index])
      r.o[index] = .void
    }
    return values
  }

  private func component(_ value: Value<S>, _ index: Int) throws -> Value<S> {
    guard case .tuple(let elements) = value, elements.indices.contains(index) else {
      throw Trap.overlappingAccess
    }
    return elements[index]
  }

  private func closure(_ id: Int, _ captures: [Value<S>]) throws -> Value<S> {
    let depth = 1 + captures.reduce(0) { max($0, $1.depth) }
    guard depth <= Value<S>.greatestDepth else { throw Trap.nesting(Value<S>.greatestDepth) }
    return .function(Closure(.compiled(id), captures: captures, depth: depth))
  }

  private func record(
    _ shape: RecordShape, _ first: Int, _ function: Unmanaged<CompiledFunction>,
    _ r: Registers<S>
  ) throws -> Value<S> {
    var next = first
    func take() -> Value<S> {
      defer { next += 1 }
      let value = r.o[next]
      r.o[next] = .void
      return value
    }
    let receiver = shape.hasReceiver ? take() : nil
    let arguments = shape.isPresent.map { $0 ? take() : nil }
    let depth =
      1 + max(receiver?.depth ?? 0, arguments.reduce(0) { max($0, $1?.depth ?? 0) })
    guard depth <= Value<S>.greatestDepth else { throw Trap.nesting(Value<S>.greatestDepth) }
    let excerpt = function.takeUnretainedValue().excerpt
    return .record(
      Record(
        signature: shape.signature, receiver: receiver, arguments: arguments,
        span: excerpt.span(shape.span), excerpt: excerpt, depth: depth))
  }

  private func append(_ x: Instruction, _ r: Registers<S>) throws {
    let (a, b) = (Int(x.a), Int(x.b))
    var target = Value<S>.void
    swap(&target, &r.o[a])
    guard case .array(var elements) = target else { throw Trap.overlappingAccess }
    target = .void
    try spend(4)
    guard elements.count < limits.elements else { throw Trap.elements(limits.elements) }
    elements.append(r.o[b])
    r.o[b] = .void
    r.o[a] = .array(elements)
  }

  private func appendString(_ x: Instruction, _ r: Registers<S>) throws {
    let (a, b) = (Int(x.a), Int(x.b))
    guard case .string(let piece) = r.o[b] else { throw Trap.overlappingAccess }
    var target = Value<S>.void
    swap(&target, &r.o[a])
    guard case .string(var text) = target else { throw Trap.overlappingAccess }
    target = .void
    try spend(textBytes: text.utf8.count + piece.utf8.count, new: piece.utf8.count)
    text += piece
    r.o[a] = .string(text)
  }

  /// Counts the bytes of a string that is about to be made, `new` of which take work.
  func spend(textBytes count: Int, new: Int) throws {
    guard count / 16 <= limits.elements else { throw Trap.elements(limits.elements) }
    try spend(1 + new / 4)
  }
}

/// Elements of arrays by index: the common subscript, and `count`.
extension Machine {
  func readElement(_ x: Instruction, _ r: Registers<S>) throws {
    let (a, b, c) = (Int(x.a), Int(x.b), Int(x.c))
    switch x.opcode {
    case .count: r.i[a] = try elementCount(r.o[b])
    case .elementObject: r.o[a] = try element(r.o[b], r.i[c])
    case .elementInt: r.i[a] = try element(r.o[b], r.i[c]).asInt()
    default: r.s[a] = try element(r.o[b], r.i[c]).asScalar()
    }
  }

  private func elementCount(_ value: Value<S>) throws -> Int {
    switch value {
    case .array(let elements): elements.count
    case .slice(let elements, _): elements.count
    default: throw Trap.overlappingAccess
    }
  }

  func element(_ value: Value<S>, _ index: Int) throws -> Value<S> {
    switch value {
    case .array(let elements):
      guard index >= 0, index < elements.count else { throw Trap.indexOutOfRange }
      return elements[index]
    case .slice(let elements, let start):
      let (offset, overflow) = index.subtractingReportingOverflow(start)
      guard !overflow, offset >= 0, offset < elements.count else { throw Trap.indexOutOfRange }
      return elements[offset]
    default: throw Trap.overlappingAccess
    }
  }
}
