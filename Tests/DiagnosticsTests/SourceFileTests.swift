import Testing

@testable import Diagnostics

@Suite struct SourceFileTests {
  @Test func columnsOfLongLinesAreThoseThatAreCounted() {
    let piece = "a b\u{301}é 漢字 👩‍👧 [x](y)\t"
    let line = String(repeating: piece, count: 200)
    let file = SourceFile(path: "a.md", text: "first\n\(line)\r\n\(line)")
    for start in [6, 6 + line.utf8.count + 2] {
      var offset = start
      for (column, character) in line.enumerated() {
        guard file.location(at: offset).column == column + 1 else {
          Issue.record("column \(column + 1) is \(file.location(at: offset).column)")
          return
        }
        offset += character.utf8.count
      }
    }
  }
}
