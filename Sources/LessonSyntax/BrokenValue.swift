import Diagnostics

extension LessonBuilder {
  /// Reports links such as `[text](eval:…` that an unescaped character left as plain text.
  mutating func reportBrokenValues(in block: Int) {
    guard let content = finder.contents[block], let alignment = finder.alignments[block],
      let first = content.bytes.firstIndex(of: UInt8(ascii: ":")), first > 3
    else { return }
    var isInTable = false
    if case .tableCell = tree.nodes[block].kind { isInTable = true }
    let depth = tree.nodes[block].depth
    var node = block + 1
    while node < tree.nodes.count, tree.nodes[node].depth > depth {
      if case .text = tree.nodes[node].kind, let range = alignment.ranges[node] {
        for value in BrokenValue.all(in: content.bytes, range, isInTable: isInTable) {
          report(value, content, isInTable: isInTable)
        }
      }
      node += 1
    }
  }

  private mutating func report(
    _ value: BrokenValue, _ content: BlockContent, isInTable: Bool
  ) {
    let written = String(decoding: content.bytes[value.range], as: UTF8.self)
    var help = ["put the destination in `<…>`, and escape `<`, `>` and `\\` in it"]
    if isInTable { help.append("in a table, write `|` as `\\|`") }
    var edit: Edit?
    if let (place, replacement) = value.correction {
      edit = Edit(
        replace: content.span(place.lowerBound, place.upperBound), with: replacement)
    } else if isInTable {
      edit = correctionInRow(at: content.fileOffset(value.range.lowerBound))
    }
    if let edit { help = ["write `](\(edit.replacement))`"] }
    diagnostics.append(
      Diagnostic(
        .error, .unescapedDestination(written), in: file,
        at: content.span(value.range.lowerBound, value.range.upperBound), help: help, edit: edit))
  }
}

extension LessonBuilder {
  /// The correction of a link that a `|` of its own cut: what is left of it stands in the next cells,
  /// or nowhere.
  private func correctionInRow(at start: Int) -> Edit? {
    let bytes = Array(file.bytes[start..<file.spanOfLine(file.line(at: start)).end])
    let value = BrokenValue.all(in: bytes, bytes.indices, isInTable: true).first
    guard let (place, replacement) = value?.correction else { return nil }
    return Edit(
      replace: Span(start + place.lowerBound, start + place.upperBound), with: replacement)
  }
}

/// A link to a value that CommonMark reads as text.
struct BrokenValue: Equatable {
  /// From its `[`, where it has one, as far as it can be told.
  var range: Range<Int>
  /// What replaces the destination and the title.
  var correction: (place: Range<Int>, text: String)?

  static func == (a: Self, b: Self) -> Bool {
    a.range == b.range && a.correction?.place == b.correction?.place
      && a.correction?.text == b.correction?.text
  }

  /// Those whose `](` stands in a range of the content.
  static func all(in bytes: [UInt8], _ range: Range<Int>, isInTable: Bool) -> [BrokenValue] {
    var result: [BrokenValue] = []
    var position = range.lowerBound
    while position + 1 < range.upperBound {
      defer { position += 1 }
      guard bytes[position] == UInt8(ascii: "]"), bytes[position + 1] == UInt8(ascii: "("),
        position == 0 || bytes[position - 1] != UInt8(ascii: "\\")
      else { continue }
      let isPointed = position + 2 < bytes.count && bytes[position + 2] == UInt8(ascii: "<")
      let start = position + (isPointed ? 3 : 2)
      guard schemes.contains(where: { bytes[start...].starts(with: $0) }),
        let open = opening(bytes, before: position)
      else { continue }
      let end = destinationEnd(bytes, from: start, isPointed: isPointed)
      var value = BrokenValue(range: open..<(end.map { $0.close + 1 } ?? start + 5))
      if let end {
        let place = (position + 2)..<end.close
        let text = correction(bytes, start..<end.destination, isInTable: isInTable)
        let title = String(decoding: bytes[end.title], as: UTF8.self)
        let replacement = text + (title.isEmpty ? "" : " " + title)
        if !bytes[place].elementsEqual(replacement.utf8) { value.correction = (place, replacement) }
      }
      value.range = value.range.clamped(to: 0..<bytes.count)
      result.append(value)
    }
    return result
  }

