import Diagnostics
import SwiftEval

/// A record of the vocabulary with its arguments by name.
struct RecordCall {
  let record: Record<Double>
  let signature: Vocabulary.Signature

  /// Nil for a value that is no record.
  init?(_ value: CellValue) {
    guard case .record(let record) = value.unwrapped,
      let signature = DisplayVocabulary.vocabulary.signature(record.signature)
    else { return nil }
    self.record = record
    self.signature = signature
  }

  /// `Chart`, `ChartContent`, `expect`.
  var typeName: String { signature.typeName ?? signature.baseName }
  var name: String { signature.baseName }
  var isInitializer: Bool { signature.baseName == "init" }

  /// The argument of a parameter, by its name inside of the declaration; nil where it is left out.
  subscript(_ parameter: String) -> CellValue? {
    guard let index = signature.parameterNames.firstIndex(of: parameter),
      record.arguments.indices.contains(index), let argument = record.arguments[index]
    else { return nil }
    if case .none = argument { return nil }
    return argument.unwrapped
  }

  func text(_ parameter: String) -> String? {
    if case .string(let text)? = self[parameter] { text } else { nil }
  }

  func number(_ parameter: String) -> Double? { self[parameter]?.number }

  func int(_ parameter: String) -> Int? {
    if case .int(let value)? = self[parameter] { value } else { nil }
  }

  func function(_ parameter: String) -> FunctionValue? { self[parameter]?.functionValue }

  func closedRange(_ parameter: String) -> ClosedRange<Double>? {
    guard case .range(let range)? = self[parameter], let lower = range.lower?.number,
      let upper = range.upper?.number, lower <= upper
    else { return nil }
    return lower...upper
  }

  /// The name of a case of an enumeration.
  func choice(_ parameter: String) -> String? {
    self[parameter].flatMap { RecordCall($0)?.name }
  }

  /// What is applied to the receiver comes after what made it: the receiver first.
  var receiver: RecordCall? { record.receiver.flatMap { RecordCall($0) } }
}

extension Value<Double> {
  /// Without the optionals around it.
  var unwrapped: CellValue {
    var value = self
    while case .some(let inner) = value { value = inner }
    return value
  }

  /// A `Double`, `Int` or `Float` as a Double.
  var number: Double? {
    switch unwrapped {
    case .scalar(let x): x
    case .int(let x): Double(x)
    case .float(let x): Double(x)
    default: nil
    }
  }

  var functionValue: FunctionValue? {
    if case .function(let function) = unwrapped { function } else { nil }
  }

  /// The elements of an array; empty for anything else.
  var listElements: [CellValue] {
    if case .array(let elements) = unwrapped { elements } else { [] }
  }

  /// The elements of a sequence of the library, `limit` at most; nil for what is none, or has no end.
  func elements(limit: Int) -> [CellValue]? {
    switch unwrapped {
    case .array(let elements), .slice(let elements, _): return Array(elements.prefix(limit))
    case .string(let text): return text.prefix(limit).map { .character($0) }
    case .range(let range): return Self.elements(of: range, limit)
    case .stride(let stride): return Self.elements(of: stride, limit)
    case .view(let view, let bases): return Self.elements(of: view, bases, limit)
    default: return nil
    }
  }

  private static func elements(of range: RangeValue<Double>, _ limit: Int) -> [CellValue]? {
    guard case .int(let lower)? = range.lower else { return nil }
    switch (range.kind, range.upper) {
    case (.closed, .int(let upper)?): return (lower...upper).prefix(limit).map { .int($0) }
    case (.halfOpen, .int(let upper)?): return (lower..<upper).prefix(limit).map { .int($0) }
    default: return nil
    }
  }

  private static func elements(of stride: StrideValue<Double>, _ limit: Int) -> [CellValue]? {
    var result: [CellValue] = []
    if case .int(let start) = stride.start, case .int(let end) = stride.end,
      case .int(let step) = stride.step, step != 0
    {
      var next = start
      while result.count < limit, isBefore(next, end, step > 0, stride.includesEnd) {
        result.append(.int(next))
        let (sum, overflows) = next.addingReportingOverflow(step)
        if overflows { break }
        next = sum
      }
      return result
    }
    guard let start = stride.start.number, let end = stride.end.number,
      let step = stride.step.number, step != 0
    else { return nil }
    while result.count < limit {
      let next = start.addingProduct(Double(result.count), step)
      guard isBefore(next, end, step > 0, stride.includesEnd) else { break }
      result.append(.scalar(next))
    }
    return result
  }

  private static func isBefore<T: Comparable>(
    _ x: T, _ end: T, _ rises: Bool, _ includesEnd: Bool
  ) -> Bool {
    if includesEnd, x == end { return true }
    return rises ? x < end : x > end
  }

  private static func elements(
    of view: SequenceView, _ bases: [CellValue], _ limit: Int
  ) -> [CellValue]? {
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
