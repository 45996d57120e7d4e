extension SampledVerdict {
  /// f tends to a value: it is approached along a sequence, and comes ever closer.
  ///
  /// Nil where they do not: what happens closer to the point is not known then.
  func limit(
    _ f: CheckedFunction, at point: Double, is value: Double, within allowance: Double?
  ) -> Verdict? {
    let arguments = approach(to: point)
    let values = arguments.compactMap { f([$0]) }
    guard let last = values.last, values.count > arguments.count / 2 else { return nil }
    let allowed = value.isFinite ? allowance ?? 1e-6 * max(1, abs(value)) : 1e-6
    func distance(of found: Double) -> Double {
      value.isFinite ? abs(found - value) : (value > 0 ? 1 / found : -1 / found)
    }
    // At a finite point they come from both sides in turn.
    guard values.suffix(2).allSatisfy({ distance(of: $0) >= 0 && distance(of: $0) <= allowed })
    else { return nil }
    return Verdict(
      strength: .sampled, method: .points(arguments.count), detail: .lastValue(text(last)))
  }

  private func approach(to point: Double) -> [Double] {
    (1...40).map { index in
      let power = Double(sign: .plus, exponent: index, significand: 1)
      switch point {
      case .infinity: return power
      case -.infinity: return -power
      default: return index % 2 == 0 ? point + 1 / power : point - 1 / power
      }
    }.filter { abs($0) < 512 || point.isInfinite }
  }
}