  private static let schemes = ["eval:", "run:", "lit:"].map { Array($0.utf8) }

  /// The bracket that the closing one at a position belongs to, within reason; nil where it is escaped,
  /// so that no link was meant.
  private static func opening(_ bytes: [UInt8], before close: Int) -> Int? {
    var depth = 0
    var position = close
    while position > 0, close - position < 200 {
      position -= 1
      if bytes[position] == UInt8(ascii: "]") { depth += 1 }
      if bytes[position] == UInt8(ascii: "[") {
        if depth == 0 { return isEscaped(position, in: bytes) ? nil : position }
        depth -= 1
      }
    }
    return close
  }

  private static func isEscaped(_ position: Int, in bytes: [UInt8]) -> Bool {
    let backslashes = bytes[..<position].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
    return backslashes % 2 == 1
  }

  /// Where the author meant the destination to end, the title, and the closing parenthesis.
  private static func destinationEnd(
    _ bytes: [UInt8], from start: Int, isPointed: Bool
  ) -> (destination: Int, title: Range<Int>, close: Int)? {
    var depth = 0
    var close: Int?
    var position = start
    while position < bytes.count, position - start < 2000, bytes[position] != 0x0A {
      let byte = bytes[position]
      if isPointed, byte == UInt8(ascii: ">") {
        if position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: ")"),
          bytes[position - 1] != UInt8(ascii: "\\")
        {
          return (position, position..<position, position + 1)
        }
      } else if byte == UInt8(ascii: "(") {
        depth += 1
      } else if byte == UInt8(ascii: ")") {
        if depth == 0, !isPointed || bytes[position - 1] == UInt8(ascii: "\"") {
          close = position
          break
        }
        depth = max(0, depth - 1)
      }
      position += 1
    }
    guard let close else { return nil }
    let title = title(bytes, start..<close)
    var end = title?.lowerBound ?? close
    while end > start, BlockContentFinder.isBlank(bytes[end - 1]) { end -= 1 }
    if isPointed, end > start, bytes[end - 1] == UInt8(ascii: ">") { end -= 1 }
    return (end, title ?? close..<close, close)
  }

  /// A quoted text after a space at the end.
  private static func title(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard range.count > 2, bytes[range.upperBound - 1] == UInt8(ascii: "\"") else { return nil }
    var position = range.upperBound - 2
    while position > range.lowerBound {
      if bytes[position] == UInt8(ascii: "\"") {
        let isAfterSpace = BlockContentFinder.isBlank(bytes[position - 1])
        return isAfterSpace ? position..<range.upperBound : nil
      }
      position -= 1
    }
    return nil
  }

  private static func correction(
    _ bytes: [UInt8], _ range: Range<Int>, isInTable: Bool
  ) -> String {
    var result: [UInt8] = [UInt8(ascii: "<")]
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      let next = position + 1 < range.upperBound ? bytes[position + 1] : 0
      if byte == UInt8(ascii: "\\"),
        next == byte || next == UInt8(ascii: "<") || next == UInt8(ascii: ">")
          || (isInTable && next == UInt8(ascii: "|"))
      {
        result += [byte, next]
        position += 2
        continue
      }
      let isSpecial =
        byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\\")
      if isSpecial || (isInTable && byte == UInt8(ascii: "|")) { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
      position += 1
    }
    return String(decoding: result + [UInt8(ascii: ">")], as: UTF8.self)
  }
}

extension Diagnostic.Message {
  static func unescapedDestination(_ written: String) -> Self {
    let shown = written.count > 60 ? written.prefix(59) + "…" : written[...]
    return Self(
      id: "unescaped-destination", text: "`\(shown)` is no link: something in it needs an escape")
  }
}
