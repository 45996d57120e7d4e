/// Paths of links, relative to the file that they stand in.
enum RelativePath {
  /// The path in the content folder that a link means; nil where it leads out of the folder.
  static func resolve(_ link: String, from file: String) -> String? {
    guard !link.hasPrefix("/") else { return nil }
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for part in link.split(separator: "/", omittingEmptySubsequences: true) {
      switch part {
      case ".": continue
      case "..":
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// The link to a path in the content folder that stands in a file of that folder.
  static func link(to path: String, from file: String) -> String {
    String(repeating: "../", count: file.split(separator: "/").count - 1) + path
  }

  /// A link's path without query and fragment, percent escapes undone.
  static func path(of destination: String) -> String {
    let end = destination.firstIndex { $0 == "?" || $0 == "#" } ?? destination.endIndex
    let bytes = Array(destination[..<end].utf8)
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      if bytes[position] == 0x25, position + 2 < bytes.count,
        let high = bytes[position + 1].hexadecimalDigit,
        let low = bytes[position + 2].hexadecimalDigit
      {
        decoded.append(high << 4 | low)
        position += 3
      } else {
        decoded.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  /// Whether a destination names a scheme (`https:`, `mailto:`) or a host (`//example.org`).
  static func isExternal(_ destination: String) -> Bool {
    if destination.hasPrefix("//") { return true }
    guard let colon = destination.utf8.firstIndex(of: 0x3A) else { return false }
    let scheme = destination.utf8[..<colon]
    guard let first = scheme.first, first.isLetter else { return false }
    return scheme.allSatisfy {
      $0.isLetter || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0)
    }
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }

  fileprivate var hexadecimalDigit: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }
}
