import MathCore

extension SampledVerdict {
  /// The integral of f over the domain, by Simpson's rule (1743) on two grids: the difference between
  /// them says how far the result is to be trusted. Without a bound of the error it refutes nothing.
  func integral(_ f: CheckedFunction, is value: Double, within allowance: Double?) -> Decision {
    let count = 2048
    guard let coarse = simpson(f, intervals: count / 2), let fine = simpson(f, intervals: count)
    else { return .undecided("Simpson's rule needs a value at each of \(count + 1) points") }
    let difference = abs(fine - value)
    let uncertainty = abs(fine - coarse)
    let allowed = allowance ?? 1e-9 * max(1, abs(value))
    let text = NumberFormat.automatic.text(for: fine)
    guard difference <= allowed, uncertainty <= allowed else {
      return .undecided("Simpson's rule gives \(text), which may be far off")
    }
    return .decided(
      Verdict(strength: .sampled, method: .points(count + 1), detail: .simpson(text)))
  }

  private func simpson(_ f: CheckedFunction, intervals count: Int) -> Double? {
    let (a, b) = (domains[0].lower, domains[0].upper)
    let step = (b - a) / Double(count)
    var sum = 0.0
    for index in 0...count {
      guard let value = f([index == count ? b : a + Double(index) * step]) else { return nil }
      let isEnd = index == 0 || index == count
      sum += (isEnd ? 1 : index % 2 == 0 ? 2 : 4) * value
    }
    return sum * step / 3
  }
}
