import Cells
import Diagnostics
import Foundation
import LessonSyntax
import SwiftEval
import Testing

/// What Lemma accepts, `swiftc` accepts, and it means the same.
struct DifferentialTests {
  @Test func theCorpusIsLarge() throws {
    #expect(try Corpus.programs().count >= 300)
    #expect(try Corpus.rejected().count >= 100)
  }

  @Test func programsPrintWhatSwiftPrints() throws {
    let vocabulary = Vocabulary()
    for program in try Corpus.programs() {
      let expected = try #require(program.expected, "nothing is recorded for \(program)")
      let evaluated = Evaluated(program.source, vocabulary)
      #expect(evaluated.rejections == [], "\(program)\n\(program.source)")
      #expect(
        evaluated.outcome.withoutSignsOfNaN == expected.withoutSignsOfNaN,
        "\(program)\n\(program.source)")
    }
  }

  @Test func whatSwiftRejectsIsRejected() throws {
    let vocabulary = Vocabulary()
    for program in try Corpus.rejected() {
      let rejections = Evaluated(program.source, vocabulary).rejections
      #expect(!rejections.isEmpty, "\(program) is accepted:\n\(program.source)")
    }
  }

  /// Programs that were never seen before a change of the seed, compiled here and now.
  @Test func freshProgramsPrintWhatSwiftPrints() throws {
    guard let compiler = try ReferenceCompiler(vocabulary: VocabularySource.text(displays: []))
    else { return }
    defer { compiler.remove() }
    let vocabulary = Vocabulary()
    for batch in 0..<2 {
      let seeds = (0..<20).map { 0x5EED_0000 + UInt64(batch * 20 + $0) }
      let programs = seeds.map { ProgramGenerator.program(seed: $0) }
      for (source, expected) in zip(programs, try compiler.outcomes(of: programs)) {
        let evaluated = Evaluated(source, vocabulary)
        #expect(evaluated.rejections == [], "\(source)")
        #expect(
          evaluated.outcome.withoutSignsOfNaN == expected.withoutSignsOfNaN, "\(source)")
      }
    }
  }

  @Test func recordedOutputsAreThoseOfTheCompiler() throws {
    guard let compiler = try ReferenceCompiler(vocabulary: VocabularySource.text(displays: []))
    else { return }
    defer { compiler.remove() }
    let programs = try Corpus.programs()
    for program in stride(from: 0, to: programs.count, by: 29).map({ programs[$0] }) {
      let outcome = try compiler.outcome(of: program.source)
      #expect(outcome.withoutSignsOfNaN == program.expected?.withoutSignsOfNaN, "\(program)")
    }
    let rejected = try Corpus.rejected()
    for program in stride(from: 0, to: rejected.count, by: 29).map({ rejected[$0] }) {
      #expect(try compiler.rejects(program.source), "\(program) is accepted by swiftc")
    }
  }

  /// The eval cells of each lesson of the course and of the guide, as one file.
  @Test func lessonsCompileWithThePublishedVocabulary() throws {
    let text = VocabularySource.text(displays: DisplayVocabulary.declarations)
    guard let compiler = try ReferenceCompiler(vocabulary: text) else { return }
    defer { compiler.remove() }
    let content = Corpus.folder.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "content")
    let lessons = try ["", "guide/"].flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: content.appending(path: folder).path)
        .filter { $0.hasSuffix(".md") }.map { folder + $0 }
    }.sorted()
    var compiled = 0
    for lesson in lessons {
      let text = try String(contentsOf: content.appending(path: lesson), encoding: .utf8)
      let cells = LessonParser.parse(SourceFile(path: lesson, text: text)).cells
        .filter { $0.mode == .swiftEval }
      if cells.isEmpty { continue }
      compiled += 1
      let errors = try compiler.errors(in: cells.map(\.source.text).joined(separator: "\n"))
      #expect(errors == "", "\(lesson)")
    }
    #expect(compiled >= 15)
  }

  /// With `LEMMA_RECORD` in the environment, writes down anew what `swiftc` makes of the corpus.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["LEMMA_RECORD"] != nil))
  func recordTheCorpus() throws {
    let text = VocabularySource.text(displays: [])
    let compiler = try #require(try ReferenceCompiler(vocabulary: text), "there is no swiftc")
    defer { compiler.remove() }
    let recording = Recording(compiler: compiler)
    #expect(try recording.recordPrograms() == [])
    #expect(try recording.accepted().map(\.name) == [])
  }
}

/// What Lemma makes of a program as one cell.
private struct Evaluated {
  let outcome: ProgramOutcome
  /// The errors that say that it is no program.
  let rejections: [String]

  init(_ source: String, _ vocabulary: Vocabulary) {
    let evaluation = Evaluator(vocabulary: vocabulary, reading: .computed)
      .evaluate(Excerpt(source))
    let errors = evaluation.diagnostics.filter { $0.severity == .error }
    let traps = errors.filter { Self.traps.contains($0.message.id) }
    var output = ""
    for case .printed(let text) in evaluation.outputs { output += text }
    outcome = ProgramOutcome(output: output, isTrap: !traps.isEmpty)
    rejections = errors.filter { !Self.traps.contains($0.message.id) }
      .map { TextRenderer().render($0) }
  }

  /// Where Swift stops a program that runs.
  private static let traps: Set<String> = [
    "overflow", "division-by-zero", "index-out-of-range", "unwrapped-nil", "invalid-range",
    "negative-count", "precondition",
  ]
}

extension ProgramOutcome {
  /// The sign of what is not a number depends on the processor.
  var withoutSignsOfNaN: Self {
    Self(
      output: output.replacing("-nan", with: "nan").replacing("-NAN", with: "NAN"), isTrap: isTrap)
  }
}
