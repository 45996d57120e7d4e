/// Distances between Doubles, counted in representable numbers.
public enum Ulp {
  /// How many steps of `nextUp` lead from the lesser number to the greater: 0 for equal numbers
  /// (−0 and 0 too), `Int.max` where one of them is nan.
  public static func distance(_ a: Double, _ b: Double) -> Int {
    if a.isNaN || b.isNaN { return Int.max }
    let (difference, overflow) = ordinal(a).subtractingReportingOverflow(ordinal(b))
    return overflow || difference == Int.min ? Int.max : Swift.abs(difference)
  }

  /// The position of a number on the line of all Doubles, 0 at zero.
  private static func ordinal(_ x: Double) -> Int {
    let magnitude = Int(truncatingIfNeeded: x.magnitude.bitPattern)
    return x.sign == .minus ? -magnitude : magnitude
  }
}
