public import Diagnostics

extension SwiftTangle {
  /// What keeps a joined file from compiling alone: names that the lesson defines outside of it, and
  /// names that only Lemma has. Each is reported once, where it is used first.
  ///
  /// - Parameters:
  ///   - cells: the parts of the file.
  ///   - name: that of the file.
  ///   - others: the lesson's Swift that is no part of it, shared files included.
  public static func missingDefinitions(
    in cells: [Excerpt], of name: String, beside others: [Excerpt], vocabulary: Vocabulary
  ) -> [Diagnostic] {
    let file = LessonItems(cells.map(ProgramPiece.init), vocabulary: vocabulary)
    let rest = LessonItems(others.map(ProgramPiece.init), vocabulary: vocabulary)
    var seen: Set<String> = []
    var diagnostics: [Diagnostic] = []
    for item in file.items {
      for (used, span) in item.uses.sorted(by: { $0.value < $1.value })
      where file.definition(of: used) == nil && seen.insert(used).inserted {
        let excerpt = cells[item.piece]
        if let (source, line) = rest.definition(of: used) {
          let isInLesson = source == excerpt.file
          diagnostics.append(
            Diagnostic(
              .error, .outsideOfFile(used, file: name), in: excerpt, at: span,
              help: [
                "it is defined at \(source.path):\(line): "
                  + (isInLesson ? "add `file=\(name)` to that cell" : "define it in a cell, too")
              ]))
        } else if file.isLemmas(used) {
          diagnostics.append(Diagnostic(.error, .lemmaOnly(used), in: excerpt, at: span))
        }
      }
    }
    return diagnostics
  }
}

extension ProgramPiece {
  fileprivate init(_ source: Excerpt) { self.init(source: source, role: .evalCell) }
}

extension LessonItems {
  /// Where a name is defined last.
  fileprivate func definition(of name: String) -> (file: SourceFile, line: Int)? {
    guard let index = declarations(of: name, seenFrom: pieces.count).first else { return nil }
    let item = items[index]
    let source = pieces[item.piece].source
    return (source.file, source.file.location(at: source.fileOffset(item.span.start)).line)
  }
}

extension Diagnostic.Message {
  static func outsideOfFile(_ name: String, file: String) -> Self {
    Self(id: "incomplete-file", text: "no cell of `\(file)` defines `\(name)`, which it uses")
  }
}
