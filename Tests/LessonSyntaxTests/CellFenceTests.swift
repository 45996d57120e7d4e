import Diagnostics
import Testing

@testable import LessonSyntax

@Suite struct CellFenceTests {
  @Test func optionsAreRead() throws {
    let reading = Reading(
      """
      ```swift run #loop fold timeout=2.5 tolerance=1e-12 fails file=a.swift
      print(1)
      ```
      ```output
      1
      ```
      """)
    #expect(reading.ids == [])
    let cell = try #require(reading.lesson.cells.first)
    #expect(cell.mode == .swiftRun)
    #expect(cell.label?.name == "loop")
    #expect(cell.visibility == .fold)
    #expect(cell.options.timeout == 2.5)
    #expect(cell.options.tolerance == 1e-12)
    #expect(cell.options.fails)
    #expect(cell.options.file == "a.swift")
    #expect(cell.source.text == "print(1)\n")
    #expect(cell.output?.text == "1\n")
    #expect(reading.text(cell.outputBlock ?? Span(0, 0)) == "```output\n1\n```")
    #expect(reading.text(reading.lesson.nodes[cell.node].span) == reading.source.text)
  }

  @Test(arguments: [
    ("```swift eval folded\n```", "unknown-option: folded"),
    ("```swift eval #a #b\n```", "duplicate-option: #b"),
    ("```swift eval show hide\n```", "duplicate-option: hide"),
    ("```swift run timeout=x\n```", "bad-option-value: timeout=x"),
    ("```swift run file=../a\n```", "bad-option-value: file=../a"),
    ("```swift eval fold=1\n```", "bad-option-value: fold=1"),
    ("```swift eval timeout=1\n```", "unknown-option: timeout=1"),
    ("```swift eval unchecked\n```", "unknown-option: unchecked"),
    ("```swift evil\n```", "unknown-mode: evil"),
    ("```swift eval #a,b\n```", "bad-label: #a,b"),
    ("```output\n1\n```", "stray-output: ```output"),
    ("```python rum\n```", "unknown-mode: rum"),
    ("> - ```swift eval fo&#108;ded\n>   ```", "unknown-option: fo&#108;ded"),
  ])
  func isReported(_ text: String, _ mark: String) {
    #expect(Reading(text).marks == [mark])
  }

  @Test func theNearestOptionIsNamed() {
    #expect(Reading("```swift eval folded\n```").help == ["did you mean `fold`?"])
  }

  @Test func otherLanguagesKeepWordsOfTheirOwn() {
    let reading = Reading("```ruby startline=3 $%@#$\n```\n\n```swift #s unchecked\n```")
    #expect(reading.ids == [])
    guard case .code(let code) = reading.kinds[2] else {
      Issue.record("no code")
      return
    }
    #expect(code.isUnchecked && code.label?.name == "s" && code.language == "swift")
  }

  @Test func codeKeepsItsPlacesInContainers() throws {
    let text = "> 1. a\n>    ~~~swift eval\n>      let x = 1\n>\n> \t let y = 2\n>    ~~~"
    let reading = Reading(text)
    let source = try #require(reading.lesson.cells.first?.source)
    #expect(source.text.contains("  let x = 1\n\n"))
    for name in ["let x", "let y"] {
      let start = try #require(source.text.range(of: name)).lowerBound
      let offset = source.text.utf8.distance(from: source.text.startIndex, to: start)
      #expect(reading.text(source.span(offset, offset + 5)) == name)
    }
  }
}
