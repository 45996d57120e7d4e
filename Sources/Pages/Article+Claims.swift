import Cells
import Diagnostics
import Markup

/// `Claims(of:)`: the checks of lessons, with verdict and link.
extension ArticleWriter {
  /// A row for each check, under a row for its lesson where there are several.
  ///
  /// A choice of single claims is brief: lessons and methods stand where its links lead.
  mutating func writeClaims(_ claims: ClaimsOutput, number: Int, label: String?) {
    let groups = groups(of: claims.names)
    let isBrief = claims.names?.contains { $0.label != nil } ?? false
    let caption = captionMarkup(
      kind: .table, number: number, caption: claims.caption ?? words.verification.claims)
    let columns = [words.verification.claim, words.verification.verdict]
    let heads = (columns + (isBrief ? [] : [words.verification.method]))
      .map { Element("th", ["scope": "col"], text: $0) }
    var parts = [Element("thead", [:], [Element("tr", [:], heads)])]
    for group in groups {
      var rows = group.claims.map { row($0, of: group.lesson, isBrief: isBrief) }
      if groups.count > 1, !isBrief { rows.insert(head(of: group.lesson), at: 0) }
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

  private typealias Group = (lesson: LessonSummary, claims: [LessonVerification.Claim])

  /// The claims that are meant, by lesson, in the site's order; names that are none are reported.
  private mutating func groups(of names: [ClaimsOutput.Name]?) -> [Group] {
    // By the lesson's path; nil for all claims of the lesson.
    var labels: [String: Set<String?>] = [:]
    for name in names ?? [] {
      let path = RelativePath.resolve(name.file, from: lesson.source.path)
      if let path, let lesson = index.summary(of: path) {
        labels[path, default: []].insert(name.label)
        if let label = name.label { checkClaim(label, of: lesson, at: name.span) }
      } else if index.isWholeSite {
        report(references.unknownLesson(name.file, at: name.span))
      }
    }
    let groups = index.summaries.map { lesson -> Group in
      let wanted = names == nil ? [nil] : labels[lesson.path] ?? []
      let claims = lesson.verification.claims.filter {
        wanted.contains(nil) || wanted.contains($0.label)
      }
      return (lesson, claims)
    }
    return groups.filter { !$0.claims.isEmpty }
  }

  /// Reports a label that no check of the lesson has, unless its cell failed, which is reported already.
  private mutating func checkClaim(_ label: String, of lesson: LessonSummary, at span: Span) {
    let known = lesson.verification.claims.compactMap(\.label)
    guard !known.contains(label), lesson.targets[label]?.kind != .failed else { return }
    let nearest = NearestName.nearest(to: label, in: known)
    report(
      Diagnostic(
        .error, .noClaim(label, of: lesson.path), in: self.lesson.source, at: span,
        help: nearest.map { ["did you mean `#\($0)`?"] } ?? []))
  }

  private func head(of lesson: LessonSummary) -> Element {
    let link = Destination.link(to: Destination.page(lesson.slug), .text(lesson.title))
    return Element("tr", [:], [Element("th", ["scope": "rowgroup", "colspan": "3"], [link])])
  }

  private func row(
    _ claim: LessonVerification.Claim, of lesson: LessonSummary, isBrief: Bool
  ) -> Element {
    let page = lesson.path == summary.path ? "" : Destination.page(lesson.slug)
    let anchor = claim.place.anchor.map { "#" + $0 } ?? ""
    let name = Caption(claim.check.caption ?? claim.check.text, typesetter: typesetter).markup
    let verdict = claim.check.verdict
    let cells = [
      Element("td", [:], [Destination.link(to: page + anchor, .markup(name))]),
      Element("td", [:], [VerdictBadge(verdict, style: style, words: words).element]),
    ]
    let method = Element("td", [:], text: words.verdict.method(of: verdict))
    return Element("tr", [:], isBrief ? cells : cells + [method])
  }
}

extension Diagnostic.Message {
  static func noClaim(_ label: String, of lesson: String) -> Self {
    Self(id: "broken-link", text: "no check in `\(lesson)` is labelled `#\(label)`")
  }
}
