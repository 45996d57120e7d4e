import Diagnostics

/// Reads BibTeX: entries, `@string`, `@comment`, `@preamble`; text between entries is a comment.
struct BibTeXReader {
  private let file: SourceFile
  private let bytes: [UInt8]
  private var position = 0
  private var strings: [String: String] = BibTeXReader.months
  private(set) var works: [Bibliography.Work] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Stops an entry: reported already.
  private struct Broken: Error {}

  static func works(_ file: SourceFile) -> (works: [Bibliography.Work], diagnostics: [Diagnostic]) {
    var reader = BibTeXReader(file)
    reader.read()
    return (reader.works, reader.diagnostics)
  }

  private init(_ file: SourceFile) {
    self.file = file
    self.bytes = file.bytes
  }

  private mutating func read() {
    while let at = bytes[position...].firstIndex(of: UInt8(ascii: "@")) {
      position = at + 1
      do { try readEntry(at: at) } catch { skipToNextEntry() }
    }
  }

  private mutating func readEntry(at start: Int) throws(Broken) {
    let type = name().lowercased()
    guard !type.isEmpty else { return }
    if type == "comment" {
      skipSpace()
      if byte == UInt8(ascii: "{") { _ = try braced() }
      return
    }
    skipSpace()
    guard let open = byte, open == UInt8(ascii: "{") || open == UInt8(ascii: "(") else {
      throw broken("`{` is expected after `@\(type)`", Span(start, position))
    }
    position += 1
    let close = open == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: ")")
    switch type {
    case "preamble": _ = try value()
    case "string":
      for (name, value) in try fields(until: close) { strings[name] = value }
    default:
      let span = try key(until: close)
      let work = Bibliography.Work(key: file.text(in: span), type: type, span: span)
      works.append(Self.work(work, try fields(until: close)))
    }
    skipSpace()
    guard byte == close else { throw broken("this entry does not end", Span(start, position)) }
    position += 1
  }

  private mutating func key(until close: UInt8) throws(Broken) -> Span {
    skipSpace()
    let start = position
    while let next = byte, next != UInt8(ascii: ","), next != close, !MathSyntax.isSpace(next) {
      position += 1
    }
    let span = Span(start, position)
    skipSpace()
    guard !span.isEmpty, byte == UInt8(ascii: ",") || byte == close else {
      throw broken("a key and a comma are expected here", span)
    }
    if byte == UInt8(ascii: ",") { position += 1 }
    return span
  }

  private mutating func fields(until close: UInt8) throws(Broken) -> [(name: String, value: String)]
  {
    var result: [(name: String, value: String)] = []
    while true {
      skipSpace()
      if byte == close || byte == nil { return result }
      let start = position
      let name = name().lowercased()
      skipSpace()
      guard !name.isEmpty, byte == UInt8(ascii: "=") else {
        throw broken(
          "a field is expected here: `name = {value}`", Span(start, max(start + 1, position)))
      }
      position += 1
      result.append((name, try value()))
      skipSpace()
      guard byte == UInt8(ascii: ",") || byte == close else {
        throw broken("a comma is expected after the field `\(name)`", Span(start, position))
      }
      if byte == UInt8(ascii: ",") { position += 1 }
    }
  }

  /// Pieces joined by `#`.
  private mutating func value() throws(Broken) -> String {
    var result = ""
    while true {
      skipSpace()
      let start = position
      switch byte {
      case UInt8(ascii: "{")?: result += try braced()
      case UInt8(ascii: "\"")?: result += try quoted()
      default:
        let word = name()
        guard !word.isEmpty else {
          throw broken("a value is expected here", Span(start, start + 1))
        }
        if word.allSatisfy(\.isNumber) {
          result += word
        } else if let known = strings[word.lowercased()] {
          result += known
        } else {
          report("no `@string` defines `\(word)`", Span(start, position))
        }
      }
      skipSpace()
      guard byte == UInt8(ascii: "#") else { return result }
      position += 1
    }
  }

  private mutating func braced() throws(Broken) -> String {
    let start = position
    var depth = 0
    while let next = byte {
      position += 1
      switch next {
      case UInt8(ascii: "\\"): position += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return file.text(in: Span(start + 1, position - 1)) }
      default: break
      }
    }
    throw broken("this brace is not closed", Span(start, start + 1))
  }

  private mutating func quoted() throws(Broken) -> String {
    let start = position
    var depth = 0
    position += 1
    while let next = byte {
      position += 1
      switch next {
      case UInt8(ascii: "\\"): position += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\"") where depth <= 0: return file.text(in: Span(start + 1, position - 1))
      default: break
      }
    }
    throw broken("this quote is not closed", Span(start, start + 1))
  }
}

extension BibTeXReader {
  private static let months: [String: String] = {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return Dictionary(uniqueKeysWithValues: names.map { ($0.prefix(3).lowercased(), $0) })
  }()

  private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let next = byte, MathSyntax.isSpace(next) { position += 1 }
  }

  private mutating func name() -> String {
    let start = position
    while let next = byte, !MathSyntax.isSpace(next), !"{}()=,#\"%@".utf8.contains(next) {
      position += 1
    }
    return file.text(in: Span(start, position))
  }

  /// After something broken: to an `@` at the start of a line.
  private mutating func skipToNextEntry() {
    while let next = byte {
      let isLineStart = position == 0 || bytes[position - 1] == 0x0A || bytes[position - 1] == 0x0D
      if next == UInt8(ascii: "@"), isLineStart { return }
      position += 1
    }
  }

  private mutating func broken(_ problem: String, _ span: Span) -> Broken {
    report(problem, span)
    position = min(max(position, span.start + 1), bytes.count)
    return Broken()
  }

  private mutating func report(_ problem: String, _ span: Span) {
    let end = min(span.end, bytes.count)
    diagnostics.append(
      Diagnostic(.error, .badBibTeX(problem), in: file, at: Span(min(span.start, end), end)))
  }

  private static func work(
    _ blank: Bibliography.Work, _ fields: [(name: String, value: String)]
  ) -> Bibliography.Work {
    var work = blank
    for (name, raw) in fields {
      let text = TeXText.plain(raw)
      guard !text.isEmpty else { continue }
      switch name {
      case "author": (work.authors, work.hasMoreAuthors) = BibTeXNames.names(raw)
      case "editor": work.editors = BibTeXNames.names(raw).names
      case "title": work.title = text
      case "journal", "journaltitle", "booktitle": work.container = text
      case "series": work.series = text
      case "publisher", "school", "institution", "organization": work.publisher = text
      case "year": work.year = text
      case "date": work.year = work.year ?? String(text.prefix(4))
      case "volume": work.volume = text
      case "number", "issue": work.issue = text
      case "pages": work.pages = TeXText.pages(text)
      case "edition": work.edition = text
      case "doi": work.doi = text
      case "url": work.url = raw.trimmingSpace()
      case "note", "howpublished": work.note = text
      default: break
      }
    }
    return work
  }
}

extension String {
  func trimmingSpace() -> String {
    var text = self[...]
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}

extension Diagnostic.Message {
  static func badBibTeX(_ problem: String) -> Self { Self(id: "bad-bibtex", text: problem) }
}
