import Cells
import Diagnostics
import LessonSyntax
import SwiftEval

/// Looks up what is on record of a lesson's run cells.
struct RunPlanner: Sendable {
  let records: Records
  private let settings: SiteSettings
  private let tree: DiskFileTree

  init(_ folder: ContentFolder) throws(CommandFailure) {
    records = try Records(in: folder.tree)
    settings = folder.settings
    tree = folder.tree
  }

  func plan(_ lesson: Lesson) -> RunPlan {
    RunPlan(lesson, above: [:], versions: settings.python?.requirements ?? [], records: records)
  }
}
