import MathCore

/// The ticks of an axis with their labels.
struct AxisTicks: Sendable {
  var major: [Tick]
  /// Places of thin grid lines without labels, on log scales.
  var minor: [Double]
  /// Whether lines across the frame stand at the major ticks.
  var hasGrid = true

  /// From the first major tick to the second.
  private var step: Double? { major.count > 1 ? major[1].value - major[0].value : nil }

  /// Whether a counting axis may have them: 2, 4, 6 and not 2.5, 5.0, 7.5.
  var areWhole: Bool { major.allSatisfy { $0.value == $0.value.rounded() } }

  /// Whether ticks are as far apart as those of another axis, but for rounding.
  func isDivided(like other: AxisTicks) -> Bool {
    guard let step, let same = other.step else { return false }
    return (step - same).magnitude <= 1e-9 * step
  }

  /// - Parameter target: how many labels fit well.
  init(_ scale: Scale, target: Int, typography: NumberTypography) {
    switch scale.kind {
    case .linear: self.init(linear: scale.domain, target: target, typography: typography)
    case .log:
      if Self.hasDecades(scale.domain) {
        self.init(log: scale.domain, target: max(2, target), typography: typography)
      } else {
        self.init(linear: scale.domain, target: target, typography: typography)
      }
    }
  }

  /// Ticks below bars, where a grid would only disturb; nil where the places' numerals are long.
  init?(bars places: [Double], typography: NumberTypography) {
    let ticks = places.compactMap { place -> Tick? in
      // Places are short decimals, which are what Swift prints for their Doubles.
      guard let exact = Rational(literal: "\(place)") else { return nil }
      return Tick(
        value: place, label: NumberFormat.automatic.text(for: exact, typography: typography))
    }
    guard ticks.count == places.count, ticks.allSatisfy({ $0.label.count <= 6 }) else { return nil }
    (major, minor, hasGrid) = (ticks, [], false)
  }

  /// Less than about a decade is marked like a linear axis.
  private static func hasDecades(_ domain: ClosedRange<Double>) -> Bool {
    let low = ElementaryFunction.log10.value(at: domain.lowerBound)
    let high = ElementaryFunction.log10.value(at: domain.upperBound)
    return high - low >= 1.2
  }

  private init(linear domain: ClosedRange<Double>, target: Int, typography: NumberTypography) {
    let (values, decimals) = LinearTicks.values(in: domain, target: max(2, target))
    let largest = values.map(\.magnitude).max() ?? 0
    let isScientific = largest >= 1e6 || decimals > 5
    major = values.map { value in
      let format = NumberFormat.decimals(value == 0 ? 0 : decimals)
      return Tick(
        value: value,
        label: isScientific && value != 0
          ? Self.scientific(value, typography) : format.text(for: value, typography: typography))
    }
    minor = []
  }

  /// `2 × 10⁻⁶`, with as many digits as the number has.
  private static func scientific(_ value: Double, _ typography: NumberTypography) -> String {
    for digits in 1...6 {
      let format = NumberFormat.scientific(significant: digits)
      if DecimalRounding.rounded(value, significant: digits)
        == DecimalRounding.rounded(value, significant: 12)?.withoutTrailingZeros(inWhole: true)
      {
        return format.text(for: value, typography: typography)
      }
    }
    return NumberFormat.scientific(significant: 6).text(for: value, typography: typography)
  }

  private init(log domain: ClosedRange<Double>, target: Int, typography: NumberTypography) {
    let low = ElementaryFunction.log10.value(at: domain.lowerBound)
    let high = ElementaryFunction.log10.value(at: domain.upperBound)
    let (first, last) = (Int((low - 1e-9).rounded(.up)), Int((high + 1e-9).rounded(.down)))
    let powers = first <= last ? Array(first...last) : []
    let stride = max(1, (powers.count + target - 1) / max(1, target))
    let isPlain = first >= -3 && last <= 4
    major = powers.filter { $0 % stride == 0 }.map { power in
      let value = LinearTicks.power10(power)
      return Tick(value: value, label: Self.label(power, times: 1, isPlain, typography))
    }
    minor = []
    let decade = Int(low.rounded(.down))
    if stride == 1 && powers.count <= 5 {
      for power in decade...max(decade, last) {
        for digit in 2...9 {
          let numeral = "\(digit)e\(power)"
          guard let value = Double(numeral), domain.contains(value) else { continue }
          if powers.count < 3 && (digit == 2 || digit == 5) {
            major.append(
              Tick(value: value, label: Self.label(power, times: digit, isPlain, typography)))
          } else {
            minor.append(value)
          }
        }
      }
      major.sort { $0.value < $1.value }
    } else if stride > 1 {
      minor = powers.filter { $0 % stride != 0 }.map(LinearTicks.power10)
    }
  }

  /// `20`, or `2 × 10⁷`; a power of ten by itself is `10⁷`.
  private static func label(
    _ power: Int, times digit: Int, _ isPlain: Bool, _ typography: NumberTypography
  ) -> String {
    let value = Double(digit) * LinearTicks.power10(power)
    if isPlain || power == 0 {
      return NumberFormat.decimals(max(0, -power)).text(for: value, typography: typography)
    }
    let text = NumberFormat.scientific(significant: 1).text(for: value, typography: typography)
    return digit == 1 ? text.split(separator: "\u{A0}").last.map(String.init) ?? text : text
  }
}
