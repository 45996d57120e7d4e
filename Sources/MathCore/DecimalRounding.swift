/// The one place where a published number becomes digits.
///
/// The exact value of the number is rounded once, to the nearest decimal of the digits asked for,
/// ties to even; so every digit shown is right. Infinities and nan have no digits: nil.
public enum DecimalRounding {
  /// The most digits that anyone may ask for: more than any Double has.
  public static let digitLimit = 1100

  /// To `count` digits after the decimal point.
  public static func rounded(_ x: Double, decimals count: Int) -> RoundedDecimal? {
    DecimalExpansion(x)?.rounded(toPlace: -limited(count))
  }

  /// To `count` digits from the first that is not zero; zero itself gives the digit 0.
  public static func rounded(_ x: Double, significant count: Int) -> RoundedDecimal? {
    DecimalExpansion(x)?.rounded(significant: limited(count))
  }

  /// 100·x, to `count` digits after the decimal point.
  public static func roundedPercent(_ x: Double, decimals count: Int) -> RoundedDecimal? {
    DecimalExpansion(x)?.scaled(by: 2).rounded(toPlace: -limited(count))
  }

  /// The exact decimal value: the digits that Swift's `description` leaves out, too.
  public static func exact(_ x: Double) -> RoundedDecimal? {
    guard let expansion = DecimalExpansion(x) else { return nil }
    return expansion.rounded(toPlace: min(0, expansion.exponent)).withoutTrailingZeros()
  }

  /// The fraction of the least denominator, at most `limit`, whose nearest Double is `x`.
  ///
  /// By the continued fraction of x, whose convergents are checked one after the other.
  public static func fraction(
    _ x: Double, maximumDenominator limit: Int = 9_999
  ) -> (numerator: Int, denominator: Int)? {
    guard x.magnitude < 0x1p53 else { return nil }
    var (p0, q0, p1, q1) = (0, 1, 1, 0)
    var rest = x.magnitude
    for _ in 0..<64 {
      let whole = rest.rounded(.down)
      guard let term = Int(exactly: whole) else { return nil }
      let (p, overflowsP) = term.multipliedReportingOverflow(by: p1)
      let (q, overflowsQ) = term.multipliedReportingOverflow(by: q1)
      let (numerator, carriesP) = p.addingReportingOverflow(p0)
      let (denominator, carriesQ) = q.addingReportingOverflow(q0)
      if overflowsP || overflowsQ || carriesP || carriesQ || denominator > limit { return nil }
      (p0, q0, p1, q1) = (p1, q1, numerator, denominator)
      if Double(p1) / Double(q1) == x.magnitude { return (x < 0 ? -p1 : p1, q1) }
      rest = 1 / (rest - whole)
    }
    return nil
  }

  /// What Swift's `print` shows: the shortest digits that read back as `x`.
  public static func swiftDescription(of x: Double) -> String {
    x.description
  }

  static func limited(_ count: Int) -> Int {
    min(max(count, 0), digitLimit)
  }
}
