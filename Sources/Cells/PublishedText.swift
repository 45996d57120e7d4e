import MathCore
import SwiftEval

/// A value that an inline value publishes: a number, of which the real reading is shown, or a text.
struct PublishedText {
  private enum Content {
    /// An `Int` is inserted with all of its digits.
    case whole(Int)
    case number(Reading)
    case text(String)
    /// The text that Swift prints for an array, a tuple and the like.
    case printed(CellValue, Type)
  }

  /// A text as it stands on the page, with the place of its last digit and what decided it.
  struct Inserted {
    let text: String
    let place: Int?
    let precision: Int?
  }

  private let content: Content

  /// Nil for functions and displays.
  init?(_ value: CellValue, _ type: Type) {
    switch value.unwrapped {
    case .int(let number): content = .whole(number)
    case .scalar(let number): content = .number(number)
    case .float(let number): content = .number(Reading(Double(number)))
    case .unsigned(let number):
      content = Int(exactly: number).map { .whole($0) } ?? .number(Reading(number))
    case .void, .function, .record, .box: return nil
    default: content = .printed(value.unwrapped, type)
    }
  }

  /// What a run cell printed: a number is that decimal, exactly.
  init(printed text: String) {
    if let whole = Int(text) {
      content = .whole(whole)
    } else if let number = PrintedNumber(text)?.value {
      content = .number(Reading(real: RealNumber(number), binary64: number.double))
    } else {
      content = .text(text)
    }
  }

  /// Both readings; nil for a text.
  var reading: Reading? {
    switch content {
    case .whole(let number): Reading(number)
    case .number(let reading): reading
    case .text, .printed: nil
    }
  }

  /// What is inserted where the author wrote no text.
  ///
  /// - Throws: `undecidedValue` where the digits are not decided.
  func inserted(
    _ format: ValueFormat, typography: NumberTypography
  ) throws(ScalarFailure) -> Inserted {
    let number: PublishedNumber
    switch content {
    case .whole(let value):
      number = format.numberFormat.published(value, typography: typography)
    case .number(let reading):
      number = try reading.real.published(format.numberFormat, typography: typography)
    case .text(let text): return Inserted(text: text, place: nil, precision: nil)
    case .printed(let value, let type):
      return Inserted(text: value.description(type: type), place: nil, precision: nil)
    }
    return Inserted(text: number.text, place: number.place, precision: number.precision)
  }

  /// The text that is inserted where there is none, if it is the whole value: not for 1/3.
  func wholeText(typography: NumberTypography) -> String? {
    guard let exact = reading?.real.rational,
      let text = try? inserted(ValueFormat(), typography: typography).text,
      DecimalText(text, typography: typography)?.shown == exact
    else { return nil }
    return text
  }

  /// What Swift computes, where the digits shown are not those of that, too.
  ///
  /// - Parameter place: the power of ten of the last digit shown; nil where a value is shown whole.
  func computedDifference(place: Int?) throws(ScalarFailure) -> ComputedDifference? {
    switch content {
    case .whole, .text: nil
    case .number(let reading): try ComputedDifference(reading, place: place)
    case .printed(let value, let type): try value.computedDifference(type: type)
    }
  }
}
