import ArgumentParser
import LemmaKit

struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Evaluate Swift: the real value of each number, and what Swift computes.",
    usage: "lemma eval <expression> [--format <format>]")

  // What looks like an option and is none belongs to the expression: `-7 % 3`.
  @Argument(
    parsing: .allUnrecognized, help: "An expression, or statements separated by line ends.")
  var expression: [String]

  @Option(help: "How diagnostics are written: text or json, both to standard error.")
  var format: DiagnosticFormat = .text

  mutating func validate() throws {
    if expression.first == "--" { expression.removeFirst() }
    guard expression.count == 1 else {
      throw ValidationError("eval takes one expression: put it in quotes")
    }
  }

  func run() throws {
    let evaluation = ExpressionRun.evaluate(expression.joined())
    try Console.write(evaluation.output)
    if !evaluation.diagnostics.isEmpty || format == .json {
      Console.error(evaluation.text(asJSON: format == .json), terminator: "")
    }
    if evaluation.hasErrors { throw ExitStatus.content }
  }
}
