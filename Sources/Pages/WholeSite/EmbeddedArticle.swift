/// The article of a lesson as a part of a page that holds them all.
///
/// Its ids, and what refers to them, begin with the lesson's own prefix, so that they are unique on
/// the page; links to lessons lead to their parts of it; headings go down by one level. The finished
/// markup is rewritten, since some of it is the author's own.
struct EmbeddedArticle {
  let html: String

  /// - Parameters:
  ///   - anchor: the lesson's own, as `anchor(of:)` makes it.
  ///   - anchors: the anchor of each lesson by its page, as links name it.
  init(_ article: String, anchor: String, anchors: [String: String]) {
    var rewriter = IDRewriter(bytes: Array(article.utf8), anchor: anchor, anchors: anchors)
    rewriter.rewrite()
    html = String(decoding: rewriter.out, as: UTF8.self)
  }

  /// The lesson's anchor on the page: `lesson-02-its-slope`.
  ///
  /// A name of XML, as ids in SVG have to be: what such names cannot hold is written in hexadecimal.
  static func anchor(of slug: String) -> String {
    var anchor = "lesson-"
    for scalar in slug.unicodeScalars {
      if scalar != escape, scalar.properties.isXIDContinue || scalar == "-" || scalar == "." {
        anchor.unicodeScalars.append(scalar)
      } else {
        anchor += String(escape) + String(scalar.value, radix: 16)
      }
    }
    return anchor
  }

  private static let escape: Unicode.Scalar = "·"
}

/// Copies markup and rewrites its tags on the way.
private struct IDRewriter {
  let bytes: [UInt8]
  /// No label has a colon, so that no id of another lesson is the same.
  let prefix: String
  let anchors: [String: String]
  private(set) var out: [UInt8] = []
  private var position = 0

  init(bytes: [UInt8], anchor: String, anchors: [String: String]) {
    self.bytes = bytes
    prefix = anchor + ":"
    self.anchors = anchors
    out.reserveCapacity(bytes.count + bytes.count / 16)
  }

  mutating func rewrite() {
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "<") {
        rewriteTag()
      } else {
        copy()
      }
    }
  }

  private mutating func copy() {
    out.append(bytes[position])
    position += 1
  }

  /// From `<`; comments and whatever else is no tag are copied.
  private mutating func rewriteTag() {
    copy()
    if peek == UInt8(ascii: "/") { copy() }
    guard let first = peek, Self.isLetter(first) else {
      if first(is: "!--") { copyComment() }
      return
    }
    out += Self.demoted(text { Self.isLetter($0) || $0 == 0x2D || (0x30...0x39).contains($0) }).utf8
    while let byte = peek, byte != UInt8(ascii: ">") {
      if Self.endsName(byte) { copy() } else { rewriteAttribute() }
    }
  }

  private mutating func rewriteAttribute() {
    let name = text { !Self.endsName($0) && $0 != UInt8(ascii: ">") }
    out += name.utf8
    guard peek == UInt8(ascii: "=") else { return }
    copy()
    guard let quote = peek, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      out += rewritten(text { $0 > 0x20 && $0 != UInt8(ascii: ">") }, of: name.lowercased()).utf8
      return
    }
    copy()
    out += rewritten(text { $0 != quote }, of: name.lowercased()).utf8
    if peek != nil { copy() }
  }

  private mutating func copyComment() {
    while position < bytes.count, !first(is: "-->") { copy() }
  }
}

extension IDRewriter {
  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func first(is text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

  /// What follows while a predicate holds, passed over.
  private mutating func text(while holds: (UInt8) -> Bool) -> String {
    let start = position
    while let byte = peek, holds(byte) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "/")
  }

  private static func demoted(_ name: String) -> String {
    switch name {
    case "h1": "h2"
    case "h2": "h3"
    case "h3": "h4"
    case "h4": "h5"
    case "h5": "h6"
    default: name
    }
  }

  private func rewritten(_ value: String, of attribute: String) -> String {
    switch attribute {
    case "id", "name", "for", "list": return prefix + value
    case "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns",
      "aria-details":
      return value.split(separator: " ").map { prefix + $0 }.joined(separator: " ")
    case "href", "xlink:href": return link(value)
    default: return value.replacing("url(#", with: "url(#" + prefix)
    }
  }

  /// Links to places in the lesson, and those to lessons of the site.
  private func link(_ destination: String) -> String {
    let page = destination.prefix { $0 != "#" }
    let place = destination[page.endIndex...].dropFirst()
    if page.isEmpty {
      return place.isEmpty ? destination : "#" + Destination.escaped(prefix) + place
    }
    guard let anchor = anchors[String(page)] else { return destination }
    return "#" + Destination.escaped(place.isEmpty ? anchor : anchor + ":") + place
  }
}
