import Markup

extension FormulaWriter {
  mutating func cases(_ cases: [FormulaTree.Case]) -> [MathAtom] {
    let outer = style
    style = outer == .script ? .script : .text
    let rows = cases.map { item in
      Element(
        "mtr", [:],
        [
          Element("mtd", [:], elements(item.value) + [MathML.operator(",", ["rspace": "0"])]),
          Element("mtd", [:], item.condition.map { condition($0) } ?? [otherwise]),
        ])
    }
    style = outer
    let table = Element("mtable", ["class": "lemma-cases"], rows)
    return [
      MathAtom(
        .fenced, .element(Element("mrow", [:], [MathML.fence("{", form: "prefix"), table])))
    ]
  }

  private mutating func condition(_ tree: FormulaTree) -> [Element] {
    [MathML.text(notation.words.ifHolds + " ")] + elements(tree)
  }

  private var otherwise: Element { MathML.text(notation.words.otherwise) }

  mutating func infix(_ symbol: String, _ parts: [FormulaTree]) -> [MathAtom] {
    var result: [MathAtom] = []
    for (index, part) in parts.enumerated() {
      if index > 0 {
        let space = MathML.thickSpace
        result.append(.symbol(.relation, symbol, ["lspace": space, "rspace": space]))
      }
      if case .infix = part {
        result += atoms(part, atLeast: .sum)
      } else {
        result += atoms(part, atLeast: .relation)
      }
    }
    return result
  }

  mutating func big(
    _ sign: FormulaTree.BigOperator, _ index: String, _ from: FormulaTree, _ to: FormulaTree,
    _ body: FormulaTree
  ) -> [MathAtom] {
    var atom = MathAtom(.operator, .symbol(sign.rawValue, [:]), hasLimits: style == .display)
    atom.sub = element(.relation(.variable(index), "=", from), in: .script)
    atom.sup = element(to, in: .script)
    // A sum of sums needs parentheses; ∏ binds as a product does.
    return [atom] + atoms(body, atLeast: bodyStrength(body))
  }

  private func bodyStrength(_ body: FormulaTree) -> Strength {
    switch body {
    case .bigOperator, .integral: .letting
    default: .product
    }
  }

  mutating func forAll(
    _ index: String, _ from: FormulaTree, _ to: FormulaTree, _ claim: FormulaTree
  ) -> [MathAtom] {
    let set = fenced("{", separated([from, .symbol("…"), to]), "}")
    return [
      .symbol(.ordinary, "∀", ["lspace": "0", "rspace": "0"]), MathAtom(notation[index].element()),
      .symbol(.relation, "∈"), set, .symbol(.punctuation, ":"),
      .space(MathML.space(MathML.thickSpace)),
    ] + atoms(claim)
  }

  mutating func integral(
    _ variable: String, _ from: FormulaTree, _ to: FormulaTree, _ body: FormulaTree
  ) -> [MathAtom] {
    var atom = MathAtom(.operator, .symbol("∫", [:]), hasLimits: false)
    atom.sub = element(from, in: .script)
    atom.sup = element(to, in: .script)
    let differential = [
      MathAtom.space(MathML.space(MathML.thinSpace)), MathAtom(MathML.upright("d")),
      MathAtom(notation[variable].element()),
    ]
    return [atom] + atoms(body, atLeast: .product) + differential
  }

  mutating func limit(
    _ variable: String, _ target: FormulaTree, _ body: FormulaTree
  ) -> [MathAtom] {
    var atom = MathAtom(
      .operator, .function(MathML.upright("lim")), hasLimits: style == .display)
    atom.sub = element(.relation(.variable(variable), "→", target), in: .script)
    return [atom] + atoms(body, atLeast: .product)
  }

  mutating func indexed(_ base: FormulaTree, _ indices: [FormulaTree]) -> MathAtom {
    let outer = style
    style = .script
    let sub = MathML.row(separated(indices))
    style = outer
    var atoms = atoms(base, atLeast: .atom)
    if atoms.count == 1, atoms[0].sub == nil, case .element(.element("mi", _, _)) = atoms[0].nucleus
    {
      atoms[0].sub = sub
      return atoms[0]
    }
    let row = MathML.row(MathRow(atoms: atoms, style: style).elements())
    return MathAtom(MathML.scripts(row, sub: sub, sup: nil))
  }

  mutating func letting(
    _ tree: FormulaTree, _ bindings: [FormulaTree.Binding]
  ) -> [MathAtom] {
    guard !bindings.isEmpty else { return atoms(tree) }
    var result =
      atoms(tree) + [
        .symbol(.punctuation, ","), .space(MathML.space("1em")),
        MathAtom(MathML.text(notation.words.letting + " ")),
      ]
    for (index, binding) in bindings.enumerated() {
      if index > 0 {
        result += [.symbol(.punctuation, ","), .space(MathML.space("0.5em"))]
      }
      result += atoms(.relation(.variable(binding.name), "=", binding.value))
    }
    return result
  }

  /// d/dx and what is differentiated, always in parentheses: more factors may follow.
  mutating func derivative(_ variable: String, _ body: FormulaTree) -> [MathAtom] {
    let operation = MathML.fraction(
      MathML.upright("d"),
      MathML.row([MathML.upright("d"), notation[variable].element()]))
    return [MathAtom(operation), fenced("(", elements(body), ")")]
  }

  /// At the top of fences that grow.
  mutating func prime(_ body: FormulaTree) -> [MathAtom] {
    let content = elements(body)
    var fences = fenced("(", content, ")")
    let prime = MathML.operator("′", ["lspace": "0", "rspace": "0"])
    guard content.contains(where: \.isTall) else { return [fences, MathAtom(prime)] }
    fences.sup = prime
    return [fences]
  }

  /// A table of three columns: what stands on the left, the relations, and notes if there are any.
  mutating func chain(_ first: FormulaTree, _ links: [FormulaTree.Link]) -> MathAtom {
    let outer = style
    style = .display
    let hasNotes = links.contains { !$0.notes.isEmpty }
    var rows: [Element] = []
    for (index, link) in links.enumerated() {
      let start = index == 0 ? first : link.start
      let right = [.symbol(.relation, link.symbol)] + atoms(link.value, atLeast: .relation)
      let relation = MathRow(atoms: right, style: style, before: .ordinary).elements()
      var cells = [
        Element("mtd", [:], start.map { elements($0) } ?? []), Element("mtd", [:], relation),
      ]
      if hasNotes { cells.append(Element("mtd", ["class": "lemma-note"], notes(link.notes))) }
      rows.append(Element("mtr", [:], cells))
    }
    if links.isEmpty { rows.append(Element("mtr", [:], [Element("mtd", [:], elements(first))])) }
    style = outer
    return MathAtom(
      .inner,
      .element(
        Element("mtable", ["class": "lemma-aligned", "displaystyle": "true"], rows)))
  }

  private mutating func notes(_ notes: [FormulaTree]) -> [Element] {
    style = .text
    defer { style = .display }
    var atoms: [MathAtom] = []
    for (index, note) in notes.enumerated() {
      if index > 0 { atoms.append(MathAtom(MathML.text(", "))) }
      atoms += self.atoms(note)
    }
    return MathRow(atoms: atoms, style: style).elements()
  }
}
