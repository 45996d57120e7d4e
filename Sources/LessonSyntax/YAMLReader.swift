import Diagnostics
import Yams

/// A node of Yams', which has the name of ours.
typealias YAMLNode = Yams.Node

/// Reads a YAML text with the place of every key and value, and reports what is not as it should be.
struct YAMLReader {
  let file: SourceFile
  private(set) var diagnostics: [Diagnostic] = []

  /// The line of the file (from 0) on which the text begins.
  private let firstLine: Int
  private let text: String
  /// Where each of the text's Unicode scalars begins in the file.
  private let scalarStarts: [Int]

  /// - Parameter lines: the lines of the file that hold the text.
  init(_ file: SourceFile, lines: Range<Int>) {
    self.file = file
    self.firstLine = lines.lowerBound
    let start = lines.isEmpty ? 0 : file.lineStarts[lines.lowerBound]
    let end =
      lines.upperBound < file.lineStarts.count
      ? file.lineStarts[lines.upperBound] : file.bytes.count
    var text = lines.isEmpty ? "" : file.text(in: Span(start, end))
    let hasMark = text.unicodeScalars.first == "\u{FEFF}"
    if hasMark { text.unicodeScalars.removeFirst() }
    self.text = text
    let content = (hasMark ? start + 3 : start)..<max(start, end)
    scalarStarts = content.filter { file.bytes[$0] & 0xC0 != 0x80 }
  }

  /// The root mapping; empty where there is none, and reported where that is an error.
  mutating func mapping() -> [Entry] {
    guard let root = root() else { return [] }
    return entries(of: root, name: "this file", known: nil)
  }

  /// The root; nil where the text is empty, or is no YAML, which is reported.
  mutating func root() -> YAMLNode? {
    guard text.utf8.count <= Self.longest, !Self.isTooDeep(text) else {
      diagnostics.append(
        Diagnostic(.error, .yamlTooLarge(), in: file, at: span(line: 0, column: 0, length: 1)))
      return nil
    }
    do {
      guard let root = try Yams.compose(yaml: text) else { return nil }
      if case .scalar(let scalar) = root, scalar.string.isEmpty { return nil }
      return root
    } catch let error as YamlError {
      report(error)
    } catch {
      diagnostics.append(
        Diagnostic(.error, .yaml("\(error)"), in: file, at: span(line: 0, column: 0, length: 1)))
    }
    return nil
  }

  struct Entry {
    var key: String
    var keySpan: Span
    var value: YAMLNode
  }

  /// The entries of a mapping in order; unknown and repeated keys are reported and left out.
  mutating func entries(of node: YAMLNode, name: String, known: [String]?) -> [Entry] {
    guard case .mapping(let mapping) = node else {
      report(.expected("a mapping of keys to values", for: name), at: node)
      return []
    }
    var result: [Entry] = []
    var seen: Set<String> = []
    for (keyNode, value) in mapping {
      guard case .scalar(let key) = keyNode else {
        report(.expected("a plain key", for: name), at: keyNode)
        continue
      }
      let keySpan = span(of: keyNode)
      if !seen.insert(key.string).inserted {
        diagnostics.append(Diagnostic(.error, .duplicateKey(key.string), in: file, at: keySpan))
      } else {
        result.append(Entry(key: key.string, keySpan: keySpan, value: value))
      }
    }
    return known.map { self.known(result, $0) } ?? result
  }

  /// The entries, where unknown keys are errors that name the nearest known one.
  mutating func known(_ entries: [Entry], _ known: [String]) -> [Entry] {
    entries.filter { entry in
      if known.contains(entry.key) { return true }
      let nearest = NearestName.nearest(to: entry.key, in: known)
      diagnostics.append(
        Diagnostic(
          .error, .unknownKey(entry.key), in: file, at: entry.keySpan,
          help: [
            nearest.map { "did you mean `\($0)`?" }
              ?? "the keys here are \(known.map { "`\($0)`" }.joined(separator: ", "))"
          ]))
      return false
    }
  }

  mutating func string(_ node: YAMLNode, for name: String) -> String? {
    guard case .scalar(let scalar) = node else {
      report(.expected("a text", for: name), at: node)
      return nil
    }
    return scalar.string
  }

  /// A list of texts with their places; one text stands for a list of one.
  mutating func strings(_ node: YAMLNode, for name: String) -> [(text: String, span: Span)] {
    if case .scalar(let scalar) = node, !scalar.string.isEmpty {
      return [(scalar.string, span(of: node))]
    }
    return items(node, for: name).compactMap { item in
      string(item, for: name).map { ($0, span(of: item)) }
    }
  }

