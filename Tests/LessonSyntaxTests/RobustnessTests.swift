import Diagnostics
import Testing

@testable import LessonSyntax

/// A small generator with a fixed seed.
struct Lottery {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func draw(_ count: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int((state >> 33) % UInt64(count))
  }

  mutating func one<T>(of list: [T]) -> T { list[draw(list.count)] }
}

@Suite struct RobustnessTests {
  static let pieces = [
    "> ", "- ", "1. ", "  ", "    ", "\t", "\n", "\n\n", "\r\n", "\r", "a", "b ", "*", "**", "_",
    "~", "~~", "`",
    "``", "$", "$$", "[", "]", "(", ")", "![", "[0.5](eval:f(1))", "[1](<eval:a \\< b>)", "<", ">",
    "<b>", "&amp;", "&", ";", "\\", "|", "\\|", "|-|-|\n", "| a | b |\n", "# ", "## x\n", "---\n",
    "```\n", "```swift eval #l\n", "~~~\n", "é", "σ", "[^1]", "[^1]: n\n", "[a]: /u\n", "[a]",
    "http://a.b/c_d ", "www.a.b ", "x@y.z ", "<http://a.b>", "> [!NOTE]\n", "> [!THEOREM] T #t\n",
    "Table: c #c\n", "- [ ] t", "$x$", "$`x`$", "![i](j \"k #m\")", "[x](#y)", "[](cite:k)",
    "\u{0}",
    "===\n", "  \n", "\\\n", "<!-- c -->", "\u{FEFF}",
  ]

  @Test func randomMarkdownKeepsItsPlaces() {
    for seed in 1...4000 {
      var lottery = Lottery(UInt64(seed))
      let text = (0..<(1 + lottery.draw(25))).map { _ in lottery.one(of: Self.pieces) }.joined()
      expectSaneSpans(text)
    }
  }

  @Test func randomBytesGiveALesson() {
    for seed in 1...500 {
      var lottery = Lottery(UInt64(seed))
      let bytes = (0..<200).map { _ in
        lottery.draw(4) == 0
          ? UInt8(lottery.draw(256)) : Array("`|-\n[](){}*_$#>: \\a".utf8)[lottery.draw(19)]
      }
      let lesson = LessonParser.parse(SourceFile(path: "a.md", bytes: bytes))
      #expect(lesson.nodes.allSatisfy { $0.span.end <= bytes.count })
      _ = TextRenderer().render(lesson.diagnostics)
    }
  }

  @Test func piecesOfInvalidUTF8KeepTheirPlaces() {
    let bytes =
      [0xEF, 0xBB, 0xBF] + Array("a ".utf8) + [0xFF, 0x00, 0xC3] + Array(" [1](eval:x) b".utf8)
    let source = SourceFile(path: "a.md", bytes: bytes)
    let lesson = LessonParser.parse(source)
    #expect(lesson.inlineValues.count == 1)
    #expect(source.text(in: lesson.inlineValues[0].textSpan) == "1")
    #expect(source.text(in: lesson.inlineValues[0].expression.span) == "x")
  }
}
