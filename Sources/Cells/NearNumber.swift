import MathCore

/// What an author may have meant by a text that is nearly a number, written as Lemma reads numbers.
///
/// Signs of other kinds stand for Lemma's own: `<=`, `+`, an en dash, `1.2 · 10^-1`. The mark that
/// groups digits in this language may be in a wrong place, or be the decimal sign of another one.
struct NearNumber {
  let text: String
  let number: DecimalText
}

extension NearNumber {
  /// Of the numbers that a text may mean the one nearest to the value; nil where it is none.
  init?(_ text: String, near value: Double, typography: NumberTypography) {
    var texts = [Self.withOwnSigns(text)]
    let mark: Character = typography.decimalSign == "," ? "." : ","
    if texts[0].contains(mark) {
      texts.append(Self.swapping(mark, typography.decimalSign, in: texts[0]))
      texts.append(Self.regrouped(texts[0], by: mark))
    }
    func distance(_ near: NearNumber) -> Double {
      abs((near.number.shown?.double ?? .infinity) - value)
    }
    let found = texts.compactMap { text in
      DecimalText(text, typography: typography).map { NearNumber(text: text, number: $0) }
    }
    guard let nearest = found.min(by: { distance($0) < distance($1) }) else { return nil }
    self = nearest
  }

  private static func withOwnSigns(_ text: String) -> String {
    text
      .replacing(/^\s*<=/, with: "≤").replacing(/^\s*>=/, with: "≥")
      .replacing(/^(\s*[<>≤≥≈]?\s*)\+/) { $0.output.1 }
      .replacing(/^(\s*[<>≤≥≈]?\s*)–/) { "\($0.output.1)\u{2212}" }
      .replacing(/[·⋅*×](\s*10)\^([-−–+]?)([0-9]{1,4})/) { match in
        let (_, ten, sign, digits) = match.output
        let size = Int(digits) ?? 0
        let power = sign.isEmpty || sign == "+" ? size : -size
        return "×\(ten)\(NumberTypography.superscript(power))"
      }
      .replacing(/[·⋅*](\s*10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹])/) { "×\($0.output.1)" }
  }

  private static func swapping(_ a: Character, _ b: Character, in text: String) -> String {
    String(text.map { $0 == a ? b : $0 == b ? a : $0 })
  }

  /// `12,34,567` and `1234,567` as `1,234,567`: the digits after the last mark are three.
  private static func regrouped(_ text: String, by mark: Character) -> String {
    text.replacing(/[0-9]+([.,][0-9]+)*[.,][0-9]{3}(?![0-9])/) { match in
      let digits = match.output.0.filter { $0 != mark }
      guard digits.allSatisfy(\.isNumber) else { return String(match.output.0) }
      return NumberTypography.grouped(String(digits), by: String(mark))
    }
  }
}
