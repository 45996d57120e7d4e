public import Diagnostics

/// What `lemma fix` does: runs every run cell, mends the lessons, records what the cells gave, and
/// looks at what is left.
public struct SiteFix: Sendable {
  /// The site after it.
  public let site: BuiltSite
  /// Why each cell was run: a note each.
  public let explanations: [Diagnostic]
  /// How many places were mended, in how many files, and how many cells were recorded anew.
  public let edits: Int
  public let files: Int
  public let records: Int

  /// What mending brings to light is mended too, so often at most.
  private static let mostRounds = 4

  /// - Parameter runsCells: without, records stay as they are.
  public init(
    content: String, workers: Int = 1, runsCells: Bool = true, requiresSandbox: Bool = false,
    progress: @escaping @Sendable (BuildProgress) -> Void = { _ in }
  ) throws(CommandFailure) {
    func build(_ mode: RunSettings.Mode) throws(CommandFailure) -> BuiltSite {
      let runs = RunSettings(mode: runsCells ? mode : .none, requiresSandbox: requiresSandbox)
      return try SiteBuild(content: content, workers: workers, runs: runs, progress: progress).run()
    }
    let ran = try build(.all)
    var fixing = try Fixing(applying: ran.diagnostics)
    var (edits, paths) = (fixing.edits, fixing.paths)
    let recording = runsCells ? try Recording(of: ran, in: content) : nil
    // A cell that failed is not on record, and runs once more: its errors are then at its new place.
    let isChanged = fixing.edits > 0 || recording?.isChange == true
    var site = isChanged ? try build(.stale) : ran
    // A value behind a broken escape is compared once that is mended: a second `fix` has nothing left.
    for _ in 0..<Self.mostRounds where fixing.edits > 0 {
      fixing = try Fixing(applying: site.diagnostics)
      edits += fixing.edits
      paths.formUnion(fixing.paths)
      if fixing.edits > 0 { site = try build(.stale) }
    }
    self.site = site.keepingSandboxWarning(of: ran)
    self.edits = edits
    explanations = ran.explanations
    files = paths.count
    records = recording?.records ?? 0
  }
}

extension SiteFix {
  /// "fixed 3 places in 2 files, recorded 1 cell"
  public var summary: String {
    var parts: [String] = []
    if edits > 0 { parts.append("fixed \(edits.counted("place")) in \(files.counted("file"))") }
    if records > 0 { parts.append("recorded \(records.counted("cell"))") }
    return parts.isEmpty ? "nothing to fix" : parts.joined(separator: ", ")
  }
}
