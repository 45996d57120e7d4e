public import Markup
public import MathCore

extension Expression {
  /// The expression as `<math>`; nil where it is too large to be read as a formula.
  public func mathML(display: Bool) -> Element? {
    formula.map { $0.mathML(display: display) }
  }

  /// The expression as mathematics is written: signs pulled out, products flat, roots for powers of
  /// one half; nil where it has too many parts or is nested too deeply for a formula.
  public var formula: FormulaTree? {
    guard treeSize <= Self.largestFormula else { return nil }
    let tree = tree
    return tree.isTypesettable ? tree : nil
  }

  private static let largestFormula = 2_000
}

extension Expression {
  private var tree: FormulaTree {
    switch node {
    case .number(let value): value.formula
    case .pi: .symbol("π")
    case .variable(let name): .variable(name)
    case .defined(let number): .symbol(number.description)
    case .negate(let x): .negate(x.tree)
    case .add, .subtract:
      .sum(terms)
    case .multiply: .product(factors)
    case .divide(let a, let b): .quotient(a.tree, b.tree)
    case .power(let base, let exponent): base.power(exponent)
    case .apply(let function, let x): .elementary(function, x.tree)
    case .applyBinary(.pow, let base, let exponent): base.power(exponent)
    case .applyBinary(let function, let x, let y): .elementaryPair(function, x.tree, y.tree)
    }
  }

  /// The terms of a sum from left to right; a sum on the right of an operation keeps its
  /// parentheses, as it was written.
  private var terms: [FormulaTree.Term] {
    var reversed: [FormulaTree.Term] = []
    var rest = self
    while true {
      switch rest.node {
      case .add(let a, let b):
        reversed.append(FormulaTree.Term(b.tree))
        rest = a
      case .subtract(let a, let b):
        reversed.append(FormulaTree.Term(b.tree, isNegative: true))
        rest = a
      case .number, .pi, .variable, .defined, .negate, .multiply, .divide, .power, .apply,
        .applyBinary:
        reversed.append(FormulaTree.Term(rest.tree))
        return reversed.reversed()
      }
    }
  }

  private var factors: [FormulaTree] {
    var reversed: [FormulaTree] = []
    var rest = self
    while case .multiply(let a, let b) = rest.node {
      if case .product(let inner) = b.tree {
        reversed += inner.reversed()
      } else {
        reversed.append(b.tree)
      }
      rest = a
    }
    reversed.append(rest.tree)
    return reversed.reversed()
  }

  private func power(_ exponent: Expression) -> FormulaTree {
    guard let value = exponent.number else { return .power(tree, exponent.tree) }
    if value == .half { return .root(tree, degree: nil) }
    if value.sign < 0, let whole = value.int, whole > Int.min {
      // x⁻¹ is 1/x: a fraction is easier to read than a negative power.
      let below = whole == -1 ? tree : .power(tree, .number(String(-whole)))
      return .quotient(.number("1"), below)
    }
    return .power(tree, value.formula)
  }
}

extension Rational {
  /// A whole number, a decimal where a person would write one (a tenth, not a quarter), a fraction.
  var formula: FormulaTree {
    let size = magnitude
    let tree: FormulaTree
    if isInteger {
      tree = .number(size.numeratorText)
    } else if let decimal = size.decimalText, decimal.count <= 7, isDecimalByNature {
      tree = .number(decimal)
    } else {
      tree = .quotient(.number(size.numeratorText), .number(size.denominatorText))
    }
    return sign < 0 ? .negate(tree) : tree
  }

  private var isDecimalByNature: Bool { denominatorText.hasSuffix("0") || denominator > 64 }
}

extension FormulaTree {
  /// Whether the typesetter goes as deep as this tree: it leaves an ellipsis for what lies deeper.
  public var isTypesettable: Bool { isLower(than: FormulaWriter.deepest) }

  private func isLower(than height: Int) -> Bool {
    height > 0 && parts.allSatisfy { $0.isLower(than: height - 1) }
  }

  private var parts: [FormulaTree] {
    switch self {
    case .number, .variable, .symbol, .text: []
    case .application(_, _, let parts), .product(let parts), .infix(_, let parts),
      .tuple(let parts), .list(let parts):
      parts
    case .elementary(_, let x), .negate(let x), .absolute(let x), .prefix(_, let x): [x]
    case .elementaryPair(_, let x, let y), .quotient(let x, let y), .power(let x, let y),
      .relation(let x, _, let y), .limit(_, let x, let y):
      [x, y]
    case .sum(let terms): terms.map(\.tree)
    case .root(let x, let degree): [x] + (degree.map { [$0] } ?? [])
    case .cases(let cases): cases.flatMap { [$0.value, $0.condition] }
    case .bigOperator(_, _, let from, let to, let body), .integral(_, let from, let to, let body):
      [from, to, body]
    case .indexed(let base, let indices): [base] + indices
    case .letting(let tree, let bindings, _): [tree] + bindings.map(\.value)
    case .chain(let first, let links): [first] + links.map(\.value)
    }
  }
}
