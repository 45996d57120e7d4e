import MathCore

/// The span of the numbers seen so far; what is not finite is passed over.
struct ValueRange: Sendable, Hashable {
  private(set) var low = Double.infinity
  private(set) var high = -Double.infinity

  var isEmpty: Bool { low > high }

  mutating func include(_ value: Double) {
    guard value.isFinite else { return }
    low = min(low, value)
    high = max(high, value)
  }

  mutating func include(_ other: ValueRange) {
    include(other.low)
    include(other.high)
  }
}

extension ValueRange {
  /// The values of a function, without the growth toward its poles.
  ///
  /// A pole is a place where the largest value multiplies each time that its neighbourhood is
  /// looked at more closely; on its side the range ends where all but a twenty-fifth of the
  /// values lie.
  static func values(
    of function: (Double) -> Double?, at places: [Double]
  ) -> ValueRange {
    let samples = places.map { place in function(place).flatMap { $0.isFinite ? $0 : nil } }
    let values = samples.compactMap { $0 }.sorted()
    guard let least = values.first, let greatest = values.last else { return ValueRange() }
    var range = ValueRange()
    let spread = max(greatest - least, 1e-300)
    for sign in [1.0, -1.0] {
      let extreme = sign > 0 ? greatest : least
      guard let index = samples.firstIndex(where: { $0 == extreme }) else { continue }
      let around = places[max(0, index - 1)]...places[min(places.count - 1, index + 1)]
      let growth = extremeGrowth(of: function, around: around, sign: sign, from: extreme)
      if growth.isPole && spread.isFinite {
        let share = sign > 0 ? 0.96 : 0.04
        let rank = Int((Double(values.count - 1) * share).rounded())
        range.include(values[rank])
      } else {
        range.include(growth.converges ? growth.value : extreme)
      }
    }
    return range
  }

  private static func extremeGrowth(
    of function: (Double) -> Double?, around first: ClosedRange<Double>, sign: Double,
    from extreme: Double
  ) -> (value: Double, isPole: Bool, converges: Bool) {
    var around = first
    var best = extreme
    var factors: [Double] = []
    for _ in 0..<3 {
      let width = around.upperBound - around.lowerBound
      guard width > 0 else { break }
      let before = best
      var place = around.lowerBound + width / 2
      for step in 0...16 {
        let candidate = around.lowerBound + width * (Double(step) + 0.03) / 16.06
        guard let value = function(candidate), value.isFinite, sign * value > sign * best else {
          continue
        }
        (best, place) = (value, candidate)
      }
      factors.append(before == 0 ? 1 : (best / before).magnitude)
      let half = width / 16
      around =
        max(
          place - half, first.lowerBound)...max(
          min(place + half, first.upperBound), max(place - half, first.lowerBound))
    }
    let isPole = factors.count == 3 && factors[1] > 1.8 && factors[2] > 1.8
    return (best, isPole, (factors.last ?? 1) < 1.01)
  }
}
