import Diagnostics

/// Reads CSL-YAML: a list of works, or such a list under `references:`.
enum CSLReader {
  static func works(_ file: SourceFile) -> (works: [Bibliography.Work], diagnostics: [Diagnostic]) {
    var reader = YAMLReader(file, lines: 0..<file.lineStarts.count)
    guard let root = reader.root() else { return ([], reader.diagnostics) }
    var list = root
    if case .mapping = root {
      let entries = reader.entries(of: root, name: "this file", known: ["references"])
      guard let references = entries.first else { return ([], reader.diagnostics) }
      list = references.value
    }
    let works = reader.items(list, for: "`references`").compactMap { work($0, &reader) }
    return (works, reader.diagnostics)
  }

  private static func work(_ node: YAMLNode, _ reader: inout YAMLReader) -> Bibliography.Work? {
    let entries = reader.entries(of: node, name: "a work", known: nil)
    guard let id = entries.first(where: { $0.key == "id" }),
      let key = reader.string(id.value, for: "`id`"), !key.isEmpty
    else {
      reader.report(.expected("an `id`", for: "each work"), at: node)
      return nil
    }
    var work = Bibliography.Work(key: key, type: "", span: reader.span(of: id.value))
    for entry in entries where entry.key != "id" { read(entry, into: &work, &reader) }
    return work
  }

  private static func read(
    _ entry: YAMLReader.Entry, into work: inout Bibliography.Work, _ reader: inout YAMLReader
  ) {
    switch entry.key {
    case "author": work.authors = names(entry.value, &reader)
    case "editor": work.editors = names(entry.value, &reader)
    case "issued": work.year = year(entry.value, &reader)
    case "type", "title", "container-title", "collection-title", "publisher", "volume", "issue",
      "page", "edition", "DOI", "URL", "note":
      guard let text = reader.string(entry.value, for: "`\(entry.key)`") else { return }
      set(entry.key, to: text, in: &work)
    default: break
    }
  }

  private static func set(_ key: String, to text: String, in work: inout Bibliography.Work) {
    switch key {
    case "type": work.type = text.lowercased()
    case "title": work.title = text
    case "container-title": work.container = text
    case "collection-title": work.series = text
    case "publisher": work.publisher = text
    case "volume": work.volume = text
    case "issue": work.issue = text
    case "page": work.pages = TeXText.pages(text)
    case "edition": work.edition = text
    case "DOI": work.doi = text
    case "URL": work.url = text
    case "note": work.note = text
    default: break
    }
  }

  private static func names(
    _ node: YAMLNode, _ reader: inout YAMLReader
  ) -> [Bibliography.Name] {
    reader.items(node, for: "a list of names").compactMap { item in
      if case .scalar(let scalar) = item { return Bibliography.Name(family: scalar.string) }
      var parts: [String: String] = [:]
      for entry in reader.entries(of: item, name: "a name", known: nil) {
        if case .scalar(let scalar) = entry.value { parts[entry.key] = scalar.string }
      }
      if let literal = parts["literal"] { return Bibliography.Name(family: literal) }
      let particle = parts["non-dropping-particle"].map { $0 + " " } ?? ""
      guard let family = parts["family"] ?? parts["given"] else {
        reader.report(.expected("`family` or `literal`", for: "a name"), at: item)
        return nil
      }
      let given = parts["family"] == nil ? "" : parts["given"] ?? ""
      return Bibliography.Name(family: particle + family, given: given)
    }
  }

  /// `1838`, `1838-05`, `{year: 1838}`, `[{year: 1838}]`, `{date-parts: [[1838]]}`.
  private static func year(_ node: YAMLNode, _ reader: inout YAMLReader) -> String? {
    var current = node
    for _ in 0..<4 {
      switch current {
      case .scalar(let scalar):
        let year = scalar.string.prefix { $0 != "-" || scalar.string.hasPrefix("-") }
        return year.isEmpty ? nil : String(year)
      case .sequence(let sequence):
        guard let first = sequence.first else { return nil }
        current = first
      case .mapping(let mapping):
        let known = ["year", "date-parts", "literal", "raw"]
        let value = known.lazy.compactMap { key in
          mapping.first { pair in
            if case .scalar(let scalar) = pair.key { scalar.string == key } else { false }
          }?.value
        }.first
        guard let value else {
          reader.report(.expected("a year", for: "`issued`"), at: node)
          return nil
        }
        current = value
      default: return nil
      }
    }
    return nil
  }
}
