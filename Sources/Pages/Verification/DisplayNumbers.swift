import Cells
import MathCore

/// The numbers that a display shows, or that its call is written with: a numeral that links to the
/// display, or stands in its caption, is founded if it is among them.
struct DisplayNumbers {
  fileprivate struct Number {
    var text: String
    var value: Rational
    /// Of a number that is shown rounded, the power of ten of its last digit; nil for an exact one.
    var place: Int?
  }

  private let output: CellOutput
  private let typography: NumberTypography
  private let shown: [Number]
  /// Read where what is shown does not suffice: most captions repeat their claims.
  private lazy var literals = CallLiterals(source)
  private lazy var written = writtenNumbers()
  private let source: String

  /// - Parameter source: the call that made the display.
  init(_ output: CellOutput, source: String, typography: NumberTypography) {
    self.output = output
    self.source = source
    self.typography = typography
    shown = Self.numbers(of: output, typography)
  }

  /// Whether a numeral says no more than one of the numbers: `0.90` is more than 0.9 in a table.
  mutating func holds(_ numeral: String) -> Bool {
    guard let value = NumeralValue(numeral, typography: typography) else { return false }
    return value.isFounded(on: shown) || value.isFounded(on: shown + written)
  }

  /// The numbers that are nearest to a numeral, the nearest first.
  mutating func nearest(to numeral: String, count: Int) -> [String] {
    let wanted = NumeralValue(numeral, typography: typography)?.numbers.first ?? .zero
    let distances = (written + shown).map {
      (number: $0, distance: ($0.value - wanted).magnitude)
    }
    var values: Set<Rational> = []
    return distances.sorted { $0.distance < $1.distance }
      .filter { values.insert($0.number.value).inserted }
      .prefix(count).map(\.number.text)
  }

  /// The numerals of a caption that are interpolated, and not typed.
  private mutating func interpolatedNumerals(in caption: String) -> [String] {
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
  /// The literals of the call, and what its caption interpolates.
  private mutating func writtenNumbers() -> [Number] {
    let interpolated = output.caption.map { interpolatedNumerals(in: $0) } ?? []
    return literals.numbers.map { Number(text: $0.text, value: $0.value) }
      + interpolated.flatMap { Self.numbers(of: $0, isStated: false, typography) }
  }

  private static func numbers(
    of output: CellOutput, _ typography: NumberTypography
  ) -> [Number] {
    switch output {
    case .check(let check): numbers(of: check)
    case .table(let table):
      table.rows.joined().flatMap { numbers(in: $0.text, isStated: false, typography) }
    case .figure, .claims, .formula, .slider, .text: []
    }
  }

  private static func numbers(of check: CheckOutput) -> [Number] {
    // In English, whatever the site's language: as claims are.
    let words = VerdictWords.english
    let stated = [check.text] + (check.verdict.domain.map { [words.text(of: $0)] } ?? [])
    let found = [words.name(of: check.verdict.method), words.remarks(on: check.verdict) ?? ""]
    return stated.flatMap { numbers(in: $0, isStated: true, .english) }
      + found.flatMap { numbers(in: $0, isStated: false, .english) }
  }

  /// - Parameter isStated: whether the text is a claim's, in which a number is rounded only to six
  ///   digits or more.
  private static func numbers(
    in text: String, isStated: Bool, _ typography: NumberTypography
  ) -> [Number] {
    let scalars = Array(text.unicodeScalars)
    return NumeralScanner.numerals(in: scalars, typography: typography).flatMap { range in
      // The first digits of more do not say what the number is.
      let isCut = range.upperBound < scalars.count && scalars[range.upperBound] == "…"
      let numeral = String(String.UnicodeScalarView(scalars[range]))
      return isCut ? [] : numbers(of: numeral, isStated: isStated, typography)
    }
  }

  private static func numbers(
    of numeral: String, isStated: Bool, _ typography: NumberTypography
  ) -> [Number] {
    guard let value = NumeralValue(numeral, typography: typography) else { return [] }
    let digits = numeral.drop { !$0.isNumber || $0 == "0" }.count(where: \.isNumber)
    let place = isStated && digits < 6 ? nil : value.place
    return value.numbers.map { Number(text: numeral, value: $0, place: place) }
  }
}

extension NumeralValue {
  /// Whether each of its numbers is one of a display's, and says no more.
  fileprivate func isFounded(on numbers: [DisplayNumbers.Number]) -> Bool {
    self.numbers.allSatisfy { wanted in
      numbers.contains { number in
        guard number.value == wanted else { return false }
        guard let shown = number.place else { return true }
        return place.map { $0 >= shown } ?? false
      }
    }
  }
}
