import ArgumentParser
import Diagnostics
import Foundation
import LemmaKit

enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// What `build` and `check` share.
struct CommonOptions: ParsableArguments {
  @Option(help: "How diagnostics are written: text to standard error, json to standard output.")
  var format: DiagnosticFormat = .text

  @Option(help: "How many lessons to work on at once (default: the number of processors).")
  var jobs: Int?

  @Flag(help: "Fail when there are warnings.")
  var warningsAsErrors = false

  @Flag(help: "Print nothing but diagnostics.")
  var quiet = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a whole number from 1") }
  }

  var workers: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

  func report(_ diagnostics: [Diagnostic]) throws(CommandFailure) {
    switch format {
    case .text:
      if !diagnostics.isEmpty {
        Console.error(TextRenderer().render(diagnostics), terminator: "")
      }
    case .json: try Console.write(JSONRenderer().render(diagnostics))
    }
  }

  /// True when these diagnostics make the command fail.
  func isFailure(_ diagnostics: [Diagnostic]) -> Bool {
    diagnostics.hasErrors || (warningsAsErrors && diagnostics.contains { $0.severity == .warning })
  }

  /// A closing line; on standard error where standard output carries JSON.
  func summarise(_ text: String) throws(CommandFailure) {
    guard !quiet else { return }
    switch format {
    case .text: try Console.print(text)
    case .json: Console.error(text)
    }
  }

  /// Shows how far a build is, on a terminal only.
  var progress: @Sendable (BuildProgress) -> Void {
    guard !quiet, Console.isTerminal else { return { _ in } }
    return { progress in
      Console.progress(
        progress.isFinished ? "" : "\(progress.stage) \(progress.done)/\(progress.total)")
    }
  }
}
