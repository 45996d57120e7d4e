import ArgumentParser
import LemmaKit

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Check every number, claim, link and run cell, and that the site is what would be built.",
    discussion: "Runs every run cell again. Writes nothing.")

  @Argument(help: "The folder of the lessons.")
  var content = "content"

  @Option(help: "The folder of the site (default: site, where there is one).")
  var output: String?

  @Flag(
    help: "Print every claim, table and number with its verdict, and the numerals not checked.")
  var report = false

  @OptionGroup var options: CommonOptions
  @OptionGroup var runs: RunOptions

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let site = try SiteBuild(
      content: content, output: output ?? "site", workers: options.workers,
      runs: runs.settings(.all), progress: options.progress
    ).run()
    if report, options.format == .json {
      try Console.write(site.report(asJSON: true))
    } else {
      try options.report(runs.notes(site.explanations) + site.diagnostics)
      if report { try Console.print(site.report(asJSON: false)) }
    }
    guard !options.isFailure(site.diagnostics) else {
      try options.summarise("the content is at fault: \(site.faults)")
      throw ExitStatus.content
    }
    let folder = output ?? "site"
    if let difference = try site.difference(from: folder, isRequired: output != nil) {
      Console.error("lemma: error: \(difference)")
      throw ExitStatus.content
    }
    try options.summarise(
      "\(site.summary(verb: "checked")) in \(start.duration(to: clock.now).inSeconds)")
  }
}
