import Diagnostics

/// What a site's template may not do: whatever could keep a page from ending.
enum TemplateRules {
  /// The first thing in a template that is not allowed, at its place.
  ///
  /// A template includes only those that stand after it in `Templates.all`, so that none can come
  /// to include itself; templates that inherit, dynamic names and other delimiters would hide what
  /// is included.
  static func violation(in file: SourceFile, named name: String) -> Diagnostic? {
    let order = Templates.all.map(\.name)
    let later = Set(order.drop { $0 != name }.dropFirst())
    let bytes = file.bytes
    var depth = 0
    var position = 0
    while position + 2 < bytes.count {
      guard bytes[position] == 0x7B, bytes[position + 1] == 0x7B else {
        position += 1
        continue
      }
      let start = position
      position += 2
      switch bytes[position] {
      case 0x23, 0x5E: depth += 1
      case 0x2F: depth -= 1
      case 0x3E:
        let partial = tagName(bytes, from: position + 1)
        if !later.contains(partial) {
          return diagnostic(
            .templateIncludes(partial, in: name), file, Span(start, position + 1),
            help: later.isEmpty
              ? []
              : [
                "it may include \(order.filter(later.contains).map { "`\($0)`" }.joined(separator: ", "))"
              ])
        }
      case 0x3C, 0x24, 0x3D:
        let tag = String(decoding: bytes[start...position], as: UTF8.self)
        return diagnostic(.templateTag(tag), file, Span(start, position + 1))
      default: break
      }
      if depth > deepest {
        return diagnostic(.templateDepth(deepest), file, Span(start, position + 1))
      }
    }
    return nil
  }

  private static let deepest = 32

  private static func tagName(_ bytes: [UInt8], from start: Int) -> String {
    let rest = bytes[start...].prefix { $0 != 0x7D }
    return String(decoding: rest.filter { $0 > 0x20 }, as: UTF8.self)
  }

  private static func diagnostic(
    _ message: Diagnostic.Message, _ file: SourceFile, _ span: Span, help: [String] = []
  ) -> Diagnostic {
    Diagnostic(.error, message, in: file, at: span, help: help)
  }
}

extension Diagnostic.Message {
  static func templateIncludes(_ partial: String, in name: String) -> Self {
    Self(id: "broken-template", text: "the template `\(name)` may not include `\(partial)`")
  }

  static func templateTag(_ tag: String) -> Self {
    Self(id: "broken-template", text: "`\(tag)` is not used in templates of pages")
  }

  static func templateDepth(_ deepest: Int) -> Self {
    Self(id: "broken-template", text: "sections are nested more than \(deepest) deep")
  }
}
