public import Markup
import MathCore

extension FormulaTree {
  /// The formula as a `<math>` element.
  ///
  /// - Parameter notation: how names are written that do not stand for themselves.
  public func mathML(display: Bool, notation: FormulaNotation = FormulaNotation()) -> Element {
    var writer = FormulaWriter(style: display ? .display : .text, notation: notation)
    return MathML.math(writer.elements(self), display: display)
  }
}

/// Writes a tree as atoms: parentheses only where they are needed.
///
/// Trees are as deep as their makers let expressions be; past a cap the rest is an ellipsis.
struct FormulaWriter {
  var style: MathStyle
  let notation: FormulaNotation
  private var depth = 0

  init(style: MathStyle, notation: FormulaNotation) {
    self.style = style
    self.notation = notation
  }

  /// Some functions are written as other trees (`log1p` as ln(1 + x)), hence the slack to
  /// `hardLimit`, at which an ellipsis stands.
  static let deepest = 60
  private static let hardLimit = 3 * deepest

  /// How tightly a formula holds together.
  enum Strength: Int, Comparable {
    case letting, relation, sum, product, prefix, power, atom

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  mutating func elements(_ tree: FormulaTree) -> [Element] {
    MathRow(atoms: atoms(tree), style: style).elements()
  }

  mutating func element(_ tree: FormulaTree) -> Element { MathML.row(elements(tree)) }

  /// The tree as an element in another style: a script, a part of a fraction.
  mutating func element(_ tree: FormulaTree, in other: MathStyle) -> Element {
    let outer = style
    style = other
    defer { style = outer }
    return element(tree)
  }

  mutating func atoms(_ tree: FormulaTree) -> [MathAtom] {
    guard depth < Self.hardLimit else { return [MathAtom(MathML.identifier("…"))] }
    depth += 1
    defer { depth -= 1 }
    switch tree {
    case .number(let text): return number(text)
    case .variable(let name): return [MathAtom(notation[name].element())]
    case .symbol(let text): return [MathAtom(MathML.identifier(text))]
    case .text(let text): return [MathAtom(MathML.text(text))]
    case .code(let text): return [MathAtom(MathML.code(text))]
    case .application(let name, let primes, let arguments):
      return application(notation[name], primes: primes, arguments)
    case .elementary(let function, let x): return elementary(function, x)
    case .elementaryPair(let function, let x, let y): return pair(function, x, y)
    case .negate(.quotient(.negate(let a), let b)):
      return [.symbol(.binary, "−")] + fraction(.negate(a), b)
    case .negate(let x): return [.symbol(.binary, "−")] + atoms(x, atLeast: .product)
    case .sum(let terms): return sum(terms)
    case .product(let factors): return product(factors)
    case .quotient(let a, let b): return quotient(a, b)
    case .power(let base, let exponent): return power(base, exponent)
    case .root(let x, let degree): return root(x, degree)
    case .absolute(let x): return [fenced("|", elements(x), "|")]
    case .cases(let cases): return self.cases(cases)
    case .relation(let a, let symbol, let b):
      return atoms(a, atLeast: .relation) + [.symbol(.relation, symbol)]
        + atoms(b, atLeast: .relation)
    case .infix(let symbol, let parts): return infix(symbol, parts)
    case .prefix(let symbol, let x):
      return [.symbol(.ordinary, symbol, ["lspace": "0", "rspace": "0"])]
        + atoms(x, atLeast: .prefix)
    case .forAll(let index, let from, let to, let claim): return forAll(index, from, to, claim)
    case .bigOperator(let sign, let index, let from, let to, let body):
      return big(sign, index, from, to, body)
    case .integral(let variable, let from, let to, let body):
      return integral(variable, from, to, body)
    case .limit(let variable, let target, let body): return limit(variable, target, body)
    case .derivative(let variable, let body): return derivative(variable, body)
    case .prime(let x): return prime(x)
    case .indexed(let base, let indices): return [indexed(base, indices)]
    case .member(let base, let name):
      return atoms(base, atLeast: .atom) + [MathAtom(MathML.code("." + name))]
    case .tuple(let parts): return [fenced("(", separated(parts), ")")]
    case .list(let parts): return [fenced("[", separated(parts), "]")]
    case .floatingPoint(let sign, let x):
      return application(MathML.upright(sign.rawValue), [x], isWord: true)
    case .remark(let tree, let words): return atoms(tree) + [MathAtom(MathML.text(" " + words))]
    case .letting(let tree, let bindings): return letting(tree, bindings)
    case .chain(let first, let links): return [chain(first, links)]
    }
  }

  mutating func atoms(_ tree: FormulaTree, atLeast strength: Strength) -> [MathAtom] {
    guard self.strength(of: tree) < strength else { return atoms(tree) }
    return [fenced("(", elements(tree), ")")]
  }

  func strength(of tree: FormulaTree) -> Strength {
    switch tree {
    case .letting, .remark, .chain, .forAll: .letting
    case .relation, .infix: .relation
    case .sum(let terms):
      terms.count == 1 && !terms[0].isNegative ? strength(of: terms[0].tree) : .sum
    case .negate: .sum
    case .number(let text):
      text.hasPrefix("-") ? .sum : text.contains(where: { "eE".contains($0) }) ? .product : .atom
    case .product(let factors): factors.count == 1 ? strength(of: factors[0]) : .product
    case .derivative: .prefix
    case .prime: .atom
    case .bigOperator, .integral, .limit: .sum
    case .quotient(.negate, _): .sum
    case .quotient: style == .script ? .product : .prefix
    case .prefix: .prefix
    case .power(let base, .number("1")): strength(of: base)
    case .power: .power
    case .cases: .sum
    case .elementary(let function, let x): elementaryStrength(function, x)
    case .elementaryPair(.pow, _, _): .power
    case .elementaryPair, .application, .floatingPoint, .variable, .symbol, .text, .code, .root,
      .absolute,
      .indexed, .member, .tuple, .list:
      .atom
    }
  }

  /// Fences that grow with what they hold.
  func fenced(_ left: String, _ content: [Element], _ right: String) -> MathAtom {
    let isTall = content.contains(where: \.isTall)
    let row =
      [MathML.fence(left, form: "prefix", isTall: isTall)] + content
      + [MathML.fence(right, form: "postfix", isTall: isTall)]
    return MathAtom(.fenced, .element(Element("mrow", [:], row)))
  }

  mutating func separated(_ parts: [FormulaTree]) -> [Element] {
    var atoms: [MathAtom] = []
    let separator = notation.separator(of: parts)
    for (index, part) in parts.enumerated() {
      if index > 0 { atoms.append(.symbol(.punctuation, separator)) }
      atoms += self.atoms(part)
    }
    return MathRow(atoms: atoms, style: style).elements()
  }
}
