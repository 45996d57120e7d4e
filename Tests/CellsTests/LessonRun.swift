import Diagnostics
import LessonSyntax
import MathCore

@testable import Cells

/// A lesson that is evaluated for a test.
struct LessonRun {
  let lesson: Lesson
  let results: LessonResults

  static let sigmoid = """
    ```swift eval
    func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
    ```

    """

  /// - Parameters:
  ///   - text: the lesson; with `⟦` and `⟧` around a place that is asked for by `marked`.
  ///   - runs: what is known of its run cells, by cell.
  init(
    _ text: String, shared: [String] = [], settings: Notebook.Settings = .init(),
    runs: [Int: CellRun] = [:]
  ) {
    let plain = text.replacing("⟦", with: "").replacing("⟧", with: "")
    lesson = LessonParser.parse(SourceFile(path: "lesson.md", text: plain))
    results = Notebook.results(
      of: lesson, shared: shared.map { Excerpt($0, path: "Shared.swift") }, settings: settings,
      runs: runs)
  }

  /// One cell of Swift, after the definition of the sigmoid.
  init(cell: String) {
    self.init(Self.sigmoid + "```swift eval\n\(cell)\n```\n")
  }

  /// What is reported, each with the text that it points at.
  var reports: [String] {
    results.diagnostics.map { "\($0.message.id): \(lesson.source.text(in: $0.span))" }
  }

  /// The lesson once every edit is made that a diagnostic suggests.
  var mended: String {
    var bytes = lesson.source.bytes
    let edits = results.diagnostics.compactMap(\.edit).sorted { $0.span < $1.span }
    for edit in edits.reversed() {
      bytes.replaceSubrange(edit.span.start..<edit.span.end, with: edit.replacement.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  var outputs: [CellOutput] { results.outputs.flatMap { $0 } }

  var checks: [CheckOutput] {
    outputs.compactMap { if case .check(let check) = $0 { check } else { nil } }
  }

  var tables: [TableOutput] {
    outputs.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  var figures: [FigureOutput] {
    outputs.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
  }

  var texts: [String] {
    outputs.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  var values: [String] {
    results.inlineValues.map { value in
      switch value {
      case .value(let text, _, _): text
      case .failed: "failed"
      }
    }
  }

  /// `proved: normal form`
  static func verdict(_ cell: String) -> String {
    let run = LessonRun(cell: cell)
    guard let check = run.checks.first else { return run.reports.joined(separator: "; ") }
    return "\(check.verdict.strength.rawValue): \(check.verdict.methodText)"
  }
}

/// What a verdict says in English.
extension Verdict {
  var methodText: String { VerdictWords.english.name(of: method) }
  var domainText: String? { domain.map(VerdictWords.english.text) }
  var detailText: String? { VerdictWords.english.detail(of: self) }
}
