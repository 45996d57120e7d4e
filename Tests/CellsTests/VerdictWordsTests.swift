import LessonSyntax
import MathCore
import Testing

@testable import Cells

/// What pages say of verdicts, in each language.
@Suite struct VerdictWordsTests {
  private let german = VerdictWords.words(for: "de")

  @Test func everyMethodHasANameInEachLanguage() {
    var names: Set<String> = []
    for method in Proof.Method.allCases {
      let (english, german) = (
        VerdictWords.english.name(of: .proof([method])),
        german.name(of: .proof([method]))
      )
      #expect(!english.isEmpty && !german.isEmpty && english != german)
      names.formUnion([english, german])
    }
    #expect(names.count == 2 * Proof.Method.allCases.count)
  }

  @Test(arguments: [
    (
      Verdict(
        strength: .enclosed, method: .proof([.intervalEnclosure], within: "0.01"),
        domain: VerdictDomain([.reals(["a", "b"])])),
      "by interval enclosure to within 0.01, for all real a and b",
      "durch Einschließung in Intervalle bis auf 0,01, für alle reellen a und b"
    ),
    (
      Verdict(
        strength: .sampled, method: .points(2234),
        domain: VerdictDomain([.relation("0 < x ≤ 0.5")], omitted: ["0"])),
      "at 2234 points, for 0 < x ≤ 0.5 (0 is left out: undefined there)",
      "an 2234 Stellen, für 0 < x ≤ 0,5 (0 ist ausgenommen: dort nicht definiert)"
    ),
    (
      Verdict(strength: .proved, method: .exactArithmetic), "by exact arithmetic",
      "durch exaktes Rechnen"
    ),
  ])
  func aLineSaysHowAndWhere(verdict: Verdict, english: String, german: String) {
    #expect(VerdictWords.english.method(of: verdict) == english)
    #expect(self.german.method(of: verdict) == german)
  }

  @Test func aRemarkNamesTheFrameAsItIs() {
    var verdict = Verdict(
      strength: .sampled, method: .points(10),
      detail: .nearestToBound(place: "x ≈ 0.25", value: "1.5"))
    verdict.frame = "k = v1.2"
    #expect(
      VerdictWords.english.remarks(on: verdict)
        == "k = v1.2: nearest to the bound at x ≈ 0.25, where the value is 1.5")
    #expect(
      german.remarks(on: verdict)
        == "k = v1.2: der Schranke am nächsten bei x ≈ 0,25, mit dem Wert 1,5")
  }

  /// No English reaches a German page, whatever becomes of a claim.
  @Test(arguments: [
    "IdentityCheck({ x in x + 0.1 * x }, { x in 1.1 * x })",
    "BoundCheck({ x in x / 2.5 }, in: -1...1, over: -2.5...2.5)",
    "BoundCheck({ x in exp(sin(x)) + lgamma(x) }, in: 0..., over: 3...4)",
    "IntegralCheck(of: { x in exp(-x * x) }, over: 0...1, is: 0.7468, within: 0.001)",
    "LimitCheck({ x in 1 / x }, at: .infinity, is: 0)",
    "RootCheck({ x in x * x * x - x }, at: [-1, 0, 1])",
    "MonotonicityCheck({ x in x * x * x + x }, .increasing)",
    "#expect(0.1 + 0.2 <= 0.5)",
    "DerivativeCheck(of: { x in sqrt(x) }, is: { x in 0.5 / sqrt(x) }, over: 0...4)",
  ])
  func aGermanPageHasNoEnglish(cell: String) throws {
    let settings = Notebook.Settings(SiteSettings(language: "de"))
    let run = LessonRun("```swift eval\n\(cell)\n```\n", settings: settings)
    let check = try #require(run.checks.first, "\(run.reports)")
    let shown = [
      german.method(of: check.verdict), german.remarks(on: check.verdict) ?? "",
      MathText(check.statement).lines.joined(), check.explanation ?? "",
    ].joined(separator: " ")
    for word in ["by ", "for ", "all ", "where", "points", "nearest", "undefined", "proved"] {
      #expect(!shown.contains(word), "\(shown)")
    }
    #expect(shown.firstMatch(of: /\d\.\d/) == nil, "\(shown)")
  }
}
