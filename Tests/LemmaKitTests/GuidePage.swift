import Foundation
import LessonSyntax

/// A page of `content/guide`, with its listings and what stands after each.
///
/// The guide shows Markdown in listings, and below each in a block quote what it becomes: the same text,
/// which is part of the page. Where a listing shows a mistake, its diagnostic follows in a listing of text.
/// Listings with `file=`, differences and transcripts make up a walk through a folder `my-course`.
struct GuidePage: CustomStringConvertible, Sendable {
  let name: String
  let lesson: Lesson

  var description: String { name }

  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("content/guide")

  /// In the order of their names.
  static let all: [GuidePage] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().compactMap { name in
      let path = folder.appendingPathComponent(name).path
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
      return GuidePage(name: name, lesson: LessonParser.parse(.init(path: name, text: text)))
    }
  }()

  /// A listing, and what stands directly after it.
  struct Listing {
    let language: String
    let text: String
    /// The name after `file=`.
    let file: String?
    /// The text of the block quote after it.
    let quote: String?
    /// The text of the listing of text after it.
    let note: String?

    /// A lesson with its title or its front matter, not a piece of one.
    var isWholeLesson: Bool { text.hasPrefix("# ") || text.hasPrefix("---\n") }

    /// Without the title of a whole lesson.
    var body: String {
      guard text.hasPrefix("# ") else { return text }
      return String(text.drop { $0 != "\n" }.drop { $0 == "\n" })
    }

    /// `$ ` and a command begin it.
    var isTranscript: Bool { language == "text" && text.hasPrefix("$ ") }

    /// The diagnostics that the page shows for it.
    var diagnostics: String? {
      guard let note, note.contains(": error: ") || note.contains(": warning: ") else { return nil }
      return note.hasPrefix("$ ") ? nil : note
    }
  }

  var listings: [Listing] {
    let blocks = lesson.children(of: 0)
    return blocks.indices.compactMap { index in
      guard case .code(let code) = lesson.nodes[blocks[index]].kind else { return nil }
      let next = index + 1 < blocks.count ? blocks[index + 1] : nil
      return Listing(
        language: code.language, text: code.text.text, file: code.file,
        quote: next.flatMap(quote), note: next.flatMap(note))
    }
  }

  /// The texts of all block quotes.
  var quotes: [String] { lesson.children(of: 0).compactMap(quote) }

  private func note(_ node: Int) -> String? {
    guard case .code(let code) = lesson.nodes[node].kind, code.language == "text" else {
      return nil
    }
    return code.text.text
  }

  /// What a block quote holds, footnotes too, as it would stand without its bar.
  private func quote(_ node: Int) -> String? {
    guard case .blockQuote = lesson.nodes[node].kind else { return nil }
    let source = lesson.source
    let first = source.line(at: lesson.nodes[node].span.start)
    let lines = (first..<source.lineStarts.count).lazy.map(source.textOfLine)
      .prefix { $0.hasPrefix(">") }
    return lines.map { line in
      let content = line.dropFirst()
      return content.hasPrefix(" ") ? content.dropFirst() : content
    }.joined(separator: "\n")
  }
}

extension GuidePage {
  /// The texts of code spans, in order.
  var codeSpans: [String] {
    lesson.nodes.compactMap { node in
      if case .inlineCode(let text) = node.kind { text } else { nil }
    }
  }

  /// What readers could find as code: code spans, listings and cells.
  static let allCode: String = all.flatMap { page in
    page.codeSpans + page.listings.map(\.text) + page.lesson.cells.map(\.source.text)
  }.joined(separator: "\n")

  /// The names in it.
  static let allNames = Set(
    allCode.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))

  /// The rows below the heading of a table: of each cell its first code span, and its source.
  func rows(below anchor: String) -> [[(code: String?, source: String)]] {
    let blocks = lesson.children(of: 0)
    guard
      let heading = blocks.firstIndex(where: { node in
        if case .heading(_, anchor) = lesson.nodes[node].kind { true } else { false }
      }),
      let table = blocks[heading...].first(where: { node in
        if case .table = lesson.nodes[node].kind { true } else { false }
      })
    else { return [] }
    return rows(of: table)
  }

  var tables: [[[(code: String?, source: String)]]] {
    lesson.nodes.indices.filter { node in
      if case .table = lesson.nodes[node].kind { true } else { false }
    }.map(rows)
  }

  private func rows(of table: Int) -> [[(code: String?, source: String)]] {
    lesson.children(of: table).dropFirst().map { row in
      lesson.children(of: row).map { cell in
        let spans = lesson.children(of: cell).compactMap { node in
          if case .inlineCode(let text) = lesson.nodes[node].kind { text } else { nil as String? }
        }
        return (spans.first, lesson.source.text(in: lesson.nodes[cell].span))
      }
    }
  }
}
