import Diagnostics
import Markup

extension TeXParser {
  /// The commands with a grammar of their own.
  mutating func readSpecial(
    _ special: TeXCommand.Special, _ source: String, at span: Span, into atoms: inout [MathAtom]
  ) {
    switch special {
    case .sqrt: atoms.append(root(source, at: span))
    case .left: atoms.append(fenced(at: span))
    case .right, .middle:
      _ = delimiter(of: source, at: span)
      report(.unmatchedTexFence(source), at: span, label: "no `\\left` before it")
    case .begin: readEnvironment(at: span, into: &atoms)
    case .end:
      let name = name(of: source, at: span)
      report(.strayTex("\\end{\(name?.text ?? "")}"), at: span)
    case .limits, .nolimits: setLimits(special == .limits, source, at: span, on: &atoms)
    case .operatorname: atoms.append(operatorName(source, at: span))
    case .not: readNegation(source, at: span, into: &atoms)
    case .cancel: atoms.append(decorated("lemma-cancel", source, at: span))
    case .boxed: atoms.append(boxed(source, at: span))
    case .textcolor: atoms.append(contentsOf: coloured(source, at: span))
    case .color: readColour(source, at: span, into: &atoms)
    case .substack: atoms.append(substack(source, at: span))
    case .tag: readTag(source, at: span)
    case .label:
      let label = name(of: source, at: span)
      report(
        .texLabel(label?.text ?? ""), at: span,
        help: ["label the equation where it stands: ```` ```math #\(label?.text ?? "name") ````"],
        severity: .warning)
    case .bmod:
      let space = MathML.mediumSpace
      atoms.append(
        .symbol(.binary, "mod", ["lspace": space, "rspace": space]))
    case .pmod, .pod: atoms.append(contentsOf: modulus(special, source, at: span))
    case .hspace: atoms.append(contentsOf: horizontalSpace(source, at: span))
    case .hline, .cr:
      report(
        .strayTex(source), at: span,
        help: ["rows need an environment: `\\begin{aligned} … \\end{aligned}`"])
    }
  }

  private mutating func root(_ source: String, at span: Span) -> MathAtom {
    let outer = style
    style = .script
    let degree = optionalArgument().map { element(of: $0) }
    style = outer
    let radicand = elements(of: argumentAtoms(of: source, at: span))
    return MathAtom(MathML.root(radicand, degree: degree))
  }

  private mutating func setLimits(
    _ hasLimits: Bool, _ source: String, at span: Span, on atoms: inout [MathAtom]
  ) {
    guard let last = atoms.indices.last, atoms[last].kind == .operator else {
      return report(
        .texLimits(source), at: span, help: ["it follows `\\sum`, `\\int`, `\\lim` and their kin"])
    }
    atoms[last].hasLimits = hasLimits
  }

  private mutating func operatorName(_ source: String, at span: Span) -> MathAtom {
    var hasLimits = false
    if pendingStar() { hasLimits = true }
    let text = plainText(of: source, at: span)
    return function(text, hasLimits: hasLimits)
  }

  private mutating func pendingStar() -> Bool {
    guard peek()?.kind == .character("*") else { return false }
    _ = next()
    return true
  }

  /// `\not`: the next symbol struck through, as its own character where Unicode has one.
  private mutating func readNegation(
    _ source: String, at span: Span, into atoms: inout [MathAtom]
  ) {
    let negated = argumentAtoms(of: source, at: span)
    guard var atom = negated.first else { return }
    switch atom.nucleus {
    case .symbol(let text, let attributes):
      let struck = Self.negations[text] ?? text + "\u{338}"
      atom.nucleus = .symbol(struck, attributes)
    case .element(let element):
      atom.nucleus = .element(element.letters.count == 1 ? struck(element) : element)
    case .function: break
    }
    atoms.append(atom)
    atoms.append(contentsOf: negated.dropFirst())
  }

  private func struck(_ letter: Element) -> Element {
    guard case .element(let name, let attributes, _) = letter else { return letter }
    return .element(name, attributes, [.text(letter.letters + "\u{338}")])
  }

  private static let negations: [String: String] = [
    "=": "≠", "<": "≮", ">": "≯", "≤": "≰", "≥": "≱", "∈": "∉", "∋": "∌", "⊂": "⊄", "⊃": "⊅",
    "⊆": "⊈", "⊇": "⊉", "≡": "≢", "∼": "≁", "≃": "≄", "≅": "≇", "≈": "≉", "∣": "∤", "∥": "∦",
    "∃": "∄", "→": "↛", "←": "↚", "↔": "↮", "⇒": "⇏", "⇐": "⇍", "⇔": "⇎", "⊢": "⊬", "⊨": "⊭",
    "≺": "⊀", "≻": "⊁",
  ]
}

// MARK: - Boxes and colours

extension TeXParser {
  private mutating func decorated(_ name: String, _ source: String, at span: Span) -> MathAtom {
    let content = elements(of: argumentAtoms(of: source, at: span))
    return MathAtom(Element("mrow", ["class": name], content))
  }

  private mutating func boxed(_ source: String, at span: Span) -> MathAtom {
    let outer = style
    style = .display
    let content = elements(of: argumentAtoms(of: source, at: span))
    style = outer
    return MathAtom(
      Element("mstyle", ["class": "lemma-boxed", "displaystyle": "true"], content))
  }

