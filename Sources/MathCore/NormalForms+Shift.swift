/// Polynomials in x + c instead of x, where powers of x + c are common: (1 + x)³⁶⁰ is one term then, not
/// 361.
extension Expression {
  /// Powers below this are as well multiplied out.
  private static let leastPower = 8

  /// For each variable the number that is added to it; none where its powers are the highest, or where
  /// it stands in a function that is not algebraic.
  static func shifts(in expressions: [Expression]) -> [String: Rational] {
    var powers: [String: [Rational: Rational]] = [:]
    var excluded: Set<String> = []
    for part in Set(expressions.flatMap(\.parts)) {
      switch part.node {
      case .power(let base, let exponent):
        guard let value = exponent.number else {
          excluded.formUnion(exponent.variables)
          continue
        }
        guard value.magnitude >= Rational(leastPower), let linear = LinearForm(base),
          let variable = linear.variable, let shift = linear.constant.divided(by: linear.slope)
        else { continue }
        var counts = powers[variable] ?? [:]
        counts[shift] = (counts[shift] ?? .zero) + value.magnitude
        powers[variable] = counts
      case .apply(_, let x): excluded.formUnion(x.variables)
      case .applyBinary(_, let x, let y): excluded.formUnion(x.variables + y.variables)
      default: break
      }
    }
    return powers.compactMapValues { counts in
      counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }.filter { !$0.value.isZero && !excluded.contains($0.key) }
  }
}

extension NormalForms {
  /// A variable, as the shifted one less the shift.
  mutating func variable(_ name: String) throws(NormalFormFailure) -> RationalFunction {
    let shifted = try quantity(.variable(name))
    guard let shift = shifts[name] else { return shifted }
    return try add(shifted, RationalFunction(-shift))
  }

  /// Where the generator of a variable lies.
  func range(ofVariable name: String) -> RationalInterval {
    domain[name] + .point(shifts[name] ?? .zero)
  }
}
