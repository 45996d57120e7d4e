import ArgumentParser
import LemmaKit

struct FixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix",
    abstract:
      "Rewrite stale inline values, reference texts and mechanical mistakes in the lessons.",
    discussion: "Changes only what `check` says it would, then reports what is left.")

  @Argument(help: "The folder of the lessons.")
  var content = "content"

  @OptionGroup var options: CommonOptions

  func run() throws {
    let build = SiteBuild(
      content: content, workers: options.workers, progress: options.progress)
    let stale = try build.run()
    let fixing = try Fixing(applying: stale.diagnostics)
    let site = fixing.edits == 0 ? stale : try build.run()
    options.report(site.diagnostics)
    let places = fixing.edits == 1 ? "1 place" : "\(fixing.edits) places"
    let files = fixing.files == 1 ? "1 file" : "\(fixing.files) files"
    options.summarise(
      fixing.edits == 0 ? "nothing to fix" : "fixed \(places) in \(files)")
    if options.isFailure(site.diagnostics) {
      options.summarise("left: \(site.faults)")
      throw ExitStatus.content
    }
  }
}
