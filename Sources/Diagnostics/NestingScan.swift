/// Text that swift-syntax's parser would recurse over without end, found before it is parsed.
///
/// The parser counts the nesting of brackets only after it has looked ahead past them, and does not
/// count prefixes such as `try`, arrows and type arguments at all. The scan does not know strings and
/// comments: what it takes for nesting there would have to be as deep as no one writes.
public struct NestingScan {
  /// Brackets that are open at one place.
  private static let mostBrackets = 100
  /// Square brackets that are open at one place: the time to look ahead doubles with each.
  private static let mostSquares = 12
  /// Words, arrows and angle brackets in a row.
  private static let mostInARow = 200

  private var depth = 0
  private var squares = 0
  private var words = 0
  private var arrows = 0
  private var angles = 0
  private var questions = 0
  /// `#if`, closed or not: nothing that is evaluated has one.
  private var directives = 0
  private var last: [UInt8] = []
  private var word: [UInt8] = []

  /// The UTF-8 offset at which the text is too deep; nil where it is fine.
  public static func placeTooDeep(in text: String) -> Int? {
    var scan = NestingScan()
    var previous: UInt8 = 0
    for (offset, byte) in text.utf8.enumerated() {
      scan.take(byte, after: previous)
      if scan.isTooDeep { return offset }
      previous = byte
    }
    return nil
  }

  private var isTooDeep: Bool {
    depth > Self.mostBrackets || squares > Self.mostSquares || words > Self.mostInARow
      || arrows > Self.mostInARow
      || angles > Self.mostInARow || questions > Self.mostInARow
      || directives > Self.mostInARow
  }

  private mutating func take(_ byte: UInt8, after previous: UInt8) {
    if byte == UInt8(ascii: "i"), previous == UInt8(ascii: "#") { directives += 1 }
    if byte >= 0x80 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || byte == 0x5F {
      if word.count < Self.longestWord { word.append(byte) }
      return
    }
    if !word.isEmpty { endWord() }
    switch byte {
    case UInt8(ascii: "("): depth += 1
    case UInt8(ascii: ")"): depth = max(0, depth - 1)
    case UInt8(ascii: "["):
      depth += 1
      squares += 1
    case UInt8(ascii: "]"):
      depth = max(0, depth - 1)
      squares = max(0, squares - 1)
    case UInt8(ascii: "{"):
      depth += 1
      endRow()
    case UInt8(ascii: "}"):
      depth = max(0, depth - 1)
      endRow()
    case UInt8(ascii: ";"): endRow()
    case UInt8(ascii: "<"): angles += 1
    case UInt8(ascii: ">"):
      if previous == UInt8(ascii: "-") { arrows += 1 } else { angles = max(0, angles - 1) }
    case UInt8(ascii: "?") where previous == 0x20: questions += 1
    case UInt8(ascii: "="), UInt8(ascii: ","): words = 0
    case UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "/"):
      // `x + x + x` is no row, `try 1 + try 1` is one.
      last = []
    default: break
    }
  }

  private static let longestWord = 16

  private mutating func endRow() {
    arrows = 0
    angles = 0
    questions = 0
    words = 0
  }

  /// Prefixes may follow each other without end; other words end the row, unless it is one word over
  /// and over.
  private mutating func endWord() {
    let isPrefix = Self.prefixes.contains(String(decoding: word, as: UTF8.self))
    words = isPrefix || word == last ? words + 1 : 0
    last = word
    word.removeAll(keepingCapacity: true)
  }

  private static let prefixes: Set = [
    "try", "await", "unsafe", "repeat", "each", "any", "some", "consume", "copy", "borrow", "inout",
    "sending", "if", "switch", "case", "let", "var", "is", "as", "in", "where", "do", "throws",
    "async", "return", "throw",
  ]
}
