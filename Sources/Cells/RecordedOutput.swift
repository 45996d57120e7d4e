import Diagnostics
import LessonSyntax
import SwiftEval

/// Compares what a cell printed with the `output` block after it.
struct RecordedOutput {
  let cell: Cell
  let outputs: [CellOutput]
  let context: CellContext

  func check() {
    guard let recorded = cell.output else { return }
    let actual = outputs.compactMap { output in
      if case .text(let text) = output { text } else { nil }
    }.joined(separator: "\n")
    guard !Self.agrees(Self.trimmed(recorded.text), Self.trimmed(actual), cell.options.tolerance)
    else { return }
    let first = actual.split(separator: "\n").first.map(String.init) ?? "nothing"
    context.report(
      .staleOutput, in: recorded, at: recorded.span, label: "the cell's output starts: \(first)")
  }

  private static func trimmed(_ text: String) -> Substring {
    var text = Substring(text)
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }

  /// Line by line and word by word; numbers within the tolerance, `…` for any text.
  private static func agrees(
    _ recorded: Substring, _ actual: Substring, _ tolerance: Double?
  ) -> Bool {
    if recorded == actual { return true }
    let pieces = recorded.split(separator: "…", omittingEmptySubsequences: false)
    if pieces.count > 1 { return matches(pieces, actual) }
    guard let tolerance else { return false }
    let a = recorded.split(whereSeparator: \.isWhitespace)
    let b = actual.split(whereSeparator: \.isWhitespace)
    return a.count == b.count
      && zip(a, b).allSatisfy { left, right in
        if left == right { return true }
        guard let x = Double(left), let y = Double(right) else { return false }
        return abs(x - y) <= tolerance
      }
  }

  /// The pieces stand in the text in order, the first at its start, the last at its end.
  private static func matches(_ pieces: [Substring], _ text: Substring) -> Bool {
    guard let first = pieces.first, let last = pieces.last, text.hasPrefix(first) else {
      return false
    }
    var rest = text.dropFirst(first.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let found = rest.firstRange(of: piece) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(last)
  }
}

extension Diagnostic.Message {
  static let staleOutput = Self(
    id: "stale-output", text: "this is not what the cell above it prints")
}
