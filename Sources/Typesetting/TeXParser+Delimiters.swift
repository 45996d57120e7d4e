import Diagnostics
import Markup

extension TeXParser {
  /// `\left( … \middle| … \right)`; the `\left` has been read.
  mutating func fenced(at span: Span) -> MathAtom {
    let left = delimiter(of: "\\left", at: span) ?? ""
    let outer = style
    let pieces: FencePieces? = nested(.fence, at: span) { parser in
      parser.style = outer
      return parser.fencePieces(openedAt: span)
    }
    let content = pieces ?? FencePieces()
    let isTall = content.rows.joined().contains(where: \.isTall)
    var row: [Element] = []
    if !left.isEmpty { row.append(MathML.fence(left, form: "prefix", isTall: isTall)) }
    for (index, elements) in content.rows.enumerated() {
      if index > 0, content.middles.indices.contains(index - 1), !content.middles[index - 1].isEmpty
      {
        row.append(
          MathML.fence(content.middles[index - 1], form: "infix", isTall: isTall)
            .with("lspace", MathML.thinSpace).with("rspace", MathML.thinSpace))
      }
      row += elements
    }
    if !content.right.isEmpty {
      row.append(MathML.fence(content.right, form: "postfix", isTall: isTall))
    }
    return MathAtom(.fenced, .element(Element("mrow", [:], row)))
  }

  private struct FencePieces {
    var rows: [[Element]] = []
    var middles: [String] = []
    var right = ""
  }

  private mutating func fencePieces(openedAt span: Span) -> FencePieces {
    var pieces = FencePieces()
    let outer = (style, alphabet)
    while true {
      let atoms = row()
      let before: MathAtom.Kind? = pieces.rows.isEmpty ? nil : .open
      pieces.rows.append(MathRow(atoms: atoms, style: style, before: before).elements())
      (style, alphabet) = outer
      guard let token = peekAfterSpaces() else { break }
      if token.kind == .command("middle") {
        _ = next()
        pieces.middles.append(delimiter(of: "\\middle", at: token.span) ?? "")
      } else if token.kind == .command("right") {
        _ = next()
        pieces.right = delimiter(of: "\\right", at: token.span) ?? ""
        return pieces
      } else {
        break
      }
    }
    report(.unmatchedTexFence("\\left"), at: span, label: "no `\\right` after it")
    return pieces
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
