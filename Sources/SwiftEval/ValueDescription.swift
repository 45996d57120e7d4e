import Diagnostics
public import MathCore

/// The text that `print` and interpolation give a value, which is Swift's to the letter unless
/// Doubles are written in another way.
struct ValueDescription<S: Scalar> {
  private(set) var text = ""
  /// The Doubles in the text.
  private(set) var numbers: [S] = []
  private let limit: Int
  private let numeral: (S) -> String

  /// - Parameters:
  ///   - limit: bytes, after which the text is cut.
  ///   - numeral: how Doubles are written.
  init(limit: Int, numeral: @escaping (S) -> String = { $0.binary64.description }) {
    self.limit = limit
    self.numeral = numeral
  }

  /// Whether the text was cut.
  var isCut: Bool { text.utf8.count > limit }

  /// - Parameter quoted: strings stand in quotes, as they do within arrays, tuples and optionals.
  mutating func write(_ value: Value<S>, _ type: Type, quoted: Bool = false) {
    guard !isCut else { return }
    switch value {
    case .void: text += "()"
    case .int(let value): text += value.description
    case .bool(let value): text += value.description
    case .scalar(let value):
      text += numeral(value)
      numbers.append(value)
    case .float(let value): text += value.description
    case .unsigned(let value):
      text += type == .splitMix64 ? "SplitMix64(state: \(value))" : value.description
    case .string(let value): text += quoted ? String(reflecting: value) : value
    case .character(let value): text += quoted ? String(reflecting: value) : String(value)
    case .array(let elements): list(elements, of: type.listElement)
    case .slice(let elements, _):
      text += quoted ? "ArraySlice(" : ""
      list(elements, of: type.listElement)
      text += quoted ? ")" : ""
    case .tuple(let elements): tuple(elements, type)
    case .none: text += "nil"
    case .some(let value): optional(value, type)
    case .function: text += "(Function)"
    case .range(let range): self.range(range, type, quoted: quoted)
    case .stride where quoted: text += type.sourceName(qualified: true)
    case .stride(let stride): self.stride(stride, type)
    case .view(let view, let bases): self.view(view, bases, type, quoted: quoted)
    case .record(let record): text += "Record \(record.signature.index)"
    case .box(let box): write(box.value, type, quoted: quoted)
    }
  }

  private mutating func list(_ elements: [Value<S>], of type: Type) {
    text += "["
    for (index, element) in elements.enumerated() {
      if isCut { return }
      if index > 0 { text += ", " }
      write(element, type, quoted: true)
    }
    text += "]"
  }

  private mutating func tuple(_ elements: [Value<S>], _ type: Type) {
    let parts: [Type.TupleElement] = if case .tuple(let parts) = type { parts } else { [] }
    text += "("
    for (index, element) in elements.enumerated() {
      if index > 0 { text += ", " }
      let part = parts.indices.contains(index) ? parts[index] : nil
      if let label = part?.label { text += label + ": " }
      write(element, part?.type ?? .error, quoted: true)
    }
    text += ")"
  }

  private mutating func optional(_ value: Value<S>, _ type: Type) {
    text += "Optional("
    if case .optional(let wrapped) = type { write(value, wrapped, quoted: true) }
    text += ")"
  }

  private mutating func range(_ range: RangeValue<S>, _ type: Type, quoted: Bool) {
    let bound = type.listElement
    let name = type.sourceName(qualified: quoted)
    switch range.kind {
    case .closed, .halfOpen:
      if quoted { text += range.kind == .closed ? "ClosedRange(" : "Range(" }
      if let lower = range.lower { write(lower, bound, quoted: true) }
      text += range.kind == .closed ? "..." : "..<"
      if let upper = range.upper { write(upper, bound, quoted: true) }
      text += quoted ? ")" : ""
    case .from: partial("\(name)(lowerBound: ", range.lower, bound)
    case .upTo, .through: partial("\(name)(upperBound: ", range.upper, bound)
    }
  }

  private mutating func partial(_ start: String, _ value: Value<S>?, _ type: Type) {
    text += start
    if let value { write(value, type, quoted: true) }
    text += ")"
  }

