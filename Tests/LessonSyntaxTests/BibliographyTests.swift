import Diagnostics
import Testing

@testable import LessonSyntax

@Suite struct BibliographyTests {
  private func bib(_ text: String) -> Bibliography {
    Bibliography(SourceFile(path: "references.bib", text: text))
  }

  private func entry(_ work: Bibliography.Work?) -> String {
    (work?.entry ?? []).map { piece in
      switch piece {
      case .plain(let text): text
      case .emphasised(let text): "_\(text)_"
      }
    }.joined()
  }

  @Test func anArticleIsListed() {
    let list = bib(
      """
      A comment. @string{cm = "Correspondance math{\\'e}matique"}
      @article{verhulst1838,
        author = {Verhulst, Pierre-Fran{\\c{c}}ois}, title = {Notice sur la {Loi}},
        journal = cm # { et physique}, volume = 10, pages = {113--121}, year = {1838}
      }
      @book(b, author = "Ludwig van Beethoven and {World Health Organization} and others", title={X}, publisher={P})
      """)
    #expect(list.diagnostics == [])
    #expect(list["verhulst1838"]?.shortForm == "Verhulst (1838)")
    #expect(
      entry(list["verhulst1838"])
        == "Verhulst, P.-F. (1838). Notice sur la Loi. _Correspondance mathématique et physique_, 10, 113–121."
    )
    #expect(list["b"]?.shortForm == "van Beethoven et al. (n.d.)")
    #expect(
      entry(list["b"]) == "van Beethoven, L., World Health Organization, et al. (n.d.). _X_. P.")
  }

  @Test(arguments: [
    ("@book{a, title = {x}", "bad-bibtex"), ("@book{a, title {x}}", "bad-bibtex"),
    ("@book{a, year = foo}", "bad-bibtex"), ("@book{a}\n@book{a}", "duplicate-key"),
    ("@book{a, title = {x", "bad-bibtex"), ("@book", "bad-bibtex"),
  ])
  func isReported(_ text: String, _ id: String) {
    #expect(bib(text).diagnostics.map(\.message.id) == [id])
  }

  @Test func theRestOfABrokenFileIsRead() {
    #expect(bib("@book{a, title = }\n@book{b, title={x}}")["b"]?.title == "x")
  }

  @Test(arguments: [
    ("{\\\"o}", "ö"), ("\\'{e}", "é"), ("\\v{c}", "č"), ("\\ss", "ß"), ("a -- b", "a – b"),
    ("{\\o}re", "øre"), ("\\&", "&"), ("``q''", "“q”"), ("\\'\\i", "í"), ("na\\\"{\\i}ve", "naïve"),
    ("\\emph{x}", "x"), ("{{A} {B}}", "A B"),
  ])
  func texBecomesText(_ tex: String, _ text: String) {
    #expect(TeXText.plain(tex) == text)
  }

  @Test func cslIsRead() {
    let list = Bibliography(
      SourceFile(
        path: "references.yaml",
        text: """
          references:
          - id: hinton2012
            type: article-journal
            author: [{family: Hinton, given: G. E.}, {family: A}, {literal: The B}]
            title: Deep
            container-title: J
            issued: {date-parts: [[2012, 5]]}
            DOI: 10.1/x
          """))
    #expect(list.diagnostics == [])
    #expect(list["hinton2012"]?.shortForm == "Hinton et al. (2012)")
    #expect(entry(list["hinton2012"]) == "Hinton, G. E., A & The B (2012). Deep. _J_.")
    #expect(list["hinton2012"]?.link == "https://doi.org/10.1/x")
  }
}
