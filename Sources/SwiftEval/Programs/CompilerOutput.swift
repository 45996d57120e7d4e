public import Diagnostics

/// What `swiftc -diagnostic-style llvm` wrote, in the lesson's terms.
public struct CompilerOutput: Sendable, Hashable {
  /// Errors and warnings at places of the author's.
  public private(set) var diagnostics: [Diagnostic] = []
  /// Errors elsewhere, such as the linker's, as the compiler puts them.
  public private(set) var unplaced: [String] = []

  /// - Parameter files: the author's files that the sources were made from.
  public init(_ text: String, files: [SourceFile]) {
    let names = Dictionary(
      files.map { ($0.compilerName, $0) }, uniquingKeysWith: { first, _ in first })
    for line in text.split(whereSeparator: \.isNewline) {
      if let message = CompilerMessage(line) {
        add(message, in: names[message.file])
      } else if line.hasPrefix("error: ") || line.contains(": error: ") {
        unplaced.append(String(line))
      }
    }
    diagnostics = diagnostics.sortedByPlace()
  }

  private mutating func add(_ message: CompilerMessage, in file: SourceFile?) {
    let span = file.map { $0.word(line: message.line, byte: message.column) }
    switch message.severity {
    case .note:
      guard let last = diagnostics.indices.last, diagnostics[last].help.count < Self.mostNotes
      else {
        return
      }
      let place = file.map { _ in "line \(message.line): " } ?? ""
      diagnostics[last].help.append(place + message.text)
    case .error, .warning:
      if let file, let span {
        diagnostics.append(
          Diagnostic(message.severity, .swiftc(message.text), in: file, at: span))
      } else if message.severity == .error {
        unplaced.append(message.text)
      }
    }
  }

  /// All errors and warnings, those at no place of the author's at the given one.
  public func diagnostics(othersIn file: SourceFile, at span: Span) -> [Diagnostic] {
    let others = unplaced.map { Diagnostic(.error, .swiftc($0), in: file, at: span) }
    return (diagnostics + others).sortedByPlace()
  }

  /// Of overloads that do not fit the compiler names all.
  private static let mostNotes = 3
}

/// A line `file:line:column: error: text`.
private struct CompilerMessage {
  let file: String
  let line: Int
  let column: Int
  let severity: Diagnostic.Severity
  let text: String

  init?(_ line: Substring) {
    guard let match = line.wholeMatch(of: /(.+?):(\d+):(\d+): (error|warning|note): (.*)/),
      let number = Int(match.2), let column = Int(match.3),
      let severity = Diagnostic.Severity(rawValue: String(match.4))
    else { return nil }
    file = String(match.1)
    self.line = number
    self.column = column
    self.severity = severity
    text = String(match.5)
  }
}

extension SourceFile {
  /// The name or number at a place, or the one character.
  fileprivate func word(line: Int, byte: Int) -> Span {
    guard lineStarts.indices.contains(line - 1) else { return Span(bytes.count, bytes.count) }
    let whole = spanOfLine(line - 1)
    let start = min(lineStarts[line - 1] + max(0, byte - 1), whole.end)
    let end = bytes[start..<whole.end].firstIndex { !Self.isWordByte($0) } ?? whole.end
    return Span(start, end > start ? end : min(start + 1, whole.end))
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}

extension Diagnostic.Message {
  static func swiftc(_ text: String) -> Self { Self(id: "swiftc", text: text) }
}
