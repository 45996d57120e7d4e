import Cells
public import Diagnostics
import LessonSyntax
import Pages

/// One lesson as HTML, without its site: what `lemma render` prints.
public struct LessonRendering: Sendable {
  public let html: String
  public let diagnostics: [Diagnostic]

  public var hasErrors: Bool { diagnostics.hasErrors }

  public func text(asJSON: Bool) -> String {
    asJSON ? JSONRenderer().render(diagnostics) : TextRenderer().render(diagnostics)
  }

  /// - Parameters:
  ///   - file: a path; `-` is standard input.
  ///   - asFragment: the article's HTML alone, which is GitHub-flavoured Markdown but for Lemma's
  ///     additions.
  public static func render(
    file: String, asFragment: Bool
  ) throws(CommandFailure) -> LessonRendering {
    if file == "-" {
      let source = SourceFile(path: "input.md", bytes: try FileSystem.readStandardInput())
      return render(source, in: nil, asFragment: asFragment)
    }
    switch FileSystem.kind(of: FileSystem.resolved(file)) {
    case nil: throw .usage("there is no file \(file)")
    case .folder: throw .usage("\(file) is a folder: `lemma build` makes a site of one")
    case .file, .link, .other: break
    }
    let place = LessonPlace(of: file)
    let source = SourceFile(path: place.path, bytes: try FileSystem.read(file))
    let rendering = render(source, in: place.folder, asFragment: asFragment)
    return LessonRendering(
      html: rendering.html, diagnostics: rendering.diagnostics.placed(below: place.folder))
  }

  /// A lesson as text, without any file beside it.
  public static func render(text: String, asFragment: Bool) -> LessonRendering {
    render(SourceFile(path: "input.md", text: text), in: nil, asFragment: asFragment)
  }

  private static func render(
    _ source: SourceFile, in folder: String?, asFragment: Bool
  ) -> LessonRendering {
    // On a thread whose stack is as deep as a lesson may need.
    let renderings = [source].parallelMap(workers: 1) { source in
      rendering(of: source, in: Surroundings(folder), asFragment: asFragment)
    }
    return renderings.first ?? LessonRendering(html: "", diagnostics: [])
  }

  private static func rendering(
    of source: SourceFile, in surroundings: Surroundings, asFragment: Bool
  ) -> LessonRendering {
    let lesson = LessonParser.parse(source)
    let recorded = surroundings.recorded(lesson)
    let input = LessonEvaluation.evaluate(
      lesson, of: surroundings.settings, files: surroundings.files, runs: recorded?.runs ?? [:])
    let summary = LessonSummary(
      input.lesson, input.results, language: surroundings.settings.language)
    let index = SiteIndex(
      settings: surroundings.settings, summaries: [summary],
      works: surroundings.works, isWholeSite: false)
    let html: String
    var diagnostics =
      lesson.diagnostics + input.results.diagnostics + (recorded?.diagnostics ?? [])
    if asFragment {
      let fragment = LessonPage.fragment(input, index: index)
      html = fragment.html
      diagnostics += fragment.diagnostics
    } else {
      let page = LessonPage.render(input, index: index)
      html = String(decoding: page.file.bytes, as: UTF8.self)
      diagnostics += page.diagnostics
    }
    return LessonRendering(html: html, diagnostics: diagnostics.sortedByPlace())
  }
}

/// What stands beside a lesson that is rendered alone: its site's settings and works, if any.
private struct Surroundings {
  var settings = SiteSettings(title: "Lemma")
  var works: [String: CitedWork] = [:]
  let files: any FileTree
  /// Of a site; a lesson without one has no records.
  private var planner: RunPlanner?

  /// What is wrong with the site's own files is left to `lemma check`.
  init(_ folder: String?) {
    guard let folder else {
      files = InMemoryFileTree()
      return
    }
    let tree = DiskFileTree(folder)
    files = tree
    if let site = try? tree.source(ContentFolder.settingsName) {
      settings = SiteFile(site).settings
      if let path = settings.python?.requirementsFile, let file = try? tree.source(path) {
        settings.python?.requirements = PythonRequirements(file).pins
      }
      planner = try? RunPlanner(tree, settings: settings)
    }
    for name in ContentFolder.bibliographyNames {
      guard let file = try? files.source(name) else { continue }
      for work in Bibliography(file).works {
        works[work.key] = CitedWork(work, language: settings.language)
      }
      break
    }
  }

  /// What is on record of the lesson's run cells: none is run.
  func recorded(_ lesson: Lesson) -> LessonRuns? {
    guard let planner else { return nil }
    var runs = LessonRuns(plan: planner.plan(lesson))
    runs.take([:], mode: .none, in: lesson)
    runs.reportRecords(.warning, in: lesson)
    return runs
  }
}
