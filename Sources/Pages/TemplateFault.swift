import Diagnostics
import Mustache

/// What keeps Mustache from reading a template, in words, and where.
struct TemplateFault {
  let reason: String
  let span: Span

  init(_ error: any Error, in file: SourceFile) {
    guard let error = error as? MustacheTemplate.ParserError else {
      (reason, span) = ("\(error)", Span(0, 0))
      return
    }
    switch error.error as? MustacheTemplate.Error {
    case .expectedSectionEnd:
      let open = Self.openSection(in: file)
      (reason, span) = ("this section is not closed", open ?? Self.place(of: error, in: file))
    case .sectionCloseNameIncorrect:
      (reason, span) = ("this closes another section than is open", Self.place(of: error, in: file))
    case .unfinishedName:
      let place = Self.place(of: error, in: file)
      let tag = Self.tags(in: file).last { $0.start <= place.start }
      (reason, span) = ("this tag has no end", tag ?? place)
    case .some(let other): (reason, span) = ("\(other)", Self.place(of: error, in: file))
    case nil:
      // The text ended within a tag.
      let tag = Self.tags(in: file).last
      (reason, span) = ("this tag has no end", tag ?? Self.place(of: error, in: file))
    }
  }

  private static func place(of error: MustacheTemplate.ParserError, in file: SourceFile) -> Span {
    let line = file.spanOfLine(max(0, error.context.lineNumber - 1))
    let offset = min(line.end, line.start + max(0, error.context.columnNumber - 1))
    return Span(offset, offset)
  }

  /// From each `{{` to the `}}` that ends it, or to the end of the line.
  private static func tags(in file: SourceFile) -> [Span] {
    var tags: [Span] = []
    var position = 0
    while position + 1 < file.bytes.count {
      guard file.bytes[position...].starts(with: "{{".utf8) else {
        position += 1
        continue
      }
      let lineEnd = file.spanOfLine(file.line(at: position)).end
      let end = (position + 2..<max(position + 2, lineEnd)).first {
        file.bytes[$0...].starts(with: "}}".utf8)
      }
      tags.append(Span(position, end.map { $0 + 2 } ?? lineEnd))
      position = end ?? lineEnd
    }
    return tags
  }

  /// The tag of the innermost section that is open at the end.
  private static func openSection(in file: SourceFile) -> Span? {
    var open: [Span] = []
    for tag in tags(in: file) {
      switch file.text(in: tag).dropFirst(2).first {
      case "#", "^", "$", "<": open.append(tag)
      case "/": _ = open.popLast()
      default: break
      }
    }
    return open.last
  }
}
