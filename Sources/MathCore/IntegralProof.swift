extension Proof {
  /// Whether the integral of f between two constants is a value, by the fundamental theorem: F′ = f
  /// between them, and F(b) − F(a) is the value.
  ///
  /// - Parameter domain: holds the interval of integration.
  public static func integral(
    of f: Expression, in variable: String, from lower: Expression, to upper: Expression,
    is value: Expression, antiderivative whole: Expression, on domain: Domain
  ) -> ProofOutcome {
    guard
      case .proved(let slope) = derivative(
        of: whole, is: f, withRespectTo: variable, on: domain)
    else { return .unknown("the antiderivative is not proved to be one") }
    guard let end = try? whole.replacing(variable, with: upper),
      let start = try? whole.replacing(variable, with: lower), let difference = try? end - start
    else { return .unknown("it is too long") }
    let outcome = equal(difference, value)
    guard case .proved(let equality) = outcome else { return outcome }
    return .proved(Demonstration(.fundamentalTheorem).and(slope).and(equality))
  }
}
