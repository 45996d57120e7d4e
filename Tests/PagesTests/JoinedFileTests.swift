import Cells
import Diagnostics
import LessonSyntax
import Testing

@testable import Pages

/// Files that cells with `file=` make, on the page.
@Suite struct JoinedFileTests {
  /// A lesson with one file, `a.py`, of one listing.
  private func lesson(_ trees: Tree...) -> LessonBuilder {
    var builder = LessonBuilder()
    let node = builder.add(.listing("x = 1\n", language: "python"))
    for tree in trees { builder.add(tree) }
    builder.results.tangledFiles = [
      TangledFile(name: "a.py", language: "python", text: "x = 1\n", nodes: [node])
    ]
    return builder
  }

  private func link(_ destination: String, _ text: String...) -> Tree {
    .node(
      .link(.init(destination: destination, title: "", destinationSpan: Span(3, 9))),
      text.map { .text($0) })
  }

  @Test func theLastPartOffersTheFile() {
    let download =
      "<p class=\"downloads\">Download: <a href=\"lesson/a.py\" download=\"\">a.py</a></p>\n"
    #expect(lesson().fragment.html.hasSuffix("</code></pre>\n" + download))
  }

  @Test func anEmptyLinkAloneShowsTheFile() {
    let html = lesson(.paragraph(link("file:a.py"))).fragment.html
    #expect(
      html.hasSuffix(
        """
        <figure class="file">
        <figcaption><a href="lesson/a.py" download="">a.py</a></figcaption>
        <pre><code class="language-python">x = <span class="tok-number">1</span>
        </code></pre>
        </figure>

        """))
  }

  @Test func inTheTextALinkIsALink() {
    let html = lesson(
      .paragraph(link("file:a.py"), .text(" is "), link("file:a.py", "it"))
    ).fragment.html
    #expect(
      html.hasSuffix(
        "<p><a href=\"lesson/a.py\">a.py</a> is <a href=\"lesson/a.py\">it</a></p>\n"))
  }

  @Test func anUnknownFileIsAnError() {
    for trees in [[link("file:b.py")], [link("file:b.py", "it")]] {
      let diagnostics = lesson(.node(.paragraph, trees)).fragment.diagnostics
      #expect(diagnostics.map(\.message.id) == ["broken-link"])
      #expect(diagnostics.first?.help == ["did you mean `file:a.py`?"])
    }
  }

  @Test func addressesOfFilesOnADiskStayEmpty() {
    let fragment = lesson(.paragraph(link("file:///etc/passwd", "it"))).fragment
    #expect(fragment.diagnostics.isEmpty)
    #expect(fragment.html.hasSuffix("<p><a href=\"\">it</a></p>\n"))
  }

  @Test func filesOfTwoLessonsStandApart() {
    var other = LessonBuilder(path: "other.md")
    other.results.tangledFiles = lesson().results.tangledFiles
    let files = [lesson(), other].flatMap { LessonFiles.files(of: $0.input, SiteSettings()) }
    let paths = files.map(\.path).filter { $0.hasSuffix(".py") }
    #expect(paths == ["lesson/a.py", "other/a.py"])
  }
}
