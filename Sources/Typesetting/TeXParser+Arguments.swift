import Diagnostics
import Markup

extension TeXParser {
  /// A group in braces, the next token being its brace.
  mutating func group() -> Element {
    element(of: groupAtoms())
  }

  mutating func groupAtoms() -> [MathAtom] {
    guard let open = next() else { return [] }
    let style = style
    return nested(.group, at: open.span) { parser in
      parser.style = style
      let atoms = parser.row()
      parser.close(open)
      return atoms
    } ?? []
  }

  private mutating func close(_ open: TeXToken) {
    if peek()?.kind == .close {
      _ = next()
    } else {
      report(.unclosedTexGroup, at: open.span, label: "never closed")
    }
  }

  /// The argument of a command as one element, in a style of its own.
  mutating func argument(of command: String, at span: Span, style: MathStyle? = nil) -> Element {
    let outer = self.style
    if let style { self.style = style }
    defer { self.style = outer }
    return element(of: argumentAtoms(of: command, at: span))
  }

  /// A group, or one token with the arguments that it takes itself.
  mutating func argumentAtoms(of command: String, at span: Span) -> [MathAtom] {
    guard let token = peekAfterSpaces() else {
      report(.missingTexArgument(command), at: span)
      return []
    }
    switch token.kind {
    case .open: return groupAtoms()
    case .close, .alignment, .superscript, .subscript, .dollar, .parameter, .space:
      report(.missingTexArgument(command), at: span)
      return []
    case .character(let character):
      _ = next()
      if character.isASCII, character.isWholeNumber {
        let digit = String(character)
        return [MathAtom(MathML.number(alphabet.map { $0.word(digit) } ?? digit))]
      }
      return [atom(of: character)]
    case .command(let name):
      if ["right", "middle", "end", "\\", "cr", "newline"].contains(name) {
        report(.missingTexArgument(command), at: span)
        return []
      }
      _ = next()
      return nested(nil, at: token.span) { parser in
        var atoms: [MathAtom] = []
        parser.readCommand(name, at: token.span, into: &atoms)
        return atoms
      } ?? []
    }
  }

  /// `[…]` as tokens of a row.
  mutating func optionalArgument() -> [MathAtom]? {
    guard let open = peekAfterSpaces(), open.kind == .character("[") else { return nil }
    _ = next()
    return nested(.optional, at: open.span) { parser in
      let atoms = parser.row()
      if parser.peekAfterSpaces()?.kind == .character("]") {
        _ = parser.next()
      } else {
        parser.report(.unclosedTexOption, at: open.span, label: "never closed")
      }
      return atoms
    }
  }

  /// The plain characters of a group (or one character): a name, a length, a column specification.
  mutating func name(of command: String, at span: Span) -> (text: String, span: Span)? {
    guard let open = peekAfterSpaces(), open.kind == .open else {
      report(.missingTexArgument(command), at: span, label: "`{…}` is expected after it")
      return nil
    }
    _ = next()
    var text = ""
    var end = open.span.end
    while let token = next() {
      switch token.kind {
      case .close:
        return (text.trimmed, Span(min(open.span.end, token.span.start), token.span.start))
      case .character(let character): text.append(character)
      case .space: text.append(" ")
      case .command("{"): text.append("{")
      case .command("}"): text.append("}")
      case .superscript: text.append("^")
      case .subscript: text.append("_")
      case .command, .open, .alignment, .dollar, .parameter: break
      }
      end = token.span.end
    }
    report(.unclosedTexGroup, at: open.span, label: "never closed")
    return (text.trimmed, Span(open.span.end, max(open.span.end, end)))
  }

  /// `[…]` as plain characters: a length, a position.
  mutating func plainOption() -> (text: String, span: Span)? {
    guard let open = peekAfterSpaces(), open.kind == .character("[") else { return nil }
    _ = next()
    var text = ""
    while let token = peek() {
      guard case .character(let character) = token.kind else {
        guard token.kind == .space else { break }
        _ = next()
        continue
      }
      _ = next()
      if character == "]" { return (text, Span(open.span.start, token.span.end)) }
      text.append(character)
    }
    report(.unclosedTexOption, at: open.span, label: "never closed")
    return (text, open.span)
  }

  /// A length in em; `mu`, `ex`, `pt` and their like are converted.
  func ems(_ text: String) -> Double? {
    let letters = text.drop { !$0.isLetter }
    let number = text.prefix { !$0.isLetter }.trimmingPrefix(while: \.isWhitespace)
    guard let value = Double(String(number).trimmed), value.magnitude < 100 else { return nil }
    switch String(letters).trimmed {
    case "em": return value
    case "ex": return value * 0.43
    case "mu": return value / 18
    case "pt": return value / 10
    case "px": return value / 16
    case "mm": return value * 0.2845
    case "cm": return value * 2.845
    case "in": return value * 7.227
    default: return nil
    }
  }
}

extension String {
  /// Without the spaces at both ends.
  var trimmed: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text.trimmingPrefix(while: \.isWhitespace))
  }
}

extension Diagnostic.Message {
  static var unclosedTexOption: Self {
    Self(id: "unclosed-tex-option", text: "`[` has no `]`")
  }
}
