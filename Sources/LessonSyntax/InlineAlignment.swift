/// Finds where each inline node of a block stands in the block's content.
///
/// It reads the content again in step with cmark-gfm's nodes: they say what comes next, so a short
/// rule each says how much of the content that is. No column of cmark's is used.
struct InlineAlignment {
  /// Offsets into the content, by node.
  private(set) var ranges: [Int: Range<Int>] = [:]
  /// By node: what follows a link's or an image's text, which stands in `textRanges`.
  private(set) var tails: [Int: LinkSyntax.Tail] = [:]
  private(set) var textRanges: [Int: Range<Int>] = [:]
  private(set) var formulas: [Int: MathSyntax.Formula] = [:]
  /// The nodes that did not stand where they were expected: none, unless cmark-gfm reads otherwise
  /// than this does.
  private(set) var lost: [Int] = []

  private let tree: MarkdownTree
  private let bytes: [UInt8]
  private let links: LinkSyntax
  private let mathematics: MathSyntax
  private var position = 0

  init(
    of block: Int, in tree: MarkdownTree, content: [UInt8], unescaping: inout Unescaping
  ) {
    self.tree = tree
    self.bytes = content
    self.links = LinkSyntax(bytes: content)
    self.mathematics = MathSyntax(content)
    align(block, &unescaping)
  }

  private mutating func align(_ block: Int, _ unescaping: inout Unescaping) {
    guard var node = tree.nodes[block].firstChild else { return }
    while true {
      enter(node, &unescaping)
      if let child = tree.nodes[node].firstChild {
        node = child
        continue
      }
      leave(node)
      while tree.nodes[node].nextSibling == nil {
        node = tree.nodes[node].parent
        if node == block { return }
        leave(node)
      }
      guard let next = tree.nodes[node].nextSibling else { return }
      node = next
    }
  }
}

extension InlineAlignment {
  private mutating func enter(_ node: Int, _ unescaping: inout Unescaping) {
    let start = position
    switch tree.nodes[node].kind {
    case .text: readText(node, &unescaping)
    case .softBreak, .lineBreak: readBreak(node)
    case .code: readCode(node)
    case .htmlInline: expect(tree.nodes[node].literal.utf8, node)
    case .emphasis: skip(1, node, allowed: "*_")
    case .strong: skip(2, node, allowed: "*_")
    case .strikethrough: skipTildes(node)
    case .math: readFormula(node)
    case .link: enterLink(node)
    case .image: skip(2, node, allowed: "![")
    case .footnoteReference: readFootnoteReference(node)
    default: lost.append(node)
    }
    ranges[node] = start..<max(start, position)
    if case .link = tree.nodes[node].kind { textRanges[node] = position..<position }
    if case .image = tree.nodes[node].kind { textRanges[node] = position..<position }
  }

  private mutating func leave(_ node: Int) {
    switch tree.nodes[node].kind {
    case .emphasis: skip(1, node, allowed: "*_")
    case .strong: skip(2, node, allowed: "*_")
    case .strikethrough: skipTildes(node)
    case .link, .image: leaveLink(node)
    default: return
    }
    if let range = ranges[node] {
      ranges[node] = range.lowerBound..<max(range.lowerBound, position)
    }
  }

  private mutating func enterLink(_ node: Int) {
    switch byte(position) {
    case UInt8(ascii: "["), UInt8(ascii: "<"): position += 1
    default: break
    }
  }

  private mutating func leaveLink(_ node: Int) {
    guard let range = ranges[node], let text = textRanges[node] else { return }
    textRanges[node] = text.lowerBound..<max(text.lowerBound, position)
    switch byte(range.lowerBound) {
    case UInt8(ascii: "<"):
      if byte(position) == UInt8(ascii: ">") { position += 1 } else { lost.append(node) }
    case UInt8(ascii: "["), UInt8(ascii: "!"):
      skipSpace()
      guard byte(position) == UInt8(ascii: "]") else {
        lost.append(node)
        return
      }
      textRanges[node] = text.lowerBound..<max(text.lowerBound, position)
      let tail = links.tail(after: position)
      tails[node] = tail
      position = tail.end
    default: break
    }
  }

  /// The text of an autolink stands as it is; any other has lost escapes and references.
  private mutating func readText(_ node: Int, _ unescaping: inout Unescaping) {
    let expected = Array(tree.nodes[node].literal.utf8)
    let parent = tree.nodes[node].parent
    if case .link = tree.nodes[parent].kind, let link = ranges[parent],
      byte(link.lowerBound) != UInt8(ascii: "["), starts(with: expected, at: position)
    {
      position += expected.count
      return
    }
    var read = 0
    while read < expected.count {
      guard let step = step(expected, read, &unescaping) else {
        lost.append(node)
        resynchronise(expected[read...])
        return
      }
      read += step
    }
  }

