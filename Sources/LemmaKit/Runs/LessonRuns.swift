import Cells
import Diagnostics
import LessonSyntax

/// What the run cells of a lesson gave, or have on record.
struct LessonRuns: Sendable {
  var plan: RunPlan
  /// By cell.
  var runs: [Int: CellRun] = [:]
  /// By cell, of those that were run now and whose output counts.
  var outcomes: [Int: RunOutcome] = [:]
  /// Why each of these cells was run: notes, for who asks.
  var explanations: [Diagnostic] = []
  var diagnostics: [Diagnostic] = []
}

extension LessonRuns {
  /// Takes what a run gave, and for the rest what is on record.
  ///
  /// - Parameter ran: by cell; a cell that was run only for the sake of those below it is passed over
  ///   where its record holds, but for its errors.
  mutating func take(_ ran: [Int: RunOutcome], mode: RunSettings.Mode, in lesson: Lesson) {
    for item in plan.items {
      let cell = lesson.cells[item.cell]
      var run = CellRun(files: item.files)
      if let outcome = ran[item.cell], mode == .all || item.standing != .fresh {
        run.outcome = outcome
        outcomes[item.cell] = outcome
        explanations.append(explanation(of: item, cell, in: lesson))
        let files = files(of: outcome, cell, in: lesson)
        if item.standing != .fresh {
          run.files = files
        } else if outcome.isExpected(of: cell), !cell.options.isVolatile,
          let difference = DataDifference(
            recorded: item.files, saved: files, options: cell.options)
        {
          diagnostics.append(difference.diagnostic(in: lesson, cell))
        }
      }
      runs[item.cell] = run
    }
  }

  private mutating func files(
    of outcome: RunOutcome, _ cell: Cell, in lesson: Lesson
  ) -> [RunFile] {
    guard !outcome.files.isEmpty else { return [] }
    guard let label = cell.label else {
      let names = outcome.files.map { "`\($0.name)`" }.joined(separator: ", ")
      diagnostics.append(
        Diagnostic(
          .error, .unlabelledRecord(names), in: lesson.source, at: lesson.fence(of: cell),
          help: ["its records are named after the cell: add `#label` to the fence"]))
      return []
    }
    return outcome.recordedFiles(label: label.name)
  }

  private func explanation(
    of item: RunPlan.Item, _ cell: Cell, in lesson: Lesson
  ) -> Diagnostic {
    let reason =
      switch item.standing {
      case .fresh: "to compare with its record"
      case .missing: "since there is no record of it"
      case .stale(let changes): "since \(changes.inWords) changed after it was recorded"
      }
    return Diagnostic(
      .note, .ran(item.key, reason), in: lesson.source, at: lesson.fence(of: cell))
  }

  /// Reports every record that is missing or does not hold, but those of cells that failed: that is
  /// reported, and there is nothing to record.
  ///
  /// - Parameter severity: a build that can run the cell only warns.
  mutating func reportRecords(_ severity: Diagnostic.Severity, in lesson: Lesson) {
    for item in plan.items {
      let cell = lesson.cells[item.cell]
      if let outcome = outcomes[item.cell], !outcome.isExpected(of: cell) { continue }
      let message: Diagnostic.Message
      switch item.standing {
      case .fresh: continue
      case .missing: message = .missingRecord(item.key)
      case .stale(let changes): message = .staleRecord(item.key, changes.inWords)
      }
      diagnostics.append(
        Diagnostic(
          severity, message, in: lesson.source, at: lesson.fence(of: cell),
          help: ["`lemma fix` runs it, and records what it gives"]))
    }
  }
}

extension [String] {
  /// `its source and its options`
  fileprivate var inWords: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Diagnostic.Message {
  static func ran(_ key: String, _ reason: String) -> Self {
    Self(id: "ran", text: "`\(key)` was run \(reason)")
  }

  static func missingRecord(_ key: String) -> Self {
    Self(id: "missing-record", text: "what `\(key)` gives is not on record")
  }

  static func staleRecord(_ key: String, _ changes: String) -> Self {
    Self(
      id: "stale-record", text: "the record of `\(key)` is stale: \(changes) changed since")
  }

  static func unlabelledRecord(_ names: String) -> Self {
    Self(id: "unlabelled-record", text: "this cell writes \(names), and has no label")
  }
}
