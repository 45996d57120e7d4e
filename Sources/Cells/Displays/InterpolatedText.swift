import MathCore

extension RecordCall {
  /// A text of a display, whose published numbers, interpolated with `decimals:` or `significant:`,
  /// have the site's decimal sign; what the author typed stays as it is.
  ///
  /// - Parameter parameter: that of the first argument without a label.
  func text(_ parameter: String, in typography: NumberTypography) -> String? {
    guard let text = text(parameter), typography.decimalSign != ".",
      let source = CallText(record).labelled(nil).first?.text,
      let literal = InterpolatedText(source)
    else { return text(parameter) }
    return literal.published(text, typography)
  }
}

/// A string literal of Swift on one line, cut at what it interpolates.
struct InterpolatedText: Hashable {
  enum Piece: Hashable {
    case typed(String)
    /// The source between the brackets.
    case interpolated(String)
  }

  private(set) var pieces: [Piece] = []

  /// Nil for any other source, and for a literal with escapes.
  init?(_ source: String) {
    guard source.count >= 2, source.first == "\"", source.last == "\"",
      !source.hasPrefix("\"\"\"")
    else { return nil }
    var rest = source.dropFirst().dropLast()
    while let start = rest.firstIndex(of: "\\") {
      guard rest[start...].hasPrefix("\\("), let end = Self.end(ofBracketIn: rest[start...]) else {
        return nil
      }
      pieces.append(.typed(String(rest[..<start])))
      pieces.append(.interpolated(String(rest[start..<end].dropFirst(2))))
      rest = rest[end...].dropFirst()
    }
    pieces.append(.typed(String(rest)))
  }

  /// The bracket that closes the first one; brackets in a text within it are taken for code.
  private static func end(ofBracketIn text: Substring) -> String.Index? {
    var depth = 0
    for index in text.indices {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      if text[index] == ")", depth == 0 { return index }
    }
    return nil
  }

  /// The value of the literal with other decimal signs; as it is where it is not certain which part
  /// of it was interpolated.
  func published(_ value: String, _ typography: NumberTypography) -> String {
    var result = ""
    var rest = value[...]
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .typed(let text):
        guard rest.hasPrefix(text) else { return value }
        result += text
        rest = rest.dropFirst(text.count)
      case .interpolated(let source):
        if source.contains("decimals:") || source.contains("significant:") {
          let numeral = Self.numeral(at: rest)
          result += numeral.replacing(".", with: String(typography.decimalSign))
          rest = rest.dropFirst(numeral.count)
        }
        let isLast = index + 2 >= pieces.count
        guard case .typed(let next)? = pieces[(index + 1)...].first, isLast || !next.isEmpty,
          let end = next.isEmpty ? rest.endIndex : rest.firstRange(of: next)?.lowerBound
        else { return value }
        result += rest[..<end]
        rest = rest[end...]
      }
    }
    return rest.isEmpty ? result : value
  }

  /// `-12.5` at the start of a text.
  private static func numeral(at text: Substring) -> Substring {
    let sign = text.prefix { $0 == "-" }.prefix(1)
    let whole = text.dropFirst(sign.count).prefix(while: \.isNumber)
    let tail = text.dropFirst(sign.count + whole.count)
    let fraction = tail.first == "." ? tail.dropFirst().prefix(while: \.isNumber) : ""
    let length = sign.count + whole.count + (fraction.isEmpty ? 0 : fraction.count + 1)
    return whole.isEmpty ? text.prefix(0) : text.prefix(length)
  }
}
