import Cells

/// An SVG file that a run cell made: how large it is, and why it may not stand on a page.
///
/// An image runs no scripts and loads nothing, but a reader may open the file by itself.
struct RecordedFigure: Sendable, Hashable {
  /// In whole CSS pixels, so that the page keeps its place before the file is there.
  struct Size: Sendable, Hashable {
    var width: Int
    var height: Int
  }

  private(set) var size: Size?
  /// Whether its text would be too small on a phone: there it scrolls.
  var isWide: Bool { (size?.width ?? 0) > 512 }
  /// What is wrong with it: "holds a script".
  private(set) var objection: String?

  init(_ file: RunFile) {
    do throws(Objection) {
      size = try Self.size(of: file.bytes)
    } catch {
      objection = error.text
    }
  }

  private struct Objection: Error {
    var text: String
    static let notWellFormed = Objection(text: "is no well-formed SVG in UTF-8")
    static let noNamespace = Objection(text: "does not say that it is SVG: its root has no `xmlns`")
    static let noSize = Objection(text: "does not say how large it is")

    static func foreign(_ reference: some StringProtocol) -> Self {
      Self(text: "refers to another file: `\(reference.prefix(60))`")
    }
  }
}

extension RecordedFigure {
  /// The size of a drawing of which every part is harmless.
  private static func size(of bytes: [UInt8]) throws(Objection) -> Size {
    var scanner = XMLScanner(bytes)
    var open: [String] = []
    var root: [XMLScanner.Attribute]?
    while let piece = try next(&scanner) {
      switch piece {
      case .open(let name, let attributes, let isEmpty):
        if open.isEmpty {
          guard root == nil, localName(name) == "svg" else { throw .notWellFormed }
          root = attributes
        }
        try check(element: name, attributes)
        if !isEmpty { open.append(name) }
      case .close(let name):
        guard open.popLast() == name else { throw .notWellFormed }
      case .text(let text):
        if let element = open.last, localName(element) == "style" { try check(style: text) }
      case .instruction(let name): throw Objection(text: "holds the instruction `<?\(name)?>`")
      }
    }
    guard open.isEmpty, let root else { throw .notWellFormed }
    guard root.contains(where: { $0.name.hasPrefix("xmlns") && $0.value == namespace }) else {
      throw .noNamespace
    }
    return try size(attributes: root)
  }

  /// Without it, a browser shows no image.
  private static let namespace = "http://www.w3.org/2000/svg"

  private static func next(_ scanner: inout XMLScanner) throws(Objection) -> XMLScanner.Piece? {
    do throws(XMLScanner.Malformed) {
      return try scanner.next()
    } catch {
      throw .notWellFormed
    }
  }

  /// Elements that run, load or change something, or that hold another language.
  private static let refusedElements: Set<String> = [
    "script", "handler", "listener", "foreignobject", "iframe", "object", "embed", "audio", "video",
    "set", "animate", "animatemotion", "animatetransform",
  ]

  private static func check(
    element: String, _ attributes: [XMLScanner.Attribute]
  ) throws(Objection) {
    if refusedElements.contains(localName(element)) {
      throw Objection(text: "holds a `<\(element)>`")
    }
    for attribute in attributes where !attribute.name.hasPrefix("xmlns") {
      let name = localName(attribute.name)
      if name.hasPrefix("on") {
        throw Objection(text: "holds the event handler `\(attribute.name)`")
      }
      if name == "href" || name == "src" || name == "base" {
        try check(reference: attribute.value)
      } else {
        try check(style: attribute.value)
      }
    }
  }

  /// Only parts of the file itself, and images that it carries with it.
  private static func check(reference: String) throws(Objection) {
    let isInside =
      reference.hasPrefix("#")
      || ["png", "jpeg", "gif", "webp"].contains { reference.hasPrefix("data:image/\($0);") }
    if !isInside { throw .foreign(reference) }
  }

  /// A style sheet, or an attribute that may hold styles: nothing in it refers to another file.
  private static func check(style: String) throws(Objection) {
    let text = style.lowercased()
    // With an escape, a style could say any of what follows in other letters.
    if text.contains("\\") { throw Objection(text: "holds a backslash in an attribute or a style") }
    if text.contains("@import") || text.contains("javascript:") { throw .foreign(style) }
    for part in text.components(after: "url(") {
      let target = part.drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
      if !target.hasPrefix("#") { throw .foreign("url(" + part.prefix { $0 != ")" } + ")") }
    }
  }

  private static func localName(_ name: String) -> String {
    (name.split(separator: ":").last ?? "").lowercased()
  }
}

extension RecordedFigure {
  /// Of `width` and `height`, else of the `viewBox`.
  private static func size(
    attributes: [XMLScanner.Attribute]
  ) throws(Objection) -> Size {
    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    let box = (value("viewBox") ?? "").split { $0 == " " || $0 == "," }.map { Double($0) }
    let width = value("width").flatMap(pixels) ?? (box.count == 4 ? box[2] : nil)
    let height = value("height").flatMap(pixels) ?? (box.count == 4 ? box[3] : nil)
    guard let width, let height, (1...10_000).contains(width), (1...10_000).contains(height) else {
      throw .noSize
    }
    return Size(width: Int(width.rounded()), height: Int(height.rounded()))
  }

  /// CSS Values 3, section 5.2: an inch is 96 pixels, 72 points, 6 picas or 2.54 cm.
  private static let units: [String: Double] = [
    "": 1, "px": 1, "in": 96, "pt": 96.0 / 72, "pc": 16, "cm": 96 / 2.54, "mm": 96 / 25.4,
  ]

  private static func pixels(_ length: String) -> Double? {
    let unit = length.reversed().prefix { $0.isLetter || $0 == "%" }.reversed()
    guard let factor = units[String(unit)], let number = Double(length.dropLast(unit.count)) else {
      return nil
    }
    return number * factor
  }
}

extension String {
  /// What follows each occurrence of a text.
  fileprivate func components(after text: String) -> [Substring] {
    ranges(of: text).map { self[$0.upperBound...] }
  }
}
