import ArgumentParser
import LemmaKit

struct FixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix",
    abstract:
      "Rewrite stale inline values, reference texts, outputs and mechanical mistakes in the lessons.",
    discussion: """
      Runs every run cell, and records what it gives: in its output block, and below recorded/. \
      Changes only what `check` says it would, then reports what is left.
      """)

  @Argument(help: "The folder of the lessons.")
  var content = "content"

  @OptionGroup var options: CommonOptions
  @OptionGroup var runs: RunOptions

  func run() throws {
    let fix = try SiteFix(
      content: content, workers: options.workers, runsCells: !runs.noRun,
      requiresSandbox: runs.requireSandbox, progress: options.progress)
    let site = fix.site
    try options.report(runs.notes(fix.explanations) + site.diagnostics)
    try options.summarise(fix.summary)
    if options.isFailure(site.diagnostics) {
      try options.summarise("left: \(site.faults)")
      throw ExitStatus.content
    }
  }
}
