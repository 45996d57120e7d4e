import LessonSyntax
import MathCore

/// What the rules of differentiation are called, in the site's language.
struct DerivationWords {
  private let rules: [DerivationRule: String]
  let chainRule: String
  /// Before the line in which functions of the lesson are replaced by what they are.
  let writtenOut: String

  /// English where the words are not known.
  static func words(for language: String) -> DerivationWords {
    LanguageTag(language).choose(english: english, german: german)
  }

  /// Nil for rules about one function, which a formula says.
  func name(of rule: DerivationRule) -> String? { rules[rule] }

  static let english = DerivationWords(
    rules: [
      .linear: "linear function", .sum: "sum rule", .constantFactor: "constant factor",
      .product: "product rule", .quotient: "quotient rule", .reciprocal: "reciprocal rule",
      .power: "power rule", .generalPower: "power as an exponential",
      .simplification: "simplified", .recognition: "in terms of the function",
    ],
    chainRule: "chain rule", writtenOut: "written out")

  static let german = DerivationWords(
    rules: [
      .linear: "lineare Funktion", .sum: "Summenregel", .constantFactor: "Faktorregel",
      .product: "Produktregel", .quotient: "Quotientenregel", .reciprocal: "Kehrwertregel",
      .power: "Potenzregel", .generalPower: "Potenz als Exponentialfunktion",
      .simplification: "vereinfacht", .recognition: "durch die Funktion ausgedrückt",
    ],
    chainRule: "Kettenregel", writtenOut: "ausgeschrieben")
}
