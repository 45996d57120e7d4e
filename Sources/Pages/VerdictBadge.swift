import Cells
import Markup

/// A verdict in a word, which on a page leads to what the word means.
struct VerdictBadge {
  let element: Element

  init(_ verdict: Verdict, style: Article.Style, words: Words) {
    let strength = verdict.strength.rawValue
    var attributes: Attributes = ["class": "badge badge-\(strength)"]
    attributes["title"] = words.verification.meanings[verdict.strength]
    let text = words.strengths[verdict.strength] ?? strength
    switch style {
    case .fragment: element = Element("span", attributes, text: text)
    case .page:
      attributes["href"] = VerificationPage.name + "#lemma-" + strength
      element = Element("a", attributes, text: text)
    }
  }
}
