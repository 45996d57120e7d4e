import Cells
import Diagnostics
import LessonSyntax
import Markup
import MathCore
import Testing

@testable import Pages

/// The records of a lesson's claims and numbers, and the numerals of its prose.
@Suite struct LessonVerificationTests {
  private func verification(_ text: String) -> LessonVerification {
    let lesson = LessonParser.parse(SourceFile(path: "l.md", text: text))
    let results = LessonResults(
      inlineValues: lesson.inlineValues.map { value in
        value.scheme == .lit
          ? .value(text: value.text, isComputed: false)
          : .value(text: value.text, isComputed: true, basis: NumberBasis(.exact))
      })
    return LessonVerification(lesson, results)
  }

  private func unchecked(_ text: String) -> [String] {
    verification(text).numerals.filter { $0.standing == .unchecked }.map(\.text)
  }

  @Test func paragraphsListsTablesNotesAndCaptionsAreProse() {
    #expect(
      unchecked("There are 3.\n\n- and 4\n\n1. and 5\n\n> and 6[^n]\n\n[^n]: and 7\n").count == 5)
    #expect(
      unchecked("| a 1 | b |\n|---|---|\n| 2 | x |\n\nTable: of 3 rows #t\n") == ["3", "1", "2"])
    #expect(unchecked("![A 9](x.svg \"at 8\")\n") == ["8"])
  }

  @Test func whatIsNotProseIsPassedOver() {
    #expect(unchecked("# Part 2\n\n`x + 1` and $2x$ and $$3$$\n\n    4\n\n```\n5\n```\n") == [])
    #expect(unchecked("[Figure 2](#a), [](cite:b), [9](<eval:3 * 3>)\n") == [])
    #expect(unchecked("> [!EXERCISE] Number 4\n> Take 5.\n") == ["5"])
    #expect(unchecked("<b>7</b> or <https://x.org/8> or [page 9](https://x.org)\n") == ["7", "9"])
    #expect(unchecked("Two 2<!-- 3 -->\n") == ["2"])
  }

  @Test func aNumeralIsWhereItStands() {
    let found = verification("# Top #\n\nOne line,\nthen **12** of them, and 3 &amp; 4.\n")
    #expect(found.numerals.map(\.text) == ["12", "3", "4"])
    #expect(found.numerals.first?.place.text == "l.md:4:8")
    #expect(found.numerals.first?.place.anchor == "top")
    #expect(found.numerals.first?.context == "One line, then 12 of them, and 3 & 4.")
  }

  @Test func theShareCountsComputedMarkedAndTypedNumerals() {
    let found = verification("[4](<eval:2 + 2>), [true](eval:true), [7](lit:), [1998](lit:), 5\n")
    #expect(found.checkedNumerals == 1)
    #expect(found.numerals.map(\.standing) == [.unchecked, .deliberate(reason: nil)])
    #expect(found.numeralCount == 3)
    #expect(found.numbers.map(\.basis) == [NumberBasis(.exact), NumberBasis(.exact)])
    #expect(NumeralShare([found]).percentage("en") == "33.3\u{A0}%")
  }

  @Test func aShareThatIsNotAllIsNotAHundredPercent() {
    let most = verification(String(repeating: "[4](<eval:2 + 2>) ", count: 2000) + "and 5.\n")
    #expect(NumeralShare([most]).percentage("en") == "99.9\u{A0}%")
    #expect(NumeralShare([verification("None.\n")]).percentage("en") == "100.0\u{A0}%")
  }

  @Test func columnsSayHowTheirNumbersWereDecided() {
    var count = BasisCount()
    let certificate = Certificate.object([.init("kind", .text("root"))])
    for basis in [
      NumberBasis(.exact), NumberBasis(.enclosure(bits: 64), certificates: [certificate]),
      NumberBasis(.enclosure(bits: 128), certificates: [certificate]), NumberBasis(.asComputed),
      nil,
    ] { count.add(basis) }
    #expect((count.count, count.exact, count.enclosed, count.asComputed) == (5, 1, 2, 1))
    #expect(count.bits == 128)
    #expect(count.certificates == [certificate])
  }
}

/// The pages and the file that show the records.
@Suite struct VerificationPageTests {
  private func check(_ strength: Verdict.Strength, _ text: String, caption: String?) -> CellOutput {
    .check(
      CheckOutput(
        kind: "BoundCheck", caption: caption, statement: nil, text: text,
        verdict: Verdict(
          strength: strength, method: .proof([.sturm]), domain: VerdictDomain([.reals(["x"])]),
          certificates: [.object([.init("kind", .text("sturm"))])])))
  }

