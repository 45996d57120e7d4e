import Diagnostics

/// Reads `---` … `---` at the very start of a lesson.
enum FrontMatterParser {
  private static let keys = [
    "title", "description", "date", "uses", "macros", "notation", "data", "layout",
  ]

  /// Without front matter the span is empty, and `---` is a thematic break.
  static func parse(_ file: SourceFile, from start: Int) -> (FrontMatter, [Diagnostic]) {
    guard isFence(0, file, from: start) else { return (FrontMatter(), []) }
    guard
      let last = file.lineStarts.indices.dropFirst().first(where: { isFence($0, file, from: 0) })
    else { return (FrontMatter(), unclosed(file, from: start)) }
    guard looksLikeYAML(file, 1..<last) else { return (FrontMatter(), []) }
    let end = last + 1 < file.lineStarts.count ? file.lineStarts[last + 1] : file.bytes.count
    var reader = YAMLReader(file, lines: 1..<last)
    var frontMatter = FrontMatter(span: Span(start, end))
    let entries = reader.known(reader.mapping(), keys)
    for entry in entries {
      switch entry.key {
      case "title": frontMatter.title = reader.string(entry.value, for: "`title`")
      case "description": frontMatter.description = reader.string(entry.value, for: "`description`")
      case "date": frontMatter.date = reader.date(entry.value)
      case "macros": frontMatter.macros = reader.macros(entry.value)
      case "notation": frontMatter.notation = reader.notation(entry.value)
      case "uses": frontMatter.uses = reader.paths(entry.value, for: "`uses`", suffix: ".swift")
      case "data": frontMatter.data = reader.dataFiles(entry.value)
      case "layout": frontMatter.layout = reader.layout(entry.value)
      default: break
      }
    }
    return (frontMatter, reader.diagnostics)
  }

  private static func isFence(_ line: Int, _ file: SourceFile, from start: Int) -> Bool {
    let span = file.spanOfLine(line)
    var bytes = file.bytes[max(span.start, start)..<max(span.end, start)]
    while let last = bytes.last, BlockContentFinder.isBlank(last) { bytes.removeLast() }
    return bytes.elementsEqual(Array("---".utf8))
  }

  /// Nothing, comments, or a line with a key: a lone paragraph between two rules is Markdown.
  private static func looksLikeYAML(_ file: SourceFile, _ lines: Range<Int>) -> Bool {
    var isEmpty = true
    for line in lines {
      let text = file.textOfLine(line)
      if isKey(text) { return true }
      let content = text.drop { $0 == " " || $0 == "\t" }
      if !content.isEmpty, !content.hasPrefix("#") { isEmpty = false }
    }
    return isEmpty
  }

  private static func isKey(_ line: String) -> Bool {
    guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else { return false }
    let after = line[line.index(after: colon)...]
    guard after.isEmpty || after.hasPrefix(" ") else { return false }
    return line[..<colon].allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
  }

  private static func unclosed(_ file: SourceFile, from start: Int) -> [Diagnostic] {
    guard file.lineStarts.count > 1, isKey(file.textOfLine(1)) else { return [] }
    return [
      Diagnostic(
        .error, .unclosedFrontMatter(), in: file, at: Span(start, start + 3),
        help: ["end it with a line `---`"])
    ]
  }
}

extension YAMLReader {
  fileprivate mutating func date(_ node: YAMLNode) -> CalendarDate? {
    guard let text = string(node, for: "`date`") else { return nil }
    let date = CalendarDate(text)
    if date == nil { report(.expected("a day such as 2026-02-28", for: "`date`"), at: node) }
    return date
  }

  fileprivate mutating func layout(_ node: YAMLNode) -> FrontMatter.Layout? {
    guard let text = string(node, for: "`layout`") else { return nil }
    let layout = FrontMatter.Layout(rawValue: text)
    if layout == nil {
      let known = FrontMatter.Layout.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
      report(.expected(known, for: "`layout`"), at: node)
    }
    return layout
  }

  /// TeX macros: names without the backslash.
  mutating func macros(_ node: YAMLNode) -> [String: String] {
    var result: [String: String] = [:]
    for entry in entries(of: node, name: "`macros`", known: nil) {
      guard let text = string(entry.value, for: "`\(entry.key)`") else { continue }
      let name = entry.key.hasPrefix("\\") ? String(entry.key.dropFirst()) : entry.key
      guard !name.isEmpty,
        name.unicodeScalars.allSatisfy({ $0.isASCII && $0.properties.isAlphabetic })
      else {
        report(.badMacroName(entry.key), at: entry.keySpan)
        continue
      }
      result[name] = text
    }
    return result
  }

  /// Names of the code, and how formulas write them: letters, digits, `_` before a subscript, primes.
  mutating func notation(_ node: YAMLNode) -> [String: String] {
    var result: [String: String] = [:]
    for entry in entries(of: node, name: "`notation`", known: nil) {
      guard let text = string(entry.value, for: "`\(entry.key)`") else { continue }
      let isName =
        text.contains(where: \.isLetter) && text.first != "_" && text.last != "_"
        && text.allSatisfy { $0.isLetter || $0.isNumber || "_′'".contains($0) }
      if isName {
        result[entry.key] = text
      } else {
        report(
          .expected("a name such as `σ`, `ReLU` or `x_0`", for: "`\(entry.key)`"), at: entry.value)
      }
    }
    return result
  }

  /// Names to paths, as in `data: {rents: rents.csv}`.
  mutating func dataFiles(_ node: YAMLNode) -> [String: String] {
    var result: [String: String] = [:]
    for entry in entries(of: node, name: "`data`", known: nil) {
      guard let path = string(entry.value, for: "`\(entry.key)`") else { continue }
      if let objection = SitePath.objection(to: path) {
        report(.badPath(path, objection), at: entry.value)
      } else {
        result[entry.key] = path
      }
    }
    return result
  }

  /// Paths inside the folder.
  mutating func paths(_ node: YAMLNode, for name: String, suffix: String) -> [String] {
    var result: [String] = []
    for (path, span) in strings(node, for: name) {
      if let objection = SitePath.objection(to: path) {
        report(.badPath(path, objection), at: span)
      } else if !path.hasSuffix(suffix) {
        report(.expected("a file that ends in `\(suffix)`", for: name), at: span)
      } else if result.contains(path) {
        report(.duplicatePath(path), at: span)
      } else {
        result.append(path)
      }
    }
    return result
  }
}

extension Diagnostic.Message {
  static func unclosedFrontMatter() -> Self {
    Self(id: "unclosed-front-matter", text: "this front matter does not end")
  }

  static func badMacroName(_ name: String) -> Self {
    Self(id: "bad-macro-name", text: "`\(name)` is no name of a TeX macro: letters only")
  }

  static func badPath(_ path: String, _ objection: String) -> Self {
    Self(id: "bad-path", text: "the path `\(path)` \(objection)")
  }

  static func duplicatePath(_ path: String) -> Self {
    Self(id: "duplicate-path", text: "`\(path)` is named twice")
  }
}
