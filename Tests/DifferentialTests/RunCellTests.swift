import Diagnostics
import SwiftEval
import Testing

struct RunCellTests {
  /// Programs with the same names in them, compiled as one module.
  @Test func programsPrintAsCellsOfOneLessonWhatTheyPrintAlone() throws {
    guard let compiler = try ReferenceCompiler(vocabulary: "") else { return }
    defer { compiler.remove() }
    // No vocabulary is compiled with them.
    let corpus = try Corpus.programs().filter { !$0.source.contains("SplitMix64") }
    let programs = stride(from: 0, to: corpus.count, by: 7).map { corpus[$0] }
    let pieces = programs.enumerated().map { index, program in
      let file = SourceFile(path: "\(index).md", text: "```\n" + program.source)
      return ProgramPiece(
        source: Excerpt(program.source, in: file, at: 4), role: .runCell(mustFail: false),
        cell: index)
    }
    let lesson = SwiftProgram(pieces: pieces, vocabulary: Vocabulary())
    let cells = programs.indices.filter { lesson.diagnostics(of: $0).isEmpty }
    let batch = try #require(lesson.batches(of: cells).first)
    #expect(batch.count >= 50)
    let outcomes = try compiler.outcomes(
      of: lesson.files(running: batch), arguments: batch.map(String.init))
    for (cell, outcome) in zip(batch, outcomes) {
      #expect(
        outcome.withoutSignsOfNaN == programs[cell].expected?.withoutSignsOfNaN,
        "\(programs[cell])")
    }
  }
}
