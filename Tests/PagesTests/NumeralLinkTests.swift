import Cells
import Diagnostics
import LessonSyntax
import Testing

@testable import Pages

/// Numerals in links to displays, and in captions.
@Suite struct NumeralLinkTests {
  private static let bounds = """
    ```swift eval #bounds
    BoundCheck("A third of a sine", { x in sin(x) / 3 }, in: -1.0/3...1.0/3, over: -6...6)
    ```

    """
  private static let thirds = """
    ```swift eval #thirds
    Table("Thirds", over: [1, 0.9]) { n in
      Column("n", n)
      Column("n / 3", n / 3, decimals: 2)
    }
    ```

    """
  private static let line = """
    ```swift eval #line
    Chart("A line") {
      LinePlot(x: "x", y: "y") { x in x }.opacity(0.4).lineStyle(StrokeStyle(lineWidth: 7))
    }
    .chartXScale(domain: -8...8)
    ```

    """

  private func index(_ lessons: [(path: String, text: String)], language: String = "en")
    -> SiteIndex
  {
    let inputs = lessons.map { path, text in
      let lesson = LessonParser.parse(SourceFile(path: path, text: text))
      return LessonInput(lesson: lesson, results: Notebook.results(of: lesson))
    }
    let site = SiteInput(settings: SiteSettings(language: language), lessons: inputs)
    return SiteIndex.index(of: site).index
  }

  private func numerals(_ text: String, language: String = "en") -> [LessonVerification.Numeral] {
    index([("a.md", text)], language: language).summaries[0].verification.numerals
  }

  /// The numerals of a sentence above displays, those that stand in one with its name.
  private func standings(_ sentence: String, _ displays: String) -> [String] {
    numerals(sentence + "\n\n" + displays).filter { $0.place.text.hasPrefix("a.md:1:") }.map {
      $0.text + ($0.display.map { " in \($0.kind.rawValue) \($0.number)" } ?? "")
    }
  }

  @Test(arguments: [
    ("−⅓ or 1/3", ["−⅓ in check 1", "1/3 in check 1"]), ("from -6 to 6", ["-6", "6"].map(inCheck)),
    ("±⅓", ["±⅓ in check 1"]), ("3", ["3 in check 1"]), ("3.0", ["3.0 in check 1"]),
    ("4", ["4"]), ("-3", ["-3"]), ("±3", ["±3"]), ("300 %", ["300 % in check 1"]),
    ("$4$ or `4`", []), ("of 1838", []),
  ])
  func aNumeralStandsInAClaimIfItIsOneOfItsNumbers(text: String, expected: [String]) {
    #expect(standings("[\(text)](#bounds)", Self.bounds) == expected)
  }

  private static func inCheck(_ numeral: String) -> String { numeral + " in check 1" }

  @Test(arguments: [
    ("0.33", true), ("33 %", true), ("0.30 or 0.3", true), ("0.333", false), ("⅓", false),
    ("0.9", true), ("9/10", true), ("0.90", true), ("2", false),
  ])
  func aTableHoldsItsCellsToTheirDigitsAndItsLiterals(text: String, isFound: Bool) {
    let found = standings("[\(text)](#thirds)", Self.thirds)
    #expect(!found.isEmpty && found.allSatisfy { $0.hasSuffix(" in table 1") == isFound })
  }

  @Test func aFigureHoldsWhatItIsDrawnWithButNotHowItLooks() {
    #expect(standings("[to 8](#line)", Self.line) == ["8 in figure 1"])
    #expect(standings("[0.4](#line), [7](#line)", Self.line) == ["0.4", "7"])
  }

