import Diagnostics
import Foundation
import Testing
import Typesetting

@Suite struct TeXDiagnosticTests {
  /// The formula stands in a lesson; `⟦…⟧` marks the span of the only diagnostic.
  @Test(arguments: [
    ("unknown-tex-command", "x + ⟦\\sgima⟧(x)"),
    ("unknown-tex-command", "\\frac{⟦\\foo⟧}{2}"),
    ("unclosed-tex-group", "\\frac{1}⟦{⟧1 + x"),
    ("stray-tex", "a ⟦}⟧ + b"),
    ("unmatched-tex-fence", "⟦\\left⟧( x"),
    ("unmatched-tex-fence", "x ⟦\\right⟧)"),
    ("misplaced-tex-alignment", "a ⟦&⟧ b"),
    ("stray-tex", "a ⟦\\\\⟧ b"),
    ("double-tex-script", "x^2⟦^⟧3"),
    ("double-tex-script", "x_2⟦_⟧3"),
    ("double-tex-script", "x^2⟦'⟧"),
    ("missing-tex-argument", "a + ⟦\\sqrt⟧"),
    ("missing-tex-argument", "x⟦^⟧"),
    ("unknown-tex-environment", "\\begin{⟦matirx⟧} a \\end{matirx}"),
    ("unclosed-tex-environment", "⟦\\begin⟧{matrix} a & b"),
    ("mismatched-tex-environment", "\\begin{matrix} a \\end{⟦pmatrix⟧}"),
    ("unknown-tex-colour", "\\textcolor{⟦slpoe⟧}{x}"),
    ("bad-tex-delimiter", "\\left ⟦a⟧ x \\right)"),
    ("bad-tex-length", "\\hspace{⟦12⟧}"),
    ("bad-tex-columns", "\\begin{array}{⟦lxr⟧} a \\end{array}"),
    ("misplaced-tex-limits", "x⟦\\limits⟧"),
    ("tex-macro-loop", "⟦\\loop⟧"),
    ("tex-label", "a ⟦\\label⟧{eq}"),
    ("unclosed-tex-option", "\\sqrt⟦[⟧3"),
    ("stray-tex", "a ⟦$⟧ b"),
  ])
  func aMistakeIsReportedAtItsPlace(id: String, marked: String) {
    let tex = marked.replacing("⟦", with: "").replacing("⟧", with: "")
    let before = "# Lesson\n\nLet $"
    let file = SourceFile(path: "lesson.md", text: before + tex + "$ be.\n")
    let excerpt = Excerpt(tex, in: file, at: before.utf8.count)
    let typesetter = Typesetter(macros: ["loop": "\\loop x"], colours: ["slope"])
    let result = typesetter.typeset(excerpt, display: false)
    let spans = result.diagnostics.filter { $0.message.id == id }.map(\.span)
    let start = marked.prefix { $0 != "⟦" }.utf8.count + before.utf8.count
    let inside = marked.split(separator: "⟦", omittingEmptySubsequences: false)[1]
      .prefix { $0 != "⟧" }
    #expect(spans.contains(Span(start, start + inside.utf8.count)), "\(result.diagnostics)")
  }

  @Test func theNearestCommandIsNamed() {
    let result = Typesetter().typeset(Excerpt("\\alhpa"), display: false)
    #expect(result.diagnostics.first?.label == "did you mean `\\alpha`?")
  }

  @Test func theRestIsTypesetAfterAnError() {
    let result = Typesetter().typeset(Excerpt("\\foo + \\frac{1}{2}"), display: false)
    #expect(result.diagnostics.count == 1)
    #expect(result.element.markup.contains("<mfrac>"))
    #expect(result.element.markup.contains("<mtext class=\"lemma-tex-error\">\\foo</mtext>"))
  }

  @Test func severalErrorsAreReportedInOneRun() {
    let result = Typesetter().typeset(Excerpt("\\foo + \\bra + } \\bad"), display: false)
    #expect(result.diagnostics.count == 4)
  }
}

@Suite struct HostileTeXTests {
  static let inputs: [(String, String)] = [
    ("braces", String(repeating: "{", count: 30_000)),
    ("more braces", String(repeating: "{", count: 100_000)),
    ("closing braces", String(repeating: "}", count: 30_000)),
    ("lefts", String(repeating: "\\left", count: 6_000)),
    ("many lefts", String(repeating: "\\left", count: 100_000)),
    ("left parentheses", String(repeating: "\\left(", count: 5_000)),
    ("fractions", String(repeating: "\\frac", count: 6_000)),
    ("roots", String(repeating: "\\sqrt[", count: 5_000)),
    ("superscripts", String(repeating: "x^", count: 15_000)),
    ("styles", String(repeating: "\\displaystyle", count: 2_400)),
    ("overs", String(repeating: "a\\over", count: 5_000)),
    ("texts", String(repeating: "\\text{$", count: 4_000)),
    ("environments", String(repeating: "\\begin{matrix}", count: 2_000)),
    ("cells", "\\begin{matrix}" + String(repeating: "&", count: 30_000)),
    ("rows", "\\begin{matrix}" + String(repeating: "\\\\", count: 15_000)),
    ("primes", "f" + String(repeating: "'", count: 30_000)),
    ("macro bomb", "\\a"), ("growing macro", "\\g{x}"), ("macro of macros", "\\b\\b\\b"),
    ("unknown", String(repeating: "\\foo", count: 8_000)),
    ("letters", String(repeating: "x+", count: 16_000)),
    ("nots", String(repeating: "\\not", count: 8_000)),
    ("lone backslash", "\\"), ("empty", ""), ("script of nothing", "^"),
    ("controls", "\u{0}\u{1}\r"),
    ("hash", "##1#9"), ("mixed", "\\left(\\begin{matrix}{a & \\right) \\end{cases}} \\end{matrix}"),
    ("right in text", "\\text{\\right)}"), ("optional", "\\sqrt[{]}"),
    ("kern", "\\kern \\mkern3mu x"),
    ("lengths", "\\hspace{99em}\\hspace{-99em}\\hspace{nanem}\\hspace{1e99em}"),
    ("emoji", "👩‍👩‍👧‍👦^{é}"), ("combining", "x\u{301}\u{302}\u{303}"),
  ]

  @Test(arguments: inputs.map(\.0))
  func hostileInputNeitherCrashesNorTakesLong(name: String) async {
    let tex = Self.inputs.first { $0.0 == name }?.1 ?? ""
    let macros = [
      "a": "\\b\\b\\b\\b\\b\\b\\b\\b\\b\\b", "b": "\\c\\c\\c\\c\\c\\c\\c\\c\\c\\c",
      "c": "\\d\\d\\d\\d\\d\\d\\d\\d\\d\\d", "d": "\\e\\e\\e\\e\\e\\e\\e\\e\\e\\e",
      "e": "xxxxxxxxxx", "g": "\\g{#1#1}",
    ]
    // A small stack: the cap on nesting must hold without optimisation, too.
    await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
      let thread = Thread {
        let start = ContinuousClock.now
        let result = Typesetter(macros: macros).typeset(Excerpt(tex), display: true)
        let markup = result.element.markup
        #expect(markup.utf8.count < 8_000_000)
        #expect(result.diagnostics.count <= 21)
        #expect(ContinuousClock.now - start < .seconds(5))
        done.resume()
      }
      thread.stackSize = 1 << 20
      thread.start()
    }
  }
}
