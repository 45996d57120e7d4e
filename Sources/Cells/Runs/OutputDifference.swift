import MathCore

/// Where the lines of an `output` block and those that a cell prints part.
///
/// Lines that agree, with `…` or within the tolerance, stay as the author has them.
struct OutputDifference {
  private let recorded: [String]
  private let printed: [String]
  private let tolerance: Rational?
  /// The recorded lines that are wrong, and the printed ones that belong in their place; both may be
  /// empty, not together.
  let recordedRange: Range<Int>
  let printedRange: Range<Int>

  /// Nil where the block holds what is printed.
  init?(_ recorded: ProgramOutput, printed: ProgramOutput, tolerance: Rational?) {
    let (old, new) = (recorded.lines, printed.lines)
    guard old != new, !OutputPattern(old, tolerance: tolerance).matches(new) else { return nil }
    let start = Self.common(old, new, tolerance)
    var end = (old: old.count, new: new.count)
    while end.old > start.old, end.new > start.new,
      OutputPattern([old[end.old - 1]], tolerance: tolerance).matches([new[end.new - 1]])
    {
      end = (end.old - 1, end.new - 1)
    }
    self.recorded = old
    self.printed = new
    self.tolerance = tolerance
    recordedRange = start.old..<end.old
    printedRange = start.new..<end.new
  }

  /// How many lines at the start agree: the most of the block's for which that is so.
  private static func common(
    _ old: [String], _ new: [String], _ tolerance: Rational?
  ) -> (old: Int, new: Int) {
    var best = (old: 0, new: 0)
    var tooMany = old.count + 1
    while best.old + 1 < tooMany {
      let middle = (best.old + tooMany) / 2
      let pattern = OutputPattern(old[..<middle], tolerance: tolerance, isOpen: true)
      if let count = pattern.countOfMatchedLines(in: new) {
        best = (middle, count)
      } else {
        tooMany = middle
      }
    }
    return best
  }

  /// What belongs where the wrong lines stand.
  var replacement: [String] { Array(printed[printedRange]) }

  /// All lines as they should be recorded.
  var mended: [String] {
    recorded[..<recordedRange.lowerBound] + replacement + recorded[recordedRange.upperBound...]
  }
}

extension OutputDifference {
  /// What stands behind the carets.
  var label: String {
    let old = recordedRange.isEmpty ? nil : recorded[recordedRange.lowerBound]
    guard !printedRange.isEmpty else { return "the cell prints no such line" }
    let line = Self.excerpt(printed[printedRange.lowerBound], differingFrom: old)
    return old == nil ? "here the cell prints `\(line)`" : "the cell prints `\(line)`"
  }

  /// `- recorded` and `+ printed` for each line that differs; empty where the label says it all.
  var lines: [String] {
    guard max(recordedRange.count, printedRange.count) > 1 else { return [] }
    var changes: [String] = []
    if recordedRange.count == printedRange.count {
      for (old, new) in zip(recorded[recordedRange], printed[printedRange])
      where !OutputPattern([old], tolerance: tolerance).matches([new]) {
        changes.append("- " + Self.excerpt(old, differingFrom: new))
        changes.append("+ " + Self.excerpt(new, differingFrom: old))
      }
    } else {
      changes += recorded[recordedRange].map { "- " + Self.excerpt($0, differingFrom: nil) }
      changes += printed[printedRange].map { "+ " + Self.excerpt($0, differingFrom: nil) }
    }
    guard changes.count > Self.mostLines else { return changes }
    return changes.prefix(Self.mostLines) + ["… and \(changes.count - Self.mostLines) more"]
  }

  private static let mostLines = 12
  private static let widest = 80

  /// A long line is cut around the first character that differs.
  private static func excerpt(_ line: String, differingFrom other: String?) -> String {
    let characters = Array(line)
    guard characters.count > widest else { return line }
    let common = other.map { zip(line, $0).prefix { $0 == $1 }.count } ?? 0
    let start = max(0, min(common - widest / 3, characters.count - widest))
    let end = min(characters.count, start + widest)
    return (start > 0 ? "…" : "") + String(characters[start..<end])
      + (end < characters.count ? "…" : "")
  }
}
