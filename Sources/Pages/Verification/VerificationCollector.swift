import Cells
import Diagnostics
import LessonSyntax
import MathCore

/// Goes through a lesson and finds what is verified.
struct VerificationCollector {
  private let lesson: Lesson
  private let results: LessonResults
  private let typography: NumberTypography
  private let numbering: Numbering
  /// Where sections begin, with their anchors, in order.
  private let sections: [(start: Int, anchor: String)]

  init(_ lesson: Lesson, _ results: LessonResults, typography: NumberTypography) {
    self.lesson = lesson
    self.results = results
    self.typography = typography
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
        let span = results.span(of: OutputPlace(cell: cell, output: index))
        let place = place(at: (span ?? lesson.cells[cell].source.span).start, label: label)
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

  /// The inline values that are computed.
  func numbers() -> [LessonVerification.Number] {
    inlineValues { value, text, isComputed, basis in
      guard isComputed else { return [] }
      return [
        .init(
          place: place(at: value.textSpan.start), text: text, expression: value.expression.text,
          basis: basis)
      ]
    }
  }

  /// The numerals that `lit:` links mark.
  func literals() -> [LessonVerification.Numeral] {
    inlineValues { value, text, isComputed, _ in
      guard !isComputed else { return [] }
      let prose = ProseText(caption: text)
      return prose.numerals(typography).map { numeral in
        .init(
          place: place(at: value.textSpan.start), text: numeral, context: text,
          standing: .deliberate(reason: value.title.isEmpty ? nil : value.title))
      }
    }
  }

  private func inlineValues<Record>(
    _ records: (InlineValue, String, Bool, NumberBasis?) -> [Record]
  ) -> [Record] {
    zip(lesson.inlineValues, results.inlineValues).flatMap { value, outcome in
      guard case .value(let text, let isComputed, let basis) = outcome else { return [Record]() }
      return records(value, text, isComputed, basis)
    }
  }

  /// Numerals that no inline value holds.
  func typedNumerals() -> [LessonVerification.Numeral] {
    ProseNumerals(lesson, results, typography: typography).found.map { numeral in
      .init(
        place: place(at: numeral.span.start), text: numeral.text, context: numeral.context,
        standing: standing(of: numeral))
    }
  }

  private func standing(of numeral: ProseNumerals.Found) -> LessonVerification.Standing {
    if let place = numeral.display,
      let kind = results.outputs[place.cell][place.output].numberedKind,
      let number = numbering.outputs[place.cell][place.output]
    {
      let label = lesson.cells[place.cell].label?.name
      return .founded(
        .init(kind: kind, number: "\(number)", destination: label.map { "#" + $0 }))
    }
    if let node = numeral.link, case .reference(let reference) = lesson.nodes[node].kind {
      return .linked(
        NumeralLink(
          reference: reference, text: lesson.plainText(of: node, results: results),
          file: lesson.source, span: numeral.span))
    }
    return .unchecked
  }

  private func place(at offset: Int, label: String? = nil) -> LessonVerification.Place {
    let location = lesson.source.location(at: offset)
    let next = sections.partitioningIndex { $0.start > offset }
    return LessonVerification.Place(
      text: "\(lesson.source.path):\(location.line):\(location.column)",
      anchor: label ?? (next > 0 ? sections[next - 1].anchor : nil))
  }
}
