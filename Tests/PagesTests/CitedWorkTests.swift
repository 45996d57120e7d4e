import Diagnostics
import LessonSyntax
import Testing

@testable import Pages

@Suite struct CitedWorkTests {
  @Test func authorsAreJoinedInTheSitesLanguage() {
    var work = Bibliography.Work(key: "k", type: "article", span: Span(0, 0))
    work.authors = [.init(family: "A"), .init(family: "B")]
    work.year = "1972"
    #expect(CitedWork(work, language: "de").shortForm == "A und B (1972)")
    #expect(CitedWork(work, language: "en").shortForm == "A and B (1972)")
  }
}
