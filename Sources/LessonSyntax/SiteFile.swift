public import Diagnostics

/// `site.yaml` as it was read: the settings, the place of each lesson's name, and what is wrong.
public struct SiteFile: Sendable {
  public private(set) var settings = SiteSettings()
  /// Where each lesson is named, for reports that it does not exist.
  public private(set) var lessonSpans: [String: Span] = [:]
  /// Where `python:` stands, for reports that its requirements file does not exist.
  public private(set) var pythonSpan: Span?
  public private(set) var diagnostics: [Diagnostic] = []

  private var slugs: [String: String] = [:]

  /// Reads any bytes; what is wrong is reported, and the rest is kept.
  public init(_ file: SourceFile) {
    if let notUTF8 = file.encodingDiagnostic {
      diagnostics = [notUTF8]
      return
    }
    var reader = YAMLReader(file, lines: 0..<file.lineStarts.count)
    let entries = reader.known(reader.mapping(), Self.keys)
    for entry in entries { read(entry, &reader) }
    diagnostics = reader.diagnostics.sortedByPlace()
  }

  private static let keys = [
    "title", "description", "language", "baseURL", "author", "editLink", "colours", "parts",
    "lessons", "macros", "notation", "python",
  ]

  private mutating func read(_ entry: YAMLReader.Entry, _ reader: inout YAMLReader) {
    let name = "`\(entry.key)`"
    let value = entry.value
    switch entry.key {
    case "title": settings.title = reader.string(value, for: name) ?? settings.title
    case "description": settings.description = reader.string(value, for: name) ?? ""
    case "author": settings.author = reader.string(value, for: name)
    case "language": readLanguage(value, &reader)
    case "baseURL": readBaseURL(value, &reader)
    case "editLink": readEditLink(value, &reader)
    case "colours": readColours(value, &reader)
    case "macros": settings.macros = reader.macros(value)
    case "notation": settings.notation = reader.notation(value)
    case "python":
      settings.python = SiteSettings.Python(reading: value, &reader)
      pythonSpan = entry.keySpan
    case "lessons":
      settings.parts.append(.init(title: nil, lessons: lessons(value, name, &reader)))
    case "parts": readParts(value, &reader)
    default: break
    }
  }
}

