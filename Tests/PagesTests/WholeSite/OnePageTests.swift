import LessonSyntax
import Testing

@testable import Pages

@Suite struct OnePageTests {
  private func lesson(_ name: String, linkingTo other: String) -> LessonInput {
    var builder = LessonBuilder(path: name + ".md", title: name)
    builder.add(.heading(1, name, anchor: "top"))
    builder.add(.heading(2, "One", anchor: "one"))
    let targets = ["#one", other + ".html", other + ".html#one", "https://x.org/#one"]
    for target in targets {
      let link = Node.Link(destination: target, title: "", destinationSpan: .init(0, 0))
      builder.add(.paragraph(.node(.link(link), [.text("link")])))
    }
    builder.add(.equation("a", label: "eq"))
    return builder.input
  }

  private func file(_ path: String, of lessons: [LessonInput]) -> String? {
    let site = SiteInput(settings: SiteSettings(title: "Site"), lessons: lessons)
    let file = SitePages.pages(for: site).files.first { $0.path == path }
    return file.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  private func values(of attribute: String, in html: String) -> [String] {
    html.split(separator: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  @Test func everyIDIsUniqueAndEveryLinkOnThePageLeadsSomewhere() {
    let lessons = [
      lesson("a b", linkingTo: "c"), lesson("c", linkingTo: "a b"), lesson("d", linkingTo: "c"),
    ]
    let html = file("all.html", of: lessons) ?? ""
    let ids = values(of: "id", in: html)
    #expect(ids.count == Set(ids).count)
    #expect(ids.contains("lesson-a·20b:eq") && ids.contains("lesson-c:eq"))
    let known = Set(ids.map { Destination.escaped("#" + $0) })
    let places = values(of: "href", in: html).filter { $0.hasPrefix("#") }
    // Two sections' own anchors, three links of each lesson, the list of contents, the skip link.
    #expect(places.count > 12)
    #expect(places.filter { !known.contains($0) } == [])
    #expect(html.contains("<a href=\"#lesson-c:one\">"))
    #expect(html.contains("<a href=\"#lesson-c\">"))
    #expect(html.contains("<a href=\"https://x.org/#one\">"))
  }

  @Test func headingsGoDownByOneLevel() {
    let html = file("all.html", of: [lesson("a", linkingTo: "b"), lesson("b", linkingTo: "a")])
    #expect(html?.contains("<h1>Site</h1>") == true)
    #expect(html?.contains("<h2 id=\"lesson-a:top\">a</h2>") == true)
    #expect(html?.contains("<h3 id=\"lesson-b:one\">") == true)
  }

  @Test func oneLessonAndVeryManyHaveNone() {
    #expect(file("all.html", of: [lesson("a", linkingTo: "a")]) == nil)
    let many = (1...101).map { lesson("l\($0)", linkingTo: "l1") }
    #expect(file("all.html", of: many) == nil)
    #expect(file("all.html", of: Array(many.dropLast())) != nil)
  }

  @Test func whatRefersToAnIDIsRewrittenHoweverItIsWritten() {
    let markup = """
      <svg aria-labelledby="t d"><g clip-path="url(#c)"/></svg><a HREF='#x'>a</a><label for=y>\
      <!-- <b id="z"> --><p title="id=&quot;q&quot;">1 &lt; 2 id="r"</p>
      """
    let expected = """
      <svg aria-labelledby="l:t l:d"><g clip-path="url(#l:c)"/></svg><a HREF='#l:x'>a</a>\
      <label for=l:y><!-- <b id="z"> --><p title="id=&quot;q&quot;">1 &lt; 2 id="r"</p>
      """
    #expect(EmbeddedArticle(markup, anchor: "l", anchors: [:]).html == expected)
  }

  @Test(arguments: ["<", "<a", "<a ", "<a href", "<a href=", "<a href=\"#", "<!--", "</", "< b"])
  func unfinishedMarkupIsLeftAsItIs(_ markup: String) {
    let html = EmbeddedArticle(markup, anchor: "l", anchors: [:]).html
    #expect(html.replacing("l:", with: "") == markup)
  }
}
