import MathCore

/// A marked place on an axis.
struct Tick: Sendable, Hashable {
  var value: Double
  /// Empty for minor ticks.
  var label: String
}

/// Nice numbers for a linear axis: Wilkinson's algorithm as extended by Talbot, Lin and Hanrahan
/// (2010, "An extension of Wilkinson's algorithm for positioning tick labels on axes").
///
/// Every tick is a whole multiple of q · 10ⁿ/10 with a two-digit q, hence an exact decimal. Only
/// ticks inside the domain are considered.
struct LinearTicks {
  /// The tenfold of the paper's 1, 5, 2, 2.5, 4, 3, in order of preference.
  private static let steps = [10, 50, 20, 25, 40, 30]

  private struct Choice {
    /// Ticks are (start + i·stride) · step · 10^(power − 1).
    var start: Int
    var stride: Int
    var step: Int
    var power: Int
    var count: Int
    var score: Double
  }

  /// - Parameter target: the number of ticks that fits well; at least 2.
  static func values(in domain: ClosedRange<Double>, target: Int) -> (
    values: [Double], decimals: Int
  ) {
    let width = domain.upperBound - domain.lowerBound
    let largest = max(domain.lowerBound.magnitude, domain.upperBound.magnitude)
    // Narrower than a Double's digits can tell, or wider than a Double's range: no nice numbers.
    guard width.isFinite, width > largest * 1e-12, width > 1e-290, target >= 2,
      let best = choice(domain, target: target)
    else { return ([], 0) }
    let exponent = best.power - 1
    let values = (0..<best.count).compactMap { index in
      Double("\((best.start + index * best.stride) * best.step)e\(exponent)")
    }
    let trailing = (0..<best.count).map { index in
      trailingZeros((best.start + index * best.stride) * best.step)
    }
    let decimals = max(0, -(exponent + (trailing.min() ?? 0)))
    return (values, decimals)
  }

  private static func trailingZeros(_ number: Int) -> Int {
    guard number != 0 else { return 30 }
    var (rest, zeros) = (number, 0)
    while rest % 10 == 0 { (rest, zeros) = (rest / 10, zeros + 1) }
    return zeros
  }

  private static func choice(_ domain: ClosedRange<Double>, target: Int) -> Choice? {
    var best: Choice?
    for stride in 1...6 {
      for (rank, step) in steps.enumerated() {
        let bound = simplicityBound(rank, stride)
        if score(bound, 1, 1) < best?.score ?? -2 { break }
        for count in 2...max(3 * target, 4) {
          let density = count >= target ? 2 - Double(count - 1) / Double(target - 1) : 1
          if score(bound, 1, density) < best?.score ?? -2 { break }
          for choice in choices(domain, stride: stride, step: step, count: count) {
            let total = score(choice, in: domain, simplicityBound: bound, target: target)
            guard total > best?.score ?? -2 else { continue }
            best = choice
            best?.score = total
          }
        }
      }
    }
    return best
  }

  /// All ways to place so many ticks in the domain, not scored yet.
  private static func choices(
    _ domain: ClosedRange<Double>, stride: Int, step: Int, count: Int
  ) -> [Choice] {
    let (low, high) = (domain.lowerBound, domain.upperBound)
    let slack = (high - low) * 1e-9
    let size = Double(stride * step) / 10
    let first = exponent((high - low) / Double(count + 1) / size)
    return (first...first + 2).flatMap { power -> [Choice] in
      let unit = power10(power) * Double(step) / 10
      let from = ((low - slack) / unit).rounded(.up)
      guard from.magnitude < 1e13, unit > 0 else { return [] }
      let last = Int(((high + slack) / unit).rounded(.down)) - (count - 1) * stride
      guard Int(from) <= last else { return [] }
      return (Int(from)...min(Int(from) + stride, last)).map { start in
        Choice(start: start, stride: stride, step: step, power: power, count: count, score: -2)
      }
    }
  }

  private static func score(
    _ choice: Choice, in domain: ClosedRange<Double>, simplicityBound bound: Double, target: Int
  ) -> Double {
    let (low, high) = (domain.lowerBound, domain.upperBound)
    let end = choice.start + (choice.count - 1) * choice.stride
    let hasZero = choice.start <= 0 && end >= 0 && choice.start % choice.stride == 0
    let unit = power10(choice.power) * Double(choice.step) / 10
    let (first, last) = (Double(choice.start) * unit, Double(end) * unit)
    return score(
      bound - (hasZero ? 0 : 1), coverage(low, high, first, last),
      density2(choice.count, target, low, high, first, last))
  }

  private static func score(_ simplicity: Double, _ coverage: Double, _ density: Double) -> Double {
    0.25 * simplicity + 0.2 * coverage + 0.5 * density + 0.05
  }

  private static func simplicityBound(_ rank: Int, _ stride: Int) -> Double {
    2 - Double(rank) / Double(steps.count - 1) - Double(stride)
  }

  private static func coverage(
    _ low: Double, _ high: Double, _ first: Double, _ last: Double
  ) -> Double {
    let range = 0.1 * (high - low)
    let (a, b) = ((high - last) / range, (low - first) / range)
    return 1 - 0.5 * (a * a + b * b)
  }

  private static func density2(
    _ count: Int, _ target: Int, _ low: Double, _ high: Double, _ first: Double, _ last: Double
  ) -> Double {
    let actual = Double(count - 1) / (last - first)
    let wanted = Double(target - 1) / (max(high, last) - min(low, first))
    return 2 - max(actual / wanted, wanted / actual)
  }

  /// The least power of ten that is not below the number.
  private static func exponent(_ number: Double) -> Int {
    Int(ElementaryFunction.log10.value(at: number).rounded(.up))
  }

  static func power10(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 0 }
}
