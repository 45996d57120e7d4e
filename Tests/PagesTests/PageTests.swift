import Diagnostics
import Foundation
import LessonSyntax
import Testing

@testable import Pages

@Suite struct PageTests {
  private func site(lessons count: Int) -> SiteInput {
    let lessons = (0..<count).map { number in
      var builder = LessonBuilder(path: "l\(1000 + number).md", title: "Lesson \(1000 + number)")
      builder.add(.heading(2, "One & all", anchor: "one"))
      builder.add(.heading(2, "Two", anchor: "two"))
      return builder.input
    }
    return SiteInput(
      settings: SiteSettings(title: "A <site>", baseURL: "https://x.org/s"), lessons: lessons)
  }

  private func page(_ path: String, of site: SiteInput) -> String {
    let file = SitePages.pages(for: site).files.first { $0.path == path }
    return file.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }

  @Test func aPageDoesNotGrowWithTheSite() {
    let few = page("l1001.html", of: site(lessons: 3))
    #expect(!few.isEmpty)
    #expect(few == page("l1001.html", of: site(lessons: 200)))
  }

  @Test func nothingIsInlineAndNothingFromElsewhere() {
    let text = page("l1001.html", of: site(lessons: 3))
    #expect(!text.contains(" style="))
    #expect(!text.contains("<style"))
    let scripts = text.components(separatedBy: "<script").dropFirst()
    // A block of data is no script: browsers do not run it.
    let allowed = [" defer src=\"assets/", " type=\"application/ld+json\">"]
    #expect(scripts.allSatisfy { script in allowed.contains(where: script.hasPrefix) })
    #expect(!text.contains("src=\"http"))
    #expect(text.contains("Content-Security-Policy"))
  }

  @Test func thePageNamesItsNeighboursAndItsSections() {
    let text = page("l1001.html", of: site(lessons: 3))
    #expect(text.contains("rel=\"prev\" href=\"l1000.html\""))
    #expect(text.contains("rel=\"next\" href=\"l1002.html\""))
    #expect(text.contains("<a href=\"#one\">One &amp; all</a>"))
    #expect(text.contains("<title>Lesson 1001 – A &lt;site&gt;</title>"))
    #expect(text.contains("<link rel=\"canonical\" href=\"https://x.org/s/l1001.html\">"))
    #expect(text.contains("<h1>Lesson 1001</h1>"))
  }

  @Test func aLayoutIsAClassOfThePageAndLeavesNoRoomForSections() {
    var site = site(lessons: 1)
    var builder = LessonBuilder(path: "index.md", title: "Home")
    builder.frontMatter.layout = .beside
    builder.add(.heading(2, "One", anchor: "one"))
    builder.add(.heading(2, "Two", anchor: "two"))
    site.lessons.append(builder.input)
    let text = page("index.html", of: site)
    #expect(text.contains("<body class=\"home beside\">"))
    #expect(!text.contains("<nav class=\"contents\""))
    #expect(page("l1000.html", of: site).contains("<body>"))
  }

  @Test func theListOfSectionsStandsBehindTheTitle() throws {
    var builder = LessonBuilder(path: "l.md", title: "Lesson")
    builder.add(.heading(1, "The title", anchor: "title"))
    builder.add(.paragraph(.text("A first word.")))
    builder.add(.heading(2, "One", anchor: "one"))
    builder.add(.heading(2, "Two", anchor: "two"))
    for path in ["l.html", "l1000.html"] {
      var site = site(lessons: 1)
      site.lessons.append(builder.input)
      let parts = page(path, of: site).split(separator: "<nav class=\"contents\"", maxSplits: 1)
      try #require(parts.count == 2)
      #expect(parts[0].contains("</h1>"))
      #expect(!parts[0].contains("A first word.") && !parts[1].contains("<h1"))
    }
  }

