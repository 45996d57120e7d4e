import Diagnostics
import Testing

@testable import LessonSyntax

@Suite struct LinkTextTests {
  @Test(arguments: [
    ("[2](eval:3)", "[5](eval:3)"), ("[2][a]\n\n[a]: eval:3", "[5][a]\n\n[a]: eval:3"),
    ("[a]\n\n[a]: eval:3", "[5][a]\n\n[a]: eval:3"),
    ("[a][]\n\n[a]: eval:3", "[5][a]\n\n[a]: eval:3"),
    ("> [a\n> b]\n\n[a b]: eval:3", "> [5][a b]\n\n[a b]: eval:3"),
    ("[](eval:3)", "[5](eval:3)"), ("[**2**](eval:3)", "[5](eval:3)"),
  ])
  func anotherTextLeavesTheLink(_ text: String, _ wanted: String) throws {
    let reading = Reading(text)
    let value = try #require(reading.lesson.inlineValues.first)
    let edit = try #require(
      value.linkText.edit(replacing: value.textSpan, with: "5", in: reading.source))
    var bytes = reading.source.bytes
    bytes.replaceSubrange(edit.span.start..<edit.span.end, with: Array(edit.replacement.utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == wanted)
    let edited = try #require(Reading(wanted).lesson.inlineValues.first)
    #expect(edited.expression.text == value.expression.text && edited.text == "5")
  }

  @Test func theRestOfTheTextStays() throws {
    for (text, wanted) in [("[**2**](eval:3)", "[**5**](eval:3)"), ("[*2*]", "[*5*][*2*]")] {
      let definition = "\n\n[*2*]: eval:3"
      let reading = Reading(text + definition)
      let value = try #require(reading.lesson.inlineValues.first)
      let start = try #require(reading.source.bytes.firstIndex(of: UInt8(ascii: "2")))
      let edit = try #require(
        value.linkText.edit(replacing: Span(start, start + 1), with: "5", in: reading.source))
      var bytes = reading.source.bytes
      bytes.replaceSubrange(edit.span.start..<edit.span.end, with: Array(edit.replacement.utf8))
      #expect(String(decoding: bytes, as: UTF8.self) == wanted + definition)
    }
  }

  @Test func anAddressThatIsItsOwnTextHasNoOther() throws {
    let reading = Reading("<eval:3>")
    let value = try #require(reading.lesson.inlineValues.first)
    let edit = value.linkText.edit(replacing: value.textSpan, with: "5", in: reading.source)
    #expect(edit == nil)
  }

  @Test(arguments: ["a\\[2](eval:3 + 1)", "!\\[2](eval:3 + 1)", "\\\\\\[2](eval:3 + 1)"])
  func anEscapedBracketIsNoBrokenLink(_ text: String) { #expect(Reading(text).ids == []) }

  @Test func anEscapedBackslashIsNoEscape() {
    #expect(Reading("\\\\[2](eval:3 + 1)").ids == ["unescaped-destination"])
  }

  @Test func valuesAreNoPictures() {
    let text = "![2](eval:3) ![2](run:#x) ![x](cite:k) ![z](lit:) ![x](lit.svg)"
    #expect(
      Reading(text).marks == [
        "value-as-image: ![2](eval:3)", "value-as-image: ![2](run:#x)",
        "value-as-image: ![x](cite:k)", "value-as-image: ![z](lit:)",
      ])
  }
}
