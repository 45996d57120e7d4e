import Diagnostics
import LessonSyntax

/// The `output` block of a cell in its file, where it stands or should stand.
///
/// Edits keep what is around it: the prefix of quotes and lists, which every line has, and the line
/// ending of the cell.
struct OutputBlock {
  private let cell: Cell
  private let lesson: Lesson
  private var file: SourceFile { lesson.source }

  init(of cell: Cell, in lesson: Lesson) {
    self.cell = cell
    self.lesson = lesson
  }

  /// The place of a line of the block's text, counted from 0; past the last, the closing fence.
  func place(ofLine index: Int) -> Span? {
    guard let block = cell.outputBlock, let output = cell.output else { return nil }
    let lines = output.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard index + 1 < lines.count else {
      let last = file.spanOfLine(lastLine(of: block, around: output.text))
      let prefix = file.text(in: last).prefix { $0.isPrefix }.utf8.count
      return Span(last.start + prefix, last.end)
    }
    let start = lines[..<index].reduce(0) { $0 + $1.count + 1 }
    return output.span(start, start + lines[index].count)
  }

  // MARK: Edits

  /// Puts lines in the place of some of the block's.
  func replacing(_ range: Range<Int>, with lines: [String], whole: [String]) -> Edit? {
    guard let span = cell.outputBlock, let text = cell.output?.text else { return nil }
    let fence = Fence(at: span, in: file)
    let end = file.spanOfLine(lastLine(of: span, around: text)).end
    if fence.hasTabs {
      let start = file.lineStarts[file.line(at: span.start)]
      return Edit(
        replace: Span(start, end), with: fence.prefix + self.text(of: whole, fence: fence))
    }
    guard isClosed(span, around: text), fence.length > longestRun(of: fence.mark, in: lines) else {
      return Edit(replace: Span(span.start, end), with: self.text(of: whole, fence: fence))
    }
    let first = file.line(at: span.start) + 1
    let replaced = Span(
      file.lineStarts[first + range.lowerBound], file.lineStarts[first + range.upperBound])
    let prefix = fence.prefix
    return Edit(
      replace: replaced, with: lines.map { Self.line($0, prefix) + lineEnding }.joined())
  }

  /// Writes the block directly after the cell; nil where the cell's own fence is not closed.
  func inserting(_ lines: [String]) -> Edit? {
    guard isClosed(cell.block, around: cell.source.text) else { return nil }
    let last = file.spanOfLine(file.line(at: cell.block.end))
    let fence = Fence(closing: last, in: file)
    let separator =
      isInTightList ? lineEnding : lineEnding + Self.line("", fence.prefix) + lineEnding
    return Edit(
      replace: Span(last.end, last.end),
      with: separator + fence.prefix + text(of: lines, fence: fence))
  }

  /// Takes the block away, with the empty lines before it.
  func removal() -> Edit? {
    guard let block = cell.outputBlock, let text = cell.output?.text else { return nil }
    var line = file.line(at: block.start)
    repeat { line -= 1 } while line > 0 && file.textOfLine(line).allSatisfy(\.isPrefix)
    let end = file.spanOfLine(lastLine(of: block, around: text)).end
    return Edit(replace: Span(file.spanOfLine(line).end, end), with: "")
  }
}

extension OutputBlock {
  /// Whether a block ends with a fence of its own, and not with what it stands in: then its span ends
  /// with the line that follows, where perhaps another block begins.
  private func isClosed(_ block: Span, around text: String) -> Bool {
    let fence = Fence(at: block, in: file)
    let last = file.line(at: block.end)
    let line = file.spanOfLine(last)
    let marks = file.text(in: line).drop { $0.isPrefix }.reversed().drop { $0.isPrefix }
    return last == lastLineOfText(text, in: block) + 1 && marks.count >= fence.length
      && marks.allSatisfy { $0 == fence.mark }
      && !lesson.nodes.contains { line.start <= $0.span.start && $0.span.start < line.end }
  }

  /// That of the closing fence, where there is one.
  private func lastLine(of block: Span, around text: String) -> Int {
    lastLineOfText(text, in: block) + (isClosed(block, around: text) ? 1 : 0)
  }

  private func lastLineOfText(_ text: String, in block: Span) -> Int {
    file.line(at: block.start) + text.utf8.count { $0 == 0x0A }
  }

  /// From the opening fence, without its prefix, to the closing one.
  private func text(of lines: [String], fence: Fence) -> String {
    let length = max(fence.length, 3, longestRun(of: fence.mark, in: lines) + 1)
    let marks = String(repeating: fence.mark, count: length)
    let inside = lines.map { Self.line($0, fence.prefix) + lineEnding }.joined()
    return marks + fence.info + lineEnding + inside + fence.prefix + marks
  }

  /// An empty line has no blanks at its end.
  private static func line(_ text: String, _ prefix: String) -> String {
    guard text.isEmpty else { return prefix + text }
    var prefix = Substring(prefix)
    while let last = prefix.last, last.isPrefix, last != ">" { prefix.removeLast() }
    return String(prefix)
  }

  private func longestRun(of mark: Character, in lines: [String]) -> Int {
    var longest = 0
    for line in lines {
      var run = 0
      for character in line {
        run = character == mark ? run + 1 : 0
        longest = max(longest, run)
      }
    }
    return longest
  }

  /// That of the cell's first line.
  private var lineEnding: String {
    let line = file.line(at: cell.block.start)
    guard file.lineStarts.indices.contains(line + 1) else { return "\n" }
    return file.text(in: Span(file.spanOfLine(line).end, file.lineStarts[line + 1]))
  }

  /// An empty line between two blocks of an item would make its list loose.
  private var isInTightList: Bool {
    var node = lesson.nodes[cell.node].parent
    while let index = node {
      if case .list(let list) = lesson.nodes[index].kind { return list.isTight }
      node = lesson.nodes[index].parent
    }
    return false
  }
}

/// A fence with what its line begins with.
private struct Fence {
  /// `> `, or the indentation of a list's item: every line of the block has it, with spaces for tabs.
  let prefix: String
  /// cmark-gfm takes the fence's own indentation from each line as so many columns as it has bytes: with
  /// tabs before it, more would be left of a line than stands in it.
  let hasTabs: Bool
  let mark: Character
  let length: Int
  /// `output`, with the blanks before it.
  let info: String

  /// The opening fence of a block.
  init(at block: Span, in file: SourceFile) {
    let line = file.line(at: block.start)
    let before = file.text(in: Span(file.lineStarts[line], block.start))
    let rest = file.text(in: Span(block.start, file.spanOfLine(line).end))
    mark = rest.first ?? "`"
    length = rest.prefix { [mark] in $0 == mark }.count
    info = String(rest.dropFirst(length))
    prefix = Self.complete(before)
    hasTabs = before.contains("\t")
  }

  /// For a new block with the prefix of a closing fence.
  init(closing line: Span, in file: SourceFile) {
    let before = String(file.text(in: line).prefix { $0.isPrefix })
    prefix = Self.complete(before)
    hasTabs = before.contains("\t")
    mark = "`"
    length = 3
    info = "output"
  }

  /// Of `>text` the text would lose a blank that it begins with.
  private static func complete(_ written: String) -> String {
    var prefix = ""
    for character in written {
      guard character == "\t" else {
        prefix.append(character)
        continue
      }
      repeat { prefix.append(" ") } while prefix.count % 4 != 0
    }
    return prefix.last == ">" ? prefix + " " : prefix
  }
}

extension Character {
  /// Part of what a line in a quote or a list begins with.
  fileprivate var isPrefix: Bool { self == " " || self == "\t" || self == ">" }
}
