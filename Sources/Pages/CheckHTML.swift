import Cells
import Markup
import MathCore
import Typesetting

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
    if let explanation = check.explanation {
      children += [Element("p", ["class": "check-detail"], text: explanation), .text("\n")]
    }
    children.append(
      Element("p", ["class": "check-method"], text: words.verdict.method(of: verdict)))
    let remarks = Self.remarks(on: verdict, check.notation, words.verdict)
    if !remarks.isEmpty {
      children += [.text("\n"), Element("p", ["class": "check-detail"], remarks)]
    }
    element = Element("figure", attributes, children)
  }

  /// As `VerdictWords` has them, with the side conditions as formulas: "proved on the way: 1 + e⁻ˣ ≠ 0".
  static func remarks(
    on verdict: Verdict, _ notation: FormulaNotation, _ words: VerdictWords
  ) -> [Element] {
    let detail = words.detail(of: verdict)
    guard !verdict.sideConditions.isEmpty else { return detail.map { [.text($0)] } ?? [] }
    var shown: [Element] = [.text((detail.map { $0 + ": " } ?? "") + words.provedOnTheWay)]
    for (index, condition) in verdict.sideConditions.enumerated() {
      if index > 0 { shown.append(.text("; ")) }
      let formula = condition.formula?.mathML(display: false, notation: notation)
      shown.append(formula ?? .text(condition.description))
    }
    return shown
  }

  /// What is claimed: as mathematics, else as code.
  static func statement(_ check: CheckOutput) -> Element {
    Element(
      "div", ["class": "check-statement", "tabindex": "0"],
      [check.statement ?? Element("code", text: check.text)])
  }
}
