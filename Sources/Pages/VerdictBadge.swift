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

extension Words {
  /// "by normal form, for all real x"
  func method(of verdict: Verdict) -> String {
    var parts: [String] = []
    let by = verdict.strength == .sampled ? sampledAt : method
    if !verdict.method.isEmpty { parts.append(by + " " + verdict.method) }
    if !verdict.domain.isEmpty { parts.append(domain + " " + verdict.domain) }
    return parts.joined(separator: ", ")
  }
}
