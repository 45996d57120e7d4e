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
    let ran = try build(.all).run()
    runs.report(ran)
    let fixing = try Fixing(applying: ran.diagnostics)
    let recording = try runs.noRun ? nil : Recording(of: ran, in: content)
    let isChanged = fixing.edits > 0 || recording?.isChange == true
    let site = isChanged ? try build(.stale).run() : ran
    options.report(site.diagnostics)
    options.summarise(Self.summary(fixing, recorded: recording?.records ?? 0))
    if options.isFailure(site.diagnostics) {
      options.summarise("left: \(site.faults)")
      throw ExitStatus.content
    }
  }

  private func build(_ mode: RunSettings.Mode) -> SiteBuild {
    SiteBuild(
      content: content, workers: options.workers, runs: runs.settings(mode),
      progress: options.progress)
  }

  /// `fixed 3 places in 2 files, recorded 1 cell`
  private static func summary(_ fixing: Fixing, recorded: Int) -> String {
    var parts: [String] = []
    if fixing.edits > 0 {
      parts.append(
        "fixed \(counted(fixing.edits, "place")) in \(counted(fixing.files, "file"))")
    }
    if recorded > 0 { parts.append("recorded \(counted(recorded, "cell"))") }
    return parts.isEmpty ? "nothing to fix" : parts.joined(separator: ", ")
  }

  private static func counted(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
