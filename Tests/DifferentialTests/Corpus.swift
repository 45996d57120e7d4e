import Foundation

/// A program of the corpus, with what `swiftc` says about it.
struct CorpusProgram: CustomStringConvertible {
  /// The file's name and the program's number in it, from 1: `closures.txt 3`.
  let name: String
  let source: String
  /// What it prints; nil where that is not recorded, and for programs that must be rejected.
  let expected: ProgramOutcome?

  var description: String { name }
}

/// What running a program comes to.
struct ProgramOutcome: Equatable, CustomStringConvertible {
  var output: String
  /// Stopped by Swift: overflow, an index out of range and the like.
  var isTrap = false

  /// As it stands in the recorded files: a last line `TRAP` where the program was stopped.
  var description: String { output + (isTrap ? "TRAP\n" : "") }

  init(output: String, isTrap: Bool) {
    self.output = output
    self.isTrap = isTrap
  }

  init(recorded text: String) {
    isTrap = text == "TRAP\n" || text.hasSuffix("\nTRAP\n")
    output = isTrap ? String(text.dropLast("TRAP\n".count)) : text
  }
}

/// The programs of the differential test, as files with several programs each.
///
/// `Programs/NAME.txt` holds programs between lines `// ---`; `Programs/NAME.expected` what they print
/// when `swiftc` compiled them, between the same lines. `Rejected/NAME.txt` holds programs that `swiftc`
/// rejects, each with a first line that says what is wrong.
enum Corpus {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  static let separator = "// ---\n"

  static func programs() throws -> [CorpusProgram] {
    try files(in: "Programs").flatMap { file in
      let sources = try pieces(of: file)
      let recorded = (try? pieces(of: recording(of: file))) ?? []
      return sources.enumerated().map { index, source in
        CorpusProgram(
          name: "\(file.lastPathComponent) \(index + 1)", source: source,
          expected: recorded.indices.contains(index)
            ? ProgramOutcome(recorded: recorded[index]) : nil)
      }
    }
  }

  static func rejected() throws -> [CorpusProgram] {
    try files(in: "Rejected").flatMap { file in
      try pieces(of: file).enumerated().map { index, source in
        CorpusProgram(
          name: "\(file.lastPathComponent) \(index + 1)", source: source, expected: nil)
      }
    }
  }

  static func files(in name: String) throws -> [URL] {
    try FileManager.default
      .contentsOfDirectory(
        at: folder.appending(path: name), includingPropertiesForKeys: nil
      )
      .filter { $0.pathExtension == "txt" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  static func recording(of file: URL) -> URL {
    file.deletingPathExtension().appendingPathExtension("expected")
  }

  static func pieces(of file: URL) throws -> [String] {
    let text = try String(contentsOf: file, encoding: .utf8)
    var pieces: [String] = [""]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line + "\n" == separator {
        pieces.append("")
      } else {
        pieces[pieces.count - 1] += line + "\n"
      }
    }
    return pieces
  }
}
