import Cells
import Markup
import MathCore

/// The page that lists what is verified on a site, lesson by lesson, and what is not.
struct VerificationPage {
  static let name = "verification.html"
  static let dataName = "verification.json"

  private let index: SiteIndex
  private var words: VerificationWords { index.words.verification }
  private var found: [LessonVerification] { index.summaries.map(\.verification) }

  init(_ index: SiteIndex) { self.index = index }

  func html() -> String {
    var page = index.emptyPage(title: words.title)
    page.heading = words.title
    page.lede = words.lede
    page.canonical = index.canonical("verification")
    let parts = overview + index.summaries.indices.flatMap(lesson)
    page.article = Element.fragment(Self.lines(parts)).markup
    page.contents = contents
    return index.templates.page(page)
  }

  private var contents: [PageContent.Section] {
    let own = [
      ("lemma-verdicts", words.verdicts), ("lemma-numbers", words.numbers),
      ("lemma-numerals", words.numerals),
    ]
    let lessons = index.summaries.enumerated().filter { !$1.verification.isEmpty }
    return (own + lessons.map { (Self.anchor($0.offset), $0.element.title) }).map {
      PageContent.Section(level: 2, href: "#" + $0.0, markup: MarkupWriter.escaped($0.1))
    }
  }

  /// Each on a line of its own, so that a change shows where it is.
  private static func lines(_ elements: [Element]) -> [Element] {
    elements.flatMap { [$0, .text("\n")] }
  }

  private static func anchor(_ lesson: Int) -> String { "lemma-lesson-\(lesson + 1)" }
}

extension VerificationPage {
  /// What holds for the whole site.
  private var overview: [Element] {
    [heading(2, "lemma-verdicts", words.verdicts), verdicts]
      + [heading(2, "lemma-numbers", words.numbers)] + numbers
      + [heading(2, "lemma-numerals", words.numerals)] + numerals
      + [
        Element(
          "p", [:],
          [
            .text(words.asData + " "),
            Element("a", ["href": Self.dataName], text: Self.dataName), .text("."),
          ])
      ]
  }

  private func heading(_ level: Int, _ id: String, _ text: String) -> Element {
    Element("h\(level)", ["id": id], text: text)
  }

  /// Each verdict with its number of claims and its meaning.
  private var verdicts: Element {
    let entries = Verdict.Strength.allCases.filter { $0 != .refuted }.flatMap { strength in
      let count = found.reduce(0) { $0 + $1.count(strength) }
      let badge = Element(
        "span", ["class": "badge badge-\(strength.rawValue)"],
        text: index.words.strengths[strength] ?? strength.rawValue)
      return [
        Element("dt", ["id": "lemma-\(strength.rawValue)"], [badge, .text(" \(count)")]),
        Element("dd", [:], text: words.meanings[strength] ?? ""),
      ]
    }
    return Element("dl", ["class": "verdicts"], Self.lines(entries))
  }

  private var numbers: [Element] {
    let count = found.reduce(0) { $0 + $1.numberCount }
    let noun = count == 1 ? index.words.numberComputed.one : index.words.numberComputed.many
    return [
      Element("p", [:], text: "\(count) \(noun)."), Element("p", [:], text: words.numberMeaning),
    ]
  }

  private var numerals: [Element] {
    let share = NumeralShare(found)
    let text = words.numeralShare
      .replacing("{checked}", with: "\(share.checked)").replacing("{all}", with: "\(share.all)")
      .replacing("{share}", with: share.percentage(index.settings.language))
    return [Element("p", [:], text: text), Element("p", [:], text: words.numeralMeaning)]
  }

  /// Where in the author's text, as a link to the place on the page.
  func place(_ place: LessonVerification.Place, of lesson: LessonSummary) -> Element {
    Destination.link(
      to: Destination.page(lesson.slug) + (place.anchor.map { "#" + $0 } ?? ""), class: "place",
      .text(place.text))
  }
}

extension VerificationPage {
  private func lesson(_ number: Int) -> [Element] {
    let lesson = index.summaries[number]
    let found = lesson.verification
    guard !found.isEmpty else { return [] }
    let title = Element(
      "h2", ["id": Self.anchor(number)],
      [Destination.link(to: Destination.page(lesson.slug), .text(lesson.title))])
    return [title]
      + section(words.claims, found.claims.map { record($0, of: lesson) })
      + section(words.tables, found.tables.map { record($0, of: lesson) })
      + section(words.inText, found.numbers.map { record($0, of: lesson) })
      + section(
        words.founded, found.numerals.filter { $0.display != nil }.map { record($0, of: lesson) })
      + section(
        words.literals, found.numerals.filter(\.isDeliberate).map { record($0, of: lesson) })
      + section(
        words.unchecked,
        found.numerals.filter { $0.standing == .unchecked }.map { record($0, of: lesson) })
  }

  private func section(_ title: String, _ records: [Element]) -> [Element] {
    records.isEmpty
      ? [] : [Element("h3", text: title), Element("ul", ["class": "records"], Self.lines(records))]
  }

  private func record(_ claim: LessonVerification.Claim, of lesson: LessonSummary) -> Element {
    let verdict = claim.check.verdict
    var parts = [
      Element("span", ["class": "record-name"], text: index.words.name(.check, "\(claim.number)")),
      .text(" "), caption(claim.check.caption.map { $0 + " " } ?? ""),
      VerdictBadge(verdict, style: .page, words: index.words).element,
      Element("span", ["class": "record-text"], text: claim.check.text),
    ]
    let how = [index.words.method(of: verdict), verdict.detail ?? ""].filter { !$0.isEmpty }
    parts += [
      Element("span", ["class": "record-note"], text: how.joined(separator: "; ")), .text(" "),
      place(claim.place, of: lesson),
    ]
    return Element("li", [:], parts)
  }

  private func record(_ table: LessonVerification.Table, of lesson: LessonSummary) -> Element {
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

  private func record(_ number: LessonVerification.Number, of lesson: LessonSummary) -> Element {
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

  private func record(_ numeral: LessonVerification.Numeral, of lesson: LessonSummary) -> Element {
    Element(
      "li", [:],
      [
        Element("strong", text: numeral.text),
        .text(numeral.context == numeral.text ? " " : ": " + numeral.context + " "),
        place(numeral.place, of: lesson),
      ])
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

/// How many of the prose's numerals are checked.
public struct NumeralShare: Sendable, Hashable {
  public let checked: Int
  public let all: Int
  /// Marked as not computed.
  public let deliberate: Int
  public var unchecked: Int { all - checked - deliberate }

  public init(_ lessons: [LessonVerification]) {
    checked = lessons.reduce(0) { $0 + $1.checkedNumerals }
    all = lessons.reduce(0) { $0 + $1.numeralCount }
    deliberate = lessons.reduce(0) { $0 + $1.numerals.count(where: \.isDeliberate) }
  }

  /// "96.8 %", rounded down, so that 100 % means all of them; of no numerals all are checked.
  public func percentage(_ language: String) -> String {
    let share = all == 0 ? nil : Rational(checked * 1000 / all, over: 1000)
    return NumberFormat.percent(decimals: 1).text(
      for: share ?? 1, typography: NumberTypography(language: language))
  }
}
