import Markup

/// Where links and images lead, as the `href` and `src` of a page.
enum Destination {
  /// Percent-encoded where a URL needs it and escaped for an attribute, as cmark does it.
  static func escaped(_ destination: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(destination.utf8.count)
    for byte in destination.utf8 {
      switch byte {
      case 0x26: bytes += "&amp;".utf8
      case 0x27: bytes += "&#x27;".utf8
      case let safe where isSafe(safe): bytes.append(safe)
      default:
        bytes.append(0x25)
        bytes.append(hexadecimal[Int(byte >> 4)])
        bytes.append(hexadecimal[Int(byte & 15)])
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The page of a lesson as a relative link, still to be escaped: what has a meaning in a URL is
  /// encoded, and a colon does not make a scheme of what stands before it.
  static func page(_ slug: String) -> String { file(slug + ".html") }

  /// A file of the site as a relative link; the same holds.
  static func file(_ path: String) -> String {
    let name = path.replacing("%", with: "%25").replacing("#", with: "%23")
      .replacing("?", with: "%3F")
    return (name.utf8.contains(0x3A) ? "./" : "") + name
  }

  /// Whether following the link could run a script or read a file: such destinations are emptied.
  ///
  /// The list is that of cmark's safe mode; images may carry their data with them.
  static func isDangerous(_ destination: String) -> Bool {
    let start = destination.prefix(24).lowercased()
    if ["javascript:", "vbscript:", "file:"].contains(where: start.hasPrefix) { return true }
    guard start.hasPrefix("data:") else { return false }
    return !["png", "gif", "jpeg", "webp"].contains { start.hasPrefix("data:image/" + $0) }
  }

  /// A link with finished content; `Element` would escape the destination again.
  static func link(to destination: String, class name: String? = nil, _ content: Element) -> Element
  {
    let attribute = name.map { " class=\"\($0)\"" } ?? ""
    return .fragment([
      .markup("<a\(attribute) href=\"\(escaped(destination))\">"), content, .markup("</a>"),
    ])
  }

  /// A link to a file of the site that browsers save and do not show.
  static func download(_ path: String, name: String) -> Element {
    .fragment([
      .markup("<a href=\"\(escaped(file(path)))\" download=\"\">"), .text(name), .markup("</a>"),
    ])
  }

  /// "Download: sigmoid.py, sigmoid.csv", and in brackets what they are of, where that is said.
  static func downloads(_ word: String, _ paths: [String], of subject: String? = nil) -> Element {
    let links = paths.map { path in
      download(path, name: path.split(separator: "/").last.map(String.init) ?? path)
    }
    let list = links.indices.flatMap { $0 == 0 ? [links[$0]] : [.text(", "), links[$0]] }
    let end = subject.map { [Element.text(" (\($0))")] } ?? []
    return Element("p", ["class": "downloads"], [.text(word + ": ")] + list + end)
  }

  private static let hexadecimal = Array("0123456789ABCDEF".utf8)

  private static func isSafe(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: punctuation.contains(byte)
    }
  }

  private static let punctuation: Set<UInt8> = Set("-_.+!*(),%#@?=;:/$~".utf8)
}
