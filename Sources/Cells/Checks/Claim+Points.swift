import MathCore

/// What is certain at single points.
extension Claim {
  /// The functions' values at a point, as expressions without variables; nil where it is not certain
  /// which way through them is taken.
  func values(at point: [Rational]) -> [Expression]? {
    let place = zip(variables, point)
    for piece in pieces ?? [] {
      var isTaken = true
      for condition in piece.conditions {
        guard let holds = condition.holds(at: place) else { return nil }
        isTaken = isTaken && holds
      }
      guard isTaken else { continue }
      let values = piece.values.compactMap { $0.value(at: place) }
      return values.count == piece.values.count ? values : nil
    }
    return nil
  }

  /// Whether a supposed counterexample is one for sure: an expression made of the values has a sign
  /// that the claim excludes. False where it has none, or not for sure; nil where the functions
  /// cannot be followed.
  func confirmation(
    of make: @escaping (_ values: [Expression]) -> Expression?,
    isFalse: @escaping (_ sign: Int) -> Bool
  ) -> ([Double]) -> Bool? {
    { point in
      guard let values = values(atDoubles: point), let expression = make(values) else { return nil }
      return expression.certainSign.map(isFalse) ?? false
    }
  }

  /// Whether a function certainly has no value at a point: a division by 0, a logarithm of a negative
  /// number.
  ///
  /// Of functions that cannot be followed it is what their evaluation says.
  func isUndefined(at point: [Rational]) -> Bool {
    guard pieces != nil else {
      return functions.contains { $0.checked(point.map(\.double)) == nil }
    }
    return values(at: point)?.contains(where: \.isCertainlyUndefined) ?? false
  }

  /// A point of the domain at which a function has no value for sure.
  func undefinedPoint() -> String? {
    guard variables.count == 1 else { return nil }
    let interval = domains[0].interval
    let ends = [interval.lower, interval.upper].compactMap { $0?.value }
    let usual: [Rational] = [0, 1, -1, 2, -2, .half, 3, -3, 10, -10]
    let place = (usual + suspects + ends).first {
      interval.contains($0) && isUndefined(at: [$0])
    }
    return place.map { "\(variables[0]) = \(NumberFormat.automatic.text(for: $0))" }
  }

  /// Where divisors, or what stands under a root or a logarithm, are 0; and past it.
  private var suspects: [Rational] {
    let parts = (pieces ?? []).flatMap(\.values).flatMap(\.parts)
    let zeros = parts.compactMap { part -> Rational? in
      let inside: Expression
      switch part.node {
      case .divide(_, let divisor): inside = divisor
      case .power(let base, _): inside = base
      case .apply(let function, let argument)
      where [.log, .log2, .log10, .sqrt].contains(function):
        inside = argument
      default: return nil
      }
      return PathCondition(inside, .equal, .zero).restriction?.interval.sample
    }
    return zeros.flatMap { [$0, $0 - 1, $0 + 1] }
  }

  func values(atDoubles point: [Double]) -> [Expression]? {
    let exact = point.compactMap { Rational(exactly: $0) }
    return exact.count == point.count ? values(at: exact) : nil
  }
}

extension PathCondition {
  /// Nil where it is not certain.
  fileprivate func holds(at point: some Sequence<(String, Rational)>) -> Bool? {
    guard let difference = try? left - right, let sign = difference.value(at: point)?.certainSign
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
  func value(at point: some Sequence<(String, Rational)>) -> Expression? {
    var value = self
    for (variable, x) in point {
      guard let next = try? value.replacing(variable, with: Expression(x)) else { return nil }
      value = next
    }
    return value
  }
}
