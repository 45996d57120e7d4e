import Diagnostics
import Testing

@testable import LessonSyntax

@Suite struct LessonStructureTests {
  @Test func frontMatterIsRead() {
    let reading = Reading(
      "---\r\ntitle: A\r\nuses: [B.swift]\r\nmacros: { slope: \"\\\\sigma'\" }\r\n---\r\n# C\r\n")
    #expect(reading.ids == [])
    #expect(reading.lesson.frontMatter.title == "A")
    #expect(reading.lesson.frontMatter.uses == ["B.swift"])
    #expect(reading.lesson.frontMatter.macros == ["slope": "\\sigma'"])
    #expect(reading.text(reading.lesson.nodes[1].span) == "# C")
  }

  @Test(arguments: [
    ("---\ntitel: A\n---\n", "unknown-key: titel"), ("---\ntitle: [A]\n---\n", "bad-value: ["),
    ("---\nσ: 1\n---\n", "unknown-key: σ"),
    ("---\ntitle: A\ntitle: B\n---\n", "duplicate-key: title"),
    ("---\nuses: ../a.swift\n---\n", "bad-path: ../a.swift"),
    ("---\ntitle: A\n", "unclosed-front-matter: ---"),
    ("---\nmacros: {a1: b}\n---\n", "bad-macro-name: a1"),
    ("---\nnotation: {f: \\phi}\n---\n", "bad-value: \\phi"),
  ])
  func frontMatterIsChecked(_ text: String, _ mark: String) {
    #expect(Reading(text).marks.contains(mark), "\(Reading(text).marks)")
  }

  @Test func aLayoutIsOneOfThoseThatThereAre() {
    let beside = Reading("---\nlayout: beside\n---\n")
    #expect(beside.lesson.frontMatter.layout == .beside && beside.ids.isEmpty)
    #expect(Reading("---\nlayout: besides\n---\n").marks == ["bad-value: besides"])
  }

  @Test func aRuleIsNoFrontMatter() {
    #expect(Reading("---\nFoo\n---\n").kinds[1] == .thematicBreak)
  }

  @Test func alertsFollowGitHub() {
    #expect(Reading("> [!NOTE]\n> a").kinds[1] == .alert(.note))
    #expect(Reading("> [!tip]\n> a").kinds[1] == .alert(.tip))
    #expect(Reading("> [!NOTE] a\n> b").kinds[1] == .blockQuote)
    #expect(Reading("> [!NOTE]").kinds[1] == .blockQuote)
    #expect(Reading("> [!HINT]\n> a").ids == [])
    #expect(Reading("> [!NOTES]\n> a").marks == ["unknown-alert: [!NOTES]"])
    #expect(Reading("> [!NOTE]\n> a").texts == ["a"])
  }

  @Test func blocksHaveTitlesAndLabels() {
    let reading = Reading(
      "> [!THEOREM] The *slope* of $x$ rules #rule\n> a\n>\n> ```swift eval\n> ```")
    guard case .block(let block) = reading.kinds[1] else {
      Issue.record("no block")
      return
    }
    #expect(block.kind == .theorem && block.label?.name == "rule" && !block.isFolded)
    #expect(reading.texts == ["The ", "slope", " of ", " rules", "a"])
    #expect(reading.kinds[2] == .blockTitle)
    #expect(reading.text(reading.lesson.nodes[2].span) == "The *slope* of $x$ rules")
    #expect(reading.lesson.cells.count == 1)
    let folded = Reading("> [!SOLUTION]- #s\n> b")
    guard case .block(let solution) = folded.kinds[1] else {
      Issue.record("no block")
      return
    }
    #expect(solution.isFolded && solution.label?.name == "s")
    #expect(folded.kinds[2] == .paragraph)
  }

  @Test func anchorsFollowGitHub() {
    let reading = Reading("# A `b` & c!\n## A `b` & c!\n### É_x-1 [l](m)\n## $x$ *y*\n#")
    let anchors = reading.kinds.compactMap { kind in
      if case .heading(_, let anchor) = kind { anchor } else { nil }
    }
    #expect(anchors == ["a-b--c", "a-b--c-1", "é_x-1-l", "x-y", ""])
  }

