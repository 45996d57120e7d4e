import Diagnostics
import Markup

extension TeXParser {
  /// What a command is or does; its own token has been read.
  mutating func readCommand(_ name: String, at span: Span, into atoms: inout [MathAtom]) {
    guard let command = TeXCommand.all[name] else {
      reportUnknown(name, at: span)
      return atoms.append(mark("\\" + name))
    }
    if let atom = leaf(command) { return atoms.append(atom) }
    readStructure(command, "\\" + name, at: span, into: &atoms)
  }

  /// The commands that stand for something by themselves.
  private func leaf(_ command: TeXCommand) -> MathAtom? {
    switch command {
    case .symbol(.ordinary, let text): MathAtom(letter(text))
    case .symbol(let kind, let text): symbol(kind, text)
    case .upright(let text): MathAtom(uprightLetter(text))
    case .sign(let text): sign(text)
    case .dots(let text): dots(text)
    case .large(let text, let hasLimits): large(text, hasLimits: hasLimits)
    case .function(let text, let hasLimits): function(text, hasLimits: hasLimits)
    case .space(let width): .space(MathML.space(width))
    case .negativeSpace(let name): .space(Element("mspace", ["class": name]))
    case .accent, .ruled, .brace, .alphabet, .fraction, .infixFraction, .style, .mathClass,
      .sizedDelimiter, .text, .phantom, .smash, .stacked, .extensibleArrow, .ignored, .special:
      nil
    }
  }

  /// The commands that take arguments; one call each, so that deep formulas need little stack.
  private mutating func readStructure(
    _ command: TeXCommand, _ source: String, at span: Span, into atoms: inout [MathAtom]
  ) {
    switch command {
    case .symbol, .upright, .sign, .dots, .large, .function, .space, .negativeSpace, .ignored:
      break
    case .fraction(let kind): readFraction(kind, source, at: span, into: &atoms)
    case .infixFraction(let kind): readInfixFraction(kind, at: span, into: &atoms)
    case .alphabet(let alphabet): readLetters(alphabet, source, at: span, into: &atoms)
    case .style(let style, let level):
      readStyle(style, level, at: span, into: &atoms)
    case .text(let style): readText(style, source, at: span, into: &atoms)
    case .special(let special): readSpecial(special, source, at: span, into: &atoms)
    case .accent, .ruled, .brace, .mathClass, .sizedDelimiter, .phantom, .smash, .stacked,
      .extensibleArrow:
      readDecoration(command, source, at: span, into: &atoms)
    }
  }

  private mutating func readDecoration(
    _ command: TeXCommand, _ source: String, at span: Span, into atoms: inout [MathAtom]
  ) {
    if case .sizedDelimiter(let kind, let size) = command {
      return atoms.append(sizedDelimiter(kind, size: size, command: source, at: span))
    }
    if case .stacked(let stack) = command {
      return readStacked(stack, source, at: span, into: &atoms)
    }
    if case .extensibleArrow(let arrow) = command {
      return readArrow(arrow, source, at: span, into: &atoms)
    }
    let content = argumentAtoms(of: source, at: span)
    atoms.append(decoration(command, of: content))
  }

  private func decoration(_ command: TeXCommand, of content: [MathAtom]) -> MathAtom {
    switch command {
    case .accent(let mark, let isWide): return accent(mark, isWide: isWide, over: content)
    case .ruled(let rule):
      return MathAtom(Element("mrow", ["class": rule], elements(of: content)))
    case .brace(let mark, let isOver): return brace(mark, isOver: isOver, element(of: content))
    case .mathClass(let kind): return classed(kind, element(of: content))
    case .phantom(let horizontal, let vertical):
      return phantom(element(of: content), horizontal: horizontal, vertical: vertical)
    case .smash:
      return MathAtom(
        Element("mpadded", ["height": "0", "depth": "0"], [element(of: content)]))
    case .symbol, .upright, .sign, .dots, .large, .function, .space, .negativeSpace, .ignored,
      .fraction, .infixFraction, .alphabet, .style, .text, .special, .sizedDelimiter, .stacked,
      .extensibleArrow:
      return MathAtom(element(of: content))
    }
  }

