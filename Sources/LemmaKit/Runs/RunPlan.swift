import Cells
import Diagnostics
import LessonSyntax

/// The run cells of a lesson, with what is on record of each.
struct RunPlan: Sendable {
  /// How a cell's record stands to the cell.
  enum Standing: Hashable, Sendable {
    case fresh
    case missing
    /// With what is another than when it was recorded, in words: `its source`.
    case stale([String])
  }

  struct Item: Sendable {
    /// Into the lesson's cells.
    var cell: Int
    /// The name of its record: `#label`, or `cell 2` for the second run cell of the lesson.
    var key: String
    /// The cell as a record of now would know it, but for the files.
    var entry: Records.Entry
    var standing: Standing
    /// What is on record; empty where the record does not hold.
    var files: [RunFile] = []
  }

  private(set) var items: [Item] = []

  /// - Parameters:
  ///   - above: what each run cell needs of shared files and of the cells above it, by cell.
  ///   - versions: the pinned versions of what runs Python cells.
  init(
    _ lesson: Lesson, above: [Int: String], versions: [String], records: Records
  ) {
    var number = 0
    for (index, cell) in lesson.cells.enumerated() where cell.mode != .swiftEval {
      number += 1
      let key = cell.label.map { "#" + $0.name } ?? "cell \(number)"
      let entry = Records.Entry(
        source: ContentHash([cell.source.text]), above: ContentHash([above[index] ?? ""]),
        options: ContentHash(Self.options(of: cell)),
        versions: ContentHash(cell.mode == .pythonRun ? versions : []),
        output: ContentHash([cell.output?.text ?? ""]))
      var item = Item(cell: index, key: key, entry: entry, standing: .missing)
      if let recorded = records.entry(of: key, in: lesson.source.path) {
        let files = records.files(of: recorded, slug: lesson.slug)
        let changes = Self.changes(from: recorded, to: entry) + (files == nil ? ["its files"] : [])
        item.standing = changes.isEmpty ? .fresh : .stale(changes)
        if changes.isEmpty { item.files = files ?? [] }
      }
      items.append(item)
    }
  }

  /// The options that change what is recorded, with the language.
  private static func options(of cell: Cell) -> [String] {
    var options = [cell.mode == .swiftRun ? "swift" : "python"]
    if cell.options.fails { options.append("fails") }
    if cell.options.isVolatile { options.append("volatile") }
    return options
  }

  private static func changes(from old: Records.Entry, to new: Records.Entry) -> [String] {
    [
      ("its source", old.source == new.source),
      ("what stands above it", old.above == new.above),
      ("its options", old.options == new.options),
      ("the pinned versions", old.versions == new.versions),
      ("its output block", old.output == new.output),
    ].filter { !$0.1 }.map(\.0)
  }
}

extension RunPlan {
  /// The cells to run, in order.
  ///
  /// Python cells share a process: one that runs needs those above it.
  func cellsToRun(_ mode: RunSettings.Mode, in lesson: Lesson) -> [Int] {
    switch mode {
    case .none: return []
    case .all: return items.map(\.cell)
    case .stale:
      let python = items.filter { lesson.cells[$0.cell].mode == .pythonRun }
      let lastPython = python.last { $0.standing != .fresh }?.cell ?? -1
      return items.filter { item in
        lesson.cells[item.cell].mode == .pythonRun
          ? item.cell <= lastPython : item.standing != .fresh
      }.map(\.cell)
    }
  }
}
