import Diagnostics

/// Two columns of the data that a run cell saved: arguments, and the values there.
struct RecordedColumns {
  /// In the order of the file; never empty.
  let pairs: [(argument: Double, value: Double)]

  /// Why there are no such columns, and which of the three names has to do with it.
  struct Failure: Error {
    enum Name: String { case run, over, column }

    let name: Name
    let reason: RunFailure
  }

  /// Of the first file that has both.
  ///
  /// - Parameter cell: `#arrays`
  init(
    over argument: String, column: String, of cell: String, in results: RunResults
  ) throws(Failure) {
    let result: RunResult
    do { result = try results.result(of: cell) } catch {
      throw Failure(name: .run, reason: error)
    }
    if result.hasFailed { throw Failure(name: .run, reason: .reported) }
    let tables = try Self.tables(of: result, cell)
    for (file, table) in tables {
      guard let over = table.columns.firstIndex(of: argument),
        let values = table.columns.firstIndex(of: column)
      else { continue }
      pairs = try Self.reading(file) { () throws(CSVFailure) in
        let numbers = (try table.numbers(ofColumn: over), try table.numbers(ofColumn: values))
        guard !numbers.0.isEmpty else { throw CSVFailure(line: 1, "no rows follow it") }
        return zip(numbers.0, numbers.1).map { ($0, $1) }
      }
      return
    }
    throw Self.noColumns(argument, column, tables.flatMap(\.table.columns), cell)
  }
}

extension RecordedColumns {
  private static func tables(
    of result: RunResult, _ cell: String
  ) throws(Failure) -> [(file: String, table: CSVTable)] {
    var tables: [(file: String, table: CSVTable)] = []
    for file in result.files where file.name.lowercased().hasSuffix(".csv") {
      let table = try reading(file.name) { () throws(CSVFailure) in try CSVTable(file) }
      tables.append((file.name, table))
    }
    guard tables.isEmpty else { return tables }
    let help = "save a CSV file in it, and run it: `lemma fix` records what it saves"
    throw Failure(name: .run, reason: RunFailure(.noData(cell), help: [help]))
  }

  private static func reading<Content>(
    _ file: String, _ read: () throws(CSVFailure) -> Content
  ) throws(Failure) -> Content {
    do { return try read() } catch {
      throw Failure(name: .run, reason: RunFailure(.badData(file, error)))
    }
  }

  private static func noColumns(
    _ argument: String, _ column: String, _ known: [String], _ cell: String
  ) -> Failure {
    for (name, place) in [(argument, Failure.Name.over), (column, .column)]
    where !known.contains(name) {
      let names = known.map { "`\($0)`" }.joined(separator: ", ")
      let nearest = NearestName.nearest(to: name, in: known)
      let help = nearest.map { "did you mean `\($0)`?" } ?? "the columns are \(names)"
      return Failure(name: place, reason: RunFailure(.unknownColumn(name, cell), help: [help]))
    }
    return Failure(name: .column, reason: RunFailure(.columnsApart(argument, column)))
  }
}

extension Diagnostic.Message {
  static func noData(_ cell: String) -> Self {
    Self(id: "missing-data", text: "the cell `\(cell)` has recorded no CSV file")
  }

  static func badData(_ file: String, _ failure: CSVFailure) -> Self {
    Self(id: "bad-data", text: "\(file), line \(failure.line): \(failure.text)")
  }

  static func unknownColumn(_ name: String, _ cell: String) -> Self {
    Self(id: "unknown-column", text: "`\(cell)` has recorded no column `\(name)`")
  }

  static func columnsApart(_ argument: String, _ column: String) -> Self {
    Self(id: "unknown-column", text: "`\(argument)` and `\(column)` are columns of two files")
  }
}
