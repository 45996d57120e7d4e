import LessonSyntax
import Typesetting

/// Words beside the formulas of statements, in the site's language.
struct StatementWords {
  let increases: String
  let decreases: String
  private let atOnePoint: String
  /// With `{count}`.
  private let atPoints: String
  /// With `{bound}`.
  private let withinUlps: String
  /// With `{columns}`.
  private let savedColumns: String
  private let and: String
  let inFormulas: FormulaNotation.Words
  private let meanings: [FormulaTree.FloatingPoint: String]

  /// English where the words are not known.
  static func words(for language: String) -> StatementWords {
    LanguageTag(language).choose(english: english, german: german)
  }

  /// After an equation, at how many points it holds.
  func holds(at count: Int) -> String {
    count == 1 ? atOnePoint : atPoints.replacing("{count}", with: String(count))
  }

  /// After an equation with what binary64 makes of a value.
  func within(ulps bound: String) -> String { withinUlps.replacing("{bound}", with: bound) }

  /// What the names in a statement about recorded data are.
  func saved(_ column: String, over argument: String) -> String {
    savedColumns.replacing("{columns}", with: "\(column) \(and) \(argument)")
  }

  /// What the signs for floating-point numbers in a formula mean: "fl: as computed in binary64"; nil
  /// where there are none.
  func explanation(of formula: FormulaTree) -> String? {
    let signs = formula.floatingPointSigns
    let meanings = FormulaTree.FloatingPoint.allCases.filter(signs.contains).compactMap { sign in
      self.meanings[sign].map { "\(sign.rawValue): \($0)" }
    }
    return meanings.isEmpty ? nil : meanings.joined(separator: "; ")
  }

  static let english = StatementWords(
    increases: "is strictly increasing", decreases: "is strictly decreasing",
    atOnePoint: "at exactly one point", atPoints: "at exactly {count} points",
    withinUlps: "to within {bound} ulp", savedColumns: "{columns}: columns that the program saved",
    and: "and", inFormulas: .english,
    meanings: [
      .computed: "as computed in binary64", .rounded: "rounded once to binary64",
    ])

  static let german = StatementWords(
    increases: "ist streng monoton steigend", decreases: "ist streng monoton fallend",
    atOnePoint: "an genau einer Stelle", atPoints: "an genau {count} Stellen",
    withinUlps: "bis auf {bound} ulp",
    savedColumns: "{columns}: Spalten, die das Programm gespeichert hat", and: "und",
    inFormulas: FormulaNotation.Words(ifHolds: "falls", otherwise: "sonst", letting: "mit"),
    meanings: [
      .computed: "wie in binary64 berechnet", .rounded: "einmal auf binary64 gerundet",
    ])
}
