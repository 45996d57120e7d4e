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

  var isAutomatic: Bool { self == ValueFormat() }

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

  /// Nil for what is no number.
  func published(_ value: CellValue, typography: NumberTypography) -> PublishedNumber? {
    switch value.unwrapped {
    case .int(let value):
      return numberFormat.published(value, typography: typography)
    case .scalar(let x): return numberFormat.published(x.binary64, typography: typography)
    case .float(let x): return numberFormat.published(Double(x), typography: typography)
    default: return nil
    }
  }
}
