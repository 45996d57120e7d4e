import Diagnostics
import LessonSyntax
import Markup

extension ArticleWriter {
  mutating func openCitation(_ citation: Node.Citation, _ node: Int) -> Descent {
    headingIsRepeatable = false
    guard let work = index.works[citation.key] else {
      reportUnknown(citation)
      out.write(markup: "<a class=\"citation\">")
      if lesson.nodes[node].firstChild == nil { out.write(text: citation.key) }
      return .descend
    }
    if citedKeys.insert(citation.key).inserted { cited.append(citation.key) }
    let anchor = Self.anchor(ofWork: citation.key)
    out.open("a", ["class": "citation", "href": "#" + Destination.escaped(anchor)])
    if lesson.nodes[node].firstChild == nil { out.write(text: work.shortForm) }
    return .descend
  }

  /// The works that the lesson cites, by their short forms.
  mutating func writeReferenceList() {
    guard !cited.isEmpty else { return }
    let entries = cited.compactMap { key in index.works[key].map { (key: key, work: $0) } }
      .sorted { ($0.work.shortForm, $0.key) < ($1.work.shortForm, $1.key) }
    line("<section class=\"references\">\n")
    out.write(markup: "<h2 id=\"lemma-references\">")
    out.write(text: words.references)
    out.write(markup: "</h2>\n<ul>\n")
    for (key, work) in entries {
      out.open("li", ["id": Self.anchor(ofWork: key)])
      for piece in work.entry {
        switch piece {
        case .plain(let text): out.write(text: text)
        case .emphasised(let text): out.write(Element("cite", text: text))
        }
      }
      if let url = work.url, !Destination.isDangerous(url) {
        out.write(markup: " <a href=\"" + Destination.escaped(url) + "\">")
        out.write(text: url)
        out.write(markup: "</a>")
      }
      out.write(markup: "</li>\n")
    }
    out.write(markup: "</ul>\n</section>\n")
  }

  /// Keys of works have a prefix of their own, so that none is taken for a label.
  private static func anchor(ofWork key: String) -> String { "work-" + key }

  private mutating func reportUnknown(_ citation: Node.Citation) {
    let nearest = NearestName.nearest(to: citation.key, in: index.works.keys.sorted())
    report(
      Diagnostic(
        .error, .unknownCitation(citation.key), in: lesson.source, at: citation.keySpan,
        help: nearest.map { ["did you mean `\($0)`?"] } ?? []))
  }
}

extension Diagnostic.Message {
  static func unknownCitation(_ key: String) -> Self {
    Self(id: "unknown-citation", text: "no work in the bibliography has the key `\(key)`")
  }
}
