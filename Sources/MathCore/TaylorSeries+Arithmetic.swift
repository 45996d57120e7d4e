/// Operations on Taylor series, cut off after an order.
///
/// A series may be shorter than the order: what is missing is 0, and never computed with.
struct TaylorArithmetic<Bound: IntervalBound> {
  typealias Series = TaylorSeries<Bound>
  typealias Coefficient = Interval<Bound>

  let order: Int

  @_specialize(where Bound == Double)
  func value(of operation: ExpressionTape.Operation, _ x: Series, _ y: Series) -> Series {
    switch operation {
    case .negate: negate(x)
    case .add: add(x, y)
    case .subtract: subtract(x, y)
    case .multiply: multiply(x, y)
    case .divide: divide(x, y)
    case .square: square(x)
    case .wholePower(let exponent): power(x, exponent)
    case .apply(let function): apply(function, x)
    case .applyBinary(let function): apply(function, x, y)
    case .restricted: restricted(x, toDomainOf: y)
    }
  }

  @_specialize(where Bound == Double)
  func negate(_ x: Series) -> Series {
    Series(x.coefficients.map { .negate($0) }, hasCorner: x.hasCorner)
  }

  func add(_ x: Series, _ y: Series) -> Series {
    combine(x, y, both: Coefficient.add, second: { $0 })
  }

  func subtract(_ x: Series, _ y: Series) -> Series {
    combine(x, y, both: Coefficient.subtract, second: Coefficient.negate)
  }

  @_specialize(where Bound == Double)
  private func combine(
    _ x: Series, _ y: Series, both: (Coefficient, Coefficient) -> Coefficient,
    second: (Coefficient) -> Coefficient
  ) -> Series {
    let (a, b) = (x.coefficients, y.coefficients)
    var result: [Coefficient] = []
    result.reserveCapacity(max(a.count, b.count))
    for place in 0..<max(a.count, b.count) {
      if place >= b.count {
        result.append(a[place].limited(to: y.value.definedness))
      } else if place >= a.count {
        result.append(second(b[place]).limited(to: x.value.definedness))
      } else {
        result.append(both(a[place], b[place]))
      }
    }
    return Series(result, hasCorner: x.hasCorner || y.hasCorner)
  }

  /// Each coefficient times a number.
  @_specialize(where Bound == Double)
  func scale(_ x: Series, by factor: Coefficient) -> Series {
    Series(x.coefficients.map { .multiply($0, factor) }, hasCorner: x.hasCorner)
  }

  @_specialize(where Bound == Double)
  func multiply(_ x: Series, _ y: Series) -> Series {
    let (a, b) = (x.coefficients, y.coefficients)
    let count = min(order + 1, a.count + b.count - 1)
    var result: [Coefficient] = []
    result.reserveCapacity(count)
    for k in 0..<count { result.append(convolution(a, b, k)) }
    return Series(result, hasCorner: x.hasCorner || y.hasCorner)
  }

  /// Σ aⱼ·bₖ₋ⱼ, of which there is at least one.
  @_specialize(where Bound == Double)
  private func convolution(_ a: [Coefficient], _ b: [Coefficient], _ k: Int) -> Coefficient {
    let first = max(0, k - b.count + 1)
    var sum = Coefficient.multiply(a[first], b[k - first])
    var j = first + 1
    while j <= k, j < a.count {
      sum = .add(sum, .multiply(a[j], b[k - j]))
      j += 1
    }
    return sum
  }

  @_specialize(where Bound == Double)
  func square(_ x: Series) -> Series {
    let a = x.coefficients
    let count = min(order + 1, 2 * a.count - 1)
    return Series((0..<count).map { squareCoefficient(a, $0) }, hasCorner: x.hasCorner)
  }

  /// Each pair of equal products once, and squares as such: they are not negative.
  @_specialize(where Bound == Double)
  func squareCoefficient(_ a: [Coefficient], _ k: Int) -> Coefficient {
    if k == 0 { return .square(a[0]) }
    var sum = Coefficient.whole(0, precision: a[0].precision)
    for j in max(0, k - a.count + 1)..<((k + 1) / 2) { sum = .add(sum, .multiply(a[j], a[k - j])) }
    sum = .add(sum, sum)
    return k % 2 == 0 ? .add(sum, .square(a[k / 2])) : sum
  }

  /// vₖ = (xₖ − Σ yⱼ·vₖ₋ⱼ) / y₀, the sum from j = 1.
  @_specialize(where Bound == Double)
  func divide(_ x: Series, _ y: Series) -> Series {
    let (a, b) = (x.coefficients, y.coefficients)
    let hasCorner = x.hasCorner || y.hasCorner
    if b.count == 1 { return Series(a.map { .divide($0, b[0]) }, hasCorner: hasCorner) }
    var v = [Coefficient.divide(a[0], b[0])]
    v.reserveCapacity(order + 1)
    for k in 1..<max(1, order + 1) {
      let sum = convolution(b, v, k, from: 1)
      let top = k < a.count ? .subtract(a[k], sum) : Coefficient.negate(sum)
      v.append(.divide(top, b[0]))
    }
    return Series(v, hasCorner: hasCorner)
  }

  /// Σ aⱼ·bₖ₋ⱼ from j = `first`, where b has its coefficients up to k − `first`.
  @_specialize(where Bound == Double)
  func convolution(
    _ a: [Coefficient], _ b: [Coefficient], _ k: Int, from first: Int
  ) -> Coefficient {
    var sum = Coefficient.whole(0, precision: b[0].precision)
    var j = first
    while j <= k, j < a.count {
      sum = .add(sum, .multiply(a[j], b[k - j]))
      j += 1
    }
    return sum
  }
}
