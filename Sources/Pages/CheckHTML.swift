import Cells
import Markup

/// A check: what is claimed, and how far it is known to hold.
struct CheckHTML {
  let element: Element

  /// - Parameter caption: markup.
  init(_ check: CheckOutput, caption: String, id: String?, words: Words) {
    let verdict = check.verdict
    let strength = verdict.strength.rawValue
    var attributes: Attributes = ["class": "check check-\(strength)"]
    attributes["id"] = id
    let badge = Element(
      "span", ["class": "badge badge-\(strength)"],
      text: words.strengths[verdict.strength] ?? strength)
    let head = Element(
      "figcaption", ["class": "check-head"],
      [Element("span", ["class": "check-title"], [.markup(caption)]), .text(" "), badge])
    var children = [head, .text("\n"), Self.statement(check), .text("\n")]
    children.append(Element("p", ["class": "check-method"], text: Self.method(verdict, words)))
    if let detail = verdict.detail, !detail.isEmpty {
      children += [.text("\n"), Element("p", ["class": "check-detail"], text: detail)]
    }
    element = Element("figure", attributes, children)
  }

  private static func statement(_ check: CheckOutput) -> Element {
    if let statement = check.statement {
      return Element("div", ["class": "check-statement", "tabindex": "0"], [statement])
    }
    return Element("p", ["class": "check-statement"], text: check.text)
  }

  private static func method(_ verdict: Verdict, _ words: Words) -> String {
    var parts: [String] = []
    let by = verdict.strength == .sampled ? words.sampledAt : words.method
    if !verdict.method.isEmpty { parts.append(by + " " + verdict.method) }
    if !verdict.domain.isEmpty { parts.append(words.domain + " " + verdict.domain) }
    return parts.joined(separator: ", ")
  }
}