extension SiteFile {
  private mutating func readLanguage(_ node: YAMLNode, _ reader: inout YAMLReader) {
    guard let language = reader.string(node, for: "`language`") else { return }
    let subtags = language.split(separator: "-", omittingEmptySubsequences: false)
    let isTag = subtags.allSatisfy { subtag in
      (1...8).contains(subtag.count)
        && subtag.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
    guard isTag, let first = subtags.first, first.count >= 2, first.allSatisfy(\.isLetter) else {
      return reader.report(
        .expected("a language tag such as `en` or `de`", for: "`language`"), at: node)
    }
    settings.language = language
  }

  private mutating func readBaseURL(_ node: YAMLNode, _ reader: inout YAMLReader) {
    guard let url = reader.string(node, for: "`baseURL`") else { return }
    guard url.hasPrefix("https://") || url.hasPrefix("http://"),
      !url.contains(where: \.isWhitespace)
    else {
      return reader.report(
        .expected("an address that begins with `https://`", for: "`baseURL`"), at: node)
    }
    settings.baseURL = url
  }

  private mutating func readEditLink(_ node: YAMLNode, _ reader: inout YAMLReader) {
    guard let link = reader.string(node, for: "`editLink`") else { return }
    guard link.contains("{path}"), link.hasPrefix("https://") || link.hasPrefix("http://") else {
      return reader.report(
        .expected("an address in which `{path}` stands for the lesson's path", for: "`editLink`"),
        at: node)
    }
    settings.editLink = link
  }

  private mutating func readColours(_ node: YAMLNode, _ reader: inout YAMLReader) {
    for entry in reader.entries(of: node, name: "`colours`", known: nil) {
      if case .scalar = entry.value {
        guard let both = colour(entry.value, entry.key, &reader) else { continue }
        settings.colours[entry.key] = .init(light: both, dark: both)
        continue
      }
      var pair: [String: String] = [:]
      let name = "`\(entry.key)`"
      for half in reader.entries(of: entry.value, name: name, known: ["light", "dark"]) {
        pair[half.key] = colour(half.value, half.key, &reader)
      }
      if let light = pair["light"] ?? pair["dark"] {
        settings.colours[entry.key] = .init(light: light, dark: pair["dark"] ?? light)
      }
    }
  }

  /// `#rgb` or `#rrggbb`, as `#rrggbb`.
  private func colour(_ node: YAMLNode, _ name: String, _ reader: inout YAMLReader) -> String? {
    guard let text = reader.string(node, for: "`\(name)`") else { return nil }
    let digits = text.dropFirst()
    guard text.hasPrefix("#"), digits.count == 3 || digits.count == 6,
      digits.allSatisfy({ $0.isASCII && $0.isHexDigit })
    else {
      reader.report(
        .badColour(text), at: node, help: ["write it as `\"#307EC7\"`, in quotes"])
      return nil
    }
    return digits.count == 6 ? text : "#" + digits.map { "\($0)\($0)" }.joined()
  }

  private mutating func readParts(_ node: YAMLNode, _ reader: inout YAMLReader) {
    for item in reader.items(node, for: "`parts`") {
      var part = SiteSettings.Part(title: nil, lessons: [])
      for entry in reader.entries(of: item, name: "a part", known: ["title", "lessons"]) {
        if entry.key == "title" {
          part.title = reader.string(entry.value, for: "`title`")
        } else {
          part.lessons = lessons(entry.value, "`lessons`", &reader)
        }
      }
      settings.parts.append(part)
    }
  }

  private mutating func lessons(
    _ node: YAMLNode, _ name: String, _ reader: inout YAMLReader
  ) -> [String] {
    var result: [String] = []
    for (path, span) in reader.strings(node, for: name) {
      if let message = Slug.objection(to: path) {
        reader.report(message, at: span)
        continue
      }
      // Strings that are canonically equivalent are equal, so this is after NFC, too.
      let folded = Slug.of(path).lowercased()
      if let other = slugs[folded] {
        reader.report(.duplicateSlug(path, other), at: span)
        continue
      }
      slugs[folded] = path
      lessonSpans[path] = span
      result.append(path)
    }
    return result
  }
}

/// A lesson's name in addresses.
public enum Slug {
  /// Names of files and folders that Lemma itself writes.
  public static let reserved: Set<String> = [
    "404", "all", "assets", "bibliography", "feed", "lemma", "print", "recorded", "references",
    "robots", "search", "sitemap", "verification", "vocabulary",
  ]

  /// The file name without `.md`.
  public static func of(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
  }

  /// What is wrong with a lesson's path; nil where it is fine.
  public static func objection(to path: String) -> Diagnostic.Message? {
    if let objection = SitePath.objection(to: path) { return .badPath(path, objection) }
    guard path.hasSuffix(".md"), path.count > 3 else { return .notALesson(path) }
    let slug = of(path)
    if slug.hasPrefix(".") || slug.hasSuffix(".")
      || slug.contains(where: { "<>:\"|?*#%&".contains($0) })
      || slug.isEmpty || slug.utf8.count > 200
    {
      return .badSlug(slug)
    }
    return reserved.contains(slug.lowercased()) ? .reservedSlug(slug) : nil
  }
}

extension Diagnostic.Message {
  static func badColour(_ text: String) -> Self {
    Self(id: "bad-colour", text: "`\(text)` is no colour")
  }

  static func notALesson(_ path: String) -> Self {
    Self(id: "bad-path", text: "`\(path)` is no lesson: its name does not end in `.md`")
  }

  static func badSlug(_ slug: String) -> Self {
    Self(id: "bad-slug", text: "`\(slug)` cannot be the name of a page")
  }

  static func reservedSlug(_ slug: String) -> Self {
    Self(id: "reserved-slug", text: "`\(slug)` is a name that Lemma itself uses")
  }

  static func duplicateSlug(_ path: String, _ other: String) -> Self {
    Self(id: "duplicate-slug", text: "`\(path)` and `\(other)` would be the same page")
  }
}
