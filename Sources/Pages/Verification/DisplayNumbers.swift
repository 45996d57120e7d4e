import Cells
import MathCore

/// The numbers that a display shows, or that its call is written with: a numeral that links to the
/// display, or stands in its caption, is founded if it is among them.
struct DisplayNumbers {
  private struct Number {
    var text: String
    var value: Rational
    /// Of a number that is shown rounded, the power of ten of its last digit; nil for an exact one.
    var place: Int?
  }

  private var numbers: [Number] = []
  private let typography: NumberTypography
  private let literals: CallLiterals

  /// - Parameter source: the call that made the display.
  init(_ output: CellOutput, source: String, typography: NumberTypography) {
    self.typography = typography
    literals = CallLiterals(source)
    numbers = literals.numbers.map { Number(text: $0.text, value: $0.value) }
    switch output {
    case .check(let check):
      add(textOf: check.text, isStated: true)
      add(textOf: check.verdict.domain, isStated: true)
      add(textOf: check.verdict.method, isStated: false)
      add(textOf: check.verdict.detail ?? "", isStated: false)
    case .table(let table):
      for cell in table.rows.joined() { add(textOf: cell.text, isStated: false) }
    case .figure, .claims, .formula, .slider, .text: break
    }
    if let caption = output.caption { add(caption: caption) }
  }

  /// Whether a numeral says no more than one of the numbers: `0.90` is not founded on 0.9 of a table.
  func found(_ numeral: String) -> Bool {
    guard let value = NumeralValue(numeral, typography: typography) else { return false }
    return value.numbers.allSatisfy { wanted in
      numbers.contains { number in
        guard number.value == wanted else { return false }
        guard let shown = number.place else { return true }
        return value.place.map { $0 >= shown } ?? false
      }
    }
  }

  /// The numbers that are nearest to a numeral, the nearest first.
  func nearest(to numeral: String, count: Int) -> [String] {
    let wanted = NumeralValue(numeral, typography: typography)?.numbers.first ?? .zero
    let distances = numbers.map { (number: $0, distance: ($0.value - wanted).magnitude) }
    var values: Set<Rational> = []
    return distances.sorted { $0.distance < $1.distance }
      .filter { values.insert($0.number.value).inserted }
      .prefix(count).map(\.number.text)
  }

  /// The numerals of a caption that are interpolated, and not typed.
  func interpolatedNumerals(in caption: String) -> [String] {
    guard let typed = literals.caption, typed.unicodeScalars.contains(ProseText.gap) else {
      return []
    }
    var rest = ProseText(caption: typed).numerals(typography)
    return ProseText(caption: caption).numerals(typography).filter { numeral in
      guard let index = rest.firstIndex(of: numeral) else { return true }
      rest.remove(at: index)
      return false
    }
  }
}

extension DisplayNumbers {
  private mutating func add(caption: String) {
    for numeral in interpolatedNumerals(in: caption) { add(numeral, isStated: false) }
  }

  /// - Parameter isStated: whether the text is a claim's, in which a number is cut only after six
  ///   digits.
  private mutating func add(textOf text: String, isStated: Bool) {
    let scalars = Array(text.unicodeScalars)
    for range in NumeralScanner.numerals(in: scalars, typography: typography) {
      // The first digits of more do not say what the number is.
      let isCut = range.upperBound < scalars.count && scalars[range.upperBound] == "…"
      if !isCut { add(String(String.UnicodeScalarView(scalars[range])), isStated: isStated) }
    }
  }

  private mutating func add(_ numeral: String, isStated: Bool) {
    guard let value = NumeralValue(numeral, typography: typography) else { return }
    let digits = numeral.drop { !$0.isNumber || $0 == "0" }.count(where: \.isNumber)
    let isExact = isStated && digits < 6
    for number in value.numbers {
      numbers.append(Number(text: numeral, value: number, place: isExact ? nil : value.place))
    }
  }
}
