import Cells
import Diagnostics
import LessonSyntax

/// Goes through a lesson and finds what is verified.
struct VerificationCollector {
  private let lesson: Lesson
  private let results: LessonResults
  private let numbering: Numbering
  /// Where sections begin, with their anchors, in order.
  private let sections: [(start: Int, anchor: String)]

  init(_ lesson: Lesson, _ results: LessonResults) {
    self.lesson = lesson
    self.results = results
    numbering = Numbering(lesson, results)
    sections = lesson.nodes.compactMap { node in
      if case .heading(_, let anchor) = node.kind, !anchor.isEmpty {
        (node.span.start, anchor)
      } else {
        nil
      }
    }
  }

  func displays() -> (claims: [LessonVerification.Claim], tables: [LessonVerification.Table]) {
    var claims: [LessonVerification.Claim] = []
    var tables: [LessonVerification.Table] = []
    for (cell, outputs) in results.outputs.enumerated() where lesson.cells.indices.contains(cell) {
      let label = lesson.cells[cell].label?.name
      for (index, output) in outputs.enumerated() {
        let place = place(at: span(cell, index).start, label: label)
        let number = numbering.outputs[cell][index] ?? 0
        switch output {
        case .check(let check):
          claims.append(.init(number: number, label: label, place: place, check: check))
        case .table(let table):
          tables.append(
            .init(
              number: number, label: label, place: place, caption: table.caption,
              columns: Self.columns(of: table)))
        case .text, .figure, .formula, .claims, .slider: break
        }
      }
    }
    return (claims, tables)
  }

  /// Where the expression of an output stands; the cell's own place for results made without it.
  private func span(_ cell: Int, _ output: Int) -> Span {
    guard results.outputSpans.indices.contains(cell),
      results.outputSpans[cell].indices.contains(output)
    else { return lesson.cells[cell].source.span }
    return results.outputSpans[cell][output]
  }

  /// Those with numbers.
  private static func columns(of table: TableOutput) -> [LessonVerification.Column] {
    table.columns.indices.compactMap { column in
      var basis = BasisCount()
      for row in table.rows where row.indices.contains(column) {
        if row[column].integerWidth != nil { basis.add(row[column].basis) }
      }
      return basis.count == 0 ? nil : .init(header: table.columns[column], basis: basis)
    }
  }

  func inlineValues() -> (
    computed: [LessonVerification.Number], literals: [LessonVerification.Numeral]
  ) {
    var computed: [LessonVerification.Number] = []
    var literals: [LessonVerification.Numeral] = []
    for (value, outcome) in zip(lesson.inlineValues, results.inlineValues) {
      guard case .value(let text, let isComputed, let basis) = outcome else { continue }
      let place = place(at: value.textSpan.start)
      if isComputed {
        computed.append(
          .init(place: place, text: text, expression: value.expression.text, basis: basis))
      } else if !NumeralScanner.numerals(in: Array(text.unicodeScalars)).isEmpty {
        literals.append(.init(place: place, text: text, context: text))
      }
    }
    return (computed, literals)
  }

  func uncheckedNumerals() -> [LessonVerification.Numeral] {
    ProseNumerals(lesson, results).found.map { numeral in
      .init(place: place(at: numeral.offset), text: numeral.text, context: numeral.context)
    }
  }

  private func place(at offset: Int, label: String? = nil) -> LessonVerification.Place {
    let location = lesson.source.location(at: offset)
    let next = sections.partitioningIndex { $0.start > offset }
    return LessonVerification.Place(
      text: "\(lesson.source.path):\(location.line):\(location.column)",
      anchor: label ?? (next > 0 ? sections[next - 1].anchor : nil))
  }
}
