import Cells
import Markup

/// A check: what is claimed, and how far it is known to hold.
struct CheckHTML {
  let element: Element

  /// - Parameter caption: markup.
  init(_ check: CheckOutput, caption: String, id: String?, style: Article.Style, words: Words) {
    let verdict = check.verdict
    let strength = verdict.strength.rawValue
    var attributes: Attributes = ["class": "check check-\(strength)"]
    attributes["id"] = id
    let badge = VerdictBadge(verdict, style: style, words: words).element
    let head = Element(
      "figcaption", ["class": "check-head"],
      [Element("span", ["class": "check-title"], [.markup(caption)]), .text(" "), badge])
    var children = [head, .text("\n"), Self.statement(check), .text("\n")]
    if let notation = check.notation {
      children += [Element("p", ["class": "check-detail"], text: notation), .text("\n")]
    }
    children.append(Element("p", ["class": "check-method"], text: words.method(of: verdict)))
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
}
