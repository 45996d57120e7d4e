import MathCore

/// The notation of a column's numbers that are rounded to significant digits: one for all of them, so
/// that they can be compared at a glance.
enum ColumnNotation {
  /// The same for each by itself.
  case own
  /// A whole part has all of its digits, more than are asked for.
  case positional
  case scientific

  /// Whole parts of more digits are hard to read.
  private static let positionalLimit = 1e9

  init(_ cells: [TableCellWriter.Entry]) {
    let numbers = cells.filter(\.isRoundedToSignificantDigits)
    let scientific = numbers.filter(\.isScientific)
    guard !scientific.isEmpty, numbers.contains(where: \.isPositional) else {
      self = .own
      return
    }
    let haveWholeParts = scientific.allSatisfy { cell in
      guard let place = cell.number?.place, let value = cell.value.number else { return false }
      return place > 0 && abs(value) < Self.positionalLimit
    }
    self = haveWholeParts ? .positional : .scientific
  }

  /// Nil where the number stands as it is.
  func format(for cell: TableCellWriter.Entry) -> NumberFormat? {
    guard cell.isRoundedToSignificantDigits else { return nil }
    switch self {
    case .own: return nil
    case .positional: return cell.isScientific ? .decimals(0) : nil
    case .scientific: return cell.isPositional ? cell.format.scientific : nil
    }
  }
}

extension TableCellWriter.Entry {
  fileprivate var isRoundedToSignificantDigits: Bool {
    format.significant != nil && format.notation == .automatic
  }

  fileprivate var isScientific: Bool { number?.text.contains("×") ?? false }

  /// Zero is the same in both notations.
  fileprivate var isPositional: Bool {
    guard let number, number.integerWidth != nil, !isScientific else { return false }
    return number.text.contains { $0.isNumber && $0 != "0" }
  }
}

extension ValueFormat {
  /// The same digits in scientific notation.
  fileprivate var scientific: NumberFormat {
    var format = self
    format.notation = .scientific
    return format.numberFormat
  }
}
