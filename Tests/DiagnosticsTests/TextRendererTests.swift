import Testing

@testable import Diagnostics

@Suite struct TextRendererTests {
  private func rendered(
    _ text: String, at span: Span, message: String = "m", label: String? = nil
  ) -> String {
    TextRenderer().render(
      Diagnostic(
        .error, .init(id: "i", text: message), in: SourceFile(path: "a\u{1B}.md", text: text),
        at: span, label: label))
  }

  @Test func nothingMovesTheCursorOrTurnsTheText() {
    let text = rendered(
      "a\u{202E}b\u{1B}", at: Span(0, 1), message: "x\u{1B}[2J", label: "one\ntwo\u{85}")
    #expect(
      text == """
        a\u{FFFD}.md:1:1: error: x\u{FFFD}[2J [i]
        1 | a\u{FFFD}b\u{FFFD}
          | ^ one\u{2424}two\u{FFFD}

        """)
  }

  @Test func longFieldsAreShortened() {
    let text = rendered("a", at: Span(0, 1), message: String(repeating: "9", count: 5000) + "8")
    let message = text.prefix { $0 != "[" }
    #expect(message.count < 400 && message.contains("9…9") && message.hasSuffix("98 "))
  }

  @Test func aLongLineIsCutAroundThePlace() {
    let line = String(repeating: "ab", count: 400) + "é" + String(repeating: "cd", count: 400)
    let text = rendered(line, at: Span(800, 802))
    let lines = text.split(separator: "\n")
    #expect(lines[0].hasPrefix("a\u{FFFD}.md:1:801:"))
    let caret = lines[2].firstIndex(of: "^").map {
      lines[2].distance(from: lines[2].startIndex, to: $0)
    }
    let shown = lines[1].firstIndex(of: "é").map {
      lines[1].distance(from: lines[1].startIndex, to: $0)
    }
    #expect(caret == shown && caret != nil)
    #expect(lines[1].hasPrefix("1 | …") && lines[1].hasSuffix("…"))
  }
}
