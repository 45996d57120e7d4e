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

/// The values of one or more functions, with what grows toward poles kept apart.
struct CurveRange: Sendable, Hashable {
  private var plain = ValueRange()
  /// Where a curve with a pole is cut: the modest one where there are several.
  private var poleHigh = Double.infinity
  private var poleLow = -Double.infinity

  var range: ValueRange {
    var result = plain
    result.include(poleHigh)
    result.include(poleLow)
    return result
  }

  mutating func include(_ other: ValueRange) { plain.include(other) }
  mutating func include(_ value: Double) { plain.include(value) }

  /// Takes in the values of a function at the given places.
  ///
  /// A pole is a place where the largest value multiplies each time that its neighbourhood is
  /// looked at more closely; on its side the range ends where all but a sixteenth of the values
  /// lie.
  mutating func include(_ function: (Double) -> Double?, at places: [Double]) {
    let samples = places.map { place in function(place).flatMap { $0.isFinite ? $0 : nil } }
    let values = samples.compactMap { $0 }.sorted()
    guard let least = values.first, let greatest = values.last else { return }
    for (sign, extreme) in [(1.0, greatest), (-1.0, least)] {
      guard let index = samples.firstIndex(where: { $0 == extreme }) else { continue }
      let around = places[max(0, index - 1)]...places[min(places.count - 1, index + 1)]
      let growth = Self.growth(of: function, around: around, sign: sign, from: extreme)
      let rank = Int((Double(values.count - 1) * (sign > 0 ? 0.94 : 0.06)).rounded())
      if !growth.isPole {
        plain.include(growth.converges ? growth.value : extreme)
      } else if sign > 0 {
        poleHigh = min(poleHigh, values[rank])
      } else {
        poleLow = max(poleLow, values[rank])
      }
    }
  }

  private static func growth(
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
