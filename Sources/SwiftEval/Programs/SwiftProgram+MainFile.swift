import Diagnostics

extension SwiftProgram {
  func support(for program: CellProgram) -> GeneratedFile {
    let declared = program.items.reduce(into: Set<String>()) {
      $0.formUnion(lesson.items[$1].names)
    }
    return SupportFile.file(without: declared)
  }

  /// The definitions that the cell needs, and the cell as it stands.
  func mainFile(of program: CellProgram) -> GeneratedFile {
    var source = GeneratedSource("import Foundation\n")
    source.add(SupportFile.begin)
    if program.hasPrologue { source.add(SupportFile.mute) }
    for index in program.above { source.add(lesson.items[index], of: lesson) }
    if program.hasPrologue { source.add(SupportFile.unmute) }
    let cell = lesson.pieces[program.piece].source
    source.add(
      cell, Span(0, cell.text.utf8.count),
      textBlocks: program.own.flatMap { lesson.items[$0].textBlocks })
    return GeneratedFile(name: "main.swift", text: source.text)
  }
}
