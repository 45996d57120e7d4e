public import Diagnostics
public import Figures
public import LessonSyntax
public import MathCore
import SwiftEval
public import Typesetting

/// Evaluates a lesson from top to bottom.
public struct Notebook {
  /// What of the site matters to what cells come to.
  public struct Settings: Sendable, Hashable {
    public var colours: [String: Figures.ColourPair]
    public var typography: NumberTypography
    /// BCP 47, as in `site.yaml`: that of the words that cells write.
    public var language: String
    /// How formulas write the names of the code.
    public var notation: FormulaNotation
    /// Plain values are shown in both readings, as `lemma eval` prints them.
    public var showsBothReadings = false

    public init(
      colours: [String: Figures.ColourPair] = [:], typography: NumberTypography = .english,
      language: String = "en", notation: FormulaNotation = FormulaNotation()
    ) {
      self.colours = colours
      self.typography = typography
      self.language = language
      self.notation = notation
    }

    /// - Parameter lesson: what the lesson says of itself goes before what the site says.
    public init(_ site: SiteSettings, _ lesson: FrontMatter = FrontMatter()) {
      colours = site.colours.mapValues { Figures.ColourPair(light: $0.light, dark: $0.dark) }
      typography = NumberTypography(language: site.language)
      language = site.language
      notation = FormulaNotation(
        site.notation.merging(lesson.notation) { _, own in own }, typography: typography,
        words: StatementWords.words(for: language).inFormulas)
    }
  }

  private let lesson: Lesson
  private let runs: [Int: CellRun]
  private let context: CellContext
  private var results = LessonResults()
  /// What each eval cell shows.
  private var shown: [Int: ShownOutputs] = [:]
  private var sliders: [SliderOutput] = []
  /// Below sliders: the inline values whose texts are what would be inserted.
  private var insertedTexts: Set<Int> = []

  /// What the cells and inline values of a lesson come to.
  ///
  /// - Parameters:
  ///   - shared: the Swift files that the lesson uses, in order; their definitions come first.
  ///   - runs: what is known of run cells, by cell; of the others, what the lesson records stands.
  public static func results(
    of lesson: Lesson, shared: [Excerpt] = [], settings: Settings = Settings(),
    runs: [Int: CellRun] = [:]
  ) -> LessonResults {
    var notebook = Notebook(lesson: lesson, settings: settings, runs: runs)
    for file in shared { notebook.use(file) }
    notebook.joinFiles(shared)
    notebook.run()
    return notebook.framed(shared)
  }

  private init(lesson: Lesson, settings: Settings, runs: [Int: CellRun]) {
    self.lesson = lesson
    self.runs = runs
    context = CellContext(settings: settings, runs: RunResults(lesson))
  }
}

extension Notebook {
  private mutating func use(_ file: Excerpt) {
    let evaluation = context.evaluator.evaluate(file)
    context.diagnostics += evaluation.diagnostics
    for output in evaluation.outputs {
      switch output {
      case .printed: break
      case .value(_, _, let span):
        context.report(.sharedDisplay, in: file, at: file.span(span))
      case .slider(let slider): context.report(.sharedDisplay, in: file, at: slider.span)
      }
    }
  }

  private mutating func run() {
    reportDataFiles()
    var next = 0
    for index in lesson.cells.indices {
      evaluateInlineValues(&next, before: index)
      evaluate(lesson.cells[index], index)
    }
    evaluateInlineValues(&next, before: .max)
    results.diagnostics = context.diagnostics
  }

  /// With what depends on sliders made for each of their values.
  private func framed(_ shared: [Excerpt]) -> LessonResults {
    let making = FrameMaking(
      lesson, shared: shared, settings: context.settings, runs: context.runs, cells: shown,
      scales: context.ownScales, insertedTexts: insertedTexts, results: results)
    var results = sliders.isEmpty ? results : making.framed(by: sliders)
    results.diagnostics = results.diagnostics.sortedByPlace()
    return results
  }

  /// At the front matter's line for them.
  private func reportDataFiles() {
    guard !lesson.frontMatter.data.isEmpty else { return }
    let source = lesson.source
    let lines =
      source.line(
        at: lesson.frontMatter.span.start)...source.line(
        at: lesson.frontMatter.span.end)
    let line = lines.first { source.textOfLine($0).hasPrefix("data") } ?? lines.lowerBound
    context.diagnostics.append(
      Diagnostic(.error, .dataFiles, in: source, at: source.spanOfLine(line)))
  }

  private mutating func joinFiles(_ shared: [Excerpt]) {
    let tangled = TangledFile.files(of: lesson, shared: shared)
    results.tangledFiles = tangled.files
    context.diagnostics += tangled.diagnostics
  }

  /// Inline values see what stands above them, and nothing else.
  private mutating func evaluateInlineValues(_ next: inout Int, before cell: Int) {
    while next < lesson.inlineValues.count, lesson.inlineValues[next].cellsBefore <= cell {
      let value = InlineValueCheck(value: lesson.inlineValues[next], context: context)
      results.inlineValues.append(value.outcome(in: lesson.source))
      if context.hasSliders, value.isAsInserted() { insertedTexts.insert(next) }
      next += 1
    }
  }

  private mutating func evaluate(_ cell: Cell, _ index: Int) {
    switch cell.mode {
    case .swiftEval: evaluateInLemma(cell, index)
    case .swiftRun, .pythonRun: takeRun(of: cell, index)
    }
  }

  /// The page shows what is recorded, so that its bytes do not depend on whether the cell was run.
  private mutating func takeRun(of cell: Cell, _ index: Int) {
    let result = RunCell(cell: cell, lesson: lesson, context: context).result(of: runs[index])
    context.runs.add(result, of: cell)
    let recorded = ProgramOutput(cell.output?.text ?? "")
    results.outputs.append(recorded.isEmpty ? [] : [.text(recorded.text)])
    results.outputSpans.append(recorded.isEmpty ? [] : [cell.outputBlock ?? cell.block])
    results.isDefinition.append(false)
    results.recordedFiles.append(result.files)
  }

  private mutating func evaluateInLemma(_ cell: Cell, _ index: Int) {
    let evaluated = EvaluatedCell(cell, index: index, context: context)
    add(evaluated.sliders)
    shown[index] = evaluated.shown
    results.outputs.append(evaluated.shown.outputs.compactMap(\.self))
    results.outputSpans.append(evaluated.shown.spans)
    results.isDefinition.append(evaluated.isDefinition)
    results.recordedFiles.append([])
    _ = RecordedOutput(cell: cell, lesson: lesson, context: context)
      .compared(with: ProgramOutput(evaluated.shown.text), isRequired: false)
  }

  private mutating func add(_ declared: [DeclaredSlider]) {
    for slider in declared {
      let output = SliderOutput(slider, context: context)
      if sliders.contains(where: { $0.title == output.title }) {
        context.diagnostics.append(
          Diagnostic(.error, .sameSlider(output.title), in: lesson.source, at: slider.span))
      }
      sliders.append(output)
    }
  }
}

extension Diagnostic.Message {
  static let dataFiles = Self(
    id: "data-files", text: "data files are not supported yet")

  static let sharedDisplay = Self(
    id: "shared-display", text: "a shared file holds definitions only")

  static func sameSlider(_ title: String) -> Self {
    Self(id: "same-slider", text: "another slider of the lesson is called \(title), too")
  }
}
