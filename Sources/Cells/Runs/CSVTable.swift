import MathCore

/// A table that a program wrote as comma-separated values (RFC 4180), with the lines of its rows.
///
/// The first row names the columns; a `#` before it, as NumPy writes one, is passed over. Blanks
/// around a value do not count, nor do empty lines.
struct CSVTable {
  let columns: [String]
  let rows: [Row]

  struct Row {
    /// Counted from 1.
    let line: Int
    let values: [String]
  }

  init(_ file: RunFile) throws(CSVFailure) {
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      throw CSVFailure(line: 1, "it is not UTF-8")
    }
    var scanner = CSVScanner(scalars: Array(text.unicodeScalars))
    var rows = try scanner.rows()[...]
    guard let header = rows.popFirst() else { throw CSVFailure(line: 1, "it is empty") }
    var columns = header.values
    if columns[0].hasPrefix("#") { columns[0] = columns[0].dropFirst().trimmed }
    for row in rows where row.values.count != columns.count {
      throw CSVFailure(
        line: row.line,
        "it has \(row.values.count) values, and the first line names \(columns.count) columns")
    }
    self.columns = columns
    self.rows = Array(rows)
  }

  /// The numbers of a column: each decimal's nearest binary64, which is the number that a program
  /// had when it wrote enough digits.
  func numbers(ofColumn index: Int) throws(CSVFailure) -> [Double] {
    var numbers: [Double] = []
    for row in rows {
      let text = row.values[index]
      guard let number = PrintedNumber(text)?.value.double, number.isFinite else {
        throw CSVFailure(
          line: row.line, "`\(text)` in the column `\(columns[index])` is no finite number")
      }
      numbers.append(number)
    }
    return numbers
  }
}

/// What is wrong with a file of data, and on which of its lines.
struct CSVFailure: Error, Equatable {
  let line: Int
  let text: String

  init(line: Int, _ text: String) {
    self.line = line
    self.text = text
  }
}

private struct CSVScanner {
  let scalars: [Unicode.Scalar]
  private var position = 0
  private var line = 1

  init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    if scalars.first == "\u{FEFF}" { position = 1 }
  }

  mutating func rows() throws(CSVFailure) -> [CSVTable.Row] {
    var rows: [CSVTable.Row] = []
    while position < scalars.count {
      let start = line
      let values = try row()
      if values != [""] { rows.append(CSVTable.Row(line: start, values: values)) }
    }
    return rows
  }

  private mutating func row() throws(CSVFailure) -> [String] {
    var values = [try value()]
    while peek() == "," {
      position += 1
      values.append(try value())
    }
    if let end = peek() {
      guard end == "\n" || end == "\r" else {
        throw CSVFailure(line: line, "something stands after a quoted value")
      }
      skipLineEnd()
    }
    return values
  }

  private mutating func value() throws(CSVFailure) -> String {
    while let blank = peek(), blank == " " || blank == "\t" { position += 1 }
    guard peek() == "\"" else {
      let start = position
      while let scalar = peek(), scalar != ",", scalar != "\n", scalar != "\r" { position += 1 }
      return String(String.UnicodeScalarView(scalars[start..<position])).trimmed
    }
    return try quoted()
  }

  /// A quotation mark in it is doubled.
  private mutating func quoted() throws(CSVFailure) -> String {
    let start = line
    var value = String.UnicodeScalarView()
    position += 1
    while let scalar = peek() {
      if scalar == "\n" || scalar == "\r" {
        value.append("\n")
        skipLineEnd()
        continue
      }
      position += 1
      if scalar == "\"" {
        guard peek() == "\"" else { return String(value) }
        position += 1
      }
      value.append(scalar)
    }
    throw CSVFailure(line: start, "a quotation mark is not closed")
  }

  private func peek() -> Unicode.Scalar? {
    position < scalars.count ? scalars[position] : nil
  }

  private mutating func skipLineEnd() {
    if peek() == "\r", position + 1 < scalars.count, scalars[position + 1] == "\n" { position += 1 }
    position += 1
    line += 1
  }
}
