import ArgumentParser
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
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as CommandFailure {
      Console.error("lemma: error: \(failure.message)")
      switch failure {
      case .usage: Foundation.exit(ExitStatus.usage)
      case .machine: Foundation.exit(ExitStatus.machine)
      }
    } catch let status as ExitStatus {
      Foundation.exit(status.code)
    } catch {
      let text = fullMessage(for: error)
      guard exitCode(for: error).isSuccess else {
        Console.error(text)
        Foundation.exit(ExitStatus.usage)
      }
      Console.print(text)
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

/// Standard output and standard error, as text.
enum Console {
  static func print(_ text: String, terminator: String = "\n") {
    FileHandle.standardOutput.write(Data((text + terminator).utf8))
  }

  static func error(_ text: String, terminator: String = "\n") {
    FileHandle.standardError.write(Data((text + terminator).utf8))
  }

  /// A line that replaces itself; nothing where standard error is no terminal.
  static func progress(_ text: String) {
    guard isTerminal else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
  }

  static let isTerminal = isatty(STDERR_FILENO) == 1
}
