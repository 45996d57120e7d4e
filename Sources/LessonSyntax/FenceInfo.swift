import Diagnostics

/// A fence's info string as words with their places: a language, a mode, options.
struct FenceInfo {
  struct Word: Sendable {
    var text: String
    var span: Span
  }

  var words: [Word]

  /// - Parameter fence: the fence's line in the text, from the fence on.
  init(fence: Range<Int>, in text: LessonText, _ unescaping: inout Unescaping) {
    var start = fence.lowerBound
    if start < fence.upperBound {
      let mark = text.bytes[start]
      while start < fence.upperBound, text.bytes[start] == mark { start += 1 }
    }
    let result = unescaping.unescaped(text.bytes, start..<fence.upperBound)
    words = []
    var position = 0
    while position < result.bytes.count {
      while position < result.bytes.count, MathSyntax.isSpace(result.bytes[position]) {
        position += 1
      }
      let wordStart = position
      while position < result.bytes.count, !MathSyntax.isSpace(result.bytes[position]) {
        position += 1
      }
      guard position > wordStart else { break }
      let span = Span(
        text.fileOffset(result.origins[wordStart]),
        text.fileOffset(result.origins[position - 1] + 1))
      let word = String(decoding: result.bytes[wordStart..<position], as: UTF8.self)
      words.append(Word(text: word, span: span))
    }
  }
}

extension Label {
  /// A word `#name`; nil where it is none.
  init?(word: String, span: Span) {
    guard word.first == "#" else { return nil }
    let name = String(word.dropFirst())
    guard Self.isValid(name) else { return nil }
    self.init(name: name, span: span)
  }

  /// Letters, digits, `-`, `_`, `.` and `:`, at most 100.
  public static func isValid(_ name: String) -> Bool {
    !name.isEmpty && name.count <= 100
      && name.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || scalar.properties.generalCategory == .nonspacingMark
          || "-_.:".unicodeScalars.contains(scalar)
      }
  }
}
