public import Diagnostics

/// The `swift run` cells of a lesson as programs for `swiftc`.
///
/// A cell means: the earlier definitions that it needs, and the cell, as `main.swift`. So it is compiled
/// where it is alone. Several cells are compiled as one module with a function for each, which is a
/// matter of speed only: `batches` puts together what means the same there.
public struct SwiftProgram: Sendable {
  let lesson: LessonItems
  /// By the index of the cell's piece.
  private let needs: [Int: ProgramNeeds]
  private let pieceOfCell: [Int: Int]

  /// - Parameters:
  ///   - pieces: shared files first, then the cells in their order.
  ///   - vocabulary: displays and checks, which `swiftc` does not know.
  public init(pieces: [ProgramPiece], vocabulary: Vocabulary) {
    let lesson = LessonItems(pieces, vocabulary: vocabulary)
    let programs = pieces.indices.filter { pieces[$0].isRunCell && pieces[$0].cell != nil }
    self.lesson = lesson
    needs = Dictionary(
      uniqueKeysWithValues: programs.map { ($0, ProgramNeeds(of: $0, in: lesson)) })
    pieceOfCell = Dictionary(
      programs.compactMap { piece in pieces[piece].cell.map { ($0, piece) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The author's files that the sources are made from.
  public var sourceFiles: [SourceFile] {
    var seen: Set<String> = []
    return lesson.pieces.map(\.source.file).filter { seen.insert($0.path).inserted }
  }

  /// The text of all that a run cell takes from above it, in order: with the cell's own text and the
  /// compiler, what its result depends on. Empty for a cell that is none of these.
  public func dependency(of cell: Int) -> String {
    guard let piece = pieceOfCell[cell], let needs = needs[piece] else { return "" }
    return needs.items.map { text(of: lesson.items[$0]) + "\n" }.joined()
  }

  /// The uses of what only Lemma has, in the cell and in the definitions that it needs.
  public func diagnostics(of cell: Int) -> [Diagnostic] {
    guard let piece = pieceOfCell[cell], let needs = needs[piece] else { return [] }
    return needs.lemmaUses.map { diagnostic($0, in: piece) }.sortedByPlace()
  }

  /// The cells in groups, each of which `files(running:)` makes one module of.
  public func batches(of cells: [Int]) -> [[Int]] {
    var batches: [ProgramBatch] = []
    for cell in cells {
      guard let program = cellProgram(cell) else { continue }
      if let index = batches.firstIndex(where: { $0.accepts(program) }) {
        batches[index].add(program)
      } else {
        batches.append(ProgramBatch(program, in: lesson))
      }
    }
    return batches.map { $0.programs.map(\.cell) }
  }

  /// The sources of one module. With several cells its program takes the index of the cell to run as
  /// its argument; with one it takes none.
  public func files(running cells: [Int]) -> [GeneratedFile] {
    let programs = cells.compactMap(cellProgram)
    if programs.count == 1, let program = programs.first {
      return [support(for: program), mainFile(of: program)]
    }
    guard let first = programs.first else { return [] }
    var batch = ProgramBatch(first, in: lesson)
    for program in programs.dropFirst() { batch.add(program) }
    return batch.files
  }

  private func cellProgram(_ cell: Int) -> CellProgram? {
    guard let piece = pieceOfCell[cell], let needs = needs[piece] else { return nil }
    return CellProgram(cell: cell, piece: piece, above: needs.items, in: lesson)
  }

  private func text(of item: ProgramItem) -> String {
    let source = lesson.pieces[item.piece].source
    return source.excerpt(item.span.start, item.span.end).text
  }
}

// MARK: What only Lemma has

extension SwiftProgram {
  private func diagnostic(_ use: ProgramNeeds.LemmaUse, in piece: Int) -> Diagnostic {
    let item = lesson.items[use.item]
    let cell = lesson.pieces[piece].source
    let name = use.name == NameUses.numberInterpolation ? "\\(…, decimals:)" : use.name
    guard item.piece != piece else {
      return Diagnostic(
        .error, .lemmaOnly(name), in: cell, at: use.span,
        help: ["compute it in a `swift eval` cell"])
    }
    let source = lesson.pieces[item.piece].source
    let place = source.file.location(at: source.fileOffset(use.span.start))
    let user = item.names.sorted().first ?? "a statement above"
    return Diagnostic(
      .error, .needsLemmaOnly(use.origin.name, name), in: cell, at: use.origin.span,
      label: "needs `\(user)`",
      help: [
        "`\(name)` is used at \(source.file.path):\(place.line):\(place.column)",
        "write it so that it needs only Swift, or compute it in a `swift eval` cell",
      ])
  }
}

extension Diagnostic.Message {
  static func lemmaOnly(_ name: String) -> Self {
    Self(id: "lemma-only", text: "only Lemma has `\(name)`: `swiftc` does not know it")
  }

  static func needsLemmaOnly(_ origin: String, _ name: String) -> Self {
    Self(
      id: "lemma-only",
      text: "`\(origin)` cannot be used here: it needs `\(name)`, which only Lemma has")
  }
}
