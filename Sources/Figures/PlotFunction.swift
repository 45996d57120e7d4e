public import MathCore

/// A real function of one variable, which a chart asks as closely as its pixels need.
public struct PlotFunction: Sendable {
  private let value: @Sendable (Double, Resolution) -> Double?
  private let digits: @Sendable (Rational, NumberFormat, NumberTypography) -> PublishedNumber?
  private let pole: @Sendable (Double) -> Bool

  /// A function whose binary64 values are right.
  public init(_ value: @escaping @Sendable (Double) -> Double?) {
    self.value = { x, _ in value(x) }
    digits = { x, format, typography in
      value(x.double).flatMap {
        $0.isFinite ? format.published($0, typography: typography) : nil
      }
    }
    pole = { _ in false }
  }

  /// - Parameters:
  ///   - value: the function's value at a Double, as closely as the resolution asks for; nil where the
  ///     function is undefined, which leaves a gap.
  ///   - digits: its value at a rational, rightly rounded; nil where it has none.
  ///   - pole: whether it is proved to grow beyond all bounds near a place.
  public init(
    value: @escaping @Sendable (Double, Resolution) -> Double?,
    digits: @escaping @Sendable (Rational, NumberFormat, NumberTypography) -> PublishedNumber?,
    pole: @escaping @Sendable (Double) -> Bool
  ) {
    self.value = value
    self.digits = digits
    self.pole = pole
  }

  func callAsFunction(_ x: Double, _ resolution: Resolution = .outline) -> Double? {
    value(x, resolution)
  }

  /// The value at a rational as it is published; nil where there is none.
  func published(
    at x: Rational, _ format: NumberFormat, typography: NumberTypography
  ) -> PublishedNumber? {
    digits(x, format, typography)
  }

  /// Whether it is proved that the values grow beyond all bounds towards a number near the place.
  func hasPole(near x: Double) -> Bool { pole(x) }
}

/// How closely a chart needs a value.
public struct Resolution: Sendable, Hashable {
  /// Values outside are out of view: that they are is all that matters of them.
  let view: ClosedRange<Double>
  /// How far two values may be apart and still look the same.
  let step: Double
  /// The step is a part of the value, as on a logarithmic scale.
  let isRelative: Bool

  /// For finding out what range a function has: four digits.
  public static let outline = Resolution(
    view: -Double.infinity...Double.infinity, step: 1e-4, isRelative: true)

  /// For turning points and zeros, which a pixel's share would blur: a millionth of the step.
  var fine: Resolution { Resolution(view: view, step: step * 1e-6, isRelative: isRelative) }

  /// Whether a value between two is known closely enough.
  public func suffices(lower: Double, upper: Double) -> Bool {
    if lower > view.upperBound || upper < view.lowerBound { return true }
    if !isRelative { return upper - lower <= step }
    // The two are on one side of 0, or both are 0.
    return upper - lower <= step * min(lower.magnitude, upper.magnitude)
  }
}

extension Scale {
  /// What a mark on this scale has to be known to, so that it is right to a thirty-second of a pixel
  /// in view and a little beyond.
  var resolution: Resolution {
    let share = 1 / (32 * (end - start).magnitude)
    let margin = (2 * CurveSampling.margin).sign(of: end - start)
    let ends = [value(at: start - margin), value(at: end + margin)]
    let view = min(ends[0], ends[1])...max(ends[0], ends[1])
    switch kind {
    case .linear:
      let step = (domain.upperBound * share) - (domain.lowerBound * share)
      return Resolution(view: view, step: step, isRelative: false)
    case .log:
      let decades =
        ElementaryFunction.log10.value(at: domain.upperBound)
        - ElementaryFunction.log10.value(at: domain.lowerBound)
      // A step is at least its logarithm's natural one.
      return Resolution(view: view, step: decades * share * 2.3, isRelative: true)
    }
  }
}

extension Double {
  /// With the sign of another number.
  fileprivate func sign(of other: Double) -> Double {
    Double(signOf: other, magnitudeOf: self)
  }
}
