import Cells
import Diagnostics

/// What the Python cells of a lesson gave, from what their driver wrote.
struct PythonOutcomes {
  let cells: [PythonCell]
  let transcript: PythonTranscript
  /// The folder where the driver left files.
  let results: String

  /// By cell.
  func all() throws(CommandFailure) -> [Int: RunOutcome] {
    let figures = lastDrawn()
    var outcomes: [Int: RunOutcome] = [:]
    for (place, cell) in cells.enumerated() {
      var outcome = RunOutcome(
        standardOutput: transcript.output(ofCell: place),
        standardError: transcript.errors(ofCell: place), ending: try ending(ofCell: place))
      if place < transcript.records.count {
        let record = transcript.records[place]
        outcome.files = try savedFiles(record, cell)
        try addFigures(figures.filter { $0.value == place }.keys.sorted(), to: &outcome)
        if let failure = record.error { outcome.diagnostics = [diagnostic(failure, cell)] }
      }
      outcomes[cell.index] = outcome
    }
    return outcomes
  }
}

extension PythonOutcomes {
  private func ending(ofCell place: Int) throws(CommandFailure) -> RunOutcome.Ending {
    let ended = transcript.records.count
    guard place < ended else {
      return place == ended ? try endingOfProcess(in: cells[place]) : .notReached
    }
    // A thread or an exit handler of the last one may still end badly.
    if place == cells.count - 1, transcript.ending != .exited(0) {
      return try endingOfProcess(in: cells[place])
    }
    let record = transcript.records[place]
    return record.refused == true ? .refused : .exited(record.status)
  }

  /// How the process ended, while the cell ran.
  private func endingOfProcess(in cell: PythonCell) throws(CommandFailure) -> RunOutcome.Ending {
    switch transcript.ending {
    case .stopped(let limit): return .stopped(limit: limit.description)
    case .signalled(let signal): return .signalled(signal)
    case .exited(let status):
      guard try hasTimedOut() else { return .exited(status) }
      let seconds = cell.timeout
      return .stopped(
        limit: seconds == seconds.rounded()
          ? ProgramLimit.wallTime(seconds: Int(seconds)).description
          : "\(seconds) seconds of wall time")
    }
  }

  private func hasTimedOut() throws(CommandFailure) -> Bool {
    let path = results + "/timeout"
    guard FileSystem.kind(of: path) == .file else { return false }
    return try !FileSystem.read(path).isEmpty
  }

  /// The open figures' numbers, with the place of the cell that drew on each last. One that a cell saved
  /// since is that file.
  private func lastDrawn() -> [Int: Int] {
    var places: [Int: Int] = [:]
    for (place, record) in transcript.records.enumerated() {
      for number in record.saved ?? [] { places[number] = nil }
      for number in record.drawn ?? [] { places[number] = place }
    }
    return places
  }

  private func savedFiles(
    _ record: PythonTranscript.Record, _ cell: PythonCell
  ) throws(CommandFailure) -> [RunFile] {
    var files: [RunFile] = []
    for name in record.files {
      if let file = try file("files/\(cell.index)/" + name, named: name) { files.append(file) }
    }
    return files
  }

  /// `figure.svg`, `figure-2.svg` …, as far as the cell has no file of that name.
  private func addFigures(_ numbers: [Int], to outcome: inout RunOutcome) throws(CommandFailure) {
    var taken = Set(outcome.files.map(\.name))
    for number in numbers {
      let names = (1...).lazy.map { $0 == 1 ? "figure.svg" : "figure-\($0).svg" }
      guard let name = names.first(where: { !taken.contains($0) }),
        let file = try file("figure-\(number).svg", named: name)
      else { continue }
      taken.insert(name)
      outcome.files.append(file)
    }
  }

  /// A file of the driver's; nil where a cell removed it, or put something else there.
  private func file(_ path: String, named name: String) throws(CommandFailure) -> RunFile? {
    guard FileSystem.kind(of: results + "/" + path) == .file else { return nil }
    return RunFile(name: name, bytes: try FileSystem.read(results + "/" + path))
  }
}

extension PythonOutcomes {
  private func diagnostic(
    _ failure: PythonTranscript.Record.Failure, _ cell: PythonCell
  ) -> Diagnostic {
    var help: [String] = []
    if let raised = failure.raisedLine, raised != failure.line {
      let line = cell.source.file.textOfLine(raised - 1)
      help = ["raised in line \(raised): `\(line.drop(while: \.isWhitespace))`"]
    }
    return Diagnostic(
      .error, .python(failure.text), in: cell.source.file, at: span(of: failure, in: cell),
      help: help)
  }

  /// In the lesson's file: as far as Python knows it, else the whole line; without a line, the first one.
  private func span(
    of failure: PythonTranscript.Record.Failure, in cell: PythonCell
  ) -> Span {
    let lines = SourceFile(path: cell.source.file.path, text: cell.source.text)
    let line = (failure.line ?? cell.firstLine) - cell.firstLine
    let whole = lines.spanOfLine(line)
    guard let column = failure.column else {
      let blanks = lines.text(in: whole).prefix { $0.isWhitespace }.utf8.count
      return cell.source.span(whole.start + blanks, whole.end)
    }
    let start = min(whole.start + column, whole.end)
    var end = start
    if let endLine = failure.endLine, let endColumn = failure.endColumn {
      end = lines.spanOfLine(endLine - cell.firstLine).start + endColumn
    }
    return cell.source.span(start, max(start, end))
  }
}

extension Diagnostic.Message {
  /// An exception that no cell caught, as Python says it.
  static func python(_ text: String) -> Self { Self(id: "python", text: text) }
}
