import MathCore

/// Carries values of one number system into another: captured values and globals into a derivative
/// or a trace, where they are constants.
///
/// Converting a number throws where it is no constant.
///
/// A class for its memo, which keeps shared boxes shared.
final class Lifting<From: Scalar, To: Scalar> {
  private let convert: (From) throws -> To
  private let graveyard: Graveyard<To>
  /// Boxes within boxes: closures that refer to variables that hold closures.
  private var depth = 0
  private var boxes: [ObjectIdentifier: Box<To>] = [:]
  /// Closures are immutable and often the same from call to call.
  private var closures: [ObjectIdentifier: (source: Closure<From>, lifted: Closure<To>)] = [:]

  init(graveyard: Graveyard<To>, _ convert: @escaping (From) throws -> To) {
    self.graveyard = graveyard
    self.convert = convert
  }

  /// Forgets the variables of the last run: they may have changed since.
  func reset() {
    guard !boxes.isEmpty else { return }
    boxes.removeAll()
    closures.removeAll()
  }

  func lift(_ value: Value<From>) throws -> Value<To> {
    switch value {
    case .void: .void
    case .int(let value): .int(value)
    case .bool(let value): .bool(value)
    case .scalar(let value): .scalar(try convert(value))
    case .float(let value): .float(value)
    case .unsigned(let value): .unsigned(value)
    case .string(let value): .string(value)
    case .character(let value): .character(value)
    case .array(let elements): .array(try elements.map(lift))
    case .slice(let elements, let start): .slice(try elements.map(lift), start: start)
    case .tuple(let elements): .tuple(try elements.map(lift))
    case .none: .none
    case .some(let value): .some(try lift(value))
    case .function(let closure): .function(try lift(closure))
    case .range(let range):
      .range(
        RangeValue<To>(
          range.kind, lower: try range.lower.map { try lift($0) },
          upper: try range.upper.map { try lift($0) }))
    case .stride(let stride):
      .stride(
        try StrideValue(
          start: lift(stride.start), end: lift(stride.end), step: lift(stride.step),
          includesEnd: stride.includesEnd, count: stride.count))
    case .view(let view, let bases): .view(view, try bases.map(lift))
    case .record(let record): .record(try lift(record))
    case .box(let box): .box(try lift(box))
    }
  }

  func lift(_ closure: Closure<From>) throws -> Closure<To> {
    if let known = closures[ObjectIdentifier(closure)] { return known.lifted }
    let target: Closure<To>.Target =
      switch closure.target {
      case .compiled(let id): .compiled(id)
      case .derivative(let index): .derivative(withRespectTo: index)
      }
    let lifted = Closure<To>(
      target, captures: try closure.captures.map(lift), depth: closure.depth)
    if closures.count > 1_000 { closures.removeAll() }
    closures[ObjectIdentifier(closure)] = (closure, lifted)
    return lifted
  }

  private func lift(_ box: Box<From>) throws -> Box<To> {
    if let known = boxes[ObjectIdentifier(box)] { return known }
    guard depth < 20 else { throw Trap.nesting(20) }
    depth += 1
    defer { depth -= 1 }
    let lifted = Box<To>(.void, graveyard: graveyard)
    boxes[ObjectIdentifier(box)] = lifted
    lifted.value = try lift(box.value)
    return lifted
  }

  private func lift(_ record: Record<From>) throws -> Record<To> {
    try Record(
      signature: record.signature, receiver: record.receiver.map { try lift($0) },
      arguments: record.arguments.map { try $0.map { try lift($0) } }, span: record.span,
      excerpt: record.excerpt, depth: record.depth)
  }
}