  /// The class of a colour name; an unknown one is reported.
  private mutating func colourClass(_ source: String, at span: Span) -> String? {
    guard let (name, place) = name(of: source, at: span) else { return nil }
    guard typesetter.colours.contains(name) else {
      let known = typesetter.colours.sorted()
      let nearest = NearestName.nearest(to: name, in: known)
      report(
        .unknownTexColour(name), at: place.isEmpty ? span : place,
        label: nearest.map { "did you mean `\($0)`?" },
        help: [
          known.isEmpty
            ? "name colours in site.yaml: a light and a dark value each"
            : "the site's colours: \(known.joined(separator: ", "))"
        ])
      return nil
    }
    return "lemma-colour-" + name
  }

  private mutating func coloured(_ source: String, at span: Span) -> [MathAtom] {
    let name = colourClass(source, at: span)
    var atoms = argumentAtoms(of: source, at: span)
    guard let name else { return atoms }
    // A lone symbol keeps its class, and with it the space around it.
    if atoms.count == 1, case .symbol(let text, var attributes) = atoms[0].nucleus,
      atoms[0].sub == nil, atoms[0].sup == nil
    {
      attributes["class"] = name
      atoms[0].nucleus = .symbol(text, attributes)
      return atoms
    }
    return [MathAtom(Element("mrow", ["class": name], elements(of: atoms)))]
  }

  private mutating func readColour(
    _ source: String, at span: Span, into atoms: inout [MathAtom]
  ) {
    let name = colourClass(source, at: span)
    readRest(style: nil, at: span, into: &atoms) { content in
      Element("mrow", name.map { ["class": $0] } ?? [:], content)
    }
  }
}

// MARK: - Tags, moduli, spaces

extension TeXParser {
  private mutating func readTag(_ source: String, at span: Span) {
    _ = pendingStar()
    let text = plainText(of: source, at: span)
    if isOpen(.cell) { rowTag = text } else { tag = text }
  }

  private mutating func modulus(
    _ special: TeXCommand.Special, _ source: String, at span: Span
  ) -> [MathAtom] {
    let content = argumentAtoms(of: source, at: span)
    var atoms: [MathAtom] = [.space(MathML.space(style == .display ? "1em" : "0.4444em"))]
    if source == "\\mod" {
      let name = MathML.upright("mod")
      return atoms + [MathAtom(name), .space(MathML.space(MathML.thinSpace))] + content
    }
    atoms.append(symbol(.open, "("))
    if special == .pmod {
      atoms.append(MathAtom(MathML.upright("mod")))
      atoms.append(.space(MathML.space("0.3333em")))
    }
    return atoms + content + [symbol(.close, ")")]
  }

  private mutating func horizontalSpace(_ source: String, at span: Span) -> [MathAtom] {
    _ = pendingStar()
    let length: (text: String, span: Span)?
    if source == "\\hspace" {
      length = name(of: source, at: span)
    } else {
      length = peekAfterSpaces()?.kind == .open ? name(of: source, at: span) : bareLength(at: span)
    }
    guard let length else { return [] }
    guard let width = ems(length.text) else {
      report(
        .badTexLength(length.text), at: length.span.isEmpty ? span : length.span,
        help: ["lengths are numbers with a unit: `1em`, `2ex`, `3mu`, `4pt`"])
      return []
    }
    guard width < 0 else { return [.space(MathML.space(Self.written(width)))] }
    // Negative space is a class; there are three, so the width is made of them.
    return negativeSpaces(width)
  }

  /// MathML's widths are not negative, and a page has no style attributes: the margins of the style
  /// sheet, in eighteenths of an em, add up to the width.
  private func negativeSpaces(_ width: Double) -> [MathAtom] {
    var units = min(180, Int(-width * 18 + 0.5))
    var atoms: [MathAtom] = []
    for (size, name) in [(18, "quad"), (5, "thick"), (3, "thin"), (1, "unit")] {
      while units >= size {
        units -= size
        atoms.append(.space(Element("mspace", ["class": "lemma-negative-\(name)"])))
      }
    }
    return atoms
  }

  /// `\kern3mu`: a length without braces.
  private mutating func bareLength(at span: Span) -> (text: String, span: Span)? {
    var text = ""
    var place = span
    while let token = peek(), case .character(let character) = token.kind {
      guard character.isASCII, text.last?.isLetter != true || character.isLetter,
        text.suffix(2).allSatisfy(\.isLetter) == false || text.count < 2
      else { break }
      text.append(character)
      place = text.count == 1 ? token.span : place.union(token.span)
      _ = next()
    }
    return (text, place)
  }

  /// An em width with at most four decimals.
  static func written(_ ems: Double) -> String {
    let scaled = Int(ems * 10_000 + 0.5)
    guard scaled % 10_000 != 0 else { return "\(scaled / 10_000)em" }
    var digits = String(scaled % 10_000 + 10_000).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(scaled / 10_000).\(digits)em"
  }
}

extension Diagnostic.Message {
  static func unmatchedTexFence(_ command: String) -> Self {
    Self(id: "unmatched-tex-fence", text: "`\(command)` has no partner")
  }
  static func unknownTexColour(_ name: String) -> Self {
    Self(id: "unknown-tex-colour", text: "the site has no colour `\(name)`")
  }
  static func texLabel(_ name: String) -> Self {
    Self(id: "tex-label", text: "`\\label{\(name)}` has no effect")
  }
  static func texLimits(_ command: String) -> Self {
    Self(id: "misplaced-tex-limits", text: "`\(command)` follows no operator")
  }
  static func badTexLength(_ text: String) -> Self {
    Self(id: "bad-tex-length", text: "`\(text)` is not a length")
  }
}
