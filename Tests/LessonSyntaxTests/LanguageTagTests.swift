import LessonSyntax
import Testing

@Suite struct LanguageTagTests {
  @Test(arguments: [("de", "de"), ("de-AT", "de"), ("DE-de", "de"), ("pt-BR", "pt"), ("", "en")])
  func theLanguageStandsBeforeTheFirstHyphen(tag: String, primary: String) {
    #expect(LanguageTag(tag).primary == primary)
  }
}
