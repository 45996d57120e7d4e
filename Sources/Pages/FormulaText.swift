import Markup

extension Element {
  /// A formula as plain text on one line: `σ(x) = 1/(1 + e^(−x))`.
  var formulaText: String {
    lineText.replacing("\u{2061}(", with: "(").replacing("\u{2061}", with: " ")
  }

  /// With the signs of application; annotations are left out.
  private var lineText: String {
    switch self {
    case .text(let text): text.filter { $0 != "\u{2062}" }
    case .markup: ""
    case .fragment(let children): children.map(\.lineText).joined()
    case .element("annotation", _, _): ""
    case .element("mo", _, let children): Self.spaced(children.map(\.lineText).joined())
    case .element(let name, _, let children): Self.line(name, children.map(\.lineText))
    }
  }

  private static func line(_ name: String, _ parts: [String]) -> String {
    switch (name, parts.count) {
    case ("mfrac", 2): grouped(parts[0]) + "/" + grouped(parts[1])
    case ("msup", 2), ("mover", 2): parts[0] + raised(parts[1])
    case ("msub", 2), ("munder", 2): parts[0] + lowered(parts[1])
    case ("msubsup", 3), ("munderover", 3): parts[0] + lowered(parts[1]) + raised(parts[2])
    case ("msqrt", _): "√" + grouped(parts.joined())
    case ("mroot", 2): "√[" + parts[1] + "]" + grouped(parts[0])
    case ("mtable", _): parts.joined(separator: "; ")
    case ("mtr", _): parts.joined(separator: " ")
    default: parts.joined()
    }
  }

  private static func raised(_ exponent: String) -> String {
    exponent.allSatisfy { "′″".contains($0) } ? exponent : "^" + grouped(exponent)
  }

  /// η1, and x_max.
  private static func lowered(_ index: String) -> String {
    index.allSatisfy(\.isNumber) ? index : "_" + grouped(index)
  }

  /// In parentheses where it is more than a name or a numeral.
  private static func grouped(_ text: String) -> String {
    text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "∞" } ? text : "(\(text))"
  }

  private static func spaced(_ sign: String) -> String {
    sign.count == 1 && "=≠≈<>≤≥→⟹⟺∈".contains(sign) ? " \(sign) " : sign
  }
}
