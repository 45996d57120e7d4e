extension SampledVerdict {
  /// f tends to a value: it is approached along a sequence, and comes ever closer.
  ///
  /// Nil where the values neither come close to it nor settle anywhere else.
  func limit(
    _ f: CheckedFunction, at point: Double, is value: Double, within allowance: Double?
  ) -> Verdict? {
    let arguments = approach(to: point)
    let values = arguments.compactMap { f([$0]) }
    let method = "\(arguments.count) points"
    guard let last = values.last, values.count > arguments.count / 2 else {
      return Verdict(
        strength: .refuted, method: method, domain: "",
        detail: "the function is not defined near there")
    }
    let allowed = value.isFinite ? allowance ?? 1e-6 * max(1, abs(value)) : 1e-6
    func distance(of found: Double) -> Double {
      value.isFinite ? abs(found - value) : (value > 0 ? 1 / found : -1 / found)
    }
    // At a finite point they come from both sides in turn.
    if values.suffix(2).allSatisfy({ distance(of: $0) >= 0 && distance(of: $0) <= allowed }) {
      return Verdict(
        strength: .sampled, method: method, domain: "", detail: "the last value is \(text(last))")
    }
    guard value.isFinite, Self.hasSettled(values),
      distance(of: last) > 1e-3 * max(1, abs(value))
    else {
      return nil
    }
    return Verdict(
      strength: .refuted, method: method, domain: "", detail: "the values come to \(text(last))")
  }

  /// The last values are the same to nine digits.
  private static func hasSettled(_ values: [Double]) -> Bool {
    guard let last = values.last, values.count > 6 else { return false }
    return values.suffix(6).allSatisfy { abs($0 - last) <= 1e-9 * max(1, abs(last)) }
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
