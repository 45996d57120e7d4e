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

  /// The format for one number: the places of a percentage depend on its size.
  func format(for x: Double) -> NumberFormat {
    switch notation {
    case .automatic:
      if let decimals { return .decimals(decimals) }
      return significant.map { .significant($0) } ?? .automatic
    case .scientific: return .scientific(significant: significant ?? decimals.map { $0 + 1 } ?? 6)
    case .fraction: return .fraction(maximumDenominator: 9_999)
    case .percent:
      if let decimals { return .percent(decimals: decimals) }
      guard let significant else { return .percent(decimals: 2) }
      let leading = DecimalRounding.rounded(x, significant: significant)?.leadingExponent ?? 0
      return .percent(decimals: max(0, significant - 1 - (leading + 2)))
    }
  }

  /// Nil for what is no number.
  func published(_ value: CellValue, typography: NumberTypography) -> PublishedNumber? {
    switch value.unwrapped {
    case .int(let value):
      return format(for: Double(value)).published(value, typography: typography)
    case .scalar(let x): return format(for: x).published(x, typography: typography)
    case .float(let x): return format(for: Double(x)).published(Double(x), typography: typography)
    default: return nil
    }
  }
}
