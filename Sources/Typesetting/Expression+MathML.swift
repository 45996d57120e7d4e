public import Markup
public import MathCore

extension Expression {
  /// The expression as `<math>`; nil where it is too large to be read as a formula.
  public func mathML(display: Bool) -> Element? {
    formula.map { $0.mathML(display: display) }
  }

  /// The expression as mathematics is written: signs pulled out, products flat, roots for powers of
  /// one half; nil where it has too many parts or is nested too deeply for a formula.
  public var formula: FormulaTree? { formula(writing: [:]) }

  /// The same, with other formulas in the place of variables.
  public func formula(writing variables: [String: FormulaTree]) -> FormulaTree? {
    guard treeSize <= Self.largestFormula else { return nil }
    let tree = ExpressionFormula(variables: variables).tree(self)
    return tree.isTypesettable ? tree : nil
  }

  private static let largestFormula = 2_000
}

extension SideCondition {
  /// Nil where its expression has none.
  public var formula: FormulaTree? {
    part.formula.map { .relation($0, relation.rawValue, .number(bound.description)) }
  }
}

/// Writes an expression as a formula.
private struct ExpressionFormula {
  let variables: [String: FormulaTree]

  func tree(_ expression: Expression) -> FormulaTree {
    switch expression.node {
    case .number(let value): value.formula
    case .pi: .symbol("π")
    case .variable(let name): variables[name] ?? .variable(name)
    case .defined(let number): .symbol(number.description)
    case .negate(let x): .negate(tree(x))
    case .add, .subtract: .sum(terms(of: expression))
    case .multiply(let a, let b): .times(tree(a), tree(b))
    case .divide(let a, let b): .quotient(tree(a), tree(b))
    case .power(let base, let exponent), .applyBinary(.pow, let base, let exponent):
      power(base, exponent)
    case .apply(let function, let x): .elementary(function, tree(x))
    case .applyBinary(let function, let x, let y): .elementaryPair(function, tree(x), tree(y))
    // Where it has a value is said beside a formula, not in it.
    case .restricted(let x, _): tree(x)
    }
  }

  /// The terms of a sum from left to right; a sum on the right of an operation keeps its
  /// parentheses, as it was written.
  private func terms(of sum: Expression) -> [FormulaTree.Term] {
    var reversed: [FormulaTree.Term] = []
    var rest = sum
    while true {
      switch rest.node {
      case .add(let a, let b):
        reversed.append(FormulaTree.Term(tree(b)))
        rest = a
      case .subtract(let a, let b):
        reversed.append(FormulaTree.Term(tree(b), isNegative: true))
        rest = a
      case .number, .pi, .variable, .defined, .negate, .multiply, .divide, .power, .apply,
        .applyBinary, .restricted:
        reversed.append(FormulaTree.Term(tree(rest)))
        return reversed.reversed()
      }
    }
  }

  private func power(_ base: Expression, _ exponent: Expression) -> FormulaTree {
    let base = tree(base)
    guard let value = exponent.number else { return .power(base, tree(exponent)) }
    if value == .half { return .root(base, degree: nil) }
    if value.sign < 0, let whole = value.int, whole > Int.min {
      // x⁻¹ is 1/x: a fraction is easier to read than a negative power.
      let below = whole == -1 ? base : .power(base, .number(String(-whole)))
      return .quotient(.number("1"), below)
    }
    return .power(base, value.formula)
  }
}

extension Rational {
  /// A whole number, a decimal where a person would write one (a tenth, not a quarter), a fraction.
  var formula: FormulaTree {
    let size = magnitude
    let tree: FormulaTree
    if isInteger {
      tree = .number(size.numeratorText)
    } else if let decimal = size.decimalText, isDecimalByNature,
      let short = decimal.count <= 7 ? decimal : Self.scientific(decimal)
    {
      tree = .number(short)
    } else {
      tree = .quotient(.number(size.numeratorText), .number(size.denominatorText))
    }
    return sign < 0 ? .negate(tree) : tree
  }

  /// `6.674e-11` for 0.00000000006674; nil where that is no shorter to read.
  private static func scientific(_ decimal: String) -> String? {
    let digits = decimal.drop { $0 == "0" || $0 == "." }
    guard decimal.hasPrefix("0.000"), let first = digits.first, digits.count <= 6 else {
      return nil
    }
    let rest = digits.dropFirst()
    let place = decimal.count - "0.".count - digits.count + 1
    return "\(first)\(rest.isEmpty ? "" : "." + rest)e-\(place)"
  }

  private var isDecimalByNature: Bool { denominatorText.hasSuffix("0") || denominator > 64 }
}

extension FormulaTree {
  /// Whether the typesetter goes as deep as this tree: it leaves an ellipsis for what lies deeper.
  public var isTypesettable: Bool { isLower(than: FormulaWriter.deepest) }

  private func isLower(than height: Int) -> Bool {
    height > 0 && parts.allSatisfy { $0.isLower(than: height - 1) }
  }

  /// The signs for floating-point numbers that a reader meets in the formula.
  public var floatingPointSigns: Set<FloatingPoint> {
    let inside = parts.reduce(into: Set()) { $0.formUnion($1.floatingPointSigns) }
    guard case .floatingPoint(let sign, _) = self else { return inside }
    return inside.union([sign])
  }

  private var parts: [FormulaTree] {
    switch self {
    case .number, .variable, .symbol, .text, .code: []
    case .application(_, _, let parts), .product(let parts), .infix(_, let parts),
      .tuple(let parts), .list(let parts):
      parts
    case .elementary(_, let x), .negate(let x), .absolute(let x), .prefix(_, let x),
      .derivative(_, let x), .prime(let x), .floatingPoint(_, let x), .remark(let x, _),
      .member(let x, _):
      [x]
    case .elementaryPair(_, let x, let y), .quotient(let x, let y), .power(let x, let y),
      .relation(let x, _, let y), .limit(_, let x, let y):
      [x, y]
    case .sum(let terms): terms.map(\.tree)
    case .root(let x, let degree): [x] + (degree.map { [$0] } ?? [])
    case .cases(let cases): cases.flatMap { [$0.value] + ($0.condition.map { [$0] } ?? []) }
    case .bigOperator(_, _, let from, let to, let body), .integral(_, let from, let to, let body),
      .forAll(_, let from, let to, let body):
      [from, to, body]
    case .indexed(let base, let indices): [base] + indices
    case .letting(let tree, let bindings): [tree] + bindings.map(\.value)
    case .chain(let first, let links):
      [first] + links.flatMap { [$0.value] + $0.notes + ($0.start.map { [$0] } ?? []) }
    }
  }
}
