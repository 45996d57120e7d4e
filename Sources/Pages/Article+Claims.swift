import Cells
import Diagnostics
import Markup

/// `Claims(of:)`: the checks of lessons, with verdict and link.
extension ArticleWriter {
  /// A row for each check, under a row for its lesson where there are several.
  mutating func writeClaims(_ claims: ClaimsOutput, number: Int, label: String?) {
    let lessons = summaries(named: claims.lessons).filter { !$0.verification.claims.isEmpty }
    let caption = captionMarkup(
      kind: .table, number: number, caption: claims.caption ?? words.verification.claims)
    let heads = [words.verification.claim, words.verification.verdict, words.verification.method]
      .map { Element("th", ["scope": "col"], text: $0) }
    var parts = [Element("thead", [:], [Element("tr", [:], heads)])]
    for lesson in lessons {
      var rows = lesson.verification.claims.map { row($0, of: lesson) }
      if lessons.count > 1 { rows.insert(head(of: lesson), at: 0) }
      parts.append(Element("tbody", [:], rows))
    }
    let captionID = TableHTML.captionID(ofTable: number)
    let table = Element("table", ["class": "claims", "aria-labelledby": captionID], parts)
    var attributes: Attributes = ["class": "table"]
    attributes["id"] = label
    out.write(
      Element(
        "figure", attributes,
        [
          Element("figcaption", ["id": captionID], [.markup(caption)]),
          Element("div", ["class": "scroll", "tabindex": "0"], [table]),
        ]))
  }

  /// The lessons that are meant, in the site's order; names that are none are reported.
  private mutating func summaries(named names: [ClaimsOutput.LessonName]?) -> [LessonSummary] {
    guard let names else { return index.summaries }
    var wanted: Set<String> = []
    for name in names {
      let path = RelativePath.resolve(name.file, from: lesson.source.path)
      if let path, index.summary(of: path) != nil {
        wanted.insert(path)
      } else if index.isWholeSite {
        report(references.unknownLesson(name.file, at: name.span))
      }
    }
    return index.summaries.filter { wanted.contains($0.path) }
  }

  private func head(of lesson: LessonSummary) -> Element {
    let link = Destination.link(to: Destination.page(lesson.slug), .text(lesson.title))
    return Element("tr", [:], [Element("th", ["scope": "rowgroup", "colspan": "3"], [link])])
  }

  private func row(_ claim: LessonVerification.Claim, of lesson: LessonSummary) -> Element {
    let page = lesson.path == summary.path ? "" : Destination.page(lesson.slug)
    let anchor = claim.place.anchor.map { "#" + $0 } ?? ""
    let name = Caption(claim.check.caption ?? claim.check.text, typesetter: typesetter).markup
    let verdict = claim.check.verdict
    return Element(
      "tr", [:],
      [
        Element("td", [:], [Destination.link(to: page + anchor, .markup(name))]),
        Element("td", [:], [VerdictBadge(verdict, style: style, words: words).element]),
        Element("td", [:], text: words.method(of: verdict)),
      ])
  }
}
