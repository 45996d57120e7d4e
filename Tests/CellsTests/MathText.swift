import Markup

/// MathML as a line of text for each row: `(1)/(1+e^(−x))`.
struct MathText {
  private(set) var lines: [String] = []

  init(_ element: Element?) {
    guard let element else { return }
    lines = Self.text(element).split(separator: "\n").map(String.init)
  }

  private static func text(_ element: Element) -> String {
    switch element {
    case .text(let text):
      return text.filter { $0 != "\u{2061}" }.replacing("\u{A0}", with: " ")
    case .markup(let text): return text
    case .fragment(let children): return children.map(text).joined()
    case .element(let name, _, let children): return text(name, children.map(text))
    }
  }

  private static func text(_ name: String, _ parts: [String]) -> String {
    switch (name, parts.count) {
    case ("mfrac", 2): "(\(parts[0]))/(\(parts[1]))"
    case ("msup", 2): "\(parts[0])^(\(parts[1]))"
    case ("msub", 2): "\(parts[0])_(\(parts[1]))"
    case ("msqrt", _): "√(\(parts.joined()))"
    case ("munderover", 3), ("msubsup", 3): "\(parts[0])_(\(parts[1]))^(\(parts[2])) "
    case ("mtr", _): parts.joined(separator: "  ").trimmingSpaces + "\n"
    default: parts.joined()
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
