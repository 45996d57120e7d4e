import Diagnostics
import LessonSyntax
import MathCore

/// Compares what a cell prints with the `output` block after it.
struct RecordedOutput {
  let cell: Cell
  let lesson: Lesson
  let context: CellContext

  /// What the block holds, once what is reported is mended.
  ///
  /// - Parameter isRequired: what is printed must be recorded.
  func compared(with printed: ProgramOutput, isRequired: Bool) -> ProgramOutput {
    guard let text = cell.output?.text else {
      if isRequired, !printed.isEmpty { reportMissing(printed) }
      return printed
    }
    let recorded = ProgramOutput(text)
    let tolerance = cell.options.tolerance.flatMap { Rational(literal: "\($0)") }
    guard let difference = OutputDifference(recorded, printed: printed, tolerance: tolerance) else {
      return recorded
    }
    if printed.isEmpty { reportSurplus() } else { report(difference) }
    return ProgramOutput(lines: printed.isEmpty ? [] : difference.mended)
  }
}

extension RecordedOutput {
  private var block: OutputBlock { OutputBlock(of: cell, in: lesson) }

  private func reportMissing(_ printed: ProgramOutput) {
    let edit = block.inserting(printed.lines)
    report(
      .missingOutput, at: lesson.fence(of: cell),
      label: printed.firstLine.map { "the cell prints `\($0)`" },
      help: [edit == nil ? "close the cell's fence first" : "`lemma fix` writes it"], edit: edit)
  }

  private func reportSurplus() {
    report(
      .staleOutput, at: block.place(ofLine: 0), label: "the cell prints nothing",
      help: ["`lemma fix` takes the block away"], edit: block.removal())
  }

  private func report(_ difference: OutputDifference) {
    report(
      .staleOutput, at: block.place(ofLine: difference.recordedRange.lowerBound),
      label: difference.label, help: difference.lines + ["`lemma fix` rewrites the block"],
      edit: block.replacing(
        difference.recordedRange, with: difference.replacement, whole: difference.mended))
  }

  private func report(
    _ message: Diagnostic.Message, at span: Span?, label: String?, help: [String], edit: Edit?
  ) {
    context.diagnostics.append(
      Diagnostic(
        .error, message, in: lesson.source, at: span ?? lesson.fence(of: cell), label: label,
        help: help, edit: edit))
  }
}

extension Diagnostic.Message {
  static let staleOutput = Self(
    id: "stale-output", text: "this is not what the cell above it prints")

  static let missingOutput = Self(
    id: "missing-output", text: "what this cell prints is not recorded: it has no `output` block")
}
