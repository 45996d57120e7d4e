import Foundation

/// What the driver of the Python cells wrote, cell by cell.
struct PythonTranscript {
  /// The driver's line about a cell that ended.
  struct Record: Decodable {
    /// Of the lesson's lines from 1, and bytes in them from 0.
    struct Failure: Decodable {
      /// The last line of the traceback: `NameError: name 'x' is not defined`.
      var text: String
      var line: Int?
      var column: Int?
      var endLine: Int?
      var endColumn: Int?
      /// Where it was raised, in a function of this cell or of another.
      var raisedLine: Int?
    }

    var status: Int
    /// Its parser did not accept the cell.
    var refused: Bool?
    var error: Failure?
    /// The names of the files that the driver copied for it.
    var files: [String]
    /// The numbers of the open figures that it drew on, and of those that it saved.
    var drawn: [Int]?
    var saved: [Int]?
  }

  /// Whether the driver came as far as the first cell.
  let hasBegun: Bool
  /// Of the cells that ended, in order.
  let records: [Record]
  /// How the process ended that the cells share.
  let ending: ProgramResult.Ending
  private let outputs: [String]
  private let errors: [String]

  /// - Parameters:
  ///   - mark: what the driver writes before the first cell and after each.
  ///   - count: how many cells were to run.
  init(_ result: ProgramResult, mark: String, cells count: Int) {
    let output = Self.pieces(of: result.output, mark: Array(mark.utf8))
    let errors = Self.pieces(of: result.errors, mark: Array(mark.utf8))
    hasBegun = !output.isEmpty
    records = output.dropFirst().compactMap {
      try? JSONDecoder().decode(Record.self, from: Data($0.line))
    }
    ending = result.ending
    outputs = Self.texts(output, cells: count)
    self.errors = Self.texts(errors, cells: count)
  }

  /// What a cell printed, by its place among the cells that were to run.
  func output(ofCell place: Int) -> String { place < outputs.count ? outputs[place] : "" }

  func errors(ofCell place: Int) -> String { place < errors.count ? errors[place] : "" }
}

extension PythonTranscript {
  /// A mark's line without the mark, and what follows it as far as the next mark.
  private typealias Piece = (line: ArraySlice<UInt8>, text: ArraySlice<UInt8>)

  private static func pieces(of bytes: [UInt8], mark: [UInt8]) -> [Piece] {
    let newline = UInt8(ascii: "\n")
    return parts(of: bytes, separatedBy: mark).dropFirst().map { part in
      let end = part.firstIndex(of: newline) ?? part.endIndex
      return (part[..<end], part[end...].dropFirst())
    }
  }

  private static func parts(of bytes: [UInt8], separatedBy mark: [UInt8]) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    while let start = rest.firstRange(of: mark)?.lowerBound {
      parts.append(rest[..<start])
      rest = rest[start...].dropFirst(mark.count)
    }
    return parts + [rest]
  }

  /// What comes after the last cell, from exit handlers and threads, is the last cell's.
  private static func texts(_ pieces: [Piece], cells count: Int) -> [String] {
    var texts = pieces.map { String(decoding: $0.text, as: UTF8.self) }
    while texts.count > count, let after = texts.popLast() { texts[count - 1] += after }
    return texts
  }
}
