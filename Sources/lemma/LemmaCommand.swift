import ArgumentParser
import Diagnostics
import Foundation
import LemmaKit

/// The `lemma` program: parses the command line, runs a command, and turns its outcome into an
/// exit status (0 all is well, 1 the content is at fault, 2 the command was used wrongly, 3 the
/// machine is at fault).
@main
struct LemmaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lemma",
    abstract:
      "Builds mathematical lessons in which every number is computed and every claim checked.",
    version: LemmaVersion.current,
    subcommands: [
      BuildCommand.self, CheckCommand.self, FixCommand.self, RenderCommand.self, EvalCommand.self,
      TangleCommand.self,
    ])

  static func main() {
    // A reader that goes away (`lemma render x.md | head`) is no error worth a crash.
    signal(SIGPIPE, SIG_DFL)
    StandardStream.occupyClosed()
    do {
      try run()
    } catch let failure as CommandFailure {
      Console.error("lemma: error: \(failure.message.printable(onOneLine: true))")
      switch failure {
      case .usage: Foundation.exit(ExitStatus.usage)
      case .machine: Foundation.exit(ExitStatus.machine)
      }
    } catch let status as ExitStatus {
      Foundation.exit(status.code)
    } catch {
      Console.error(fullMessage(for: error))
      Foundation.exit(ExitStatus.usage)
    }
  }

  /// Runs the command that the command line names, or prints the help that it asks for.
  private static func run() throws {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch  where exitCode(for: error).isSuccess {
      try Console.print(fullMessage(for: error))
    }
  }
}

/// The exit status of a command that ended in the ordinary way but did not succeed.
struct ExitStatus: Error {
  let code: Int32

  static let content = ExitStatus(code: 1)
  static let usage: Int32 = 2
  static let machine: Int32 = 3
}

/// What people and other programs read.
enum Console {
  /// What was asked for, as it is: a page, JSON, a value.
  static func write(_ text: String) throws(CommandFailure) { try StandardStream.output.write(text) }

  /// Lines for people.
  static func print(_ text: String) throws(CommandFailure) {
    try write(text.printable(onOneLine: false) + "\n")
  }

  /// Lines for people that are no output. Where standard error does not take them, nothing can say so.
  static func error(_ text: String, terminator: String = "\n") {
    try? StandardStream.error.write(text.printable(onOneLine: false) + terminator)
  }

  /// A line that replaces itself; nothing where standard error is no terminal.
  static func progress(_ text: String) {
    guard isTerminal else { return }
    try? StandardStream.error.write("\r\u{1B}[K\(text)")
  }

  static let isTerminal = isatty(STDERR_FILENO) == 1
}
