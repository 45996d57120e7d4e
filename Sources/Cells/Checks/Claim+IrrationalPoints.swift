import MathCore

/// Irrational numbers at which functions are likely to go wrong, or to reach a bound.
extension Claim {
  /// Those of the domain of one variable: multiples of an eighth turn in sines, cosines and tangents,
  /// and zeros of quadratic polynomials.
  var irrationalPoints: [Expression] {
    guard variables.count == 1 else { return [] }
    var seen: Set<Expression> = []
    let parts = Set((pieces ?? []).flatMap(\.values).flatMap(\.parts))
    let points = parts.flatMap { $0.irrationalTurningPoints(in: variables[0]) }
      .filter { domains[0].interval.certainlyContains($0) && seen.insert($0).inserted }
    // The simplest first, and the same order in every run.
    return points.map { ($0.treeSize, $0.description, $0) }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }
}

extension Expression {
  /// Multiples of this part of π are tried.
  private static let turnParts = 4
  private static let largestTurn = 2 * turnParts

  fileprivate func irrationalTurningPoints(in variable: String) -> [Expression] {
    switch node {
    case .apply(.sin, let angle), .apply(.cos, let angle), .apply(.tan, let angle):
      guard let line = QuadraticForm(angle, variable), line.second.isZero else { return [] }
      return (-Self.largestTurn...Self.largestTurn).filter { $0 != 0 }.compactMap { count in
        Rational(count, over: Self.turnParts).flatMap { line.argument(ofMultiple: $0) }
      }
    case .add, .subtract: return QuadraticForm(self, variable)?.irrationalZeros ?? []
    case .number, .pi, .defined, .variable, .negate, .multiply, .divide, .power, .apply,
      .applyBinary, .restricted:
      return []
    }
  }
}

/// second·x² + first·x + constant, with rational coefficients.
private struct QuadraticForm {
  let second: Rational
  let first: Rational
  let constant: Rational

  /// Nil for other expressions, and for large ones.
  init?(_ expression: Expression, _ variable: String) {
    guard expression.variables == [variable], expression.treeSize <= 60,
      let slope = try? expression.derivative(withRespectTo: variable),
      let bend = try? slope.derivative(withRespectTo: variable).simplified(),
      let twice = bend.number,
      let first = try? slope.replacing(variable, with: .zero).simplified().number,
      let constant = try? expression.replacing(variable, with: .zero).simplified().number
    else { return nil }
    (second, self.first, self.constant) = (twice * .half, first, constant)
  }

  /// The x at which a linear form is so many times π; nil where it is constant.
  func argument(ofMultiple multiple: Rational) -> Expression? {
    guard let inverse = first.inverse else { return nil }
    return try? (Expression(multiple * inverse) * .pi - Expression(constant * inverse))
      .simplified()
  }

  /// −b/2a ± √(b² − 4ac)/2a
  var irrationalZeros: [Expression] {
    guard let scale = (2 * second).inverse else { return [] }
    let square = (first * first - 4 * second * constant) * scale * scale
    guard square.sign > 0, square.squareRoot == nil else { return [] }
    let center = Expression(-first * scale)
    return [1, -1].compactMap { side in
      try? (center + Expression(side) * .apply(.sqrt, Expression(square))).simplified()
    }
  }
}

extension RationalInterval {
  /// Whether a constant lies inside for sure.
  fileprivate func certainlyContains(_ constant: Expression) -> Bool {
    [(lower, 1), (upper, -1)].allSatisfy { end, side in
      guard let end else { return true }
      return (try? constant - Expression(end.value))?.certainSign == side
    }
  }
}