  private func lesson(_ path: String, _ title: String, claims: [CellOutput]) -> LessonInput {
    var builder = LessonBuilder(path: path, title: title)
    builder.addCell("…", label: "bound", outputs: claims)
    return builder.input
  }

  private func site(_ claims: ClaimsOutput? = nil) -> SiteInput {
    var last = LessonBuilder(path: "c.md", title: "Last")
    if let claims { last.addCell("Claims()", label: "all", outputs: [.claims(claims)]) }
    return SiteInput(
      settings: SiteSettings(title: "S"),
      lessons: [
        lesson("a.md", "First", claims: [check(.proved, "f(x) < 1", caption: "It is $f$ & small")]),
        lesson("b b.md", "Second", claims: [check(.sampled, "g(x) < 1", caption: nil)]),
        last.input,
      ])
  }

  private func page(_ path: String, of site: SiteInput) -> String {
    let file = SitePages.pages(for: site).files.first { $0.path == path }
    return file.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }

  @Test func everyPageLeadsToTheVerificationPage() {
    for path in ["a.html", "c.html", "index.html", "verification.html"] {
      #expect(page(path, of: site()).contains("<a href=\"verification.html\">Verification</a>"))
    }
  }

  @Test func thePageListsEveryClaimWithVerdictAndPlace() {
    let text = page("verification.html", of: site())
    #expect(text.contains("<a href=\"a.html\">First</a>"))
    #expect(text.contains("<a class=\"place\" href=\"b%20b.html#bound\">b b.md:1:1</a>"))
    #expect(text.contains("by Sturm sequence, for all real x"))
    #expect(text.contains("<dt id=\"lemma-sampled\">"))
    #expect(!text.contains("Last</a></h2>"))
  }

