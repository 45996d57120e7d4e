public import Diagnostics
public import LessonSyntax
import SwiftEval

/// A file that the cells and listings of a lesson with the same `file=` make together, in order.
public struct TangledFile: Sendable, Hashable {
  public var name: String
  /// That of its parts, as their fences name it: `swift`, `python`.
  public var language: String
  public var text: String
  /// The nodes of its parts, in order.
  public var nodes: [Int]

  public init(name: String, language: String, text: String, nodes: [Int]) {
    self.name = name
    self.language = language
    self.text = text
    self.nodes = nodes
  }
}

extension TangledFile {
  /// The files of a lesson in the order of their first parts, and what is wrong with them: a file is in
  /// one language, and one in Swift compiles alone.
  ///
  /// - Parameter shared: the Swift files that the lesson uses.
  public static func files(
    of lesson: Lesson, shared: [Excerpt]
  ) -> (files: [TangledFile], diagnostics: [Diagnostic]) {
    var names: [String] = []
    var parts: [String: [Part]] = [:]
    var diagnostics: [Diagnostic] = []
    for node in lesson.nodes.indices {
      guard let (name, part) = Part.part(at: node, of: lesson) else { continue }
      if let language = parts[name]?.first?.language, language != part.language {
        diagnostics.append(
          Diagnostic(
            .error, .fileLanguages(name, language, part.language), in: lesson.source,
            at: lesson.firstLine(of: node)))
        continue
      }
      if parts[name] == nil { names.append(name) }
      parts[name, default: []].append(part)
    }
    for name in names {
      diagnostics += missingDefinitions(in: name, parts[name] ?? [], of: lesson, shared)
    }
    return (names.map { file($0, of: parts[$0] ?? []) }, diagnostics)
  }

  private static func missingDefinitions(
    in name: String, _ parts: [Part], of lesson: Lesson, _ shared: [Excerpt]
  ) -> [Diagnostic] {
    guard parts.first?.language == "swift" else { return [] }
    let others = lesson.cells.filter { $0.mode != .pythonRun && $0.options.file != name }
    return SwiftTangle.missingDefinitions(
      in: parts.map(\.code), of: name, beside: shared + others.map(\.source),
      vocabulary: DisplayVocabulary.vocabulary)
  }

  private static func file(_ name: String, of parts: [Part]) -> TangledFile {
    let language = parts.first?.language ?? ""
    let code = parts.map(\.code)
    return TangledFile(
      name: name, language: language,
      text: language == "swift" ? SwiftTangle.text(of: code) : joined(code.map(\.text)),
      nodes: parts.map(\.node))
  }

  /// Exactly as they ran, with an empty line between them.
  private static func joined(_ texts: [String]) -> String {
    texts.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined(separator: "\n")
  }
}

/// A cell or a listing as a piece of a file.
private struct Part {
  var language: String
  var code: Excerpt
  var node: Int

  /// Nil for a node that is part of no file.
  static func part(at node: Int, of lesson: Lesson) -> (file: String, part: Part)? {
    switch lesson.nodes[node].kind {
    case .code(let code):
      guard let file = code.file else { return nil }
      return (file, Part(language: code.language, code: code.text, node: node))
    case .cell(let index):
      let cell = lesson.cells[index]
      guard let file = cell.options.file else { return nil }
      return (file, Part(language: cell.mode.language, code: cell.source, node: node))
    default: return nil
    }
  }
}

extension Cell.Mode {
  /// As a fence names it.
  public var language: String {
    switch self {
    case .swiftEval, .swiftRun: "swift"
    case .pythonRun: "python"
    }
  }
}

extension Lesson {
  /// The first line of a node: the fence of a cell or a listing.
  fileprivate func firstLine(of node: Int) -> Span {
    let start = nodes[node].span.start
    return Span(start, max(start, source.spanOfLine(source.line(at: start)).end))
  }
}

extension Diagnostic.Message {
  static func fileLanguages(_ name: String, _ language: String, _ other: String) -> Self {
    Self(id: "file-languages", text: "`\(name)` is \(language) above, and \(other) here")
  }
}
