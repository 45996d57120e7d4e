import Diagnostics
import LessonSyntax

/// What a run cell gave, or has on record.
struct RunResult {
  let output: ProgramOutput
  /// Figures and data, under their recorded names.
  let files: [RunFile]
  /// It did not end as it must, which is reported.
  var hasFailed = false
}

/// What the run cells gave that stand above, by their labels.
struct RunResults {
  private var results: [String: RunResult] = [:]
  /// The labels of the whole lesson's cells.
  private let modes: [String: Cell.Mode]

  /// Of what stands in no lesson.
  init() { modes = [:] }

  init(_ lesson: Lesson) {
    let labelled = lesson.cells.compactMap { cell in cell.label.map { ($0.name, cell.mode) } }
    modes = Dictionary(labelled, uniquingKeysWith: { first, _ in first })
  }

  mutating func add(_ result: RunResult, of cell: Cell) {
    guard let label = cell.label?.name, results[label] == nil else { return }
    results[label] = result
  }

  /// What the cell with a label gave.
  ///
  /// - Parameter name: `#arrays`.
  func result(of name: some StringProtocol) throws(RunFailure) -> RunResult {
    guard name.first == "#" else { throw .noLabel }
    let label = String(name.dropFirst())
    if let result = results[label] { return result }
    switch modes[label] {
    case .swiftRun, .pythonRun: throw RunFailure(.runBelow(label))
    case .swiftEval: throw RunFailure(.evalCell(label), help: ["its values are written `eval:`"])
    case nil:
      let known = modes.filter { $0.value != .swiftEval }.keys.sorted()
      let nearest = NearestName.nearest(to: label, in: known)
      throw RunFailure(.unknownRun(label), help: nearest.map { ["did you mean `#\($0)`?"] } ?? [])
    }
  }
}

/// Why there is nothing of a run cell where something is asked for.
struct RunFailure: Error {
  /// Nil where it is reported already.
  let message: Diagnostic.Message?
  let help: [String]

  init(_ message: Diagnostic.Message?, help: [String] = []) {
    self.message = message
    self.help = help
  }

  static let reported = RunFailure(nil)

  static let noLabel = RunFailure(
    .noRunLabel, help: ["write `#label`, the label of a run cell above"])
}

extension Diagnostic.Message {
  static let noRunLabel = Self(id: "unknown-run", text: "this names no run cell")

  static func unknownRun(_ label: String) -> Self {
    Self(id: "unknown-run", text: "no run cell of this lesson has the label `#\(label)`")
  }

  static func evalCell(_ label: String) -> Self {
    Self(id: "unknown-run", text: "`#\(label)` is no run cell: Lemma evaluates it itself")
  }

  static func runBelow(_ label: String) -> Self {
    Self(id: "run-below", text: "the cell `#\(label)` stands below this: only what is above counts")
  }
}