  @Test(arguments: [
    "[between −⅓ and ⟦4⟧](#bounds)", "[*at\nmost* ⟦4 %⟧](#bounds)",
    "- [a](#bounds) [⟦0.34⟧](#bounds)",
    "[1/3 and ⟦0.333⟧](#bounds)",
  ])
  func aNumeralThatIsNotThereIsReportedAtItsPlace(marked: String) throws {
    let parts = marked.components(of: "⟦").flatMap { $0.split(separator: "⟧") }.map(String.init)
    let text = parts.joined() + "\n\n" + Self.bounds
    let found = index([("a.md", text)]).linkDiagnostics["a.md"] ?? []
    #expect(found.map(\.message.id) == ["unfounded-number"])
    let diagnostic = try #require(found.first)
    #expect(diagnostic.file.text(in: diagnostic.span) == parts[1])
    #expect(diagnostic.span.start == parts[0].utf8.count)
    #expect(diagnostic.message.text.hasSuffix("Check\u{A0}1 (“A third of a sine”)"))
  }

  @Test func theHelpNamesTheNearestNumbers() {
    let found = index([("a.md", "[5](#bounds)\n\n" + Self.bounds)]).linkDiagnostics["a.md"]
    #expect(found?.first?.help == ["its numbers are, the nearest first: 6, 3, 1.0, 1.0/3, −1.0/3"])
  }

  @Test func displaysOfOtherLessonsAreLookedUp() {
    let lessons = [
      ("a.md", "[1/3](b.md#bounds) and [5](b.md#bounds)\n"),
      ("b.md", "# Sines\n\n" + Self.bounds),
    ]
    let index = index(lessons)
    #expect(
      index.summaries[0].verification.numerals.map(\.display) == [
        .init(kind: .check, number: "1", lesson: "Sines", destination: "b.html#bounds"), nil,
      ])
    #expect(
      index.linkDiagnostics["a.md"]?.map(\.message.text) == [
        "5 is no number of Check\u{A0}1 of Sines (“A third of a sine”)"
      ])
  }

  @Test func namesAreNoProse() {
    let text =
      "# Part 2\n\n[Part 2](#part-2), [Check 1](#bounds), [Part 2](a.md), [check 1](#bounds)\n\n"
    #expect(numerals(text + Self.bounds).isEmpty)
  }

  @Test func whatIsLinkedElsewhereIsNotChecked() {
    let text = "# Part 2\n\n[the 3](#part-2), [all 4](a.md), [5](#none), [6](none.md#x)\n"
    let index = index([("a.md", text)])
    let numerals = index.summaries[0].verification.numerals
    #expect(numerals.map(\.text) == ["3", "4", "5", "6"])
    #expect(numerals.allSatisfy { $0.standing == .unchecked })
    #expect(index.linkDiagnostics.isEmpty)
  }

  @Test func captionsHoldNumeralsOfTheirCallAndInterpolatedOnes() {
    let text = #"""
      ```swift eval
      Table("Of 1 to 9, \(3), \(1.0 / 3, decimals: 2) and 2", over: [1, 9]) { n in
        Column("n", n, decimals: 2)
      }
      ```
      """#
    let found = numerals(text)
    #expect(found.map(\.text) == ["1", "9", "3", "0.33", "2"])
    #expect(found.map { $0.display != nil } == [true, true, true, true, false])
  }

  @Test func anInterpolatedNumeralOfACaptionCanBeLinkedTo() {
    let text = #"""
      [A quarter](#one) is [0.25](#one).

      ```swift eval #one
      Chart("A quarter is \(0.25, decimals: 2)") { PointMark(x: .value("x", 1), y: .value("y", 1)) }
      ```
      """#
    let found = numerals(text)
    #expect(found.map(\.text) == ["0.25", "0.25"])
    #expect(found.allSatisfy { $0.display != nil })
  }

  @Test func decimalCommasAreReadWhereTheLanguageHasThem() {
    let text = "Es sind [0,33 und 0,9](#thirds) bei 1,5.\n\n" + Self.thirds
    let found = numerals(text, language: "de")
    #expect(found.map(\.text) == ["0,33", "0,9", "1,5"])
    #expect(found.map { $0.display != nil } == [true, true, false])
  }

  @Test func aMarkedNumeralHasItsReason() {
    let found = numerals("[97 of 100](lit: \"invented\") and [42](lit:).\n")
    #expect(found.map(\.text) == ["97", "100", "42"])
    #expect(
      found.map(\.standing) == [
        .deliberate(reason: "invented"), .deliberate(reason: "invented"), .deliberate(reason: nil),
      ])
  }
}
