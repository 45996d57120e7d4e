import Diagnostics
import Markup

extension TeXParser {
  /// The atoms up to what ends the innermost context, which is left to be read.
  mutating func row() -> [MathAtom] {
    var atoms: [MathAtom] = []
    while let token = peekAfterSpaces() {
      if endsRow(token) { break }
      readAtom(startingWith: token, into: &atoms)
    }
    return atoms
  }

  /// Whether the token closes something that is open; one that closes nothing is reported and
  /// skipped by `readAtom`.
  private func endsRow(_ token: TeXToken) -> Bool {
    switch token.kind {
    case .close: isOpen(.group)
    case .alignment: isOpen(.cell)
    case .dollar: isOpen(.dollar)
    case .character("]"): contexts.last == .optional
    case .command("right"), .command("middle"): isOpen(.fence)
    case .command("end"), .command("\\"), .command("cr"), .command("newline"): isOpen(.cell)
    case .command, .character, .open, .superscript, .subscript, .space, .parameter: false
    }
  }

  private mutating func readAtom(startingWith token: TeXToken, into atoms: inout [MathAtom]) {
    switch token.kind {
    case .superscript, .subscript:
      readScript(into: &atoms)
    case .character("'"), .character("’"):
      readPrimes(into: &atoms)
    case .character(let character) where character.isASCII && character.isWholeNumber:
      atoms.append(number())
    case .character("."):
      atoms.append(number())
    case .character(let character): readCharacter(character, at: token.span, into: &atoms)
    case .open: readGroup(into: &atoms)
    case .close:
      skipStray(token, "}", help: "write `\\}` for a brace that is shown")
    case .alignment:
      skipStray(
        token, "&", help: "columns need an environment: `\\begin{aligned} … \\end{aligned}`")
    case .dollar:
      skipStray(token, "$", help: "write `\\$` for a dollar sign")
    case .parameter(let number):
      skipStray(token, "#\(number)", help: "write `\\#` for a number sign")
    case .command(let name):
      _ = next()
      readCommand(name, at: token.span, into: &atoms)
    case .space:
      _ = next()
    }
  }

  private mutating func readGroup(into atoms: inout [MathAtom]) {
    atoms.append(MathAtom(group()))
  }

  private mutating func readCharacter(
    _ character: Character, at span: Span, into atoms: inout [MathAtom]
  ) {
    _ = next()
    if let digits = Self.superscripts[character] {
      addScript(MathML.number(digits), isAbove: true, at: span, to: &atoms)
    } else if let digits = Self.subscripts[character] {
      addScript(MathML.number(digits), isAbove: false, at: span, to: &atoms)
    } else if alphabet == .roman, character.isLetter {
      atoms.append(MathAtom(MathML.upright(romanWord(startingWith: character))))
    } else {
      atoms.append(atom(of: character))
    }
  }

  private mutating func skipStray(_ token: TeXToken, _ text: String, help: String) {
    _ = next()
    report(.strayTex(text), at: token.span, help: [help])
  }

  static let superscripts: [Character: String] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
    "⁹": "9",
  ]

  static let subscripts: [Character: String] = [
    "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6", "₇": "7", "₈": "8",
    "₉": "9",
  ]
}

// MARK: - Characters

extension TeXParser {
  /// A number is one `mn`: digits, with a point between or before them.
  private mutating func number() -> MathAtom {
    var digits = ""
    while let token = peek(), case .character(let character) = token.kind {
      guard character.isASCII,
        character.isWholeNumber || (character == "." && !digits.contains("."))
      else { break }
      digits.append(character)
      _ = next()
    }
    if digits == "." { return .symbol(.punctuation, ".", ["lspace": "0", "rspace": "0"]) }
    return MathAtom(MathML.number(alphabet.map { $0.word(digits) } ?? digits))
  }

  private mutating func romanWord(startingWith first: Character) -> String {
    var word = String(first)
    while let token = peek(), case .character(let character) = token.kind, character.isLetter {
      word.append(character)
      _ = next()
    }
    return word
  }

