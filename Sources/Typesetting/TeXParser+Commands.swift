import Diagnostics
import Markup

extension TeXParser {
  /// What a command is or does; its own token has been read.
  mutating func readCommand(_ name: String, at span: Span, into atoms: inout [MathAtom]) {
    guard let command = TeXCommand.all[name] else {
      reportUnknown(name, at: span)
      return atoms.append(mark("\\" + name))
    }
    let source = "\\" + name
    switch command {
    case .symbol(.ordinary, let text): atoms.append(MathAtom(letter(text)))
    case .symbol(let kind, let text): atoms.append(symbol(kind, text))
    case .upright(let text): atoms.append(MathAtom(uprightLetter(text)))
    case .sign(let text): atoms.append(sign(text))
    case .dots(let text): atoms.append(dots(text))
    case .large(let text, let hasLimits): atoms.append(large(text, hasLimits: hasLimits))
    case .function(let text, let hasLimits):
      atoms.append(function(text, hasLimits: hasLimits))
    case .accent(let mark, let isWide):
      atoms.append(accent(mark, isWide: isWide, over: argumentAtoms(of: source, at: span)))
    case .ruled(let rule):
      let content = elements(of: argumentAtoms(of: source, at: span))
      atoms.append(MathAtom(Element("mrow", ["class": rule], content)))
    case .brace(let mark, let isOver):
      atoms.append(brace(mark, isOver: isOver, argument(of: source, at: span)))
    case .alphabet(let alphabet):
      atoms.append(contentsOf: styled(alphabet, command: source, at: span))
    case .space(let width): atoms.append(.space(MathML.space(width)))
    case .negativeSpace(let name):
      atoms.append(.space(Element("mspace", ["class": name])))
    case .fraction(let kind):
      let (above, below) = fractionParts(kind, command: source, at: span)
      atoms.append(fraction(kind, above, below))
    case .infixFraction(let kind): readInfixFraction(kind, at: span, into: &atoms)
    case .style(let style, let level):
      readRest(style: style, at: span, into: &atoms) { content in
        Element(
          "mstyle",
          ["displaystyle": style == .display ? "true" : "false", "scriptlevel": String(level)],
          content)
      }
    case .mathClass(let kind):
      let content = argument(of: source, at: span)
      atoms.append(classed(kind, content))
    case .sizedDelimiter(let kind, let size):
      atoms.append(sizedDelimiter(kind, size: size, command: source, at: span))
    case .text(let style): atoms.append(contentsOf: text(style, command: source, at: span))
    case .phantom(let horizontal, let vertical):
      atoms.append(
        phantom(argument(of: source, at: span), horizontal: horizontal, vertical: vertical))
    case .smash:
      let content = argument(of: source, at: span)
      atoms.append(MathAtom(Element("mpadded", ["height": "0", "depth": "0"], [content])))
    case .stacked(let stack): atoms.append(stacked(stack, command: source, at: span))
    case .extensibleArrow(let arrow):
      atoms.append(extensibleArrow(arrow, command: source, at: span))
    case .ignored: break
    case .special(let special): readSpecial(special, source, at: span, into: &atoms)
    }
  }

  private mutating func reportUnknown(_ name: String, at span: Span) {
    let known = Array(TeXCommand.all.keys) + Array(typesetter.macros.keys)
    let nearest = NearestName.nearest(to: name, in: known)
    report(
      .unknownTexCommand(name), at: span,
      label: nearest.map { "did you mean `\\\($0)`?" })
  }

  /// The rest of the row in another style or colour.
  mutating func readRest(
    style: MathStyle?, at span: Span, into atoms: inout [MathAtom],
    _ wrap: ([Element]) -> Element
  ) {
    let rest: [Element]? = nested(nil, at: span) { parser in
      if let style { parser.style = style }
      let atoms = parser.row()
      return parser.elements(of: atoms)
    }
    atoms.append(MathAtom(wrap(rest ?? [])))
  }

  private mutating func styled(
    _ alphabet: MathAlphabet, command: String, at span: Span
  ) -> [MathAtom] {
    let outer = self.alphabet
    self.alphabet = alphabet
    defer { self.alphabet = outer }
    let atoms = argumentAtoms(of: command, at: span)
    // One letter keeps its class, so that `\mathbb{R}^n` and `\boldsymbol{+}` space as they should.
    if atoms.count == 1 { return atoms }
    return [MathAtom(element(of: atoms))]
  }
}

// MARK: - Functions, accents, braces

extension TeXParser {
  func function(_ text: String, hasLimits: Bool) -> MathAtom {
    MathAtom(
      .operator, .function(MathML.upright(text)), hasLimits: hasLimits && style == .display)
  }

  private func accent(_ mark: String, isWide: Bool, over atoms: [MathAtom]) -> MathAtom {
    let base = element(of: atoms.map(withoutDot))
    let symbol = MathML.operator(mark, ["stretchy": isWide ? "true" : "false"])
    return MathAtom(Element("mover", ["accent": "true"], [base, symbol]))
  }

