import Diagnostics
import MathCore
import SwiftEval

/// How a column or an inline value asks for its numbers: `decimals: 6`, `notation: .percent`.
struct ValueFormat: Hashable, Sendable {
  enum Notation: String, Hashable, Sendable, CaseIterable {
    case automatic, scientific, fraction, percent
  }

  var decimals: Int?
  var significant: Int?
  var notation = Notation.automatic

  /// What is asked for by the arguments of a call.
  init(_ call: RecordCall) {
    decimals = call.int("decimals")
    significant = call.int("significant")
    notation = call.choice("notation").flatMap(Notation.init) ?? .automatic
  }

  init() {}

  /// Where one part of the format leaves another nothing to say.
  var conflict: Diagnostic.Message? {
    if decimals != nil, significant != nil { return .conflictingFormats("decimals", "significant") }
    guard notation == .fraction, decimals != nil || significant != nil else { return nil }
    return .conflictingFormats(decimals == nil ? "significant" : "decimals", "notation: .fraction")
  }

  var numberFormat: NumberFormat {
    switch notation {
    case .automatic:
      if let decimals { return .decimals(decimals) }
      return significant.map { .significant($0) } ?? .automatic
    case .scientific: return .scientific(significant: significant ?? decimals.map { $0 + 1 } ?? 6)
    case .fraction: return .fraction
    case .percent:
      if let decimals { return .percent(decimals: decimals) }
      return significant.map { .significantPercent($0) } ?? .percent(decimals: 2)
    }
  }

  /// The real value rightly rounded; nil for what is no number.
  ///
  /// - Throws: `undecidedValue` where the digits are not decided.
  func published(
    _ value: CellValue, typography: NumberTypography
  ) throws(ScalarFailure) -> PublishedNumber? {
    switch value.unwrapped {
    case .int(let number): return numberFormat.published(number, typography: typography)
    case .scalar(let number): return try number.real.published(numberFormat, typography: typography)
    case .float(let number):
      return numberFormat.published(Double(number), typography: typography)
    case .unsigned(let number):
      return try Reading(number).real.published(numberFormat, typography: typography)
    default: return nil
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func conflictingFormats(_ a: String, _ b: String) -> Self {
    Self(id: "bad-format", text: "`\(a)` and `\(b)` cannot both be asked for")
  }
}
