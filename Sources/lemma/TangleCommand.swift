import ArgumentParser
import LemmaKit

struct TangleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tangle",
    abstract: "Write the files that the lessons' cells with `file=` make.",
    discussion: """
      Each file is written to FOLDER/LESSON/NAME. A file that lemma did not write, or that was \
      changed since, is left alone: then nothing is written.
      """)

  @Argument(help: "The folder that the files are written to.")
  var folder: String

  @Argument(help: "The folder of the lessons.")
  var content = "content"

  @OptionGroup var options: CommonOptions

  func run() throws {
    let tangling = try Tangling(content: content)
    try options.report(tangling.diagnostics)
    guard !options.isFailure(tangling.diagnostics) else {
      try options.summarise("nothing was written")
      throw ExitStatus.content
    }
    let outcome = try tangling.write(to: folder)
    let files = outcome.written == 1 ? "1 file" : "\(outcome.written) files"
    try options.summarise("wrote \(files) to \(folder); \(outcome.unchanged) unchanged")
  }
}