  /// Reads one character, escape or reference; the number of expected bytes that it gave.
  private mutating func step(
    _ expected: [UInt8], _ read: Int, _ unescaping: inout Unescaping
  ) -> Int? {
    guard let next = byte(position) else { return nil }
    if next == UInt8(ascii: "\\"), let escaped = byte(position + 1),
      LinkSyntax.isPunctuation(escaped), escaped == expected[read]
    {
      position += 2
      return 1
    }
    if next == UInt8(ascii: "&"),
      let reference = unescaping.reference(in: bytes, at: position, end: bytes.count),
      expected[read...].starts(with: reference.text)
    {
      position = reference.end
      return max(1, reference.text.count)
    }
    guard next == expected[read] else { return nil }
    position += 1
    return 1
  }

  /// After something unexpected: to the next place where the text goes on, within reason.
  private mutating func resynchronise(_ rest: ArraySlice<UInt8>) {
    let wanted = Array(rest)
    let limit = min(bytes.count, position + 200)
    for candidate in position..<max(position, limit) where starts(with: wanted, at: candidate) {
      position = candidate + wanted.count
      return
    }
  }

  private mutating func readBreak(_ node: Int) {
    let isBackslash = byte(position) == UInt8(ascii: "\\") && byte(position + 1) == 0x0A
    if isBackslash { position += 1 } else { skipBlanks() }
    guard byte(position) == 0x0A else {
      lost.append(node)
      return
    }
    position += 1
    // After a backslash, a lazy line's white space is text.
    if !isBackslash { skipBlanks() }
  }

  private mutating func skipBlanks() {
    while let next = byte(position), BlockContentFinder.isBlank(next) { position += 1 }
  }

  private mutating func readCode(_ node: Int) {
    var width = 0
    while byte(position + width) == UInt8(ascii: "`") { width += 1 }
    guard width > 0 else {
      lost.append(node)
      return
    }
    var search = position + width
    while search < bytes.count {
      guard bytes[search] == UInt8(ascii: "`") else {
        search += 1
        continue
      }
      var end = search
      while byte(end) == UInt8(ascii: "`") { end += 1 }
      if end - search == width {
        position = end
        return
      }
      search = end
    }
    lost.append(node)
  }

  private mutating func readFormula(_ node: Int) {
    guard let formula = mathematics.formula(at: position) else {
      lost.append(node)
      return
    }
    formulas[node] = formula
    position = formula.end
  }

  private mutating func readFootnoteReference(_ node: Int) {
    guard byte(position) == UInt8(ascii: "["), byte(position + 1) == UInt8(ascii: "^") else {
      lost.append(node)
      return
    }
    var end = position + 2
    while let next = byte(end), next != UInt8(ascii: "]") {
      end += next == UInt8(ascii: "\\") ? 2 : 1
    }
    textRanges[node] = (position + 2)..<min(end, bytes.count)
    position = min(end + 1, bytes.count)
  }

  private mutating func skipTildes(_ node: Int) {
    guard byte(position) == UInt8(ascii: "~") else {
      lost.append(node)
      return
    }
    while byte(position) == UInt8(ascii: "~") { position += 1 }
  }

  private mutating func skip(_ count: Int, _ node: Int, allowed: StaticString) {
    let isAllowed = allowed.withUTF8Buffer { buffer in
      (0..<count).allSatisfy { index in
        byte(position + index).map { buffer.contains($0) } ?? false
      }
    }
    if isAllowed { position += count } else { lost.append(node) }
  }

  private mutating func expect(_ expected: String.UTF8View, _ node: Int) {
    let wanted = Array(expected)
    if starts(with: wanted, at: position) {
      position += wanted.count
    } else {
      lost.append(node)
    }
  }

  private mutating func skipSpace() {
    while let next = byte(position), MathSyntax.isSpace(next) { position += 1 }
  }

  private func starts(with expected: [UInt8], at start: Int) -> Bool {
    start >= 0 && start + expected.count <= bytes.count
      && bytes[start..<(start + expected.count)].elementsEqual(expected)
  }

  private func byte(_ position: Int) -> UInt8? {
    position >= 0 && position < bytes.count ? bytes[position] : nil
  }
}
