/// The decisions of one run of a program over expressions: which way each comparison went.
///
/// A class because every `TracedScalar` of the run refers to the same one, through static functions
/// that have no other way to reach it. A run is confined to one thread, which is what makes the
/// unchecked conformance sound: a path is made for one run and read when the run is over.
public final class TracePath: @unchecked Sendable {
  /// The first decisions, given by the enumeration.
  private let prescribed: [Bool]
  /// The decisions that were open, in order: prescribed ones first, then always true.
  private(set) var decisions: [Bool] = []
  /// What holds on this path, in the order in which it was asked.
  public private(set) var conditions: [PathCondition] = []
  private var orderings: [Pair: Set<Ordering>] = [:]
  private var domain = Domain.reals
  private var remainingOperations: Int
  /// How often the order of two expressions was asked for, answered by what is known or not.
  private(set) var comparisonCount = 0

  /// - Parameter operations: how many operations on expressions the run may make.
  public init(prescribed: [Bool] = [], operations: Int = 200_000) {
    self.prescribed = prescribed
    remainingOperations = operations
  }

  /// A variable of the traced function.
  public func variable(_ name: String) -> TracedScalar {
    TracedScalar(variable: name, path: self)
  }

  func countOperation() throws(ScalarFailure) {
    remainingOperations -= 1
    if remainingOperations < 0 {
      throw ScalarFailure.limit("the function makes too many operations to be traced")
    }
  }

  private enum Ordering { case less, equal, greater }

  private struct Pair: Hashable {
    let a: Expression
    let b: Expression
  }

  /// Whether `a relation b` holds on this path; `notEqual` is asked as not `equal`.
  ///
  /// What follows from earlier answers about the same two expressions, or about the same variable,
  /// is not asked again.
  ///
  /// - Throws: `undecided` where the path leaves one point only, and it is not certain what holds there.
  func holds(_ condition: PathCondition) throws(ScalarFailure) -> Bool {
    comparisonCount += 1
    let wanted: Set<Ordering>
    switch condition.relation {
    case .less: wanted = [.less]
    case .lessOrEqual: wanted = [.less, .equal]
    case .equal: wanted = [.equal]
    case .notEqual: wanted = [.less, .greater]
    }
    let possible = possibleOrderings(condition.left, condition.right)
    if possible.isSubset(of: wanted) { return true }
    if possible.isDisjoint(with: wanted) { return false }
    if let answer = answerFromDomain(condition) { return answer }
    if let point = point(of: condition) { return try condition.holds(at: point) }
    let index = decisions.count
    let answer = index < prescribed.count ? prescribed[index] : true
    decisions.append(answer)
    let fact = answer ? condition : condition.negation
    conditions.append(fact)
    let rest = answer ? possible.intersection(wanted) : possible.subtracting(wanted)
    orderings[Pair(a: condition.left, b: condition.right)] = rest
    if let (variable, interval) = fact.restriction {
      domain[variable] = domain[variable].intersection(interval)
    }
    return answer
  }

  private func possibleOrderings(_ a: Expression, _ b: Expression) -> Set<Ordering> {
    if a == b { return [.equal] }
    if let known = orderings[Pair(a: a, b: b)] { return known }
    guard let known = orderings[Pair(a: b, b: a)] else { return [.less, .equal, .greater] }
    return Set(
      known.map { ordering in
        switch ordering {
        case .less: .greater
        case .equal: .equal
        case .greater: .less
        }
      })
  }

  private func answerFromDomain(_ condition: PathCondition) -> Bool? {
    guard let (variable, interval) = condition.restriction else { return nil }
    let current = domain[variable]
    if current.isSubset(of: interval) { return true }
    if current.intersection(interval).isEmpty { return false }
    return nil
  }

  /// The values of all variables of a condition, where the path leaves each only one.
  private func point(of condition: PathCondition) -> [(variable: String, value: Rational)]? {
    var point: [(variable: String, value: Rational)] = []
    for variable in Set(condition.left.variables + condition.right.variables) {
      guard domain[variable].isPoint else { return nil }
      point.append((variable, domain[variable].sample))
    }
    return point
  }
}

extension PathCondition {
  fileprivate func holds(
    at point: [(variable: String, value: Rational)]
  ) throws(ScalarFailure) -> Bool {
    var difference = try left - right
    for (variable, value) in point {
      difference = try difference.replacing(variable, with: Expression(value))
    }
    guard let sign = difference.certainSign else { throw ScalarFailure.undecided }
    return relation.holds(forSign: sign)
  }
}
