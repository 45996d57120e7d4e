import Diagnostics
import LessonSyntax
import Pages

/// The author's folder as it was loaded: nothing is parsed yet but what says which lessons there are.
struct ContentFolder: Sendable {
  let tree: DiskFileTree
  private(set) var settings = SiteSettings()
  /// In the order of the site.
  private(set) var lessons: [SourceFile] = []
  private(set) var works: [String: CitedWork] = [:]
  /// Published as they are.
  private(set) var staticFiles: [OutputFile] = []
  /// With the site's own style sheet.
  private(set) var templates: [SourceFile] = []
  private(set) var diagnostics: [Diagnostic] = []

  static let settingsName = "site.yaml"
  static let bibliographyNames = ["references.bib", "references.yaml"]

  /// - Parameter folder: as the user named it.
  init(_ folder: String) throws(CommandFailure) {
    guard FileSystem.kind(of: FileSystem.resolved(folder)) == .folder else {
      throw .usage("there is no folder \(folder)")
    }
    try FileSystem.requireAccess(to: folder)
    tree = DiskFileTree(folder)
    guard let siteFile = try tree.read(Self.settingsName) else {
      throw .usage("\(folder) is no folder of lessons: it has no \(Self.settingsName)")
    }
    let files = try listing()
    let source = SourceFile(path: Self.settingsName, bytes: siteFile)
    let site = SiteFile(source)
    try loadLessons(site, in: source, files: files)
    try loadRequirements(site, in: source)
    try loadBibliography(files)
    for path in files { try loadOther(path) }
    diagnostics = diagnostics.sortedByPlace()
  }
}

extension ContentFolder {
  /// Hidden files, and the copies that editors keep beside what they edit.
  private static func isPassedOver(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~") || name.hasSuffix(".swp")
      || (name.hasPrefix("#") && name.hasSuffix("#"))
  }

  /// Every file below the folder that may be used; links that lead elsewhere are reported.
  private mutating func listing() throws(CommandFailure) -> [String] {
    var files: [String] = []
    var pending = [""]
    while let folder = pending.popLast() {
      for name in try tree.list(folder) where !Self.isPassedOver(name) {
        let path = (folder.isEmpty ? "" : folder + "/") + name
        if name.hasSuffix("/") {
          pending.append(String(path.dropLast()))
        } else if let objection = SitePath.objection(to: path) {
          report(.error, .badFileName(path, objection), at: path)
        } else if !tree.isReadable(path) {
          report(.error, .unreadableFile(path), at: path)
        } else {
          files.append(path)
        }
      }
    }
    return files.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  private mutating func loadLessons(
    _ site: SiteFile, in file: SourceFile, files: [String]
  ) throws(CommandFailure) {
    settings = site.settings
    diagnostics += site.diagnostics
    let present = files.filter { $0.hasSuffix(".md") }
    var listed = site.settings.parts.flatMap(\.lessons)
    if present.contains("index.md"), !listed.contains(where: { Slug.of($0) == "index" }) {
      listed.insert("index.md", at: 0)
    }
    for path in listed {
      if let bytes = try tree.read(path) {
        lessons.append(SourceFile(path: path, bytes: bytes))
      } else {
        let nearest = NearestName.nearest(to: path, in: present)
        diagnostics.append(
          Diagnostic(
            .error, .missingLesson(path), in: file, at: site.lessonSpans[path] ?? Span(0, 0),
            help: nearest.map { ["did you mean `\($0)`?"] } ?? []))
      }
    }
    let known = Set(listed)
    for path in present where !known.contains(path) {
      report(.warning, .unlistedLesson(path), at: path)
    }
    if listed.isEmpty, !site.diagnostics.hasErrors {
      diagnostics.append(
        Diagnostic(
          .error, .noLessons(), in: file, at: Span(0, 0),
          help: ["list them: `lessons: [first.md, second.md]`"]))
    }
  }

  /// The pins of a requirements file, which is no part of the published site.
  private mutating func loadRequirements(
    _ site: SiteFile, in file: SourceFile
  ) throws(CommandFailure) {
    guard let path = settings.python?.requirementsFile else { return }
    if let bytes = try tree.read(path) {
      let requirements = PythonRequirements(SourceFile(path: path, bytes: bytes))
      settings.python?.requirements = requirements.pins
      diagnostics += requirements.diagnostics
    } else {
      diagnostics.append(
        Diagnostic(
          .error, .missingSharedFile(path), in: file, at: site.pythonSpan ?? Span(0, 0)))
    }
  }

  private mutating func loadBibliography(_ files: [String]) throws(CommandFailure) {
    let present = Self.bibliographyNames.filter(files.contains)
    if present.count > 1 { report(.error, .twoBibliographies(present), at: present[1]) }
    guard let path = present.first, let bytes = try tree.read(path) else { return }
    let bibliography = Bibliography(SourceFile(path: path, bytes: bytes))
    diagnostics += bibliography.diagnostics
    for work in bibliography.works {
      works[work.key] = CitedWork(work, language: settings.language)
    }
  }

  /// A template, or a file that is published as it is.
  private mutating func loadOther(_ path: String) throws(CommandFailure) {
    let folder = path.split(separator: "/").first.map(String.init) ?? path
    let isSource =
      path == Self.settingsName || path.hasSuffix(".md") || path.hasSuffix(".swift")
      || Self.bibliographyNames.contains(path) || path == settings.python?.requirementsFile
    guard !isSource, folder != "recorded", let bytes = try tree.read(path) else { return }
    if folder == "templates", path.hasSuffix(".mustache") || SiteTemplates.isStyleSheet(path) {
      let template = SourceFile(path: path, bytes: bytes)
      if let notUTF8 = template.encodingDiagnostic { diagnostics.append(notUTF8) }
      templates.append(template)
      return
    }
    let stem = folder.prefix { $0 != "." }.lowercased()
    guard !Slug.reserved.contains(stem), stem != "index" else {
      return report(.error, .reservedFile(path), at: path)
    }
    staticFiles.append(OutputFile(path: path, bytes: bytes))
  }

  /// About a file as a whole.
  private mutating func report(
    _ severity: Diagnostic.Severity, _ message: Diagnostic.Message, at path: String
  ) {
    diagnostics.append(
      Diagnostic(severity, message, in: SourceFile(path: path, bytes: []), at: Span(0, 0)))
  }
}

extension Diagnostic.Message {
  static func missingLesson(_ path: String) -> Self {
    Self(id: "missing-lesson", text: "there is no lesson `\(path)`")
  }

  static func unlistedLesson(_ path: String) -> Self {
    Self(
      id: "unlisted-lesson",
      text: "`\(path)` is not part of the site: `\(ContentFolder.settingsName)` does not list it")
  }

  static func noLessons() -> Self { Self(id: "no-lessons", text: "this site has no lessons") }

  static func twoBibliographies(_ paths: [String]) -> Self {
    Self(
      id: "two-bibliographies",
      text: "a site has one bibliography; here are \(paths.joined(separator: " and "))")
  }

  static func badFileName(_ path: String, _ objection: String) -> Self {
    Self(id: "bad-path", text: "the name of `\(path)` \(objection)")
  }

  static func unreadableFile(_ path: String) -> Self {
    Self(
      id: "outside-content",
      text: "`\(path)` is no file of this folder: it is a link that leads elsewhere, or a device")
  }

  static func reservedFile(_ path: String) -> Self {
    Self(id: "reserved-name", text: "`\(path)` has a name that Lemma itself uses")
  }
}
