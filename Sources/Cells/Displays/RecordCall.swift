import Diagnostics
import MathCore
import SwiftEval

/// A record of the vocabulary with its arguments by name.
struct RecordCall {
  let record: Record<Reading>
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

extension Reading {
  /// Exactly, also beyond the whole numbers that binary64 has.
  init(_ number: UInt64) { self.init(literal: Double(number), text: number.description) }
}

extension CellValue {
  /// Without the optionals around it.
  var unwrapped: CellValue {
    var value = self
    while case .some(let inner) = value { value = inner }
    return value
  }

  /// What Swift computes for a number of any type, as a Double.
  var number: Double? {
    switch unwrapped {
    case .scalar(let x): x.binary64
    case .int(let x): Double(x)
    case .float(let x): Double(x)
    case .unsigned(let x): Double(x)
    default: nil
    }
  }

  /// Both readings of a number of any type.
  var reading: Reading? {
    switch unwrapped {
    case .scalar(let x): x
    case .int(let x): Reading(x)
    case .float(let x): Reading(Double(x))
    case .unsigned(let x): Reading(x)
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
}
