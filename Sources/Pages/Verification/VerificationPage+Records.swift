import Cells
import Markup

/// The entries of the page's lists.
extension VerificationPage {
  /// Where in the author's text, as a link to the place on the page.
  private func place(_ place: LessonVerification.Place, of lesson: LessonSummary) -> Element {
    Destination.link(
      to: Destination.page(lesson.slug) + (place.anchor.map { "#" + $0 } ?? ""), class: "place",
      .text(place.text))
  }

  func record(_ claim: LessonVerification.Claim, of lesson: LessonSummary) -> Element {
    let verdict = claim.check.verdict
    var parts = [
      Element("span", ["class": "record-name"], text: index.words.name(.check, "\(claim.number)")),
      .text(" "), caption(claim.check.caption.map { $0 + " " } ?? ""),
      VerdictBadge(verdict, style: .page, words: index.words).element,
      CheckHTML.statement(claim.check),
    ]
    let remarks = CheckHTML.remarks(on: verdict, claim.check.notation, index.words.verdict)
    let how =
      [.text(index.words.verdict.method(of: verdict))]
      + (remarks.isEmpty ? [] : [.text("; ")] + remarks)
    parts += [
      Element("span", ["class": "record-note"], how), .text(" "), place(claim.place, of: lesson),
    ]
    return Element("li", [:], parts)
  }

  func record(_ table: LessonVerification.Table, of lesson: LessonSummary) -> Element {
    let columns = table.columns.map { column in
      let basis = basis(column.basis)
      return "\(column.header): \(column.basis.count)" + (basis.isEmpty ? "" : " (\(basis))")
    }
    return Element(
      "li", [:],
      [
        Element(
          "span", ["class": "record-name"], text: index.words.name(.table, "\(table.number)")),
        .text(" "), caption(table.caption),
        Element("span", ["class": "record-note"], text: columns.joined(separator: "; ")),
        .text(" "), place(table.place, of: lesson),
      ])
  }

  func record(_ number: LessonVerification.Number, of lesson: LessonSummary) -> Element {
    var count = BasisCount()
    count.add(number.basis)
    let basis = basis(count)
    return Element(
      "li", [:],
      [
        Element("span", ["class": "value"], text: number.text), .text(" "),
        Element("code", text: number.expression), .text(basis.isEmpty ? " " : " \(basis) "),
        place(number.place, of: lesson),
      ])
  }

  /// A numeral with the words around it, and what is known of it.
  func record(_ numeral: LessonVerification.Numeral, of lesson: LessonSummary) -> Element {
    var parts = [Element("strong", text: numeral.text)]
    if numeral.context != numeral.text { parts.append(.text(": " + numeral.context)) }
    switch numeral.standing {
    case .founded(let display): parts += [.text(" "), standing(in: display, of: lesson)]
    case .deliberate(let reason):
      parts.append(
        Element("span", ["class": "record-note"], text: reason ?? words.noReason))
    case .unchecked, .linked: break
    }
    return Element("li", [:], parts + [.text(" "), place(numeral.place, of: lesson)])
  }

  /// "Check 3 of The S-curve", as a link to it where it has a label.
  private func standing(
    in display: LessonVerification.Display, of lesson: LessonSummary
  ) -> Element {
    var name = index.words.name(display.kind, display.number)
    if let title = display.lesson { name += " \(index.words.of) \(title)" }
    guard let destination = display.destination else {
      return Element("span", ["class": "place"], text: name)
    }
    let page = display.lesson == nil ? Destination.page(lesson.slug) : ""
    return Destination.link(to: page + destination, class: "place", .text(name))
  }

  private func caption(_ text: String) -> Element {
    .markup(Caption(text, typesetter: index.typesetter).markup)
  }

  /// "7 exact, 6 enclosed at 64 bits"; a word alone where all are the same.
  private func basis(_ count: BasisCount) -> String {
    let kinds = [
      (count.exact, words.exact),
      (count.enclosed, words.enclosure.replacing("{bits}", with: "\(count.bits)")),
      (count.asComputed, words.asComputed), (count.recorded, words.recorded),
    ].filter { $0.0 > 0 }
    if kinds.count == 1, kinds[0].0 == count.count { return kinds[0].1 }
    return kinds.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }
}
