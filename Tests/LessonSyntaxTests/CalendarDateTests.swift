import Diagnostics
import Testing

@testable import LessonSyntax

@Suite struct CalendarDateTests {
  @Test(arguments: ["2026-02-28", "2024-02-29", "2000-02-29", "0999-12-31"])
  func aDayReadsBackAsItWasWritten(_ text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-13-01", "2026-04-31", "2026-00-10", "2026-1-01",
    "2026-01-01 ",
    "+026-01-01", "2026-01", "",
  ])
  func whatIsNoDayIsNone(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func aLessonSaysWhenItWasWritten() {
    func lesson(_ date: String) -> Lesson {
      LessonParser.parse(SourceFile(path: "l.md", text: "---\ndate: \(date)\n---\n\nText.\n"))
    }
    #expect(lesson("2026-02-28").frontMatter.date == CalendarDate("2026-02-28"))
    let wrong = lesson("28.2.2026")
    #expect(wrong.frontMatter.date == nil)
    #expect(wrong.diagnostics.map(\.message.id) == ["bad-value"])
    #expect(wrong.diagnostics.first.map { wrong.source.text(in: $0.span) } == "28.2.2026")
  }
}
