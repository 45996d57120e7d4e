import Diagnostics
import Markup
import Testing

@testable import Pages

@Suite struct HighlightingTests {
  private static let languages = ["swift", "python", "bash", "json", "yaml", "markdown", "ruby"]
  private static let samples = [
    "", "\n", "func f(_ x: Double) -> Double { 1 / x } // one\n", "\"unclosed", "'''a\nb", "`x",
    "{\"a\" : [1.5e-3, true, \"é𝕊\\\"\"]}", "key: value # c\n- other: \"x: y\"\n",
    "# Title\n\n```\ncode\n",
    "@decorator\ndef f(x=0x1F): return 'a' + f\"{x}\"\n", "if [ \"$A\" ]; then echo ${B}#c; fi",
    "a & b < c > d", "let 𝕊 = \"\\(x + \"y\")\"\n/* open", "\\", "\u{FEFF}x", "a\r\nb // c\r\n",
  ]

  private func html(_ text: String, _ language: String) -> String {
    var out = MarkupWriter()
    Highlighter.write(text, language: language, to: &out)
    return out.text
  }

  @Test(arguments: languages) func theTextStaysAsItIs(language: String) {
    for sample in Self.samples {
      let stripped = html(sample, language)
        .replacing("</span>", with: "")
        .replacing(#/<span class="tok-[a-z]+">/#, with: "")
      #expect(stripped == MarkupWriter.escaped(sample), "\(language): \(sample)")
    }
  }

  @Test func swiftIsColouredByItsGrammar() {
    #expect(html("let x: Int = 1", "swift").contains("<span class=\"tok-keyword\">let</span>"))
    #expect(html("let x: Int = 1", "swift").contains("<span class=\"tok-type\">Int</span>"))
  }

  @Test func keysAreToldFromStrings() {
    #expect(
      html("{\"a\": \"b\"}", "json")
        == "{<span class=\"tok-property\">&quot;a&quot;</span>: "
        + "<span class=\"tok-string\">&quot;b&quot;</span>}")
    #expect(html("- a: b", "yaml").contains("<span class=\"tok-property\">a</span>"))
  }

  @Test func longHostileTextTakesLinearTime() {
    for text in ["\"", "'", "`", "\"a\" ", "#", "a:", "/*"] {
      let long = String(repeating: text, count: 60_000)
      for language in ["python", "json", "yaml", "markdown", "bash"] {
        _ = Highlighter.tokens(of: long, language: language)
      }
    }
  }

  @Test func aListingThatIsNoSwiftIsReportedAtItsPlace() throws {
    let file = SourceFile(path: "a.md", text: "```swift\nlet x = (1\n```\n")
    let found = try #require(
      SwiftListing.mistakes(in: Excerpt("let x = (1\n", in: file, at: 9)).first)
    #expect(found.message.id == "listing-syntax")
    #expect(file.location(at: found.span.start).line == 2)
    #expect(SwiftListing.mistakes(in: Excerpt("let x = 1\n", in: file, at: 9)).isEmpty)
  }
}

@Suite struct HostileSwiftTests {
  private static let texts: [(name: String, text: String)] = [
    ("members", "a" + String(repeating: ".b", count: 20_000)),
    ("calls", "a" + String(repeating: "()", count: 20_000)),
    ("parentheses", String(repeating: "(", count: 20_000)),
    ("brackets", String(repeating: "[", count: 20_000)),
    ("else", "if a {}" + String(repeating: " else if a {}", count: 10_000)),
    ("prefix", String(repeating: "- ", count: 20_000) + "1"),
    ("optionals", "let x: Int" + String(repeating: "?", count: 20_000)),
    ("ternary", String(repeating: "a ? b : ", count: 20_000) + "c"),
    ("interpolation", String(repeating: "\"\\(", count: 20_000)),
    ("await", String(repeating: "try ", count: 20_000)),
    ("types", "let x: " + String(repeating: "[", count: 20_000)),
    ("arrows", "let x: " + String(repeating: "A -> ", count: 20_000) + "B"),
    ("typemembers", "let x: A" + String(repeating: ".B", count: 20_000)),
    ("ifs", String(repeating: "if a {", count: 20_000)),
  ]

  @Test(arguments: texts.indices) func isReadWithoutHarm(index: Int) {
    let text = Self.texts[index].text
    _ = SwiftListing.tokens(of: text)
    _ = SwiftListing.mistakes(in: Excerpt(text))
  }
}
