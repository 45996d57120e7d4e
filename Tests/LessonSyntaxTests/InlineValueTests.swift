import Diagnostics
import Testing

@testable import LessonSyntax

@Suite struct InlineValueTests {
  static let containers: [(String, String)] = [
    ("", ""), ("> ", "> "), ("> ", ""), ("- ", "  "), ("- ", ""), ("1. ", "   "), ("> - ", ">   "),
    ("- > ", "  > "), ("> > ", ""), ("", "      "), ("- [ ] ", "  "), ("> ", ">      "),
    ("*b\n", ""), ("`c\nd` ", ""), ("<b\nc> ", ""), ("[e\nf](g) ", ""), ("- a\n\n\t", "  "),
  ]

  @Test func everyValueStandsWhereItIsFound() {
    var lottery = Lottery(7)
    let values = [
      "[0.5](eval:f(1))", "[](<eval:g(a, 2)> \"decimals: 4\")", "[1](lit:)", "[-2](run:#a/b)",
    ]
    let fillers = [
      "a", "σ", "\\*", "&amp;", "*x*", "`c d`", "$y$", "<b>", "\n", "b  \n", "\\\n", "[l](m)",
    ]
    for _ in 0..<3000 {
      let (first, rest) = lottery.one(of: Self.containers)
      var text = ""
      var wanted: [String] = []
      for _ in 0..<(1 + lottery.draw(8)) {
        text += lottery.one(of: fillers) + " "
        guard lottery.draw(2) == 0 else { continue }
        let value = lottery.one(of: values)
        text += value + " "
        wanted.append(value)
      }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
      let reading = Reading(first + lines.joined(separator: "\n" + rest))
      let lesson = reading.lesson
      let found = lesson.inlineValues.map { reading.text(lesson.nodes[$0.node].span) }
      guard found.count == wanted.count else { continue }
      #expect(found == wanted, "\(reading.source.text.debugDescription)")
      for value in lesson.inlineValues {
        #expect(reading.text(value.expression.span) == value.expression.text)
        #expect(reading.text(value.textSpan) == value.text)
      }
    }
  }

  @Test func escapesKeepTheirPlaces() throws {
    let reading = Reading("|a|\n|-|\n|[<b](<eval:a \\< b \\|\\| c&amp;&#38; d>)|")
    let value = try #require(reading.lesson.inlineValues.first)
    #expect(value.expression.text == "a < b || c&& d")
    #expect(reading.text(value.expression.span(4, 5)) == "b")
    #expect(reading.text(value.expression.span(9, 10)) == "c")
    #expect(reading.text(value.expression.span(13, 14)) == "d")
    #expect(reading.ids == [])
  }

  @Test(arguments: [
    ("[0.1](eval:f(of: x)(2))", "[0.1](<eval:f(of: x)(2)>)"),
    ("a [0.1](<eval:a < b>).", "a [0.1](<eval:a \\< b>)."),
    ("[1](eval:a b \"decimals: 2\") c", "[1](<eval:a b> \"decimals: 2\") c"),
    ("# [1](eval:a > b)", "# [1](<eval:a \\> b>)"),
    ("> x\n[1](eval:a\\b c)", "> x\n[1](<eval:a\\\\b c>)"),
    ("|a|\n|-|\n|[t](<eval:a || b>)|", "|a|\n|-|\n|[t](<eval:a \\|\\| b>)|"),
    ("|a|b|\n|-|-|\n|[t](eval:a \\| b | c)|x|", "|a|b|\n|-|-|\n|[t](<eval:a \\| b \\| c>)|x|"),
  ])
  func aBrokenLinkIsCorrected(_ text: String, _ corrected: String) {
    let reading = Reading(text)
    #expect(reading.ids == ["unescaped-destination"])
    #expect(reading.corrected == corrected)
    #expect(Reading(corrected).lesson.inlineValues.count == 1)
  }

  @Test(arguments: ["![2.5](eval:2.5)", "![1998](lit:)", "![a](run:#c/x \"t\")"])
  func aValueIsNoImage(_ text: String) {
    let reading = Reading("No \(text)")
    #expect(reading.ids == ["value-as-image"])
    #expect(reading.lesson.diagnostics.first.map { reading.text($0.span) } == text)
    #expect(Reading("No \\\(text)").ids == [])
  }

  @Test func codeAndEscapesAreNoBrokenLinks() {
    #expect(Reading("`[a](eval:b c)` and \\[a\\](eval:b c)").ids == [])
  }

  @Test func aValueSeesTheCellsAboveIt() {
    let cell = "```swift eval\n```\n\n"
    let reading = Reading("[1](eval:a)[^n]\n\n[^n]: [2](eval:b)\n\n\(cell)[3](eval:c)\n\n\(cell)")
    let seen = reading.lesson.inlineValues.map { "\($0.text)\($0.cellsBefore)" }.sorted()
    #expect(seen == ["10", "20", "31"])
  }
}
