public import Diagnostics

/// What a Swift program wrote on standard error before it stopped, without what differs from run to run.
public struct CrashReport: Sendable, Hashable {
  /// Without addresses, and without the place of a fatal error: it moves with the text above it.
  public let text: String
  /// The fatal error at its place, where that is the author's.
  public let diagnostic: Diagnostic?

  /// - Parameter files: the author's files that the program was made from.
  public init(_ standardError: String, files: [SourceFile]) {
    var lines: [Substring] = []
    var diagnostic: Diagnostic?
    for line in standardError.split(separator: "\n", omittingEmptySubsequences: false) {
      if !lines.isEmpty, line == "Current stack trace:" {
        lines.append("")
        break
      }
      guard let match = line.wholeMatch(of: Self.fatalError) else {
        lines.append(line)
        continue
      }
      lines.append(match.3)
      let file = files.first { $0.compilerName == match.1 }
      if let file, let number = Int(match.2) {
        let span = file.spanOfLine(number - 1)
        diagnostic = Diagnostic(.error, .trap(String(match.3)), in: file, at: span)
      }
    }
    text = lines.joined(separator: "\n")
    self.diagnostic = diagnostic
  }

  /// `main/lesson.md:12: Fatal error: …`, `Swift/ErrorType.swift:254: Fatal error: …`
  private static var fatalError: Regex<(Substring, Substring, Substring, Substring)> {
    /(?:[^\/:]+\/)?([^\/:]+):(\d+): ((?:Fatal error|Precondition failed|Assertion failed).*)/
  }
}

extension Diagnostic.Message {
  static func trap(_ text: String) -> Self { Self(id: "swift-trap", text: text) }
}