  @Test func theHomePageListsEveryLesson() {
    let text = page("index.html", of: site(lessons: 3))
    for number in 1000...1002 { #expect(text.contains("<a href=\"l\(number).html\">")) }
  }

  @Test func everyTemplateOfLemmaParses() {
    let files = Templates.all.map { SourceFile(path: $0.name + ".mustache", text: $0.text) }
    #expect(SiteTemplates.templates(overriddenBy: files).diagnostics.isEmpty)
  }

  @Test func aSiteMayReplaceATemplate() {
    var site = site(lessons: 1)
    site.templates = [SourceFile(path: "templates/footer.mustache", text: "<footer>Mine</footer>")]
    #expect(page("l1000.html", of: site).contains("<footer>Mine</footer>"))
  }

  @Test func aSiteMayAddToTheStyleSheet() {
    var site = site(lessons: 1)
    site.templates = [SourceFile(path: "templates/theme.css", text: "h1 { color: teal; }\n")]
    let (files, diagnostics) = SitePages.pages(for: site)
    let css = files.first { $0.path == "assets/lemma.css" }
    #expect(
      css.map { String(decoding: $0.bytes, as: UTF8.self) }?.hasSuffix("h1 { color: teal; }\n")
        == true)
    #expect(diagnostics.isEmpty)
  }

  @Test func aBrokenTemplateIsReported() {
    var site = site(lessons: 1)
    site.templates = [
      SourceFile(path: "templates/footer.mustache", text: "a\n{{#b}}c"),
      SourceFile(path: "templates/foter.mustache", text: ""),
    ]
    let found = SitePages.pages(for: site).diagnostics
    #expect(found.map(\.message.id) == ["broken-template", "unknown-template"])
    #expect(found.last?.help == ["did you mean `footer`?"])
  }

  @Test(arguments: [
    ("a\n{{#b}}c\n{{#d}}{{/d}}", "this section is not closed", "{{#b}}"),
    ("a {{b} c", "this tag has no end", "{{b} c"),
    ("a\n{{#b}}{{/c}}", "this closes another section than is open", ""),
  ])
  func whatIsWrongWithATemplateIsSaid(_ text: String, _ reason: String, _ mark: String) throws {
    var site = site(lessons: 1)
    site.templates = [SourceFile(path: "templates/footer.mustache", text: text)]
    let found = try #require(SitePages.pages(for: site).diagnostics.first)
    #expect(found.message.text == "this template cannot be read: " + reason)
    #expect(found.file.text(in: found.span) == mark)
    #expect(found.span.start > 0)
  }

  @Test func theSitesColoursAreVariables() {
    var settings = SiteSettings()
    settings.colours = [
      "sigma": .init(light: "#307EC7", dark: "#6CB0EE"),
      "bad": .init(light: "red; } body { display: none", dark: "#000"),
    ]
    let css = Theme.styleSheet(settings)
    #expect(css.contains("--colour-sigma: #307EC7;"))
    #expect(css.contains(".lemma-colour-sigma { color: var(--colour-sigma); }"))
    #expect(!css.contains("display: none; dark"))
    #expect(!css.contains("--colour-bad"))
  }
}

@Suite struct TemplateRulesTests {
  private func violation(_ text: String, named name: String = "page") -> Diagnostic? {
    TemplateRules.violation(in: SourceFile(path: name + ".mustache", text: text), named: name)
  }

  @Test func noTemplateCanComeToIncludeItself() {
    #expect(violation("{{> head}} {{{article}}} {{>footer}}") == nil)
    #expect(violation("a {{> page }}")?.span == Span(2, 5))
    #expect(violation("{{> head}}", named: "footer") != nil)
    #expect(violation("{{> *name}}") != nil)
    #expect(violation("{{=<% %>=}}<%> page %>") != nil)
    #expect(violation("{{<page}}{{/page}}") != nil)
  }

  @Test func sectionsMayNotBeNestedWithoutBound() {
    #expect(violation(String(repeating: "{{#title}}", count: 1000)) != nil)
    #expect(violation(String(repeating: "{{#title}}{{/title}}", count: 1000)) == nil)
  }
}
