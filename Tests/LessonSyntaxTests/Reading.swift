import Diagnostics

@testable import LessonSyntax

/// The lesson of a text, with short names for what tests look at.
struct Reading {
  let lesson: Lesson
  let source: SourceFile

  init(_ text: String) {
    source = SourceFile(path: "lesson.md", text: text)
    lesson = LessonParser.parse(source)
  }

  var ids: [String] { lesson.diagnostics.map(\.message.id) }
  /// For each diagnostic, its identifier and the text that it marks.
  var marks: [String] {
    lesson.diagnostics.map { "\($0.message.id): \(source.text(in: $0.span))" }
  }
  var help: [String] { lesson.diagnostics.flatMap(\.help) }
  var kinds: [Node.Kind] { lesson.nodes.map(\.kind) }

  func text(_ span: Span) -> String { source.text(in: span) }

  /// The text after the edits of all diagnostics.
  var corrected: String {
    var bytes = source.bytes
    for edit in lesson.diagnostics.compactMap(\.edit).sorted(by: { $0.span.start > $1.span.start })
    {
      bytes.replaceSubrange(edit.span.start..<edit.span.end, with: Array(edit.replacement.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  var formulas: [String] {
    kinds.compactMap { kind in
      switch kind {
      case .inlineMath(let math): (math.isDisplay ? "D " : "I ") + math.tex.text
      case .displayMath(let math): "B " + math.tex.text
      default: nil
      }
    }
  }

  var texts: [String] {
    kinds.compactMap { kind in
      if case .text(let text) = kind { text } else { nil }
    }
  }
}
