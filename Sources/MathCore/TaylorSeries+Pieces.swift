/// Functions made of pieces: the coefficients are those of the piece, the hull of both pieces' at a
/// corner in the box, and any number where the function may jump there.
extension TaylorArithmetic {
  func pieces(_ function: ElementaryFunction, _ u: Series, _ value: Coefficient) -> Series {
    if function == .abs { return magnitude(u, value) }
    return value.isPoint
      ? Series([value], hasCorner: u.hasCorner) : unknown(after: value, limit: .everywhere)
  }

  private func magnitude(_ u: Series, _ value: Coefficient) -> Series {
    if u.value.lower.signum >= 0 { return u }
    if u.value.upper.signum <= 0 { return negate(u) }
    return hull(u, negate(u), value)
  }

  private func hull(_ x: Series, _ y: Series, _ value: Coefficient) -> Series {
    let count = max(x.coefficients.count, y.coefficients.count)
    let (a, b) = (x.padded(to: count - 1).coefficients, y.padded(to: count - 1).coefficients)
    var coefficients = zip(a, b).map { $0.hull($1) }
    coefficients[0] = value
    return Series(coefficients, hasCorner: count > 1 || x.hasCorner || y.hasCorner)
  }

  @_specialize(where Bound == Double)
  func apply(_ function: BinaryFunction, _ x: Series, _ y: Series) -> Series {
    let value = Coefficient.apply(function, x.value, y.value)
    if order == 0 || x.coefficients.count == 1 && y.coefficients.count == 1 {
      return Series([value], hasCorner: x.hasCorner || y.hasCorner)
    }
    switch function {
    case .pow: return power(x, y)
    case .min:
      if x.value.upper <= y.value.lower { return limited(x, by: y) }
      return y.value.upper <= x.value.lower ? limited(y, by: x) : hull(x, y, value)
    case .max:
      if x.value.lower >= y.value.upper { return limited(x, by: y) }
      return y.value.lower >= x.value.upper ? limited(y, by: x) : hull(x, y, value)
    case .copysign:
      if y.value.lower.signum >= 0 { return limited(apply(.abs, x), by: y) }
      if y.value.upper.signum < 0 { return limited(negate(apply(.abs, x)), by: y) }
      return unknown(after: value, limit: .everywhere)
    case .fmod: return remainder(x, y, value)
    case .hypot:
      let squares = add(square(x), square(y))
      return power(squares, exponent: .divide(whole(1, x), whole(2, x)), value) {
        .divide(whole(1, x), .add(value, value))
      }
    case .atan2: return angle(x, y, value)
    }
  }

  /// One of two operands, which is defined only where both are.
  private func limited(_ x: Series, by other: Series) -> Series {
    let definedness = other.value.definedness
    return Series(
      x.coefficients.map { $0.limited(to: definedness) }, hasCorner: x.hasCorner || other.hasCorner)
  }

  /// The series itself, on the domain of the other one.
  func restricted(_ x: Series, toDomainOf other: Series) -> Series {
    let coefficients = x.coefficients.map { Coefficient.restricted($0, toDomainOf: other.value) }
    return Series(coefficients, hasCorner: x.hasCorner)
  }

  /// x − n·|y| for the one whole n that x/|y| is cut to.
  private func remainder(_ x: Series, _ y: Series, _ value: Coefficient) -> Series {
    let divisor = apply(.abs, y)
    let count = Coefficient.apply(.trunc, .divide(x.value, divisor.value))
    guard value.definedness == .continuous, count.isPoint else {
      return unknown(after: value, limit: .everywhere)
    }
    var result = subtract(x, scale(divisor, by: count))
    result.coefficients[0] = value
    return result
  }

  /// (x·y′ − y·x′) / (x² + y²) is the derivative of the angle of (x, y).
  private func angle(_ y: Series, _ x: Series, _ value: Coefficient) -> Series {
    guard value.definedness != .everywhere else { return unknown(after: value, limit: .everywhere) }
    let lower = TaylorArithmetic(order: order - 1)
    let (dx, dy) = (Series(derivative(x)), Series(derivative(y)))
    let turning = lower.subtract(lower.crossProduct(x, dy), lower.crossProduct(y, dx))
    let slope = lower.divide(turning, lower.add(lower.square(x), lower.square(y)))
    var result = [value]
    for (place, coefficient) in slope.coefficients.enumerated() {
      result.append(.divide(coefficient, whole(place + 1, x)))
    }
    return Series(result, hasCorner: x.hasCorner || y.hasCorner)
  }

  /// A product of which the second factor may have no coefficients, as a constant's derivative.
  private func crossProduct(_ x: Series, _ slope: Series) -> Series {
    slope.coefficients.isEmpty ? Series([whole(0, x)]) : multiply(x, slope)
  }
}
