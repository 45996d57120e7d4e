import ArgumentParser
import LemmaKit

struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Evaluate Swift: the real value of each number, and what Swift computes.")

  @Argument(help: "An expression, or statements separated by line ends.")
  var expression: String

  @Option(help: "How diagnostics are written: text or json, both to standard error.")
  var format: DiagnosticFormat = .text

  func run() throws {
    let evaluation = ExpressionRun.evaluate(expression)
    Console.print(evaluation.output, terminator: "")
    if !evaluation.diagnostics.isEmpty || format == .json {
      Console.error(evaluation.text(asJSON: format == .json), terminator: "")
    }
    if evaluation.hasErrors { throw ExitStatus.content }
  }
}
