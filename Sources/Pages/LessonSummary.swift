public import Cells
import Diagnostics
public import LessonSyntax
import Markup
import MathCore

/// What the other pages of a site need to know of a lesson: its name, and what can be linked to.
public struct LessonSummary: Sendable, Hashable {
  /// What a label or an anchor names.
  struct Target: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
      /// A figure, a table …, with the number that is shown.
      case numbered(NumberedKind, String)
      case heading(String)
      /// A listing, a definition, printed text: it has a place but no number.
      case unnumbered
      /// The cell failed, which is reported already: nothing is known of the number.
      case failed
    }
    var kind: Kind
    var anchor: String
    /// The check, table or figure that a cell's label names.
    var display: Display?
  }

  /// A display, and the call that made it.
  struct Display: Sendable, Hashable {
    var output: CellOutput
    var source: String
  }

  /// The lesson's path in the content folder.
  public let path: String
  /// The page is `slug.html`.
  public let slug: String
  public let title: String
  public let description: String?
  let date: CalendarDate?
  public internal(set) var verification: LessonVerification
  let targets: [String: Target]
  /// What the lesson's run cells drew, by path in the content folder.
  let figures: [String: RecordedFigure]
  let firstChart: FigureOutput?
  /// What the lesson publishes beside its page, by path on the site.
  let files: [String]
  /// The keys of the works that the lesson cites.
  let citedKeys: Set<String>
  /// Numbers of figures, tables and checks are not to be relied on.
  let hasFailedCells: Bool

  /// - Parameter language: that of the site, in which the prose writes its numbers.
  public init(_ lesson: Lesson, _ results: LessonResults, language: String = "en") {
    path = lesson.source.path
    slug = lesson.slug
    title = Self.title(of: lesson, results)
    description = lesson.frontMatter.description
    date = lesson.frontMatter.date
    verification = LessonVerification(
      lesson, results, typography: NumberTypography(language: language))
    let failed = Self.failedCells(of: lesson, results)
    hasFailedCells = !failed.isEmpty
    targets = Self.targets(of: lesson, results, failed: failed)
    figures = Self.figures(of: lesson, results)
    firstChart = results.outputs.joined().firstChart
    files = LessonFiles.paths(of: lesson, results)
    citedKeys = Set(
      lesson.nodes.compactMap { node in
        if case .citation(let citation) = node.kind { citation.key } else { nil }
      })
  }
}

extension LessonSummary {
  /// The front matter's title, else the first heading of the first level, else the file's name.
  private static func title(of lesson: Lesson, _ results: LessonResults) -> String {
    if let title = lesson.frontMatter.title { return title }
    let heading = lesson.nodes.firstIndex { node in
      if case .heading(level: 1, _) = node.kind { true } else { false }
    }
    guard let heading else { return lesson.slug }
    let text = lesson.plainText(of: heading, results: results)
    return text.isEmpty ? lesson.slug : text
  }

  /// Cells in which something other than a refuted check was reported.
  private static func failedCells(of lesson: Lesson, _ results: LessonResults) -> Set<Int> {
    let errors = results.diagnostics.filter {
      $0.severity == .error && $0.file.path == lesson.source.path
    }
    guard !errors.isEmpty else { return [] }
    let places = errors.map(\.span.start).sorted()
    var failed: Set<Int> = []
    for (index, cell) in lesson.cells.enumerated() {
      let span = lesson.nodes.indices.contains(cell.node) ? lesson.nodes[cell.node].span : nil
      let whole = span ?? cell.source.span
      let first = places.partitioningIndex { $0 >= whole.start }
      let last = places.partitioningIndex { $0 >= whole.end }
      guard last > first else { continue }
      let outputs = results.outputs.indices.contains(index) ? results.outputs[index] : []
      let refuted = outputs.count { output in
        if case .check(let check) = output { check.verdict.strength == .refuted } else { false }
      }
      if last - first > refuted { failed.insert(index) }
    }
    return failed
  }

  private static func figures(
    of lesson: Lesson, _ results: LessonResults
  ) -> [String: RecordedFigure] {
    var figures: [String: RecordedFigure] = [:]
    for file in results.recordedFiles.joined() where file.isFigure {
      let path = LessonFiles.path(ofRecorded: file.name, slug: lesson.slug)
      figures[path] = RecordedFigure(file)
    }
    return figures
  }

  private static func targets(
    of lesson: Lesson, _ results: LessonResults, failed: Set<Int>
  ) -> [String: Target] {
    let numbering = Numbering(lesson, results)
    var targets: [String: Target] = [:]
    for (index, node) in lesson.nodes.enumerated() {
      if case .heading(_, let anchor) = node.kind, !anchor.isEmpty {
        let text = lesson.plainText(of: index, results: results)
        if targets[anchor] == nil { targets[anchor] = Target(kind: .heading(text), anchor: anchor) }
      }
      guard let label = lesson.label(of: index) else { continue }
      targets[label.name] =
        if case .cell(let cell) = node.kind {
          failed.contains(cell)
            ? Target(kind: .failed, anchor: label.name)
            : target(label.name, ofCell: cell, lesson, results, numbering)
        } else if let number = numbering.nodes[index], let kind = lesson.numberedKind(of: index) {
          Target(
            kind: .numbered(kind, lesson.equationTag(of: index) ?? String(number)),
            anchor: label.name)
        } else {
          Target(kind: .unnumbered, anchor: label.name)
        }
    }
    return targets
  }

  /// A label names the cell's one display; of several, the first that has a number.
  private static func target(
    _ label: String, ofCell cell: Int, _ lesson: Lesson, _ results: LessonResults,
    _ numbering: Numbering
  ) -> Target {
    let outputs = results.outputs.indices.contains(cell) ? results.outputs[cell] : []
    for (index, output) in outputs.enumerated() {
      guard let kind = output.numberedKind, let number = numbering.outputs[cell][index] else {
        continue
      }
      var target = Target(kind: .numbered(kind, String(number)), anchor: label)
      if output.showsNumbers {
        let place = OutputPlace(cell: cell, output: index)
        target.display = Display(output: output, source: lesson.source(of: place, results))
      }
      return target
    }
    return Target(kind: .unnumbered, anchor: label)
  }
}

extension CellOutput {
  /// Whether it is a check, a table of numbers or a figure.
  fileprivate var showsNumbers: Bool {
    switch self {
    case .check, .table, .figure: true
    case .text, .formula, .claims, .slider: false
    }
  }
}

extension Sequence<CellOutput> {
  fileprivate var firstChart: FigureOutput? {
    for case .figure(let figure) in self { return figure }
    return nil
  }
}

extension Lesson {
  /// What `\tag{…}` in a labelled equation says instead of its number.
  func equationTag(of index: Int) -> String? {
    guard case .displayMath(let math) = nodes[index].kind else { return nil }
    let tex = math.tex.text
    for command in ["\\tag{", "\\tag*{"] {
      guard let start = tex.firstRange(of: command)?.upperBound else { continue }
      var depth = 1
      var end = start
      while end < tex.endIndex {
        if tex[end] == "{" { depth += 1 }
        if tex[end] == "}" { depth -= 1 }
        if depth == 0 { return String(tex[start..<end]) }
        end = tex.index(after: end)
      }
    }
    return nil
  }
}
