import Diagnostics

/// Cells that are compiled as one module: a function for each, and the definitions as globals.
///
/// A cell's functions and variables that no other cell needs are `fileprivate`, so that each cell may
/// have an `x` of its own. Types are not: Swift would print their names otherwise.
struct ProgramBatch {
  private let lesson: LessonItems
  private(set) var programs: [CellProgram]

  init(_ program: CellProgram, in lesson: LessonItems) {
    self.lesson = lesson
    programs = [program]
  }

  mutating func add(_ program: CellProgram) { programs.append(program) }

  /// No cell would see a name that it does not see alone.
  func accepts(_ program: CellProgram) -> Bool {
    guard program.canBeFunction, programs[0].canBeFunction else { return false }
    let all = ProgramBatch(lesson: lesson, programs: programs + [program])
    let shown = all.items.filter { all.isVisible($0) }
    return all.programs.allSatisfy { program in
      let known = Set(program.items)
      let words = program.words
      return shown.allSatisfy { known.contains($0) || isHarmless(lesson.items[$0], to: words) }
    }
  }

  private init(lesson: LessonItems, programs: [CellProgram]) {
    self.lesson = lesson
    self.programs = programs
  }

  private func isHarmless(_ item: ProgramItem, to words: Set<String>) -> Bool {
    if item.kind == .typeExtension(isImplicit: true), lesson.isOfForeignType(item) { return false }
    return item.names.isDisjoint(with: words) && item.members.isDisjoint(with: words)
  }

  /// All items of all cells, in order.
  private var items: [Int] { Set(programs.flatMap(\.items)).sorted() }

  /// An item that becomes a declaration which other files see.
  private func isVisible(_ index: Int) -> Bool {
    let item = lesson.items[index]
    switch item.kind {
    case .importing, .statement: return false
    case .type, .typeExtension: return true
    case .definition, .variable:
      let isOwn = programs.contains { $0.own.contains(index) }
      let isNeeded = programs.contains { $0.above.contains(index) }
      return !isOwn || isNeeded || item.traits.contains(.hasDecorations) || isOperator(item)
    }
  }

  private func isOperator(_ item: ProgramItem) -> Bool {
    item.kind == .definition
      && !item.names.allSatisfy { $0.first.map { $0.isLetter || $0 == "_" } ?? false }
  }
}

// MARK: Sources

extension ProgramBatch {
  var files: [GeneratedFile] {
    let pieces = Set(items.map { lesson.items[$0].piece }).union(programs.map(\.piece)).sorted()
    return [SupportFile.whole] + pieces.map(file) + [mainFile]
  }

  private func file(of piece: Int) -> GeneratedFile {
    var source = GeneratedSource("import Foundation\n")
    for index in items where lesson.items[index].piece == piece {
      let item = lesson.items[index]
      guard item.kind != .statement else { continue }
      let isHidden = item.kind != .importing && !isVisible(index)
      source.add(item, of: lesson, modifier: isHidden ? "fileprivate" : nil)
    }
    if let program = programs.first(where: { $0.piece == piece }) { add(program, to: &source) }
    return GeneratedFile(name: "Piece\(piece).swift", text: source.text)
  }

  /// A global of another file than `main.swift` gets its value when it is first used: it is used where
  /// it stands, so that effects keep their order.
  private func add(_ program: CellProgram, to source: inout GeneratedSource) {
    source.add("func \(Self.name(of: program))() throws {")
    if program.hasPrologue { source.add(SupportFile.mute) }
    for index in program.items {
      if index == program.own.lowerBound, program.hasPrologue { source.add(SupportFile.unmute) }
      let item = lesson.items[index]
      switch item.kind {
      case .variable: for name in item.values { source.add("_ = `\(name)`") }
      case .statement: source.add(item, of: lesson)
      case .importing, .definition, .type, .typeExtension: break
      }
    }
    source.add("}")
  }

  private var mainFile: GeneratedFile {
    var source = GeneratedSource()
    source.add(SupportFile.begin)
    source.add("switch CommandLine.arguments.last {")
    for program in programs {
      source.add("case \"\(program.cell)\": try \(Self.name(of: program))()")
    }
    source.add("default: break")
    source.add("}")
    return GeneratedFile(name: "main.swift", text: source.text)
  }

  private static func name(of program: CellProgram) -> String { "_lemmaCell\(program.cell)" }
}

extension GeneratedSource {
  mutating func add(_ item: ProgramItem, of lesson: LessonItems, modifier: String? = nil) {
    add(
      lesson.pieces[item.piece].source, item.span, textBlocks: item.textBlocks, modifier: modifier)
  }
}