  @Test func anchorsAreNotTheIdsOfThePages() {
    let reading = Reading("## Fn 1\n\n## fnref-1\n\n## Lemma table 1\n\n## Section Fn 1\n")
    let anchors = reading.kinds.compactMap { kind in
      if case .heading(_, let anchor) = kind { anchor } else { nil }
    }
    #expect(
      anchors == ["section-fn-1", "section-fnref-1", "section-lemma-table-1", "section-fn-1-1"])
  }

  @Test func captionsAndReferences() {
    let reading = Reading(
      "|a|\n|-|\n|b|\n\nTable: The $x$ of b #t\n\n![alt](x.svg \"Cap #i\") [](#t) [s](b.md#c) [t](b.md) [](cite:k)"
    )
    #expect(reading.ids == [])
    guard case .table(let table) = reading.kinds[1] else {
      Issue.record("no table")
      return
    }
    #expect(table.caption?.text == "The $x$ of b" && table.label?.name == "t")
    #expect(reading.text(table.caption?.span ?? Span(0, 0)) == "The $x$ of b")
    var references: [String] = []
    for kind in reading.kinds {
      switch kind {
      case .image(let image): references.append("\(image.caption)/\(image.label?.name ?? "")")
      case .reference(let one): references.append("\(one.file ?? "")#\(one.label ?? "")")
      case .citation(let one): references.append(one.key + reading.text(one.keySpan))
      default: break
      }
    }
    #expect(references == ["Cap/i", "#t", "b.md#c", "b.md#", "kk"])
  }

  @Test func labelsHeadingsAndFootnotesShareNames() {
    let reading = Reading(
      "# A\n\n```math #a\nx\n```\n\n```math #b\n```\n\n```math #b\n```\n\n[^b]\n\n[^b]: n\n\n```math #fn-x\n```"
    )
    #expect(
      reading.ids == ["duplicate-label", "duplicate-label", "duplicate-label", "reserved-label"])
  }

  @Test func footnotesAreNumberedByFirstReference() {
    let reading = Reading("[^b] [^a] [^b]\n\n[^a]: x\n[^b]: y\n[^c]: z")
    let notes = reading.kinds.compactMap { kind -> String? in
      switch kind {
      case .footnoteReference(let note): "\(note.label)\(note.number)\(note.occurrence)"
      case .footnoteDefinition(let note): "d\(note.label)\(note.number)\(note.occurrence)"
      default: nil
      }
    }
    #expect(notes == ["b11", "a21", "b12", "db12", "da21"])
  }

  @Test func footnotesThatAreLeftOutAreReported() {
    let text = "[^a]\n\n[^a]: x\n\n[^b]: y\n\n> [^a]: z\n\n```\n[^c]: w\n```\n"
    #expect(Reading(text).marks == ["unused-footnote: [^b]", "unused-footnote: [^a]"])
    #expect(Reading("[^c]: [^c]").kinds.count > 0)
  }

  @Test func depthIsBounded() {
    let deep = Reading(String(repeating: "> ", count: 200) + "a")
    #expect(deep.ids == ["too-deep"] && deep.lesson.nodes.count < 110)
    #expect(Reading(String(repeating: "> ", count: 90) + "a").ids == [])
    #expect(Reading(String(repeating: "-", count: 5000)).ids == [])
  }

  @Test func definitionsAreNotRepeatedWithoutEnd() {
    let definition = "[a]: /" + String(repeating: "x", count: 100_000)
    let uses = String(repeating: "[a] ", count: 200)
    #expect(Reading("> \(definition)\n>\n> \(uses)").ids == ["too-much-repeated"])
    #expect(Reading("\(definition)\n\n[a]").ids == [])
    let many = (0..<500).map { "[a\($0)]: https://example.org/\($0)\n" }.joined()
    #expect(Reading(many + "\n" + uses + "\n\n" + uses).ids == [])
  }

  @Test func hugeTablesAreRefused() {
    let head = String(repeating: "|a", count: 1000) + "\n" + String(repeating: "|-", count: 1000)
    #expect(Reading(head + "\n" + String(repeating: "a\n", count: 500)).ids == ["table-too-large"])
  }
}
