import MathCore

/// What is certain at single points.
extension Claim {
  /// The value of a combination at a point, as an expression without variables; nil where it is not
  /// certain which way through the functions is taken.
  ///
  /// - Parameter isInside: only where that way is taken around the point too, so that a slope there is
  ///   that of its formula.
  func value(
    of make: Combination, at point: [Expression], isInside: Bool = false
  ) -> Expression? {
    let place = zip(variables, point)
    for piece in pieces ?? [] {
      var isTaken = true
      for condition in piece.conditions {
        guard let holds = condition.holds(at: place, isInside: isInside) else { return nil }
        isTaken = isTaken && holds
      }
      if isTaken { return make(piece.values)?.value(at: place) }
    }
    return nil
  }

  /// Whether a supposed counterexample is one for sure: a combination of the values has a sign that
  /// the claim excludes. False where it has none, or not for sure; nil where the functions cannot be
  /// followed.
  func confirmation(
    of make: @escaping Combination, isInside: Bool = false,
    isFalse: @escaping (_ sign: Int) -> Bool
  ) -> ([Double]) -> Bool? {
    { point in
      guard pieces != nil else { return nil }
      let exact = point.compactMap { Rational(exactly: $0) }.map { Expression($0) }
      return value(of: make, at: exact, isInside: isInside)?.certainSign.map(isFalse) ?? false
    }
  }

  /// Whether a difference is certainly not 0 at a point, or larger than the author allows.
  func contradiction(
    of difference: @escaping Combination, isInside: Bool = false
  ) -> ([Double]) -> Bool? {
    guard let allowance = tolerance?.value else {
      return confirmation(of: difference, isInside: isInside) { $0 != 0 }
    }
    let margin: Combination = { values in
      difference(values).flatMap { try? Expression(allowance) - .apply(.abs, $0) }
    }
    return confirmation(of: margin, isInside: isInside) { $0 < 0 }
  }

  /// Whether a function certainly has no value at a point: a division by 0, a logarithm of a negative
  /// number.
  ///
  /// Of functions that cannot be followed it is what their evaluation says.
  func isUndefined(at point: [Rational]) -> Bool {
    guard pieces != nil else {
      return functions.contains { $0.checked(point.map(\.double)) == nil }
    }
    return isUndefined(at: point.map { Expression($0) })
  }

  private func isUndefined(at point: [Expression]) -> Bool {
    functions.indices.contains { index in
      value(of: { $0[index] }, at: point)?.isCertainlyUndefined ?? false
    }
  }

  /// A point of the domain at which a function has no value for sure.
  func undefinedPoint() -> String? {
    guard variables.count == 1 else { return nil }
    if let point = suspiciousPoints.first(where: { isUndefined(at: [$0]) }) { return place(point) }
    return irrationalPoints.first { isUndefined(at: [$0]) }.map(place)
  }

  /// "x = 1"
  func place(_ point: Rational) -> String {
    "\(variables[0]) = \(point.placeText)"
  }

  /// "x = π"
  func place(_ point: Expression) -> String { "\(variables[0]) = \(point)" }

  /// Points of the domain of one variable at which functions are likely to go wrong: simple ones, the
  /// ends, the middle, and what is left and right of zeros and corners.
  var suspiciousPoints: [Rational] {
    let interval = domains[0].interval
    let ends = [interval.lower, interval.upper].compactMap { $0?.value }
    let usual: [Rational] = [0, 1, -1, 2, -2, .half, 3, -3, 10, -10]
    let parts = Set((pieces ?? []).flatMap(\.values).flatMap(\.parts))
    let special = parts.compactMap(\.turningPoint).sorted().flatMap { [$0, $0 - 1, $0 + 1] }
    return (usual + special + ends + [interval.sample]).filter(interval.contains)
  }
}

extension Expression {
  /// Where a divisor, what stands under a root, in a logarithm or between bars, or the difference of
  /// what a minimum is taken of, is 0.
  fileprivate var turningPoint: Rational? {
    let inside: Expression?
    switch node {
    case .divide(_, let divisor): inside = divisor
    case .power(let base, _): inside = base
    case .apply(let function, let argument):
      inside = [.log, .log2, .log10, .sqrt, .abs].contains(function) ? argument : nil
    case .applyBinary(let function, let a, let b):
      inside = [.min, .max].contains(function) ? try? a - b : nil
    case .number, .pi, .defined, .variable, .negate, .add, .subtract, .multiply, .restricted:
      inside = nil
    }
    return inside.flatMap { PathCondition($0, .equal, .zero).restriction?.interval.sample }
  }
}

extension PathCondition {
  /// Nil where it is not certain, and on the boundary where only the inside counts.
  fileprivate func holds(at point: some Sequence<(String, Expression)>, isInside: Bool) -> Bool? {
    guard let difference = try? left - right, let sign = difference.value(at: point)?.certainSign,
      sign != 0 || !isInside
    else { return nil }
    switch relation {
    case .less: return sign < 0
    case .lessOrEqual: return sign <= 0
    case .equal: return sign == 0
    case .notEqual: return sign != 0
    }
  }
}

extension Expression {
  /// With numbers for the variables.
  func value(at point: some Sequence<(String, Expression)>) -> Expression? {
    var value = self
    for (variable, x) in point {
      guard let next = try? value.replacing(variable, with: x) else { return nil }
      value = next
    }
    return value
  }
}
