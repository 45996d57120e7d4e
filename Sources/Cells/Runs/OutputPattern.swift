import MathCore

/// Lines of an `output` block as what they allow a program to print.
///
/// `…` stands for any text, of several lines too. With a tolerance, numbers (also those within a
/// word: `x=0.25,`) may differ by at most that much, as decimals, exactly; then it does not count how
/// many blanks stand beside a number, or in a row, since numbers of other lengths move columns. A
/// number that touches `…` is compared as text.
struct OutputPattern {
  private enum Token {
    case byte(UInt8)
    case number(Rational)
    case blanks
  }

  /// What stands between one `…` and the next.
  private let pieces: [[Token]]
  private let tolerance: Rational?

  /// - Parameter isOpen: anything may follow.
  init(_ lines: some Sequence<String>, tolerance: Rational?, isOpen: Bool = false) {
    let texts = Self.text(lines).split(separator: "…", omittingEmptySubsequences: false)
    var pieces = texts.enumerated().map { index, text in
      Self.tokens(
        Array(text.utf8), numbers: tolerance != nil, isFirst: index == 0,
        isLast: index == texts.count - 1)
    }
    if isOpen { pieces.append([]) }
    self.pieces = pieces
    self.tolerance = tolerance
  }

  func matches(_ lines: some Sequence<String>) -> Bool {
    end(in: PrintedText(lines, numbers: tolerance != nil)) != nil
  }

  /// How many of the lines are matched where the pieces match as early as they can; nil where they do
  /// not match.
  func countOfMatchedLines(in lines: some Sequence<String>) -> Int? {
    let text = PrintedText(lines, numbers: tolerance != nil)
    return end(in: text).map { end in text.bytes[..<end].count { $0 == 0x0A } }
  }

  /// Every line ends, so that a line never matches the start of one.
  fileprivate static func text(_ lines: some Sequence<String>) -> String {
    lines.map { $0 + "\n" }.joined()
  }
}

extension OutputPattern {
  private static func tokens(
    _ bytes: [UInt8], numbers: Bool, isFirst: Bool, isLast: Bool
  ) -> [Token] {
    guard numbers else { return bytes.map { .byte($0) } }
    let found = PrintedNumber.all(in: bytes).filter { number in
      (isFirst || number.range.lowerBound > 0) && (isLast || number.range.upperBound < bytes.count)
    }
    var tokens: [Token] = []
    var rest = found[...]
    var position = 0
    while position < bytes.count {
      if let number = rest.first, number.range.lowerBound == position {
        tokens.append(.number(number.value))
        position = number.range.upperBound
        rest.removeFirst()
      } else if bytes[position].isBlank {
        tokens.append(.blanks)
        while position < bytes.count, bytes[position].isBlank { position += 1 }
      } else {
        tokens.append(.byte(bytes[position]))
        position += 1
      }
    }
    return withoutBlanksBesideNumbers(tokens)
  }

  private static func withoutBlanksBesideNumbers(_ tokens: [Token]) -> [Token] {
    tokens.indices.filter { index in
      guard case .blanks = tokens[index] else { return true }
      return ![index - 1, index + 1].contains { beside in
        if tokens.indices.contains(beside), case .number = tokens[beside] { true } else { false }
      }
    }.map { tokens[$0] }
  }

  /// Where the last piece ends: at the end of the text, unless anything may follow.
  private func end(in text: PrintedText) -> Int? {
    guard let first = pieces.first, let last = pieces.last,
      var end = match(first, in: text, at: 0)
    else { return nil }
    if pieces.count == 1 { return end == text.bytes.count ? end : nil }
    for piece in pieces.dropFirst().dropLast() {
      guard let next = firstMatch(piece, in: text, from: end) else { return nil }
      end = next
    }
    if last.isEmpty { return end }
    return (end...text.bytes.count).contains { match(last, in: text, at: $0) == text.bytes.count }
      ? text.bytes.count : nil
  }

  private func firstMatch(_ piece: [Token], in text: PrintedText, from start: Int) -> Int? {
    for position in start...text.bytes.count {
      if let end = match(piece, in: text, at: position) { return end }
    }
    return nil
  }

  private func match(_ piece: [Token], in text: PrintedText, at start: Int) -> Int? {
    var position = start
    for token in piece {
      switch token {
      case .byte(let byte):
        guard position < text.bytes.count, text.bytes[position] == byte else { return nil }
        position += 1
      case .blanks:
        let end = text.endOfBlanks(from: position)
        guard end > position else { return nil }
        position = end
      case .number(let value):
        guard let number = text.numbers[text.endOfBlanks(from: position)], let tolerance,
          (number.value - value).magnitude <= tolerance
        else { return nil }
        position = text.endOfBlanks(from: number.range.upperBound)
      }
    }
    return position
  }
}

/// What a program printed, with its numbers by where they begin.
private struct PrintedText {
  let bytes: [UInt8]
  let numbers: [Int: PrintedNumber]

  init(_ lines: some Sequence<String>, numbers isNumeric: Bool) {
    bytes = Array(OutputPattern.text(lines).utf8)
    let found = isNumeric ? PrintedNumber.all(in: bytes) : []
    numbers = Dictionary(found.map { ($0.range.lowerBound, $0) }, uniquingKeysWith: { a, _ in a })
  }

  func endOfBlanks(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end].isBlank { end += 1 }
    return end
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 }
}
