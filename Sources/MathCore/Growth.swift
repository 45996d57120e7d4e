/// How fast something grows as X → ∞: e^(aX)·X^b·(ln X)^c.
///
/// The order is that of growth: eˣ outgrows every power, a power every logarithm, so the first
/// exponent that differs decides (Hardy, Orders of Infinity, 1910, §III).
struct Growth: Hashable, Comparable {
  var exponential: Rational = .zero
  var power: Rational = .zero
  var logarithm: Rational = .zero

  /// That of a constant.
  static let one = Growth()
  static let linear = Growth(power: .one)
  static let logarithmic = Growth(logarithm: .one)

  static func < (a: Growth, b: Growth) -> Bool {
    if a.exponential != b.exponential { return a.exponential < b.exponential }
    return a.power == b.power ? a.logarithm < b.logarithm : a.power < b.power
  }

  static func * (a: Growth, b: Growth) -> Growth {
    Growth(
      exponential: a.exponential + b.exponential, power: a.power + b.power,
      logarithm: a.logarithm + b.logarithm)
  }

  func raised(to exponent: Rational) -> Growth {
    Growth(
      exponential: exponent * exponential, power: exponent * power,
      logarithm: exponent * logarithm)
  }

  /// What e^(−c·g) is smaller than for every c > 0, where g grows like this and is no multiple of X
  /// or ln X: all negative powers of a quantity that g outgrows the logarithm of.
  var decay: Growth {
    let order = Rational(-AsymptoticSeries.order)
    if exponential.sign > 0 || power > 1 { return Growth(exponential: order) }
    if power.sign > 0 || logarithm > 1 { return Growth(power: order) }
    return Growth(logarithm: order)
  }
}
