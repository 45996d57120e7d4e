import Cells
import Diagnostics
import LessonSyntax
import Pages
import SwiftEval

/// Makes a site from a folder of lessons, in memory: nothing is written before all of it is known.
public struct SiteBuild: Sendable {
  private let content: String
  private let output: String?
  private let workers: Int
  private let runs: RunSettings
  private let progress: @Sendable (BuildProgress) -> Void

  /// - Parameters:
  ///   - content: the folder of the lessons, as the user named it.
  ///   - output: where the site will stand, which may not overlap with the content; nil where none is
  ///     written.
  ///   - workers: how many lessons are worked on at once; the result does not depend on it.
  ///   - runs: which run cells are run, and how.
  public init(
    content: String, output: String? = nil, workers: Int = 1, runs: RunSettings = RunSettings(),
    progress: @escaping @Sendable (BuildProgress) -> Void = { _ in }
  ) {
    self.content = content
    self.output = output
    self.workers = workers
    self.runs = runs
    self.progress = progress
  }

  /// What is wrong with the content is in the result's diagnostics; a failure is about the command
  /// or the machine.
  public func run() throws(CommandFailure) -> BuiltSite {
    try requireApart()
    let folder = try ContentFolder(content)
    let runner = try CellRunner(folder, runs, content: content)
    let evaluated = try evaluate(folder, runner)
    let lessons = evaluated.map(\.input)
    let ownFiles = [OutputFile(path: Self.vocabularyName, text: Self.vocabulary), Self.noJekyll]
    let site = SiteInput(
      settings: folder.settings, lessons: lessons, works: folder.works,
      staticFiles: Set((folder.staticFiles + ownFiles).map(\.path)), templates: folder.templates)
    let (index, templateDiagnostics) = SiteIndex.index(
      of: site, summaries: evaluated.map(\.summary))
    let pages = stage("rendering", lessons) { LessonPage.render($0, index: index) }
    progress(BuildProgress(stage: "", done: 0, total: 0, isFinished: true))

    let files =
      pages.map(\.file) + lessons.flatMap { LessonFiles.files(of: $0, site.settings) }
      + SiteFiles.files(index, pages: pages) + ownFiles + folder.staticFiles
    let diagnostics =
      folder.diagnostics + runner.diagnostics + templateDiagnostics
      + evaluated.flatMap(\.diagnostics)
      + [runner.sandboxDiagnostic(evaluated.map { ($0.input.lesson, $0.runs) })].compactMap { $0 }
      + pages.flatMap(\.diagnostics) + clashes(among: files)
    return BuiltSite(
      files: files, lessons: index.summaries, language: folder.settings.language,
      outcomes: Dictionary(
        evaluated.map { ($0.input.lesson.source.path, $0.runs.outcomes) },
        uniquingKeysWith: { first, _ in first }),
      explanations: evaluated.flatMap(\.runs.explanations).placed(below: content),
      startedPrograms: runner.startedPrograms,
      diagnostics: diagnostics.placed(below: content).sortedByPlace())
  }

  /// In the order of the site.
  private func evaluate(
    _ folder: ContentFolder, _ runner: CellRunner
  ) throws(CommandFailure) -> [EvaluatedLesson] {
    let results = stage("evaluating", folder.lessons) { source in
      Result { () throws(CommandFailure) in
        let lesson = LessonParser.parse(source)
        let runs = try runner.runs(of: lesson)
        let input = LessonEvaluation.evaluate(
          lesson, of: folder.settings, files: folder.tree, runs: runs.runs)
        let summary = LessonSummary(
          input.lesson, input.results, language: folder.settings.language)
        return EvaluatedLesson(input: input, summary: summary, runs: runs)
      }
    }
    var evaluated: [EvaluatedLesson] = []
    for result in results { evaluated.append(try result.get()) }
    return evaluated
  }

  /// Beside the pages, so that a reader can compile what a lesson shows.
  private static let vocabularyName = "Vocabulary.swift"
  private static let vocabulary = VocabularySource.text(displays: DisplayVocabulary.declarations)

  /// Tells GitHub Pages to publish the files as they are.
  private static let noJekyll = OutputFile(path: ".nojekyll", bytes: [])
}

/// A lesson with what its cells came to, and how its run cells came to it.
private struct EvaluatedLesson: Sendable {
  var input: LessonInput
  var summary: LessonSummary
  var runs: LessonRuns

  var diagnostics: [Diagnostic] {
    input.lesson.diagnostics + input.results.diagnostics + runs.diagnostics
  }
}

extension SiteBuild {
  private func stage<Element: Sendable, Result: Sendable>(
    _ name: String, _ elements: [Element],
    _ transform: @escaping @Sendable (Element) -> Result
  ) -> [Result] {
    let counter = ProgressCounter(stage: name, total: elements.count, report: progress)
    return elements.parallelMap(workers: workers) { element in
      defer { counter.count() }
      return transform(element)
    }
  }

  /// A site inside its own content would be content of the next build, and the reverse would be
  /// replaced by it.
  private func requireApart() throws(CommandFailure) {
    guard let output else { return }
    let from = FileSystem.resolved(content)
    let to = FileSystem.resolved(output)
    guard from != to else { throw .usage("\(output) is the folder of the lessons") }
    if FileSystem.isInside(to, from) {
      throw .usage("\(output) is inside of \(content): choose an --output beside it")
    }
    if FileSystem.isInside(from, to) {
      throw .usage("\(content) is inside of \(output): choose another --output")
    }
  }

  /// Two files that would be one on a file system that folds case or composes characters.
  private func clashes(among files: [OutputFile]) -> [Diagnostic] {
    var seen: [String: String] = [:]
    var result: [Diagnostic] = []
    for file in files {
      // Strings that are canonically equivalent are equal.
      if let other = seen.updateValue(file.path, forKey: file.path.lowercased()) {
        result.append(
          Diagnostic(
            .error, .clash(file.path, other), in: SourceFile(path: file.path, bytes: []),
            at: Span(0, 0)))
      }
    }
    return result
  }
}

extension Sequence<Diagnostic> {
  /// With paths as a person would type them who stands outside of the content folder.
  func placed(below folder: String) -> [Diagnostic] {
    let prefix =
      folder.isEmpty || folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    var files: [String: SourceFile] = [:]
    return map { diagnostic in
      var placed = diagnostic
      let path = prefix + diagnostic.file.path
      let file = files[path] ?? SourceFile(path: path, bytes: diagnostic.file.bytes)
      files[path] = file
      placed.file = file
      return placed
    }
  }
}

extension Diagnostic.Message {
  static func clash(_ path: String, _ other: String) -> Self {
    Self(id: "duplicate-file", text: "`\(path)` and `\(other)` would be the same file of the site")
  }
}
