public import MathCore

/// How a site writes formulas: the names of its code, `sigmoid` as σ, numerals, and words.
public struct FormulaNotation: Hashable, Sendable {
  /// The words in formulas.
  public struct Words: Hashable, Sendable {
    let ifHolds: String
    let otherwise: String
    let letting: String

    /// - Parameters:
    ///   - ifHolds: before the condition of a case.
    ///   - letting: between a formula and what names in it stand for.
    public init(ifHolds: String, otherwise: String, letting: String) {
      self.ifHolds = ifHolds
      self.otherwise = otherwise
      self.letting = letting
    }

    public static let english = Words(ifHolds: "if", otherwise: "otherwise", letting: "where")
  }

  private let names: [String: String]
  let typography: NumberTypography
  let words: Words

  /// - Parameter names: names as `FormulaTree` has them, and others in their place; what is missing stands for
  ///   itself.
  public init(
    _ names: [String: String] = [:], typography: NumberTypography = .english,
    words: Words = .english
  ) {
    self.names = names
    self.typography = typography
    self.words = words
  }

  subscript(name: String) -> FormulaName { FormulaName(names[name] ?? name) }

  /// Between arguments: a comma would be taken for a decimal sign where that is one.
  func separator(of parts: [FormulaTree]) -> String {
    let hasDecimals = parts.contains {
      if case .number(let text) = $0 { text.contains(".") } else { false }
    }
    return hasDecimals && typography.decimalSign == "," ? ";" : ","
  }
}