  mutating func items(_ node: YAMLNode, for name: String) -> [YAMLNode] {
    guard case .sequence(let sequence) = node else {
      report(.expected("a list", for: name), at: node)
      return []
    }
    return Array(sequence)
  }

  mutating func report(
    _ message: Diagnostic.Message, at node: YAMLNode, help: [String] = []
  ) {
    diagnostics.append(Diagnostic(.error, message, in: file, at: span(of: node), help: help))
  }

  mutating func report(_ message: Diagnostic.Message, at span: Span, help: [String] = []) {
    diagnostics.append(Diagnostic(.error, message, in: file, at: span, help: help))
  }
}

extension YAMLReader {
  private static let longest = 1 << 20

  /// Yams reads nested collections by recursion: what could be nested too deep for it is refused.
  private static func isTooDeep(_ text: String) -> Bool {
    var flow = 0
    var dashes = 0
    var indentation = 0
    var isAtLineStart = true
    for byte in text.utf8 {
      switch byte {
      case 0x0A, 0x0D:
        (dashes, indentation, isAtLineStart) = (0, 0, true)
      case 0x20: if isAtLineStart { indentation += 1 }
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        flow += 1
        isAtLineStart = false
      case UInt8(ascii: "]"), UInt8(ascii: "}"): flow = max(0, flow - 1)
      case UInt8(ascii: "-"), UInt8(ascii: "?"): dashes += isAtLineStart ? 1 : 0
      default:
        if indentation == 0, isAtLineStart, flow < 100 { flow = 0 }
        isAtLineStart = false
      }
      if flow > 100 || dashes > 100 || (indentation > 400 && !isAtLineStart) { return true }
    }
    return false
  }

  /// The place of a node: of its first line.
  func span(of node: YAMLNode) -> Span {
    guard let mark = node.mark else { return span(line: 0, column: 0, length: 1) }
    let length: Int
    if case .scalar(let scalar) = node {
      let isQuoted = scalar.style == .doubleQuoted || scalar.style == .singleQuoted
      length = scalar.string.unicodeScalars.count + (isQuoted ? 2 : 0)
    } else {
      length = 1
    }
    return span(line: mark.line - 1, column: mark.column - 1, length: length)
  }

  /// Line and column from 0; columns count Unicode scalars, as libyaml's do.
  private func span(line: Int, column: Int, length: Int) -> Span {
    let whole = file.spanOfLine(min(firstLine + max(0, line), file.lineStarts.count - 1))
    let first = scalarStarts.partitioningIndex { $0 >= whole.start }
    func offset(_ column: Int) -> Int {
      let index = first + max(0, column)
      return scalarStarts.indices.contains(index) ? min(scalarStarts[index], whole.end) : whole.end
    }
    return Span(offset(column), offset(column + length))
  }

  /// Yams tells a repeated key, but the place of its mapping alone.
  private func lastLine(withKey key: String) -> Span? {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .reversed()
    {
      let content = line.element.drop { $0 == " " }
      guard content.hasPrefix(key + ":") else { continue }
      let column = line.element.unicodeScalars.count - content.unicodeScalars.count
      return span(line: line.offset, column: column, length: key.unicodeScalars.count)
    }
    return nil
  }

  private mutating func report(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let place = span(line: mark.line - 1, column: mark.column - 1, length: 1)
      diagnostics.append(Diagnostic(.error, .yaml(problem), in: file, at: place))
    case .duplicatedKeysInMapping(let keys, let context):
      for key in keys.sorted() {
        let place =
          lastLine(withKey: key) ?? span(line: context.mark.line - 1, column: 0, length: 1)
        diagnostics.append(Diagnostic(.error, .duplicateKey(key), in: file, at: place))
      }
    case .reader(let problem, _, _, _):
      let place = span(line: 0, column: 0, length: 1)
      diagnostics.append(Diagnostic(.error, .yaml(problem), in: file, at: place))
    default:
      let place = span(line: 0, column: 0, length: 1)
      diagnostics.append(Diagnostic(.error, .yaml("\(error)"), in: file, at: place))
    }
  }
}

extension Diagnostic.Message {
  static func yaml(_ problem: String) -> Self {
    Self(id: "bad-yaml", text: "this is no YAML: \(problem)")
  }

  static func yamlTooLarge() -> Self {
    Self(id: "too-deep", text: "this YAML is too long or nested too deep")
  }

  static func expected(_ wanted: String, for name: String) -> Self {
    Self(id: "bad-value", text: "\(wanted) is expected for \(name)")
  }

  static func unknownKey(_ key: String) -> Self {
    Self(id: "unknown-key", text: "`\(key)` is no known key")
  }

  static func duplicateKey(_ key: String) -> Self {
    Self(id: "duplicate-key", text: "the key `\(key)` stands here twice")
  }
}
