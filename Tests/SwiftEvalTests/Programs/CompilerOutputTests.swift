import Diagnostics
import Testing

@testable import SwiftEval

/// The compiler counts lines and columns as the author does.
struct GeneratedSourceTests {
  @Test func codeInABlockQuoteKeepsItsColumns() {
    let file = SourceFile(path: "content/a.md", text: "one\n> ab\n>   cd\n")
    let excerpt = Excerpt(
      "ab\n  cd\n", in: file,
      runs: [.init(start: 0, fileStart: 6), .init(start: 3, fileStart: 11)])
    var source = GeneratedSource()
    source.add(excerpt, Span(0, 7), textBlocks: [])
    #expect(
      source.text == "#sourceLocation(file: \"a.md\", line: 2)\n  ab\n    cd\n#sourceLocation()\n")
  }

  /// Their text would be another with more spaces in one line than in the others.
  @Test func linesOfATextBlockMoveTogether() {
    let text = "let s = \"\"\"\n a\n\"\"\"\n"
    let file = SourceFile(path: "a.md", text: "> let s = \"\"\"\n> a\n>  \"\"\"\n")
    let excerpt = Excerpt(
      text, in: file,
      runs: [
        .init(start: 0, fileStart: 2), .init(start: 12, fileStart: 15),
        .init(start: 15, fileStart: 21),
      ])
    var source = GeneratedSource()
    source.add(excerpt, Span(0, text.utf8.count), textBlocks: [Span(8, 18)])
    #expect(source.text.contains("\n    a\n   \"\"\"\n"))
  }
}

struct CompilerOutputTests {
  private let file = SourceFile(path: "content/a.md", text: "one\n  let naïve = xyz\n")

  @Test func placesAreThoseOfTheFile() {
    let output = CompilerOutput(
      "a.md:2:16: error: cannot find 'xyz' in scope\n  let\n", files: [file])
    #expect(output.diagnostics.map { file.text(in: $0.span) } == ["xyz"])
    #expect(output.diagnostics.map(\.message.text) == ["cannot find 'xyz' in scope"])
    #expect(output.diagnostics.first?.severity == .error)
  }

  @Test func notesBelongToWhatStandsBeforeThem() {
    let output = CompilerOutput(
      """
      a.md:2:3: warning: never used
      a.md:1:1: note: here
      Swift.abs:1:2: note: found this candidate

      """, files: [file])
    #expect(output.diagnostics.map(\.help) == [["line 1: here", "found this candidate"]])
  }

  @Test func errorsElsewhereAreKept() {
    let output = CompilerOutput(
      "error: link command failed\nmain.swift:1:2: error: odd\nmain.swift:1:2: warning: odd\n",
      files: [file])
    #expect(output.unplaced == ["error: link command failed", "odd"])
    #expect(output.diagnostics(othersIn: file, at: Span(0, 3)).count == 2)
  }
}

struct CrashReportTests {
  private let file = SourceFile(path: "content/a.md", text: "one\ntwo\n")

  @Test func theFatalErrorStaysAndItsPlaceIsTheAuthors() {
    let report = CrashReport(
      "before\nmain/a.md:2: Fatal error: no\nCurrent stack trace:\n0 libswiftCore 0x7f\n",
      files: [file])
    #expect(report.text == "before\nFatal error: no\n")
    #expect(report.diagnostic.map { file.text(in: $0.span) } == "two")
  }

  @Test func theLibrarysOwnPlacesAreLeftOut() {
    let report = CrashReport(
      "Swift/ContiguousArrayBuffer.swift:692: Fatal error: Index out of range\n", files: [file])
    #expect(report.text == "Fatal error: Index out of range\n")
    #expect(report.diagnostic == nil)
  }

  @Test func preconditionsAreCrashesToo() {
    let report = CrashReport("main/a.md:1: Precondition failed: n > 0\n", files: [file])
    #expect(report.text == "Precondition failed: n > 0\n")
    #expect(report.diagnostic.map { file.text(in: $0.span) } == "one")
  }

  @Test func otherTextIsLeftAsItIs() {
    let text = "a.md:2: note\nCurrent\n"
    #expect(CrashReport(text, files: [file]).text == text)
  }
}

struct SwiftTangleTests {
  @Test func plainSwiftStaysPlain() {
    let cells = ["\nlet a = 1\n\n", "print(a.description, [1].map { $0 + 1 })\n"]
    #expect(
      SwiftTangle.text(of: cells.map { Excerpt($0) })
        == "let a = 1\n\nprint(a.description, [1].map { $0 + 1 })\n")
  }

  @Test func elementaryFunctionsNeedFoundation() {
    let text = SwiftTangle.text(of: [Excerpt("func f(_ x: Double) -> Double { 1 + exp(-x) }")])
    #expect(text == "import Foundation\n\nfunc f(_ x: Double) -> Double { 1 + exp(-x) }\n")
  }

  @Test func anImportOfTheAuthorsIsNotRepeated() {
    let text = SwiftTangle.text(of: [Excerpt("import Foundation\nprint(Date())")])
    #expect(text == "import Foundation\nprint(Date())\n")
  }

  @Test func anAmbiguousCallGetsItsOverload() {
    let text = SwiftTangle.text(of: [Excerpt("print(log(9))")])
    #expect(text.contains("private func log(_ x: Double) -> Double"))
  }

  @Test func aFunctionOfTheAuthorsIsNotElementary() {
    let text = SwiftTangle.text(of: [Excerpt("func exp(_ x: Int) -> Int { x }\nprint(exp(1))")])
    #expect(!text.contains("import"))
  }
}