  @Test func whatIsNotCheckedStandsOpenAndLessonsAreFolded() throws {
    var builder = LessonBuilder(path: "a.md", title: "First")
    builder.addCell("f(4)", label: "bound", outputs: [check(.proved, "f(x) < 1", caption: "Of 1")])
    builder.add(.paragraph(.text("Then 3.")))
    builder.inlineValues.append(
      InlineValue(
        scheme: .lit, expression: Excerpt(""), text: "97", linkText: LinkText(Span(0, 0)),
        title: "invented",
        cellsBefore: 0, node: 0))
    builder.results.inlineValues.append(.value(text: "97", isComputed: false))
    let text = page(
      "verification.html", of: SiteInput(settings: SiteSettings(), lessons: [builder.input]))
    let fold = try #require(text.range(of: "<details class=\"record-fold\">"))
    let (open, folded) = (text[..<fold.lowerBound], text[fold.upperBound...])
    #expect(open.contains("<h3>Numerals that are not checked (1)</h3>"))
    #expect(open.contains("<li><strong>3</strong>: Then 3. <a class=\"place\" href=\"a.html\">"))
    #expect(open.contains("<strong>97</strong><span class=\"record-note\">invented</span>"))
    #expect(folded.contains("<summary>1 check proved, 1 of 3 numerals checked</summary>"))
    #expect(
      folded.contains(
        "<strong>1</strong>: Of 1 <a class=\"place\" href=\"a.html#bound\">Check\u{A0}1</a>"))
  }

  @Test func eachVerdictIsCountedByItself() {
    let strengths: [Verdict.Strength] = [.proved, .enclosed, .sampled, .proved]
    let lessons = strengths.enumerated().map { number, strength in
      lesson("\(number).md", "L", claims: [check(strength, "a", caption: nil)])
    }
    let site = SiteInput(settings: SiteSettings(title: "S"), lessons: lessons)
    let summaries = SiteIndex.index(of: site).index.summaries
    let counts = VerificationCounts(summaries.map(\.verification))
    #expect(counts.text(in: "en") == "2 checks proved, 1 check enclosed, 1 check sampled")
    #expect(counts.text(in: "de")?.contains("1 Prüfung durch Einschließung") == true)
    #expect(page("1.html", of: site).contains(">1 check enclosed</a>"))
  }

  @Test func thePageListsFormulasAndLessonsLeadToThem() {
    var builder = LessonBuilder(path: "a.md", title: "First")
    let formula = Element("math", [:], [Element("mi", text: "σ")])
    let verdict = Verdict(strength: .proved, method: .exactArithmetic)
    builder.addCell(
      "…",
      outputs: [.check(CheckOutput(statement: formula, text: "sigmoid", verdict: verdict))])
    let site = SiteInput(settings: SiteSettings(), lessons: [builder.input])
    let text = page("verification.html", of: site)
    #expect(text.contains("<math><mi>σ</mi></math>") && !text.contains("sigmoid"))
    #expect(text.contains("<h2 id=\"lemma-lesson-1\">"))
    #expect(
      page("a.html", of: site).contains("<a href=\"verification.html#lemma-lesson-1\">1 check"))
  }

  @Test func badgesSayWhatTheyMeanAndLeadThere() {
    let meaning = "title=\"No counterexample was found at the points that were tried. "
    let onPage = page("b b.html", of: site())
    #expect(onPage.contains(meaning))
    #expect(onPage.contains("href=\"verification.html#lemma-sampled\">sampled, not proved</a>"))
  }

  @Test func theFileHasALineForEveryRecord() {
    let lines = page("verification.json", of: site()).split(separator: "\n")
    #expect(lines.first == "{\"format\": 1,")
    #expect(
      lines.contains(
        """
        {"page":"a.html","label":"bound","place":"a.md:1:1","kind":"BoundCheck",\
        "caption":"It is $f$ & small","text":"f(x) < 1","verdict":"proved",\
        "method":"Sturm sequence","domain":"all real x","certificates":[{"kind":"sturm"}]},
        """))
  }

  @Test func theFileSaysWhatNumeralsStandOn() {
    var builder = LessonBuilder(path: "a.md", title: "First")
    builder.addCell("f(4)", label: "bound", outputs: [check(.proved, "f(x) < 1", caption: "Of 1")])
    builder.add(.paragraph(.text("Then 3.")))
    let site = SiteInput(settings: SiteSettings(title: "S"), lessons: [builder.input])
    let text = page("verification.json", of: site)
    #expect(text.contains("\"numeralsChecked\": 1,\n\"numeralsCounted\": 2,"))
    #expect(
      text.contains(
        """
        "kind":"founded","text":"1","context":"Of 1","display":"check 1"}
        """))
    #expect(text.contains("\"kind\":\"unchecked\",\"text\":\"3\",\"context\":\"Then 3.\"}"))
  }

  @Test func claimsAreThoseOfTheLessonsInTheSitesOrder() {
    let names = ["b b.md", "a.md"].map { ClaimsOutput.Name($0, span: Span(0, 0)) }
    let text = page("c.html", of: site(ClaimsOutput(names: names)))
    #expect(text.contains("<figure class=\"table\" id=\"all\">"))
    let first = text.range(of: "<a href=\"a.html#bound\">It is <math")
    let second = text.range(of: "<a href=\"b%20b.html#bound\">g(x) &lt; 1</a>")
    #expect(first != nil && second != nil)
    if let first, let second { #expect(first.lowerBound < second.lowerBound) }
    let one = page("c.html", of: site(ClaimsOutput(names: [names[0]])))
    #expect(!one.contains("a.html#bound") && one.contains("b%20b.html#bound"))
  }

  @Test func claimsOfNoLessonInParticularAreThoseOfTheSite() {
    let text = page("c.html", of: site(ClaimsOutput(caption: "All of them", names: nil)))
    #expect(text.contains("a.html#bound") && text.contains("b%20b.html#bound"))
    #expect(text.contains("All of them"))
  }

  @Test func aLessonThatIsNotThereIsReported() {
    let name = ClaimsOutput.Name("aa.md", span: Span(0, 0))
    let found = SitePages.pages(for: site(ClaimsOutput(names: [name]))).diagnostics
    #expect(found.map(\.message.id) == ["broken-link"])
    #expect(found.first?.help == ["did you mean `a.md`?"])
  }

  @Test func claimsAreNamedByTheirLabels() {
    let name = ClaimsOutput.Name("a.md#bound", span: Span(0, 0))
    let text = page("c.html", of: site(ClaimsOutput(names: [name])))
    #expect(text.contains("a.html#bound") && !text.contains("b%20b.html#bound"))
    #expect(!text.contains("by Sturm sequence"))
    let both = ["a.md#bound", "b b.md#bound"].map { ClaimsOutput.Name($0, span: Span(0, 0)) }
    #expect(!page("c.html", of: site(ClaimsOutput(names: both))).contains("rowgroup"))
  }

  @Test func aLabelThatNoCheckHasIsReported() {
    let name = ClaimsOutput.Name("a.md#bond", span: Span(0, 0))
    let found = SitePages.pages(for: site(ClaimsOutput(names: [name]))).diagnostics
    #expect(found.map(\.message.text) == ["no check in `a.md` is labelled `#bond`"])
    #expect(found.first?.help == ["did you mean `#bound`?"])
  }
}
