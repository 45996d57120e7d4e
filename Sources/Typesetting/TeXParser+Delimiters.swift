import Diagnostics
import Markup

extension TeXParser {
  /// `\left( … \middle| … \right)`; the `\left` has been read.
  mutating func fenced(at span: Span) -> MathAtom {
    let left = delimiter(of: "\\left", at: span)
    let outer = style
    let content: [Element]? = nested(.fence, at: span) { parser in
      parser.style = outer
      var elements: [Element] = []
      var before: MathAtom.Kind?
      while true {
        elements += MathRow(atoms: parser.row(), style: parser.style, before: before).elements()
        guard let token = parser.peekAfterSpaces() else { break }
        if token.kind == .command("middle") {
          _ = parser.next()
          if let middle = parser.delimiter(of: "\\middle", at: token.span), !middle.isEmpty {
            let space = MathML.thinSpace
            elements.append(
              MathML.fence(middle, form: "infix").with("lspace", space).with("rspace", space))
          }
          before = .open
          continue
        }
        if token.kind == .command("right") {
          _ = parser.next()
          let right = parser.delimiter(of: "\\right", at: token.span) ?? ""
          if !right.isEmpty { elements.append(MathML.fence(right, form: "postfix")) }
          return elements
        }
        break
      }
      parser.report(.unmatchedTexFence("\\left"), at: span, label: "no `\\right` after it")
      return elements
    }
    var row = content ?? []
    if let left, !left.isEmpty { row.insert(MathML.fence(left, form: "prefix"), at: 0) }
    return MathAtom(.fenced, .element(Element("mrow", [:], row)))
  }

  /// `\big(`: a delimiter of a fixed height.
  mutating func sizedDelimiter(
    _ kind: MathAtom.Kind, size: String, command: String, at span: Span
  ) -> MathAtom {
    guard let text = delimiter(of: command, at: span), !text.isEmpty else {
      return MathAtom(Element("mrow"))
    }
    let form: String =
      switch kind {
      case .open: "prefix"
      case .close: "postfix"
      case .ordinary, .operator, .binary, .relation, .punctuation, .inner, .fenced, .space:
        Self.closing.contains(text) ? "postfix" : "prefix"
      }
    var attributes: Attributes = [
      "form": form, "stretchy": "true", "symmetric": "true", "minsize": size, "maxsize": size,
    ]
    if kind == .relation {
      attributes["lspace"] = MathML.thickSpace
      attributes["rspace"] = MathML.thickSpace
    } else {
      attributes["lspace"] = "0"
      attributes["rspace"] = "0"
    }
    return .symbol(kind, text, attributes)
  }

  /// What follows `\left`, `\right`, `\big`: empty for `.`, nil (reported) where it is none.
  mutating func delimiter(of command: String, at span: Span) -> String? {
    guard let token = peekAfterSpaces() else {
      report(.missingTexArgument(command), at: span, label: "a delimiter is expected after it")
      return nil
    }
    var text: String?
    var name = ""
    switch token.kind {
    case .character(let character):
      name = String(character)
      text = Self.delimiters[name]
    case .command(let command):
      name = "\\" + command
      text = Self.delimiterCommand(command)
    case .open, .close, .alignment, .superscript, .subscript, .space, .dollar, .parameter: break
    }
    guard let text else {
      if name.isEmpty {
        report(.missingTexArgument(command), at: span, label: "a delimiter is expected after it")
      } else {
        report(
          .badTexDelimiter(name), at: token.span,
          help: ["delimiters are ( ) [ ] \\{ \\} | \\| \\langle \\rangle \\lfloor …, or . for none"]
        )
      }
      return nil
    }
    _ = next()
    return text
  }

  private static func delimiterCommand(_ name: String) -> String? {
    switch TeXCommand.all[name] {
    case .symbol(.open, let text), .symbol(.close, let text): return text
    case .sign(let text) where ["|", "‖", "/", "\\"].contains(text): return text
    case .symbol(.relation, let text) where "↑↓↕⇑⇓⇕∣∥".contains(text):
      return text == "∣" ? "|" : text == "∥" ? "‖" : text
    default: return nil
    }
  }

  private static let delimiters: [String: String] = [
    "(": "(", ")": ")", "[": "[", "]": "]", "|": "|", "/": "/", ".": "", "<": "⟨", ">": "⟩",
    "⟨": "⟨", "⟩": "⟩", "⌊": "⌊", "⌋": "⌋", "⌈": "⌈", "⌉": "⌉", "‖": "‖", "⟦": "⟦", "⟧": "⟧",
    "↑": "↑", "↓": "↓",
  ]

  private static let closing: Set<String> = [")", "]", "}", "⟩", "⌋", "⌉", "⟧", "⟯", "⎱"]
}

extension Diagnostic.Message {
  static func badTexDelimiter(_ name: String) -> Self {
    Self(id: "bad-tex-delimiter", text: "`\(name)` is not a delimiter")
  }
}
