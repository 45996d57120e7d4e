/// Equations g(x) = 0 that define numbers together: what is known of them exactly.
///
/// A class for its identity: numbers of one system name it.
public final class DefiningSystem: Sendable {
  public let variables: [String]
  /// Each is 0 where the variables stand for the defined numbers.
  public let equations: [Expression]

  public init(variables: [String], equations: [Expression]) {
    self.variables = variables
    self.equations = equations
  }

  /// Whether an expression is a multiple of one of the equations, which makes it 0.
  ///
  /// Compared as linear combinations of what stands in them: a fitted model's equations are sums of
  /// many terms, too many for a common denominator.
  func implies(isZero expression: Expression) -> Bool {
    guard let claimed = LinearCombination(expression.simplified()) else { return false }
    return equations.contains { equation in
      LinearCombination(equation.simplified()).map { claimed.isMultiple(of: $0) } ?? false
    }
  }
}

extension Expression {
  /// Whether the constant expression is 0 by the definition of the numbers in it.
  var isZeroByDefinition: Bool {
    var system: DefiningSystem?
    var defined: [DefinedNumber] = []
    for part in parts {
      guard case .defined(let number) = part.node else { continue }
      guard let membership = number.membership, system == nil || system === membership.system else {
        return false
      }
      system = membership.system
      defined.append(number)
    }
    // What is left of an equation once it is simplified does not tell where it has a value.
    guard let system, enclosure(precision: 64)?.isDefined == true else { return false }
    var open = self
    for number in defined {
      guard let index = number.membership?.index, system.variables.indices.contains(index),
        let next = try? open.replacing(
          .defined(number), with: .variable(system.variables[index]))
      else { return false }
      open = next
    }
    return system.implies(isZero: open)
  }
}

/// A sum of rational multiples of expressions, and a number.
struct LinearCombination {
  private(set) var terms: [Expression: Rational] = [:]
  private(set) var constant = Rational.zero

  /// Nil above a bound on the number of terms.
  init?(_ expression: Expression) {
    var open: [(Expression, Rational)] = [(expression, .one)]
    var count = 0
    while let (part, factor) = open.popLast() {
      count += 1
      guard count <= 10_000 else { return nil }
      switch part.node {
      case .number(let value): constant = constant + factor * value
      case .negate(let x): open.append((x, -factor))
      case .add(let x, let y): open += [(x, factor), (y, factor)]
      case .subtract(let x, let y): open += [(x, factor), (y, -factor)]
      case .multiply(let x, let y):
        if let value = x.number {
          open.append((y, factor * value))
        } else if let value = y.number {
          open.append((x, factor * value))
        } else {
          terms[part, default: .zero] = terms[part, default: .zero] + factor
        }
      case .divide(let x, let y):
        if let value = y.number?.inverse {
          open.append((x, factor * value))
        } else {
          terms[part, default: .zero] = terms[part, default: .zero] + factor
        }
      case .pi, .variable, .defined, .power, .apply, .applyBinary, .restricted:
        terms[part, default: .zero] = terms[part, default: .zero] + factor
      }
    }
    terms = terms.filter { !$0.value.isZero }
  }

  /// Whether it is a number times the other, which is not 0.
  func isMultiple(of other: LinearCombination) -> Bool {
    guard terms.count == other.terms.count, let (term, own) = terms.first,
      let factor = other.terms[term].flatMap(own.divided)
    else { return false }
    return constant == factor * other.constant
      && terms.allSatisfy { term, value in other.terms[term].map { factor * $0 } == value }
  }
}
