import Typesetting

/// Words beside the formulas of statements, in the site's language.
struct StatementWords {
  let increases: String
  let decreases: String
  private let zeroOnce: String
  /// With `{count}`.
  private let zeroOften: String
  private let meanings: [FormulaTree.FloatingPoint: String]

  /// By the language's primary subtag; English where the words are not known.
  static func words(for language: String) -> StatementWords {
    let primary = language.split(separator: "-").first.map { $0.lowercased() } ?? "en"
    return primary == "de" ? german : english
  }

  /// After an equation, at how many points it holds.
  func holds(at count: Int) -> String {
    count == 1 ? zeroOnce : zeroOften.replacing("{count}", with: String(count))
  }

  /// What the signs for floating-point numbers in a formula mean: "fl: as computed in binary64"; nil
  /// where there are none.
  func notation(of formula: FormulaTree) -> String? {
    let signs = formula.floatingPointSigns
    let meanings = FormulaTree.FloatingPoint.allCases.filter(signs.contains).compactMap { sign in
      self.meanings[sign].map { "\(sign.rawValue): \($0)" }
    }
    return meanings.isEmpty ? nil : meanings.joined(separator: "; ")
  }

  static let english = StatementWords(
    increases: "is strictly increasing", decreases: "is strictly decreasing",
    zeroOnce: "at exactly one point", zeroOften: "at exactly {count} points",
    meanings: [
      .computed: "as computed in binary64", .rounded: "rounded once to binary64",
    ])

  static let german = StatementWords(
    increases: "ist streng monoton steigend", decreases: "ist streng monoton fallend",
    zeroOnce: "an genau einer Stelle", zeroOften: "an genau {count} Stellen",
    meanings: [
      .computed: "wie in binary64 berechnet", .rounded: "einmal auf binary64 gerundet",
    ])
}
