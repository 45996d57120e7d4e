import MathCore

extension Claim {
  /// A point of the domain at which a function has no value for sure: a division by 0, a logarithm of
  /// a negative number.
  func undefinedPoint() -> String? {
    guard variables.count == 1 else { return nil }
    let domain = domains[0].search
    let places = [0, 1, -1, 2, -2, 0.5, -0.5, 3, -3, 10, -10, domain.lower, domain.upper]
    for place in places where domain.contains(place) {
      for function in functions where function.checked([place]) == nil {
        guard let paths = function.paths, paths.count == 1, let exact = Rational(exactly: place),
          let value = try? paths[0].value.replacing(variables[0], with: Expression(exact)),
          value.isUndefined
        else { continue }
        return "\(variables[0]) = \(SearchDomain.text(place))"
      }
    }
    return nil
  }
}

extension Expression {
  /// Some part of a constant expression has no real value, for sure.
  fileprivate var isUndefined: Bool {
    guard treeSize < 10_000 else { return false }
    if node.children.contains(where: \.isUndefined) { return true }
    switch node {
    case .divide(_, let divisor): return divisor.simplified().number?.isZero ?? false
    case .power(let base, let exponent):
      guard let exponent = exponent.number, exponent.sign < 0 else { return false }
      return base.simplified().number?.isZero ?? false
    case .apply(.log, let x), .apply(.log2, let x), .apply(.log10, let x):
      if let number = x.simplified().number { return number.sign <= 0 }
      return ConstantEnclosure(x)?.sign == -1
    case .apply(.sqrt, let x):
      if let number = x.simplified().number { return number.sign < 0 }
      return ConstantEnclosure(x)?.sign == -1
    default: return false
    }
  }
}