  /// i and j lose their dots under an accent.
  private func withoutDot(_ atom: MathAtom) -> MathAtom {
    guard case .element(.element("mi", let attributes, let children)) = atom.nucleus,
      case .text(let letter)? = children.first
    else { return atom }
    var atom = atom
    if letter == "i" { atom.nucleus = .element(.element("mi", attributes, [.text("ı")])) }
    if letter == "j" { atom.nucleus = .element(.element("mi", attributes, [.text("ȷ")])) }
    return atom
  }

  /// Scripts of a brace are its labels: below an underbrace, above an overbrace.
  private func brace(_ mark: String, isOver: Bool, _ content: Element) -> MathAtom {
    let symbol = MathML.operator(mark, ["stretchy": "true"])
    return MathAtom(
      .operator, .element(Element(isOver ? "mover" : "munder", [:], [content, symbol])),
      hasLimits: true)
  }

  private func classed(_ kind: MathAtom.Kind, _ content: Element) -> MathAtom {
    if case .element("mo", let attributes, let children) = content,
      case .text(let text)? = children.first
    {
      var kept: Attributes = [:]
      kept["stretchy"] = attributes["stretchy"]
      return .symbol(kind, text, kept)
    }
    switch kind {
    case .operator: return MathAtom(.operator, .function(content), hasLimits: style == .display)
    case .binary, .relation:
      // An `mo` may hold text alone, so the space around anything else is written out.
      let width = kind == .binary ? MathML.mediumSpace : MathML.thickSpace
      let padded = [MathML.space(width), content, MathML.space(width)]
      return MathAtom(kind, .element(style == .script ? content : MathML.row(padded)))
    case .punctuation:
      return MathAtom(kind, .element(MathML.row([content, MathML.space(MathML.thinSpace)])))
    case .ordinary, .open, .close, .inner, .fenced, .space:
      return MathAtom(kind, .element(content))
    }
  }

  private func phantom(_ content: Element, horizontal: Bool, vertical: Bool) -> MathAtom {
    let invisible = Element("mphantom", [:], [content])
    if horizontal && vertical { return MathAtom(invisible) }
    let attributes: Attributes = horizontal ? ["height": "0", "depth": "0"] : ["width": "0"]
    return MathAtom(Element("mpadded", attributes, [invisible]))
  }

  private mutating func stacked(
    _ stack: TeXCommand.Stack, command: String, at span: Span
  ) -> MathAtom {
    let mark = argument(of: command, at: span, style: .script)
    let atoms = argumentAtoms(of: command, at: span)
    let kind = stack == .relation ? .relation : (atoms.count == 1 ? atoms[0].kind : .ordinary)
    let base = element(of: atoms)
    let result =
      stack == .under
      ? MathML.limits(base, under: mark, over: nil) : MathML.limits(base, under: nil, over: mark)
    return MathAtom(kind, .element(result.with("class", "lemma-stacked")))
  }

  private mutating func extensibleArrow(
    _ arrow: String, command: String, at span: Span
  ) -> MathAtom {
    let outer = style
    style = .script
    let under = optionalArgument().map { element(of: $0) }
    let over = argument(of: command, at: span)
    style = outer
    func padded(_ label: Element) -> Element {
      Element("mpadded", ["lspace": "0.4em", "width": "+0.8em"], [label])
    }
    let symbol = MathML.operator(arrow, ["stretchy": "true"])
    return MathAtom(
      .relation,
      .element(MathML.limits(symbol, under: under.map(padded), over: padded(over))))
  }
}

// MARK: - Fractions

extension TeXParser {
  private mutating func fractionParts(
    _ kind: TeXCommand.FractionStyle, command: String, at span: Span
  ) -> (Element, Element) {
    let outer = style
    let own = kind.style ?? outer
    style = own.inFraction
    let parts = (argument(of: command, at: span), argument(of: command, at: span))
    style = outer
    return parts
  }

  private func fraction(
    _ kind: TeXCommand.FractionStyle, _ above: Element, _ below: Element
  ) -> MathAtom {
    var attributes: Attributes = [:]
    if !kind.hasLine { attributes["linethickness"] = "0" }
    if let own = kind.style, own != style {
      attributes["displaystyle"] = own == .display ? "true" : "false"
      if own == .display { attributes["scriptlevel"] = "0" }
    }
    let bar = Element("mfrac", attributes, [above, below])
    guard let left = kind.left, let right = kind.right else { return MathAtom(bar) }
    let fenced = [
      MathML.fence(left, form: "prefix"), bar, MathML.fence(right, form: "postfix"),
    ]
    return MathAtom(.fenced, .element(MathML.row(fenced)))
  }

  /// `a \over b`: what was read of the row is the numerator.
  private mutating func readInfixFraction(
    _ kind: TeXCommand.FractionStyle, at span: Span, into atoms: inout [MathAtom]
  ) {
    let above = element(of: atoms)
    let below: Element? = nested(nil, at: span) { parser in
      let atoms = parser.row()
      return parser.element(of: atoms)
    }
    atoms = [fraction(kind, above, below ?? Element("mrow"))]
  }
}

extension Diagnostic.Message {
  static func unknownTexCommand(_ name: String) -> Self {
    Self(id: "unknown-tex-command", text: "unknown TeX command `\\\(name)`")
  }
}
