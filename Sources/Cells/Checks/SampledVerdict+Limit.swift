import MathCore

extension SampledVerdict {
  /// f tends to a value: it is approached along a sequence, and comes ever closer.
  ///
  /// Where it does not, it is not known what happens closer to the point.
  func limit(at point: ExactNumber, is value: ExactNumber) -> Decision {
    let arguments = approach(to: point).filter { claim.contains([$0]) }
    var sizes: [Double] = []
    var last: Expression?
    for argument in arguments {
      guard case .values(let values) = outcome([argument]),
        let size = distance(of: values[0], from: value)?.approximation
      else { continue }
      sizes.append(size)
      last = values[0]
    }
    guard let last, sizes.count > arguments.count / 2, comeClose(sizes, value),
      let text = last.digits()
    else { return .undecided("the values do not settle near the point") }
    return .decided(
      Verdict(strength: .sampled, method: .points(arguments.count), detail: .lastValue(text)))
  }

  /// Of what should be infinite, that of the inverse from 0.
  private func distance(of found: Expression, from value: ExactNumber) -> Expression? {
    if let value = value.expression { return try? .apply(.abs, found - value) }
    return value.double > 0 ? try? 1 / found : try? -1 / found
  }

  /// At a finite point they come from both sides in turn.
  private func comeClose(_ sizes: [Double], _ value: ExactNumber) -> Bool {
    let scale = value.isInfinite ? 1 : max(1, abs(value.double))
    let allowed = claim.tolerance?.value.double ?? 1e-6 * scale
    guard sizes.suffix(2).allSatisfy({ $0 >= 0 && $0 <= allowed }) else { return false }
    guard claim.tolerance == nil else { return true }
    // Values that stand still do not tend to anything else.
    let before = sizes.dropLast(sizes.count / 2).suffix(2)
    return zip(before, sizes.suffix(2)).allSatisfy { $1 == 0 || $1 <= $0 / 2 }
  }

  private func approach(to point: ExactNumber) -> [Expression] {
    (1...64).compactMap { index in
      guard let power = Rational(2).power(index) else { return nil }
      guard let center = point.expression else {
        return Expression(point.double > 0 ? power : -power)
      }
      let step = Expression(power.inverse ?? .zero)
      return index % 2 == 0 ? try? center + step : try? center - step
    }
  }
}
