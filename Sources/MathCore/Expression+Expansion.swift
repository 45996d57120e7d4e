extension Expression {
  /// Its expansion where the variable is a function of X, as X → ∞; shared parts are expanded once.
  ///
  /// - Throws: `undefined` where the function has no value for any large X, for sure; otherwise where
  ///   it is not found out how the function behaves.
  func expansion(
    _ variable: String, along path: AsymptoticSeries
  ) throws(ScalarFailure) -> AsymptoticSeries {
    var values: [ObjectIdentifier: AsymptoticSeries] = [:]
    for part in parts {
      let arguments = part.node.children.compactMap { values[$0.identity] }
      values[part.identity] = try part.expansion(of: arguments, variable, path)
    }
    return values[identity] ?? .zero
  }

  private func expansion(
    of x: [AsymptoticSeries], _ variable: String, _ path: AsymptoticSeries
  ) throws(ScalarFailure) -> AsymptoticSeries {
    switch node {
    case .number, .pi, .defined: return AsymptoticSeries(self)
    case .variable(let name):
      guard name == variable else { throw ScalarFailure.limit("\(name) has no value") }
      return path
    case .negate: return try x[0].negated()
    case .add: return try x[0].plus(x[1])
    case .subtract(let a, let b): return a == b ? .zero : try x[0].minus(x[1])
    case .multiply: return try x[0].times(x[1])
    case .divide: return try x[0].over(x[1])
    case .power: return try x[0].apply(.pow, x[1])
    case .apply(let function, _): return try x[0].apply(function)
    case .applyBinary(let function, _, _): return try x[0].apply(function, x[1])
    // What has no value there has no expansion.
    case .restricted: return x[0]
    }
  }
}
