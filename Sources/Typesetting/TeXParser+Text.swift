import Diagnostics
import Markup

extension TeXParser {
  /// `\text{…}`: words, and formulas between dollar signs.
  mutating func text(
    _ style: TeXCommand.TextStyle, command: String, at span: Span
  ) -> [MathAtom] {
    guard let open = peekAfterSpaces() else {
      report(.missingTexArgument(command), at: span)
      return []
    }
    guard open.kind == .open else {
      guard case .character(let character) = open.kind else {
        report(.missingTexArgument(command), at: span, label: "`{…}` is expected after it")
        return []
      }
      _ = next()
      return [MathAtom(words(String(character), style))]
    }
    _ = next()
    let elements: [Element]? = nested(.group, at: open.span) { parser in
      let elements = parser.textElements(style)
      if parser.peek()?.kind == .close {
        _ = parser.next()
      } else {
        parser.report(.unclosedTexGroup, at: open.span, label: "never closed")
      }
      return elements
    }
    return [MathAtom(MathML.row(elements ?? []))]
  }

  private mutating func textElements(_ style: TeXCommand.TextStyle) -> [Element] {
    var elements: [Element] = []
    var run = ""
    func flush(_ run: inout String) {
      if !run.isEmpty { elements.append(words(run, style)) }
      run = ""
    }
    while let token = peek(), token.kind != .close {
      _ = next()
      switch token.kind {
      case .character(let character): run.append(character)
      case .space: run.append(" ")
      case .superscript: run.append("^")
      case .subscript: run.append("_")
      case .alignment: run.append("&")
      case .parameter(let number): run.append("#\(number)")
      case .dollar:
        flush(&run)
        elements.append(formulaInText(openedBy: token))
      case .open:
        flush(&run)
        let inner: [Element]? = nested(.group, at: token.span) { $0.textElements(style) }
        elements += inner ?? []
        if peek()?.kind == .close { _ = next() }
      case .command(let name):
        if let replacement = Self.textCommands[name] {
          run += replacement
        } else if case .text(let inner) = TeXCommand.all[name] {
          flush(&run)
          elements += text(inner, command: "\\" + name, at: token.span)
            .map { $0.scripted(elementOf($0), style: self.style) }
        } else {
          flush(&run)
          var atoms: [MathAtom] = []
          _ = nested(nil, at: token.span) { parser in
            parser.readCommand(name, at: token.span, into: &atoms)
          }
          elements += self.elements(of: atoms)
        }
      case .close: break
      }
    }
    flush(&run)
    return elements
  }

  private func elementOf(_ atom: MathAtom) -> Element {
    switch atom.nucleus {
    case .element(let element), .function(let element): element
    case .symbol(let text, let attributes): MathML.operator(text, attributes)
    }
  }

  private mutating func formulaInText(openedBy token: TeXToken) -> Element {
    let inner: Element? = nested(.dollar, at: token.span) { parser in
      parser.style = parser.style == .script ? .script : .text
      parser.alphabet = nil
      let atoms = parser.row()
      if parser.peekAfterSpaces()?.kind == .dollar {
        _ = parser.next()
      } else {
        parser.report(.unclosedTexDollar, at: token.span, label: "never closed")
      }
      return parser.element(of: atoms)
    }
    return inner ?? Element("mrow")
  }

  private func words(_ text: String, _ style: TeXCommand.TextStyle) -> Element {
    let element = MathML.text(text.replacing("--", with: "–").replacing("'", with: "’"))
    return style == .plain ? element : element.with("class", "lemma-text-\(style.rawValue)")
  }

  /// The argument as text without markup: the name of an operator, a tag.
  mutating func plainText(of command: String, at span: Span) -> String {
    guard let open = peekAfterSpaces() else {
      report(.missingTexArgument(command), at: span)
      return ""
    }
    guard open.kind == .open else {
      let atoms = argumentAtoms(of: command, at: span)
      return atoms.isEmpty ? "" : element(of: atoms).letters
    }
    _ = next()
    var text = ""
    var level = 1
    while let token = next() {
      switch token.kind {
      case .open: level += 1
      case .close:
        level -= 1
        if level == 0 { return text.trimmed }
      case .character("'"): text.append("′")
      case .character(let character): text.append(character)
      // In a formula spaces between letters do not count, but a tag's words keep theirs.
      case .space: if command == "\\tag" { text.append(" ") }
      case .command(let name): text += plain(name, at: token.span)
      case .superscript, .subscript, .alignment, .dollar, .parameter: break
      }
    }
    report(.unclosedTexGroup, at: open.span, label: "never closed")
    return text.trimmed
  }

  private mutating func plain(_ name: String, at span: Span) -> String {
    if let text = Self.textCommands[name] { return text }
    switch TeXCommand.all[name] {
    case .symbol(_, let text), .sign(let text), .upright(let text), .function(let text, _):
      return text
    case .text, .alphabet, .ignored, .negativeSpace: return ""
    default:
      report(.unknownTexCommand(name), at: span, help: ["only letters and spaces can stand here"])
      return ""
    }
  }

  private static let textCommands: [String: String] = [
    " ": " ", ",": "\u{2009}", ":": "\u{2005}", ";": "\u{2004}", "quad": "\u{2003}",
    "qquad": "\u{2003}\u{2003}", "~": "\u{A0}", "%": "%", "$": "$", "#": "#", "&": "&",
    "_": "_", "{": "{", "}": "}", "ldots": "…", "dots": "…", "textbackslash": "\\", "!": "",
    "enspace": "\u{2002}", "thinspace": "\u{2009}", "S": "§", "P": "¶", "ss": "ß",
  ]
}

extension Element {
  /// The text of an element and all that it holds.
  var letters: String {
    switch self {
    case .element(_, _, let children), .fragment(let children): children.map(\.letters).joined()
    case .text(let text): text
    case .markup: ""
    }
  }
}

extension Diagnostic.Message {
  static var unclosedTexDollar: Self {
    Self(id: "unclosed-tex-group", text: "`$` in a text has no closing `$`")
  }
}
