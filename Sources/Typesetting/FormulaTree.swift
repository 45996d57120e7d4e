public import MathCore

/// Mathematics as a person would write it: what a function's code or an expression is typeset from.
///
/// The tree says what is meant; signs, parentheses, juxtaposition and spaces are the typesetter's.
public indirect enum FormulaTree: Hashable, Sendable {
  /// As in Swift: `0.5`, `1_000`, `1e-5`, `-2`.
  case number(String)
  /// A name: one letter, or a Greek one (`sigma`, `σ`), is italic; longer ones are upright; `x1`
  /// and `w_0` have subscripts, `f′` primes.
  case variable(String)
  /// A symbol that stands for itself: `π`, `e`, `∞`.
  case symbol(String)
  case text(String)
  /// What stands for itself as the author's code.
  case code(String)
  /// A function of the author's; `primes` counts derivatives.
  case application(String, primes: Int, [FormulaTree])
  case elementary(ElementaryFunction, FormulaTree)
  case elementaryPair(BinaryFunction, FormulaTree, FormulaTree)
  case negate(FormulaTree)
  case sum([Term])
  case product([FormulaTree])
  case quotient(FormulaTree, FormulaTree)
  case power(FormulaTree, FormulaTree)
  /// A square root where `degree` is nil.
  case root(FormulaTree, degree: FormulaTree?)
  case absolute(FormulaTree)
  case cases([Case])
  case relation(FormulaTree, String, FormulaTree)
  /// `∧`, `∨` or `mod` between parts, with their symbol.
  case infix(String, [FormulaTree])
  /// `¬` and its like.
  case prefix(String, FormulaTree)
  /// "∀ k ∈ {0, …, 8}: " before a claim about each of so many whole numbers.
  case forAll(index: String, from: FormulaTree, to: FormulaTree, FormulaTree)
  case bigOperator(BigOperator, index: String, from: FormulaTree, to: FormulaTree, FormulaTree)
  case integral(variable: String, from: FormulaTree, to: FormulaTree, FormulaTree)
  case limit(variable: String, to: FormulaTree, FormulaTree)
  /// A derivative that is not worked out: d/dx of what follows.
  case derivative(variable: String, FormulaTree)
  /// The derivative of a formula by its one variable: (sin u)′.
  case prime(FormulaTree)
  case indexed(FormulaTree, [FormulaTree])
  case tuple([FormulaTree])
  /// A part that the code names: σ(x).slope.
  case member(FormulaTree, String)
  /// Elements between brackets.
  case list([FormulaTree])
  /// What binary64 arithmetic makes of a formula.
  case floatingPoint(FloatingPoint, FormulaTree)
  /// A formula and words after it: "f(x) = 0 at exactly 2 points".
  case remark(FormulaTree, String)
  /// A formula and what the names in it stand for: "…, where t = …".
  case letting(FormulaTree, [Binding])
  /// Lines under each other, aligned at their relations: a chain of equations.
  case chain(FormulaTree, [Link])

  public enum BigOperator: String, Hashable, Sendable {
    case sum = "∑"
    case product = "∏"
  }

  /// Two ways from a formula to a floating-point number, by their signs in numerical analysis: `fl` in
  /// Higham (2002), section 2.2; `RN` in Muller et al. (2018), section 2.2.
  public enum FloatingPoint: String, Hashable, Sendable, CaseIterable {
    /// Every operation is rounded.
    case computed = "fl"
    /// Only the exact value is rounded, to nearest.
    case rounded = "RN"
  }

  public struct Term: Hashable, Sendable {
    public var isNegative: Bool
    public var tree: FormulaTree
    public init(_ tree: FormulaTree, isNegative: Bool = false) {
      self.isNegative = isNegative
      self.tree = tree
    }
  }

  public struct Case: Hashable, Sendable {
    public var value: FormulaTree
    /// Nil for what is left: "otherwise".
    public var condition: FormulaTree?
    public init(_ value: FormulaTree, if condition: FormulaTree?) {
      self.value = value
      self.condition = condition
    }
  }

  public struct Binding: Hashable, Sendable {
    public var name: String
    public var value: FormulaTree
    public init(_ name: String, _ value: FormulaTree) {
      self.name = name
      self.value = value
    }
  }

  public struct Link: Hashable, Sendable {
    /// What stands on the left where a new chain begins in the same alignment.
    public var start: FormulaTree?
    /// `=`, `≤`, `≈`
    public var symbol: String
    public var value: FormulaTree
    /// In the margin: why the line follows from the one before.
    public var notes: [FormulaTree]
    public init(
      _ symbol: String, _ value: FormulaTree, notes: [FormulaTree] = [],
      start: FormulaTree? = nil
    ) {
      self.symbol = symbol
      self.value = value
      self.notes = notes
      self.start = start
    }
  }
}

extension FormulaTree {
  /// `a + b`, `a − b`: sums of sums become one.
  public static func plus(_ a: FormulaTree, _ b: FormulaTree) -> FormulaTree {
    .sum(a.terms + b.terms)
  }

  public static func minus(_ a: FormulaTree, _ b: FormulaTree) -> FormulaTree {
    // The parentheses of a − (b + c) stay: the author wrote them.
    .sum(a.terms + [Term(b, isNegative: true)])
  }

  /// `a b`: products of products become one, and x·x is x².
  public static func times(_ a: FormulaTree, _ b: FormulaTree) -> FormulaTree {
    if case .negate(let inner) = a { return .negate(.times(inner, b)) }
    var factors = a.factors
    for factor in b.factors {
      if let power = factors.last?.power(with: factor) {
        factors[factors.count - 1] = power
      } else {
        factors.append(factor)
      }
    }
    return factors.count == 1 ? factors[0] : .product(factors)
  }

  /// What repeating a variable makes of it.
  private func power(with next: FormulaTree) -> FormulaTree? {
    guard case .variable = next else { return nil }
    if self == next { return .power(self, .number("2")) }
    guard case .power(let base, .number(let text)) = self, base == next, let exponent = Int(text),
      exponent < 1000
    else { return nil }
    return .power(next, .number(String(exponent + 1)))
  }

  private var terms: [Term] {
    if case .sum(let terms) = self { terms } else { [Term(self)] }
  }

  private var factors: [FormulaTree] {
    if case .product(let factors) = self { factors } else { [self] }
  }

  public static func function(_ name: String, _ arguments: FormulaTree...) -> FormulaTree {
    .application(name, primes: 0, arguments)
  }
}
