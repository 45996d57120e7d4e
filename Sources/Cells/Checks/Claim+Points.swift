import MathCore

/// Points at which functions are likely to go wrong, or to reach a bound.
extension Claim {
  /// Points of the domain, the simplest first: those that a reader can check in the head, the ends, and
  /// where a function turns, jumps or has no value.
  var likelyPoints: [ExactPoint] {
    var seen: Set<ExactPoint> = []
    let points =
      variables.count == 1
      ? (Self.simpleNumbers.map { [Expression($0)] } + special(in: 0, at: [:]))
      : Self.simplePairs.map { $0.map { Expression($0) } } + crossings
    return points.filter { contains($0) && seen.insert($0).inserted }
  }

  /// Whether a point is certainly one of the domain.
  func contains(_ point: ExactPoint) -> Bool {
    zip(domains, point).allSatisfy { $0.contains($1) }
  }

  /// Whether a point of one variable has neighbours on both sides.
  func isInside(_ point: ExactPoint) -> Bool {
    guard let step = Rational(2).power(-60).map({ Expression($0) }) else { return false }
    return [try? point[0] - step, try? point[0] + step].allSatisfy {
      $0.map { contains([$0]) } ?? false
    }
  }

  private static let simpleNumbers: [Rational] = [
    0, 1, -1, 2, -2, .half, -.half, 3, -3, 5, -5, 10, -10,
  ]
  private static let simplePairs: [[Rational]] = [
    [0, 0], [1, 0], [0, 1], [1, 1], [1, 2], [2, 1], [-1, 1], [1, -1], [-1, .half], [2, -2], [3, 5],
  ]

  /// In two variables: what is special in one of them where the other has a simple value.
  private var crossings: [ExactPoint] {
    guard variables.count == 2 else { return [] }
    return [0, 1].flatMap { axis in
      [0, 1, -1, .half].flatMap { (value: Rational) -> [ExactPoint] in
        let other = Expression(value)
        return special(in: axis, at: [variables[1 - axis]: other]).map {
          axis == 0 ? [$0[0], other] : [other, $0[0]]
        }
      }
    }
  }

  /// Values of one variable where the others are given.
  private func special(in axis: Int, at place: [String: Expression]) -> [ExactPoint] {
    let ends = [domains[axis].lower, domains[axis].upper].compactMap { $0?.expression }
    return (ends + turningPoints(in: variables[axis], at: place)).map { [$0] }
  }

  /// Where a formula turns or a condition changes, and beside it.
  private func turningPoints(in variable: String, at place: [String: Expression]) -> [Expression] {
    var parts: Set<Expression> = []
    for piece in pieces ?? [] {
      let sides = piece.conditions.compactMap { try? $0.left - $0.right }
      for expression in piece.values + sides {
        let line = expression.value(at: place.map { ($0, $1) })
        parts.formUnion(line?.parts ?? [])
      }
    }
    let points = parts.flatMap { $0.turningPoints(in: variable) }
    let rational = Set(points.compactMap(\.number)).sorted().flatMap { [$0, $0 - 1, $0 + 1] }
    // The simplest first, and the same order in every run.
    let irrational = Set(points.filter { $0.number == nil })
      .map { ($0.treeSize, $0.description, $0) }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    return rational.map { Expression($0) } + irrational
  }

  /// Farther out than any Double, where the domain has no end.
  var farPoints: [ExactPoint] {
    guard variables.count == 1, let far = Rational(10).power(10_000) else { return [] }
    return [[Expression(far)], [Expression(-far)]].filter(contains)
  }

  /// "x = 1, y = √2"
  func place(_ point: ExactPoint) -> String {
    zip(variables, point).map { "\($0) = \($1.placeText)" }.joined(separator: ", ")
  }
}

extension Expression {
  /// A constant as a place is named.
  var placeText: String { number?.placeText ?? description }

  /// With numbers for the variables.
  func value(at point: some Sequence<(String, Expression)>) -> Expression? {
    var value = self
    for (variable, x) in point {
      guard let next = try? value.replacing(variable, with: x) else { return nil }
      value = next
    }
    return value
  }

  /// Up to two of them on both sides, in fourths and in sixths.
  private static let halfTurns: [Rational] = (-24...24)
    .filter { $0 != 0 && ($0.isMultiple(of: 2) || $0.isMultiple(of: 3)) }
    .compactMap { Rational($0, over: 12) }

  /// Where a divisor, what stands under a root, in a logarithm or between bars, or the difference of
  /// what a minimum is taken of, is 0; simple parts of a turn in sines, cosines and tangents; and zeros
  /// of sums.
  fileprivate func turningPoints(in variable: String) -> [Expression] {
    switch node {
    case .divide(_, let x), .power(let x, _), .apply(.log, let x), .apply(.log2, let x),
      .apply(.log10, let x), .apply(.sqrt, let x), .apply(.cbrt, let x), .apply(.abs, let x):
      return QuadraticForm(x, variable)?.zeros ?? []
    case .applyBinary(.min, let x, let y), .applyBinary(.max, let x, let y):
      return (try? x - y).flatMap { QuadraticForm($0, variable) }?.zeros ?? []
    case .apply(.sin, let angle), .apply(.cos, let angle), .apply(.tan, let angle):
      guard let form = QuadraticForm(angle, variable) else { return [] }
      return Self.halfTurns.flatMap { form.arguments(ofMultiple: $0) }
    case .add, .subtract: return QuadraticForm(self, variable)?.zeros ?? []
    case .number, .pi, .defined, .variable, .negate, .multiply, .apply, .applyBinary, .restricted:
      return []
    }
  }
}

/// second·x² + first·x + constant, with constants for coefficients.
private struct QuadraticForm {
  let second: Expression
  let first: Expression
  let constant: Expression

  /// Nil for other expressions, and for large ones.
  init?(_ expression: Expression, _ variable: String) {
    guard expression.variables == [variable], expression.treeSize <= 60,
      let slope = try? expression.derivative(withRespectTo: variable),
      let bend = try? slope.derivative(withRespectTo: variable).simplified(),
      bend.variables.isEmpty, let second = try? (bend / 2).simplified(),
      let first = try? slope.replacing(variable, with: .zero).simplified(),
      let constant = try? expression.replacing(variable, with: .zero).simplified(),
      ![second, first, constant].contains(where: \.isCertainlyUndefined)
    else { return nil }
    (self.second, self.first, self.constant) = (second, first, constant)
  }

  /// The x at which the form is so many times π.
  func arguments(ofMultiple multiple: Rational) -> [Expression] {
    zeros(of: try? constant - Expression(multiple) * .pi)
  }

  var zeros: [Expression] { zeros(of: constant) }

  /// −c/b, or −b/2a ± √(b² − 4ac)/2a; none where it is not certain which.
  private func zeros(of constant: Expression?) -> [Expression] {
    guard let constant else { return [] }
    if second.certainSign == 0 {
      guard let sign = first.certainSign, sign != 0 else { return [] }
      return [try? (-constant / first).simplified()].compactMap(\.self)
    }
    guard let scale = try? (1 / (2 * second)).simplified(),
      let square = try? ((first * first - 4 * second * constant) * scale * scale).simplified(),
      let sign = square.certainSign, sign >= 0
    else { return [] }
    return (sign == 0 ? [1] : [1, -1]).compactMap { side in
      try? (-first * scale + Expression(side) * .apply(.sqrt, square)).simplified()
    }
  }
}
