/// What a program printed, as lines that an `output` block can hold.
///
/// - CR LF and a lone CR end a line, as LF does.
/// - Escape sequences of terminals (colours, cursor movements: ECMA-48) are left out; of any other
///   control character but the tab stands U+FFFD, as for what is not UTF-8.
/// - Blanks at the end of a line, and empty lines at the end, are left out: nobody sees them, and
///   editors take them away.
struct ProgramOutput: Equatable {
  private(set) var lines: [String] = []

  init(_ printed: String) {
    var scanner = TerminalScanner(scalars: Array(printed.unicodeScalars))
    lines = scanner.lines().map(Self.withoutBlanksAtEnd)
    while lines.last?.isEmpty == true { lines.removeLast() }
  }

  init(lines: [String]) { self.lines = lines }

  var isEmpty: Bool { lines.isEmpty }
  var text: String { lines.joined(separator: "\n") }
  var firstLine: String? { lines.first { !$0.isEmpty } }
  var lastLine: String? { lines.last { !$0.isEmpty } }

  private static func withoutBlanksAtEnd(_ line: String) -> String {
    var line = Substring(line)
    while let last = line.last, last == " " || last == "\t" { line.removeLast() }
    return String(line)
  }
}

/// Reads what is meant for a terminal as lines of text.
private struct TerminalScanner {
  let scalars: [Unicode.Scalar]
  private var position = 0

  init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  mutating func lines() -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    while let scalar = peek() {
      position += 1
      switch scalar {
      case "\n", "\r":
        if scalar == "\r", peek() == "\n" { position += 1 }
        lines.append(String(line))
        line = String.UnicodeScalarView()
      case "\u{1B}": skipEscapeSequence()
      case "\t": line.append(scalar)
      default: line.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
      }
    }
    return lines + [String(line)]
  }

  private func peek() -> Unicode.Scalar? {
    position < scalars.count ? scalars[position] : nil
  }

  /// What follows ESC: `[31m`, a command that ends with BEL or ESC `\`, or one of a few characters.
  private mutating func skipEscapeSequence() {
    switch peek() {
    case "[":
      position += 1
      skip(in: "\u{30}"..."\u{3F}")
      skipToFinal(in: "\u{40}"..."\u{7E}")
    case "]", "P", "X", "^", "_": skipCommand()
    default: skipToFinal(in: "\u{30}"..."\u{7E}")
    }
  }

  private mutating func skip(in range: ClosedRange<Unicode.Scalar>) {
    while let scalar = peek(), range.contains(scalar) { position += 1 }
  }

  /// Past intermediate characters and the final one.
  private mutating func skipToFinal(in range: ClosedRange<Unicode.Scalar>) {
    skip(in: "\u{20}"..."\u{2F}")
    if let scalar = peek(), range.contains(scalar) { position += 1 }
  }

  /// A command that never ends, ends with the line.
  private mutating func skipCommand() {
    while let scalar = peek(), scalar != "\n", scalar != "\r" {
      position += 1
      if scalar == "\u{07}" { return }
      if scalar == "\u{1B}", peek() == "\\" {
        position += 1
        return
      }
    }
  }
}
