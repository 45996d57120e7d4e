import Diagnostics
import Testing

@testable import LessonSyntax

@Suite struct SiteFileTests {
  private func site(_ text: String) -> (SiteFile, [String]) {
    let source = SourceFile(path: "site.yaml", text: text)
    let file = SiteFile(source)
    return (file, file.diagnostics.map { "\($0.message.id): \(source.text(in: $0.span))" })
  }

  @Test func settingsAreRead() {
    let (file, marks) = site(
      """
      title: T
      language: de
      baseURL: https://example.org/
      editLink: https://example.org/edit/{path}
      colours:
        a: { light: "#123", dark: "#ABCDEF" }
      macros: { slope: \\sigma' }
      notation: { sigmoid: σ }
      python: { requirements: [numpy==2.4.6] }
      parts:
        - title: One
          lessons: [a.md, b.md]
        - lessons: [c.md]
      """)
    #expect(marks == [])
    #expect(file.settings.title == "T" && file.settings.language == "de")
    #expect(file.settings.colours["a"] == .init(light: "#112233", dark: "#ABCDEF"))
    #expect(file.settings.macros == ["slope": "\\sigma'"])
    #expect(file.settings.notation == ["sigmoid": "σ"])
    #expect(file.settings.parts.map(\.lessons) == [["a.md", "b.md"], ["c.md"]])
    #expect(file.settings.python?.requirements == ["numpy==2.4.6"])
    #expect(file.lessonSpans.count == 3)
  }

  @Test(arguments: [
    ("titel: A", "unknown-key: titel"), ("colours: {a: red}", "bad-colour: red"),
    ("lessons: [a.md, A.md]", "duplicate-slug: A.md"),
    ("lessons: [\u{E9}.md, e\u{301}.md]", "duplicate-slug: e\u{301}.md"),
    ("lessons: [search.md]", "reserved-slug: search.md"),
    ("lessons: [../a.md]", "bad-path: ../a.md"),
    ("lessons: [a.txt]", "bad-path: a.txt"), ("title: {", "bad-yaml: "), ("- a", "bad-value: -"),
    ("language: '!'", "bad-value: '!'"), ("baseURL: ftp://x", "bad-value: ftp://x"),
    ("python: {requirements: [numpy]}", "unpinned-requirement: numpy"),
    ("python: {requirements: ['numpy==2.*']}", "unpinned-requirement: 'numpy==2.*'"),
    ("python: {requirements: ../pins.txt}", "bad-path: ../pins.txt"),
    ("python: {executable: venv/bin/python}", "bad-value: venv/bin/python"),
    ("python: ./python", "bad-value: ./python"), ("python: {version: 3}", "unknown-key: version"),
    ("parts: [{titel: x}]", "unknown-key: titel"), ("lessons: ['a#b.md']", "bad-slug: 'a#b.md'"),
  ])
  func isReported(_ text: String, _ mark: String) {
    let marks = site(text).1
    #expect(marks.first?.hasPrefix(mark) ?? false, "\(marks)")
  }

  @Test func placesOnALineOfManyItemsAreTheirOwn() {
    let items = ["é.md", "a.txt", "'漢.md'", "b.txt"]
    let marks = site("lessons: [" + items.joined(separator: ", ") + "]").1
    #expect(marks == ["bad-path: a.txt", "bad-path: b.txt"])
    #expect(site("\u{FEFF}titel: A").1.first == "unknown-key: titel")
  }

  @Test func anyBytesAreRead() {
    for seed in 1...500 {
      var lottery = Lottery(UInt64(seed))
      let bytes = (0..<80).map { _ in Array("ab:-[]{}\n \"'#&*!|>%@\u{FF}".utf8)[lottery.draw(22)] }
      let file = SourceFile(path: "site.yaml", bytes: bytes)
      _ = TextRenderer().render(SiteFile(file).diagnostics)
      _ = Bibliography(file).diagnostics
      _ = Bibliography(SourceFile(path: "r.bib", bytes: bytes)).diagnostics
    }
  }

  @Test func aTreeInMemoryListsItsFolders() {
    let tree = InMemoryFileTree(["a.md": "x", "b/c.md": "y"])
    #expect(tree.list("") == ["a.md", "b/"] && tree.list("b") == ["c.md"])
    #expect(tree.read("a.md") == Array("x".utf8) && tree.read("d") == nil)
  }
}
