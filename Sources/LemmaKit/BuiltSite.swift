import Cells
public import Diagnostics
import Pages

/// A site that was built in memory: what would be published, and what is wrong with it.
public struct BuiltSite: Sendable {
  /// By path; the manifest is one of them.
  let files: [OutputFile]
  private let lessons: [LessonSummary]
  private let language: String
  /// By lesson, what its run cells gave that were run.
  let outcomes: [String: [Int: RunOutcome]]
  /// Why each of them was run: a note each.
  public let explanations: [Diagnostic]
  /// Compilers, interpreters, compiled cells: none where nothing had to run.
  let startedPrograms: Int
  /// In the order of files and places.
  public private(set) var diagnostics: [Diagnostic]

  init(
    files: [OutputFile], lessons: [LessonSummary], language: String,
    outcomes: [String: [Int: RunOutcome]], explanations: [Diagnostic], startedPrograms: Int,
    diagnostics: [Diagnostic]
  ) {
    let manifest = OutputFile(
      path: Publishing.manifestName, bytes: Publishing.manifest(of: files.map(\.path)))
    self.files = (files + [manifest]).sorted { $0.path.precedes($1.path) }
    self.lessons = lessons
    self.language = language
    self.outcomes = outcomes
    self.startedPrograms = startedPrograms
    self.explanations = explanations
    self.diagnostics = diagnostics
  }

  /// With the warning of an earlier build of the same site that cells ran without a sandbox, where none
  /// ran in this one.
  func keepingSandboxWarning(of earlier: BuiltSite) -> BuiltSite {
    let isSandboxWarning = { (diagnostic: Diagnostic) in
      diagnostic.message.id == Diagnostic.Message.noSandboxID
    }
    guard !diagnostics.contains(where: isSandboxWarning) else { return self }
    var site = self
    site.diagnostics = (diagnostics + earlier.diagnostics.filter(isSandboxWarning)).sortedByPlace()
    return site
  }

  /// Puts the site in place of the one that stands there, all or nothing.
  public func publish(to output: String) throws(CommandFailure) {
    try Publishing(output: output).publish(files.map { ($0.path, $0.bytes) })
  }

  /// In what the folder differs from this site, or nil.
  ///
  /// - Parameter isRequired: whether an absent folder is a difference, too.
  public func difference(from output: String, isRequired: Bool) throws(CommandFailure) -> String? {
    let folder = FileSystem.resolved(output)
    guard FileSystem.kind(of: folder) == .folder else {
      return isRequired ? "\(output) does not exist: run `lemma build`" : nil
    }
    let present = try FileSystem.files(below: folder)
    var different = Set(present).subtracting(files.map(\.path))
    for file in files {
      let path = folder + "/" + file.path
      guard FileSystem.kind(of: path) == .file else {
        different.insert(file.path)
        continue
      }
      if try FileSystem.read(path) != file.bytes { different.insert(file.path) }
    }
    guard !different.isEmpty else { return nil }
    let named = different.sorted { $0.precedes($1) }.prefix(3).joined(separator: ", ")
    let more = different.count > 3 ? ", and \(different.count - 3) more" : ""
    return "\(output) is not what would be built: \(named)\(more); run `lemma build`"
  }
}

extension BuiltSite {
  /// "built 5 lessons: 210 numbers computed, 31 checks proved"
  public var summary: String { summary(verb: "built") }

  public func summary(verb: String) -> String {
    let built = "\(verb) \(lessons.count.counted("lesson"))"
    let counts = VerificationCounts(lessons.map(\.verification)).text(in: "en")
    return counts.map { built + ": " + $0 } ?? built
  }

  /// Every claim, table and number with its verdict, and the prose's numerals that are not checked;
  /// as JSON with the diagnostics.
  public func report(asJSON: Bool) -> String {
    let report = VerificationReport(lessons: lessons, language: language)
    return asJSON ? report.json(diagnostics) : report.text
  }

  /// "3 errors and 1 warning in 2 files"
  public var faults: String {
    let grave = diagnostics.filter { $0.severity != .note }
    guard !grave.isEmpty else { return "no errors" }
    let kinds = [(Diagnostic.Severity.error, "error"), (.warning, "warning")]
    let counts = kinds.map { kind in (grave.count { $0.severity == kind.0 }, kind.1) }
      .filter { $0.0 > 0 }.map { $0.0.counted($0.1) }
    let files = Set(grave.map(\.file.path)).count
    return counts.joined(separator: " and ") + " in \(files.counted("file"))"
  }
}

extension Int {
  /// "1 file", "2 files"
  func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}

extension String {
  /// By bytes, so that the order does not depend on the version of Unicode.
  func precedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
