import Markup

/// The elements of MathML Core that formulas are built from, in TeX and in typeset expressions.
///
/// Only what Core has: letters are Unicode's mathematical letters (`mathvariant` other than `normal`
/// is gone), alignment and boxes are classes of `Typesetter.styleSheet`, colours are classes too, so
/// that a page needs no `style` attribute.
enum MathML {
  static let thinSpace = "0.1667em"
  static let mediumSpace = "0.2222em"
  static let thickSpace = "0.2778em"

  /// A name of one letter is italic where mathematics has it italic; longer names are upright.
  static func identifier(_ name: String) -> Element { Element("mi", text: name) }

  /// A letter that stays upright: Γ, the d of a differential, ∇.
  static func upright(_ name: String) -> Element {
    guard name.unicodeScalars.count == 1, let letter = name.unicodeScalars.first,
      isSlantedByDefault(letter)
    else { return identifier(name) }
    return Element("mi", ["mathvariant": "normal"], [.text(name)])
  }

  static func number(_ digits: String) -> Element { Element("mn", text: digits) }

  static func `operator`(_ symbol: String, _ attributes: Attributes = [:]) -> Element {
    Element("mo", attributes, [.text(symbol)])
  }

  /// A fence, which grows with what stands beside it in its row where that is tall.
  ///
  /// Fonts draw even the smallest grown parentheses with more room around them, so those around a
  /// single line do not grow at all, as in TeX.
  static func fence(_ symbol: String, form: String, isTall: Bool = true) -> Element {
    `operator`(symbol, ["form": form, "stretchy": isTall ? "true" : "false"])
  }

  static func text(_ text: String) -> Element {
    // Spaces at the ends of an element collapse in HTML; a no-break space is as wide and stays.
    Element("mtext", text: text.replacing(" ", with: "\u{A0}"))
  }

  /// Text in the letters of listings.
  static func code(_ text: String) -> Element {
    Element("mtext", ["class": "lemma-text-monospace"], text: text.replacing(" ", with: "\u{A0}"))
  }

  /// One element is itself; any other number of them is a row.
  static func row(_ children: [Element]) -> Element {
    children.count == 1 ? children[0] : Element("mrow", [:], children)
  }

  static func space(_ width: String) -> Element { Element("mspace", ["width": width]) }

  static func fraction(_ numerator: Element, _ denominator: Element) -> Element {
    Element("mfrac", [:], [numerator, denominator])
  }

  static func root(_ radicand: [Element], degree: Element? = nil) -> Element {
    guard let degree else { return Element("msqrt", [:], radicand) }
    return Element("mroot", [:], [row(radicand), degree])
  }

  static func scripts(_ base: Element, sub: Element?, sup: Element?) -> Element {
    guard sub != nil || sup != nil else { return base }
    let base = base.isSizedDelimiter ? Element("mrow", [:], [base]) : base
    return switch (sub, sup) {
    case (let sub?, let sup?): Element("msubsup", [:], [base, sub, sup])
    case (let sub?, nil): Element("msub", [:], [base, sub])
    case (nil, let sup?): Element("msup", [:], [base, sup])
    case (nil, nil): base
    }
  }

  static func limits(_ base: Element, under: Element?, over: Element?) -> Element {
    switch (under, over) {
    case (let under?, let over?): Element("munderover", [:], [base, under, over])
    case (let under?, nil): Element("munder", [:], [base, under])
    case (nil, let over?): Element("mover", [:], [base, over])
    case (nil, nil): base
    }
  }

  /// The outermost element; `source` is kept as an annotation that assistive and copying software
  /// reads and browsers do not show.
  static func math(_ children: [Element], display: Bool, source: String? = nil) -> Element {
    var attributes: Attributes = [:]
    if display { attributes["display"] = "block" }
    guard let source else { return Element("math", attributes, children) }
    let annotation = Element(
      "annotation", ["encoding": "application/x-tex"], [.text(source)])
    return Element("math", attributes, [Element("semantics", [:], [row(children), annotation])])
  }

  /// Whether a browser slants an `mi` that holds only this letter.
  static func isSlantedByDefault(_ letter: Unicode.Scalar) -> Bool {
    switch letter.value {
    case 0x41...0x5A, 0x61...0x7A, 0x391...0x3A9, 0x3B1...0x3C9: true
    case 0x131, 0x237, 0x3D1, 0x3D5, 0x3D6, 0x3F0, 0x3F1, 0x3F4, 0x3F5, 0x2202, 0x2207: true
    default: false
    }
  }
}

extension Element {
  /// Whether the element is a parenthesis of a size of its own, which Chromium lets shrink where it is
  /// itself the base of a script.
  fileprivate var isSizedDelimiter: Bool {
    guard case .element("mo", let attributes, _) = self else { return false }
    return attributes["minsize"] != nil
  }

  /// Whether the element is higher than a line of letters with a superscript.
  var isTall: Bool { isTall(inScript: false) }

  private func isTall(inScript: Bool) -> Bool {
    switch self {
    case .element(let name, let attributes, let children):
      switch name {
      case "mfrac", "mtable", "msqrt", "mroot", "munder", "munderover", "mphantom": return true
      case "mover": return attributes["accent"] == nil || (children.first?.isTall ?? false)
      case "mo": return attributes["stretchy"] == "true" || attributes["minsize"] != nil
      case "msup", "msubsup":
        guard !inScript, name == "msup" else { return true }
        return children.indices.contains { children[$0].isTall(inScript: $0 > 0) }
      default: return children.contains { $0.isTall(inScript: inScript) }
      }
    case .fragment(let children): return children.contains { $0.isTall(inScript: inScript) }
    case .text, .markup: return false
    }
  }

  /// The element with an attribute more; a fragment or text becomes a row that has it.
  func with(_ name: String, _ value: String) -> Element {
    switch self {
    case .element(let tag, var attributes, let children):
      if name == "class", let others = attributes["class"] {
        attributes["class"] = others + " " + value
      } else {
        attributes[name] = value
      }
      return .element(tag, attributes, children)
    case .text, .markup, .fragment: return .element("mrow", [name: value], [self])
    }
  }
}
