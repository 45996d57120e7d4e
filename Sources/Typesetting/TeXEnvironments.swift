import Diagnostics
import Markup

/// What `\begin{…}` opens: a table of cells, its fences, its columns.
struct TeXEnvironment: Hashable, Sendable {
  enum Columns: Hashable, Sendable {
    case centred
    /// Right, left, right, left: cells on both sides of a relation.
    case aligned
    case left
    /// `{lcr|}`, read after the name.
    case specified
    /// One row, and only that.
    case single
  }

  var columns: Columns = .centred
  var left: String?
  var right: String?
  var style: MathStyle = .text
  var className: String?
  var isSmall = false

  private static func matrix(_ left: String? = nil, _ right: String? = nil) -> Self {
    TeXEnvironment(left: left, right: right, className: "lemma-matrix")
  }

  static let all: [String: TeXEnvironment] = {
    let aligned = TeXEnvironment(columns: .aligned, style: .display, className: "lemma-aligned")
    let gathered = TeXEnvironment(style: .display, className: "lemma-gathered")
    var table = [
      "matrix": matrix(), "pmatrix": matrix("(", ")"), "bmatrix": matrix("[", "]"),
      "Bmatrix": matrix("{", "}"), "vmatrix": matrix("|", "|"), "Vmatrix": matrix("‖", "‖"),
      "smallmatrix": TeXEnvironment(style: .script, className: "lemma-small", isSmall: true),
      "cases": TeXEnvironment(columns: .left, left: "{", className: "lemma-cases"),
      "dcases": TeXEnvironment(
        columns: .left, left: "{", style: .display, className: "lemma-cases"),
      "rcases": TeXEnvironment(columns: .left, right: "}", className: "lemma-cases"),
      "drcases": TeXEnvironment(
        columns: .left, right: "}", style: .display, className: "lemma-cases"),
      "array": TeXEnvironment(columns: .specified, className: "lemma-array"),
      "darray": TeXEnvironment(columns: .specified, style: .display, className: "lemma-array"),
      "subarray": TeXEnvironment(columns: .specified, style: .script, className: "lemma-substack"),
      "equation": TeXEnvironment(columns: .single, style: .display),
      "equation*": TeXEnvironment(columns: .single, style: .display),
    ]
    for name in [
      "aligned", "align", "align*", "split", "alignedat", "alignat", "alignat*",
      "flalign", "flalign*", "eqnarray", "eqnarray*",
    ] { table[name] = aligned }
    for name in ["gathered", "gather", "gather*", "multline", "multline*"] {
      table[name] = gathered
    }
    return table
  }()
}

/// The columns of an `array`: alignment of each, and where rules stand.
struct TeXColumns: Hashable, Sendable {
  var alignments: [Character] = []
  /// Rules after so many columns.
  var rules: Set<Int> = []

  func classes(of column: Int) -> [String] {
    var classes: [String] = []
    if alignments.indices.contains(column) {
      switch alignments[column] {
      case "l": classes.append("lemma-left")
      case "r": classes.append("lemma-right")
      default: break
      }
    }
    if column == 0, rules.contains(0) { classes.append("lemma-rule-left") }
    if rules.contains(column + 1) { classes.append("lemma-rule-right") }
    return classes
  }
}

extension TeXParser {
  /// `\begin{name} … \end{name}`; the `\begin` has been read.
  mutating func readEnvironment(at span: Span, into atoms: inout [MathAtom]) {
    guard let (name, place) = name(of: "\\begin", at: span) else { return }
    var environment = TeXEnvironment.all[name]
    if environment == nil {
      let nearest = NearestName.nearest(to: name, in: Array(TeXEnvironment.all.keys))
      report(
        .unknownTexEnvironment(name), at: place.isEmpty ? span : place,
        label: nearest.map { "did you mean `\($0)`?" })
    }
    var columns = TeXColumns()
    if environment?.columns == .specified {
      _ = plainOption()
      columns = readColumns(at: span)
    } else if name.hasPrefix("alignedat") || name.hasPrefix("alignat") {
      _ = self.name(of: "\\begin{\(name)}", at: span)
    } else if name == "aligned" || name == "gathered" {
      _ = plainOption()
    }
    let known = environment ?? TeXEnvironment()
    environment = known
    let outer = style
    let rows: [TeXTableRow]? = nested(.cell, at: span) { parser in
      parser.style = outer == .script ? .script : known.style
      let rows = parser.tableRows(known)
      parser.closeEnvironment(name, openedAt: span)
      return rows
    }
    atoms.append(table(rows ?? [], known, columns))
  }

  private mutating func closeEnvironment(_ name: String, openedAt span: Span) {
    guard let token = peekAfterSpaces(), token.kind == .command("end") else {
      return report(
        .unclosedTexEnvironment(name), at: span, label: "no `\\end{\(name)}` after it")
    }
    _ = next()
    guard let (closing, place) = self.name(of: "\\end", at: token.span) else { return }
    if closing != name {
      report(
        .mismatchedTexEnvironment(opened: name, closed: closing),
        at: place.isEmpty ? token.span : place, label: "`\(name)` is open here")
    }
  }

  private mutating func readColumns(at span: Span) -> TeXColumns {
    var columns = TeXColumns()
    guard let (text, place) = name(of: "\\begin{array}", at: span) else { return columns }
    for character in text {
      switch character {
      case "l", "c", "r": columns.alignments.append(character)
      case "|": columns.rules.insert(columns.alignments.count)
      case " ": break
      default:
        report(
          .badTexColumns(text), at: place.isEmpty ? span : place,
          help: ["columns are `l`, `c` and `r`, with `|` for rules"])
        return columns
      }
    }
    return columns
  }
}

extension Diagnostic.Message {
  static func unknownTexEnvironment(_ name: String) -> Self {
    Self(id: "unknown-tex-environment", text: "unknown TeX environment `\(name)`")
  }
  static func unclosedTexEnvironment(_ name: String) -> Self {
    Self(id: "unclosed-tex-environment", text: "`\\begin{\(name)}` has no `\\end`")
  }
  static func mismatchedTexEnvironment(opened: String, closed: String) -> Self {
    Self(
      id: "mismatched-tex-environment",
      text: "`\\begin{\(opened)}` is closed by `\\end{\(closed)}`")
  }
  static func badTexColumns(_ text: String) -> Self {
    Self(id: "bad-tex-columns", text: "`\(text)` does not describe columns")
  }
}
