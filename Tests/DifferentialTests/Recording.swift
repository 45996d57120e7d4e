import Foundation

/// Writes down what `swiftc` makes of the corpus.
struct Recording {
  let compiler: ReferenceCompiler

  /// Records the expectation of every program, or of the files with the names; programs that do not
  /// compile are returned with the compiler's errors.
  func recordPrograms(named names: Set<String>? = nil) throws -> [String] {
    var failures: [String] = []
    for file in try Corpus.files(in: "Programs") {
      if let names, !names.contains(file.lastPathComponent) { continue }
      var outcomes: [String] = []
      for (index, source) in try Corpus.pieces(of: file).enumerated() {
        do {
          outcomes.append(try compiler.outcome(of: source).description)
        } catch let failure as CompilationFailure {
          failures.append("\(file.lastPathComponent) \(index + 1):\n\(failure)\n\(source)")
          outcomes.append("")
        }
      }
      try outcomes.joined(separator: Corpus.separator)
        .write(to: Corpus.recording(of: file), atomically: true, encoding: .utf8)
    }
    return failures
  }

  /// Programs of `Rejected` that the compiler takes.
  func accepted() throws -> [CorpusProgram] {
    try Corpus.rejected().filter { try !compiler.rejects($0.source) }
  }

  /// Writes generated programs into the corpus.
  func writeGenerated(count: Int, seed: UInt64) throws {
    let programs = (0..<count).map { ProgramGenerator.program(seed: seed &+ UInt64($0)) }
    try programs.joined(separator: Corpus.separator).write(
      to: Corpus.folder.appending(path: "Programs/generated.txt"), atomically: true,
      encoding: .utf8)
  }
}