  func atom(of character: Character) -> MathAtom {
    if let command = TeXCommand.characters[character] {
      switch command {
      case .symbol(.ordinary, let text): return MathAtom(letter(text))
      case .symbol(let kind, let text): return symbol(kind, text)
      case .upright(let text): return MathAtom(uprightLetter(text))
      case .sign(let text): return sign(text)
      case .dots(let text): return dots(text)
      case .large(let text, let hasLimits): return large(text, hasLimits: hasLimits)
      default: break
      }
    }
    let text = String(character)
    if character.isLetter { return MathAtom(letter(text)) }
    return MathAtom(MathML.text(text))
  }

  /// A letter in the alphabet that is in force.
  func letter(_ text: String) -> Element {
    guard let alphabet else { return MathML.identifier(text) }
    let mapped = alphabet.word(text)
    return mapped == text ? MathML.upright(text) : MathML.identifier(mapped)
  }

  func uprightLetter(_ text: String) -> Element {
    guard let alphabet else { return MathML.upright(text) }
    let mapped = alphabet.word(text)
    return mapped == text ? MathML.upright(text) : MathML.identifier(mapped)
  }

  func symbol(_ kind: MathAtom.Kind, _ text: String) -> MathAtom {
    switch kind {
    case .open: .symbol(kind, text, ["form": "prefix", "stretchy": "false"])
    case .close where text != "!" && text != "?":
      .symbol(kind, text, ["form": "postfix", "stretchy": "false"])
    case .relation where Self.isVertical(text): .symbol(kind, text, ["stretchy": "false"])
    case .ordinary, .operator, .binary, .relation, .close, .punctuation, .inner, .fenced, .space:
      .symbol(kind, text)
    }
  }

  private static func isVertical(_ text: String) -> Bool { "∣∥↑↓↕⇑⇓⇕".contains(text) }

  /// A character that stands close to its neighbours and does not grow with them.
  func sign(_ text: String) -> MathAtom {
    switch text {
    case "|", "‖": .symbol(.ordinary, text, ["form": "prefix", "stretchy": "false"])
    case "′", "‵": MathAtom(MathML.operator(text, ["lspace": "0", "rspace": "0"]))
    default: .symbol(.ordinary, text, ["lspace": "0", "rspace": "0"])
    }
  }

  func dots(_ text: String) -> MathAtom {
    MathAtom(.inner, .element(Element("mi", text: text)))
  }

  func large(_ text: String, hasLimits: Bool) -> MathAtom {
    MathAtom(
      .operator, .symbol(text, [:]), hasLimits: hasLimits && style == .display)
  }
}

// MARK: - Scripts

extension TeXParser {
  private mutating func readScript(into atoms: inout [MathAtom]) {
    guard let token = next() else { return }
    let isAbove = token.kind == .superscript
    let script = argument(of: isAbove ? "^" : "_", at: token.span, style: .script)
    addScript(script, isAbove: isAbove, at: token.span, to: &atoms)
  }

  private mutating func addScript(
    _ script: Element, isAbove: Bool, at span: Span, to atoms: inout [MathAtom]
  ) {
    if atoms.last == nil || atoms.last?.kind == .space {
      atoms.append(MathAtom(Element("mrow")))
    }
    let last = atoms.count - 1
    if isAbove {
      guard atoms[last].sup == nil else {
        report(
          .doubleTexScript("superscript"), at: span,
          help: ["group what belongs together: `{x^a}^b`"])
        return
      }
      atoms[last].sup = script
    } else {
      guard atoms[last].sub == nil else {
        report(
          .doubleTexScript("subscript"), at: span, help: ["group what belongs together: `x_{a_b}`"])
        return
      }
      atoms[last].sub = script
    }
  }

  private mutating func readPrimes(into atoms: inout [MathAtom]) {
    guard let token = next() else { return }
    if atoms.last == nil || atoms.last?.kind == .space {
      atoms.append(MathAtom(Element("mrow")))
    }
    let last = atoms.count - 1
    guard atoms[last].sup == nil else {
      return report(
        .doubleTexScript("superscript"), at: token.span, help: ["the prime comes first: `f'^2`"])
    }
    atoms[last].primes += 1
  }
}

extension Diagnostic.Message {
  static func strayTex(_ text: String) -> Self {
    Self(
      id: text == "&" ? "misplaced-tex-alignment" : "stray-tex",
      text: "`\(text)` closes or separates nothing here")
  }
  static func doubleTexScript(_ kind: String) -> Self {
    Self(id: "double-tex-script", text: "a second \(kind) on the same base")
  }
}