  private mutating func stride(_ stride: StrideValue<S>, _ type: Type) {
    text += stride.includesEnd ? "StrideThrough<" : "StrideTo<"
    text += "\(type.listElement.sourceName())>(_start: "
    write(stride.start, type.listElement, quoted: true)
    text += stride.includesEnd ? ", end: " : ", _end: "
    write(stride.end, type.listElement, quoted: true)
    text += stride.includesEnd ? ", stride: " : ", _stride: "
    write(stride.step, type.listElement, quoted: true)
    text += ")"
  }

  private mutating func view(_ view: SequenceView, _ bases: [Value<S>], _ type: Type, quoted: Bool)
  {
    let arguments: [Type] = if case .nominal(_, let arguments) = type { arguments } else { [] }
    text += type.sourceName(qualified: quoted) + "("
    for (index, base) in bases.enumerated() {
      if index > 0 { text += ", " }
      text += view == .zip ? "_sequence\(index + 1): " : "_base: "
      write(base, arguments.indices.contains(index) ? arguments[index] : .error, quoted: true)
    }
    text += ")"
  }
}

extension Type {
  /// The element type of an array or slice, the bound of a range or stride.
  fileprivate var listElement: Type {
    switch self {
    case .array(let element): element
    case .nominal(_, let arguments): arguments.first ?? .error
    case .int, .double, .float, .bool, .string, .character, .void, .never, .optional, .tuple,
      .function, .parameter, .variable, .error:
      .error
    }
  }

  /// The type as Swift's reflection names it: `Array<Int>`, or `Swift.Array<Swift.Int>`.
  fileprivate func sourceName(qualified: Bool = false) -> String {
    let module = qualified ? "Swift." : ""
    switch self {
    case .int, .double, .float, .bool, .string, .character, .never: return module + text
    case .void: return "()"
    case .optional(let wrapped):
      return module + "Optional<\(wrapped.sourceName(qualified: qualified))>"
    case .array(let element): return module + "Array<\(element.sourceName(qualified: qualified))>"
    case .tuple(let elements):
      let parts = elements.map { element in
        (element.label.map { $0 + ": " } ?? "") + element.type.sourceName(qualified: qualified)
      }
      return "(" + parts.joined(separator: ", ") + ")"
    case .function(let function):
      let parameters = function.parameters.map { $0.type.sourceName(qualified: qualified) }
      return "(" + parameters.joined(separator: ", ") + ") -> "
        + function.result.sourceName(qualified: qualified)
    case .nominal(let name, let arguments):
      guard !arguments.isEmpty else { return module + name }
      let parts = arguments.map { $0.sourceName(qualified: qualified) }
      return module + name + "<" + parts.joined(separator: ", ") + ">"
    case .parameter(let name): return name
    case .variable, .error: return "_"
    }
  }
}

extension Value {
  /// The text that Swift prints for the value.
  public func description(type: Type) -> String {
    var description = ValueDescription<S>(limit: .max)
    description.write(self, type)
    return description.text
  }
}

extension CellValue {
  /// The same text with the real numbers in it: up to 20 digits of each. Nil where there is no Double
  /// in it.
  public func realDescription(type: Type) -> String? {
    var description = ValueDescription<Reading>(limit: .max) { $0.real.text(significant: 20) }
    description.write(self, type)
    return description.numbers.isEmpty ? nil : description.text
  }

  /// The first number in the text that Swift prints for the value whose digits there are not those
  /// of the real number: see `RealNumber.differs`.
  public func computedDifference(type: Type) throws(ScalarFailure) -> ComputedDifference? {
    var description = ValueDescription<Reading>(limit: .max)
    description.write(self, type)
    return try description.difference()
  }
}

extension Machine {
  /// The text of a value, which counts as work by its length.
  func description(of value: Value<S>, type: Type, quoted: Bool = false) throws -> String {
    var description = ValueDescription<S>(limit: limits.elements * 16)
    description.write(value, type, quoted: quoted)
    let count = description.text.utf8.count
    try spend(textBytes: count, new: count)
    if S.readings == .both, let difference = try description.difference() { warn(difference) }
    return description.text
  }

  /// At the place of the instruction that is running.
  private func warn(_ difference: ComputedDifference) {
    guard let place = printing else { return }
    let function = place.function.takeUnretainedValue()
    warnings.note(
      Diagnostic(
        .warning, .computedDiffers(difference), in: function.excerpt,
        at: function.spanOfCode(at: place.pc), help: ComputedDifference.waysOut))
  }
}
