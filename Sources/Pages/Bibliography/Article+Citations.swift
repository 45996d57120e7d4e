import Diagnostics
import LessonSyntax
import Markup

/// A place in a lesson that cites a work.
struct CitationPlace: Sendable, Hashable {
  let key: String
  /// The citation's id on the lesson's page.
  let anchor: String
  /// The heading of its section, as finished markup; nil before the first, and in footnotes.
  let section: String?
}

extension ArticleWriter {
  mutating func openCitation(_ citation: Node.Citation, _ node: Int) -> Descent {
    headingIsRepeatable = false
    guard let work = index.works[citation.key] else {
      reportUnknown(citation)
      out.write(markup: "<a class=\"citation\">")
      if lesson.nodes[node].firstChild == nil { out.write(text: citation.key) }
      return .descend
    }
    let place = notePlace(of: citation.key)
    out.open(
      "a",
      [
        "class": "citation", "id": place.anchor,
        "href": "#" + Destination.escaped(ReferenceEntry.anchor(ofWork: citation.key)),
      ])
    if lesson.nodes[node].firstChild == nil { out.write(text: work.shortForm) }
    return .descend
  }

  /// The first citation of a work has its key in its id, and further ones a number, too.
  private mutating func notePlace(of key: String) -> CitationPlace {
    let number = (citationCounts[key] ?? 0) + 1
    citationCounts[key] = number
    let place = CitationPlace(
      key: key, anchor: "lemma-cite-" + key + (number == 1 ? "" : "-\(number)"),
      section: hasFootnotes ? nil : headings.last { $0.level > 1 }?.markup)
    citations.append(place)
    return place
  }

  /// The works that the lesson cites, and the way to those of the whole site.
  mutating func writeReferenceList() {
    let entries = ReferenceEntry.entries(for: citationCounts.keys, of: index.works)
    guard !entries.isEmpty else { return }
    line("<section class=\"references\">\n")
    out.write(markup: "<h2 id=\"lemma-references\">")
    out.write(text: words.references)
    out.write(markup: "</h2>\n<ul>\n")
    for entry in entries {
      out.write(Element("li", ["id": entry.anchor], entry.content))
      out.write(markup: "\n")
    }
    out.write(markup: "</ul>\n")
    if BibliographyPage.isMade(of: index) {
      let link = Destination.link(to: BibliographyPage.name, .text(words.bibliography.all))
      out.write(Element("p", [:], [link]))
      out.write(markup: "\n")
    }
    out.write(markup: "</section>\n")
  }

  private mutating func reportUnknown(_ citation: Node.Citation) {
    let nearest = NearestName.nearest(to: citation.key, in: index.works.keys)
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
