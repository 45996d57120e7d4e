/// How deep the brackets of a source text are nested, counted without a parser.
///
/// Parsers recurse for each bracket, some of them (swift-syntax, when it looks ahead) without a bound
/// of their own: what is nested deeper than a bound is not given to them. Brackets in strings and
/// comments count too, which only matters for texts that no author writes. Arrows and words that may
/// be repeated before a type or an expression nest without brackets; ten times as many are allowed
/// in the whole text.
public enum BracketDepth {
  public static func exceeds(_ bound: Int, in text: String) -> Bool {
    var depth = 0
    var repeated = 0
    var last: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        if depth > bound { return true }
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      case UInt8(ascii: ">") where last == UInt8(ascii: "-"): repeated += 1
      default: break
      }
      last = byte
    }
    for word in text.utf8.split(whereSeparator: { $0 <= UInt8(ascii: " ") }) where word.count <= 8 {
      if words.contains(String(decoding: word, as: UTF8.self)) { repeated += 1 }
    }
    return repeated > 10 * bound
  }

  private static let words: Set = [
    "try", "try!", "try?", "await", "any", "some", "each", "repeat", "inout", "unsafe", "borrowing",
    "sending",
  ]
}
