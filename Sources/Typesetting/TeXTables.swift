import Diagnostics
import Markup

/// A row of an environment.
struct TeXTableRow {
  var cells: [[Element]] = []
  /// Space below, in em: `\\[1ex]`.
  var spaceBelow: Double?
  var hasRuleAbove = false
  var hasRuleBelow = false
  var tag: String?

  var isEmpty: Bool { cells.allSatisfy(\.isEmpty) && tag == nil }
}

extension TeXParser {
  /// The rows up to `\end` or whatever else closes something around.
  mutating func tableRows(_ environment: TeXEnvironment) -> [TeXTableRow] {
    var rows: [TeXTableRow] = []
    let outerTag = rowTag
    while true {
      var row = TeXTableRow()
      while peekAfterSpaces()?.kind == .command("hline") {
        _ = next()
        row.hasRuleAbove = true
      }
      rowTag = nil
      var goesOn = readCells(environment, into: &row)
      row.tag = rowTag
      if goesOn, let token = peekAfterSpaces(), token.isRowEnd {
        _ = next()
        readSpaceBelow(into: &row)
      } else {
        goesOn = false
      }
      if !goesOn, row.isEmpty, !rows.isEmpty {
        // A last row that holds nothing but `\hline` is the rule below the row before.
        rows[rows.count - 1].hasRuleBelow = row.hasRuleAbove
      } else {
        rows.append(row)
      }
      if !goesOn { break }
    }
    rowTag = outerTag
    return rows
  }

  /// The cells of one row; false where the table is over.
  private mutating func readCells(
    _ environment: TeXEnvironment, into row: inout TeXTableRow
  ) -> Bool {
    let outer = (style, alphabet)
    while true {
      let atoms = self.row()
      let continuesLeft = environment.columns == .aligned && row.cells.count % 2 == 1
      row.cells.append(
        MathRow(atoms: atoms, style: style, before: continuesLeft ? .ordinary : nil).elements())
      (style, alphabet) = outer
      guard let token = peekAfterSpaces() else { return false }
      guard token.kind == .alignment else { return token.isRowEnd }
      _ = next()
    }
  }

  private mutating func readSpaceBelow(into row: inout TeXTableRow) {
    if peek()?.kind == .character("*") { _ = next() }
    // `[` directly after `\\` is a length; after a space it begins a formula such as [0, 1].
    guard peek()?.kind == .character("["), let (text, place) = plainOption() else { return }
    if let length = ems(text) {
      row.spaceBelow = max(0, length)
    } else {
      report(
        .badTexLength(text), at: place,
        help: ["lengths are numbers with a unit: `1em`, `2ex`, `3mu`, `4pt`"])
    }
  }

  /// `\substack{a \\ b}`
  mutating func substack(_ source: String, at span: Span) -> MathAtom {
    guard let open = peekAfterSpaces(), open.kind == .open else {
      return MathAtom(argument(of: source, at: span))
    }
    _ = next()
    let environment = TeXEnvironment(style: .script, className: "lemma-substack")
    let rows: [TeXTableRow]? = nested(.group, at: open.span) { parser in
      let rows = parser.nested(.cell, at: open.span) { inner in
        inner.style = .script
        return inner.tableRows(environment)
      }
      if parser.peekAfterSpaces()?.kind == .close {
        _ = parser.next()
      } else {
        parser.report(.unclosedTexGroup, at: open.span, label: "never closed")
      }
      return rows ?? []
    }
    return table(rows ?? [], environment, TeXColumns())
  }
}

extension TeXToken {
  fileprivate var isRowEnd: Bool {
    kind == .command("\\") || kind == .command("cr") || kind == .command("newline")
  }
}

extension TeXParser {
  func table(
    _ rows: [TeXTableRow], _ environment: TeXEnvironment, _ columns: TeXColumns
  ) -> MathAtom {
    if environment.columns == .single, rows.count == 1 {
      return MathAtom(MathML.row(rows[0].cells.flatMap { $0 }))
    }
    var attributes: Attributes = [:]
    if let name = environment.className { attributes["class"] = name }
    if environment.style == .display { attributes["displaystyle"] = "true" }
    let width = rows.map(\.cells.count).max() ?? 0
    let hasTags = rows.contains { $0.tag != nil }
    let body = rows.map { row in
      self.row(row, width: hasTags ? width : row.cells.count, hasTags: hasTags, columns)
    }
    var table = Element("mtable", attributes, body)
    if environment.isSmall { table = Element("mstyle", ["scriptlevel": "1"], [table]) }
    guard environment.left != nil || environment.right != nil else {
      return MathAtom(.inner, .element(table))
    }
    var fenced: [Element] = [table]
    if let left = environment.left { fenced.insert(MathML.fence(left, form: "prefix"), at: 0) }
    if let right = environment.right { fenced.append(MathML.fence(right, form: "postfix")) }
    return MathAtom(.fenced, .element(Element("mrow", [:], fenced)))
  }

  private func row(
    _ row: TeXTableRow, width: Int, hasTags: Bool, _ columns: TeXColumns
  ) -> Element {
    var cells: [Element] = []
    for index in 0..<max(width, row.cells.count) {
      var content = row.cells.indices.contains(index) ? row.cells[index] : []
      if index == 0, let space = row.spaceBelow {
        // A strut: as deep as a line is, and the space.
        content.append(Element("mspace", ["depth": Self.written(space + 0.3)]))
      }
      let classes = columns.classes(of: index).joined(separator: " ")
      cells.append(Element("mtd", classes.isEmpty ? [:] : ["class": classes], content))
    }
    if hasTags {
      let tag = row.tag.map { [MathML.text("(\($0))")] } ?? []
      cells.append(Element("mtd", ["class": "lemma-tag"], tag))
    }
    var classes: [String] = []
    if row.hasRuleAbove { classes.append("lemma-rule-above") }
    if row.hasRuleBelow { classes.append("lemma-rule-below") }
    return Element(
      "mtr", classes.isEmpty ? [:] : ["class": classes.joined(separator: " ")], cells)
  }
}
