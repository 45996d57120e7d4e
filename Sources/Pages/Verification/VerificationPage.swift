import Cells
import Markup
import MathCore

/// The page that lists what is verified on a site, lesson by lesson, and what is not.
struct VerificationPage {
  static let name = "verification.html"
  static let dataName = "verification.json"

  let index: SiteIndex
  var words: VerificationWords { index.words.verification }
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

  /// Of what is listed of a lesson.
  static func address(of lesson: LessonSummary, in index: SiteIndex) -> String {
    name + (index.position(of: lesson.path).map { "#" + anchor($0) } ?? "")
  }
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
      let count = VerificationCounts(found).count(strength)
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

  /// The share of the prose's numerals that is checked, and those that are not.
  private var numerals: [Element] {
    let share = NumeralShare(found)
    let text = words.numeralShare
      .replacing("{checked}", with: "\(share.checked)").replacing("{all}", with: "\(share.all)")
      .replacing("{share}", with: share.percentage(index.settings.language))
    return [Element("p", [:], text: text), Element("p", [:], text: words.numeralMeaning)]
      + section(words.unchecked, numerals { $0.standing == .unchecked })
      + section(words.literals, numerals(\.isDeliberate))
  }

  /// Of all lessons.
  private func numerals(_ isWanted: (LessonVerification.Numeral) -> Bool) -> [Element] {
    index.summaries.flatMap { lesson in
      lesson.verification.numerals.filter(isWanted).map { record($0, of: lesson) }
    }
  }

  /// A list under a title with the number of its entries; nothing where there are none.
  func section(_ title: String, _ records: [Element]) -> [Element] {
    guard !records.isEmpty else { return [] }
    return [
      Element("h3", text: "\(title) (\(records.count))"),
      Element("ul", ["class": "records"], Self.lines(records)),
    ]
  }
}

extension VerificationPage {
  /// What is verified of a lesson: folded, for a site has many.
  private func lesson(_ number: Int) -> [Element] {
    let lesson = index.summaries[number]
    let found = lesson.verification
    guard !found.isEmpty else { return [] }
    let title = Element(
      "h2", ["id": Self.anchor(number)],
      [Destination.link(to: Destination.page(lesson.slug), .text(lesson.title))])
    let founded = found.numerals.filter { $0.display != nil }
    let records =
      section(words.claims, found.claims.map { record($0, of: lesson) })
      + section(words.tables, found.tables.map { record($0, of: lesson) })
      + section(words.inText, found.numbers.map { record($0, of: lesson) })
      + section(words.founded, founded.map { record($0, of: lesson) })
    guard !records.isEmpty else { return [title] }
    let summary = Element("summary", text: counts(of: found))
    return [title, Element("details", ["class": "record-fold"], Self.lines([summary] + records))]
  }

  /// "41 numbers computed, 9 checks proved, 20 of 21 numerals checked"
  private func counts(of found: LessonVerification) -> String {
    let numerals =
      found.numeralCount == 0
      ? nil
      : words.numeralsChecked.replacing("{checked}", with: "\(found.checkedNumerals)")
        .replacing("{all}", with: "\(found.numeralCount)")
    return [VerificationCounts([found]).text(index.words), numerals].compactMap(\.self).joined(
      separator: ", ")
  }
}
