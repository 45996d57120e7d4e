/// A run cell with what it needs from above.
struct CellProgram {
  let cell: Int
  /// Its piece.
  let piece: Int
  /// Indices of the items above that it needs, in order.
  let above: [Int]
  /// Its own items.
  let own: Range<Int>
  private let lesson: LessonItems

  init(cell: Int, piece: Int, above: [Int], in lesson: LessonItems) {
    self.cell = cell
    self.piece = piece
    self.above = above
    own = lesson.ranges[piece]
    self.lesson = lesson
  }

  /// All that it consists of, in order.
  var items: [Int] { above + own }

  /// Something runs before the cell's own first item.
  var hasPrologue: Bool { above.contains { lesson.items[$0].isExecuted } }

  /// All names and words in it, members too.
  var words: Set<String> {
    items.reduce(into: []) { $0.formUnion(lesson.items[$1].words.union(lesson.items[$1].names)) }
  }

  /// As a function beside others' it means what it means as `main.swift`.
  var canBeFunction: Bool {
    guard !lesson.unread.contains(piece) else { return false }
    let all = items.map { lesson.items[$0] }
    let isPlain = all.allSatisfy { item in
      item.traits.isDisjoint(with: [.isForMainFile, .hasSyntaxError])
        && item.names.isDisjoint(with: VocabularySource.elementaryNames)
        && (item.kind != .importing || item.words.isSubset(of: Self.usualModules))
    }
    return isPlain && isFreeOfRepetition(all) && !hasGlobalUsesOfLocals(all)
  }

  /// What names one of these adds nothing to what any generated file imports.
  private static let usualModules: Set = ["Foundation", "Glibc", "Darwin", "Swift"]

  /// In `main.swift` a name that is declared twice is an error.
  private func isFreeOfRepetition(_ all: [ProgramItem]) -> Bool {
    var seen: Set<[String]> = []
    return all.allSatisfy { item in
      item.names.allSatisfy { seen.insert([$0, item.overload ?? ""]).inserted }
    }
  }

  /// Names that statements bind become local, and are not seen outside of the function.
  private func hasGlobalUsesOfLocals(_ all: [ProgramItem]) -> Bool {
    let locals = all.reduce(into: Set<String>()) {
      if $1.kind == .statement { $0.formUnion($1.names) }
    }
    guard !locals.isEmpty else { return false }
    return all.contains { $0.kind != .statement && !$0.words.isDisjoint(with: locals) }
  }
}
