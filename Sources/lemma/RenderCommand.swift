import ArgumentParser
import LemmaKit

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Render one lesson to standard output.")

  @Argument(help: "The lesson; - reads standard input.")
  var file: String

  @Flag(help: "Only the article's HTML.")
  var fragment = false

  @Option(help: "How diagnostics are written: text or json, both to standard error.")
  var format: DiagnosticFormat = .text

  func run() throws {
    let rendering = try LessonRendering.render(file: file, asFragment: fragment)
    try Console.write(rendering.html)
    if !rendering.diagnostics.isEmpty || format == .json {
      Console.error(rendering.text(asJSON: format == .json), terminator: "")
    }
    if rendering.hasErrors { throw ExitStatus.content }
  }
}