  private mutating func readText(
    _ style: TeXCommand.TextStyle, _ source: String, at span: Span, into atoms: inout [MathAtom]
  ) {
    atoms.append(contentsOf: text(style, command: source, at: span))
  }

  private mutating func readStyle(
    _ style: MathStyle, _ level: Int, at span: Span, into atoms: inout [MathAtom]
  ) {
    readRest(style: style, at: span, into: &atoms) { content in
      Element(
        "mstyle",
        ["displaystyle": style == .display ? "true" : "false", "scriptlevel": String(level)],
        content)
    }
  }

  private mutating func reportUnknown(_ name: String, at span: Span) {
    // The search is the dear part: not for what is not reported any more.
    guard canReport else { return }
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

  private mutating func readLetters(
    _ alphabet: MathAlphabet, _ command: String, at span: Span, into atoms: inout [MathAtom]
  ) {
    let outer = self.alphabet
    self.alphabet = alphabet
    defer { self.alphabet = outer }
    let letters = argumentAtoms(of: command, at: span)
    // One letter keeps its class, so that `\mathbb{R}^n` and `\boldsymbol{+}` space as they should.
    atoms.append(letters.count == 1 ? letters[0] : MathAtom(element(of: letters)))
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
    var symbol = MathML.operator(mark, ["stretchy": isWide ? "true" : "false"])
    // The arrow of \vec is the arrow of \to, half as large.
    if mark == "→", !isWide { symbol = symbol.with("class", "lemma-vector") }
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
      .ordinary, .element(Element(isOver ? "mover" : "munder", [:], [content, symbol])),
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

  private mutating func readStacked(
    _ stack: TeXCommand.Stack, _ command: String, at span: Span, into result: inout [MathAtom]
  ) {
    let mark = argument(of: command, at: span, style: .script)
    let atoms = argumentAtoms(of: command, at: span)
    let kind = stack == .relation ? .relation : (atoms.count == 1 ? atoms[0].kind : .ordinary)
    let base = element(of: atoms)
    let stacked =
      stack == .under
      ? MathML.limits(base, under: mark, over: nil) : MathML.limits(base, under: nil, over: mark)
    result.append(MathAtom(kind, .element(stacked)))
  }

  private mutating func readArrow(
    _ arrow: String, _ command: String, at span: Span, into atoms: inout [MathAtom]
  ) {
    let outer = style
    style = .script
    let under = optionalArgument().map { element(of: $0) }
    let over = argument(of: command, at: span)
    style = outer
    // Chromium does not stretch an arrow to the width of an `mpadded`.
    func padded(_ label: Element) -> Element {
      Element("mrow", [:], [MathML.space("0.4em"), label, MathML.space("0.6em")])
    }
    let symbol = MathML.operator(arrow, ["stretchy": "true"])
    let labelled = MathML.limits(symbol, under: under.map(padded), over: padded(over))
    atoms.append(MathAtom(.relation, .element(labelled)))
  }
}

// MARK: - Fractions

extension TeXParser {
  private mutating func readFraction(
    _ kind: TeXCommand.FractionStyle, _ command: String, at span: Span,
    into atoms: inout [MathAtom]
  ) {
    let parts = (kind.style ?? style).inFraction
    let above = argument(of: command, at: span, style: parts)
    let below = argument(of: command, at: span, style: parts)
    atoms.append(fraction(kind, above, below))
  }

  private func fraction(
    _ kind: TeXCommand.FractionStyle, _ above: Element, _ below: Element
  ) -> MathAtom {
    var attributes: Attributes = [:]
    if !kind.hasLine { attributes["linethickness"] = "0" }
    var bar = Element("mfrac", attributes, [above, below])
    if let own = kind.style, own != style {
      bar = Element(
        "mstyle", ["displaystyle": own == .display ? "true" : "false", "scriptlevel": "0"], [bar])
    }
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
