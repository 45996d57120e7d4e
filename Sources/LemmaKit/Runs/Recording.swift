import Cells
import LessonSyntax

/// Puts on record what the run cells of a site gave: the files below `recorded/`, then the index.
///
/// What they printed is written into the lessons before, by the edits of their diagnostics.
struct Recording: Sendable {
  /// How many cells' records were written anew.
  private(set) var records = 0
  /// Whether anything on record changed: also a record that went, since its cell did or failed.
  var isChange: Bool { after != before || records > 0 }

  private let tree: DiskFileTree
  private let before: Records.Index
  private var after = Records.Index()
  /// By their paths below the content folder.
  private var files: [String: [UInt8]] = [:]

  /// - Parameters:
  ///   - site: as it was built when the cells ran; the lessons may have been edited since, but for the
  ///     code of their cells.
  ///   - content: the folder of the lessons.
  init(of site: BuiltSite, in content: String) throws(CommandFailure) {
    let folder = try ContentFolder(content)
    tree = folder.tree
    let planner = try RunPlanner(folder.tree, settings: folder.settings)
    before = planner.records.index
    for source in folder.lessons {
      let lesson = LessonParser.parse(source)
      record(planner.plan(lesson), of: lesson, outcomes: site.outcomes[source.path] ?? [:])
    }
    try write()
  }

  private mutating func record(_ plan: RunPlan, of lesson: Lesson, outcomes: [Int: RunOutcome]) {
    var entries: [String: Records.Entry] = [:]
    for item in plan.items {
      let cell = lesson.cells[item.cell]
      let old = before.lessons[lesson.source.path]?[item.key]
      guard let outcome = outcomes[item.cell] else {
        entries[item.key] = old
        continue
      }
      // A cell that failed is not on record, nor is one whose files have no name to be recorded
      // under: the next build runs it again, and says so.
      guard outcome.isExpected(of: cell), cell.label != nil || outcome.files.isEmpty else {
        continue
      }
      let made = outcome.recordedFiles(label: cell.label?.name ?? "")
      // A record that holds stays as it is, also where another machine would draw it otherwise.
      if item.standing == .fresh,
        cell.options.isVolatile
          || DataDifference(recorded: item.files, saved: made, options: cell.options) == nil
      {
        entries[item.key] = old
        continue
      }
      var entry = item.entry
      for file in made {
        entry.files = (entry.files ?? [:]).merging([file.name: ContentHash(file.bytes)]) { $1 }
        files["\(Records.folder)/\(lesson.slug)/\(file.name)"] = file.bytes
      }
      entries[item.key] = entry
      // A record whose files are gone, or are others, gets them anew.
      if entry != old || item.standing != .fresh { records += 1 }
    }
    if !entries.isEmpty { after.lessons[lesson.source.path] = entries }
  }

  /// The index last: until then it names what is there, or what the next run finds missing.
  private func write() throws(CommandFailure) {
    for (path, bytes) in files.sorted(by: { $0.key.precedes($1.key) }) {
      try tree.replace(path, with: bytes)
    }
    if after != before { try tree.replace(Records.indexPath, with: after.encoded()) }
    for path in before.paths.subtracting(after.paths).sorted() { try tree.remove(path) }
  }
}

extension Records.Index {
  /// Of the recorded files, below the content folder.
  fileprivate var paths: Set<String> {
    var result: Set<String> = []
    for (lesson, entries) in lessons {
      for entry in entries.values {
        let names = (entry.files ?? [:]).keys
        result.formUnion(names.map { "\(Records.folder)/\(Slug.of(lesson))/\($0)" })
      }
    }
    return result
  }
}
