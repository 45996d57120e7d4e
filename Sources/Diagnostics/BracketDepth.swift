/// How deep the brackets of a source text are nested, counted without a parser.
///
/// Parsers recurse for each bracket, some of them (swift-syntax, when it looks ahead) without a bound
/// of their own: what is nested deeper than a bound is not given to them. Brackets in strings and
/// comments count too, which only matters for texts that no author writes.
public enum BracketDepth {
  public static func exceeds(_ bound: Int, in text: String) -> Bool {
    var depth = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        if depth > bound { return true }
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      default: break
      }
    }
    return false
  }
}
