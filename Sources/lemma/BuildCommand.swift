import ArgumentParser
import LemmaKit

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the site: all of it, or nothing when a lesson is at fault.")

  @Argument(help: "The folder of the lessons.")
  var content = "content"

  @Option(help: "The folder that the site is written to.")
  var output = "site"

  @OptionGroup var options: CommonOptions
  @OptionGroup var runs: RunOptions

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let site = try SiteBuild(
      content: content, output: output, workers: options.workers, runs: runs.settings(.stale),
      progress: options.progress
    ).run()
    try options.report(runs.notes(site.explanations) + site.diagnostics)
    guard !options.isFailure(site.diagnostics) else {
      try options.summarise("nothing was published: \(site.faults)")
      throw ExitStatus.content
    }
    try site.publish(to: output)
    try options.summarise(
      "\(site.summary) in \(start.duration(to: clock.now).inSeconds) → \(output)")
  }
}

extension Duration {
  /// "0.42 s"
  var inSeconds: String {
    let milliseconds =
      Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
    let hundredths = String((milliseconds + 5) / 10 % 100)
    return
      "\((milliseconds + 5) / 1000).\(hundredths.count == 1 ? "0" + hundredths : hundredths) s"
  }
}
