/// The one place where a published number becomes digits.
///
/// The exact value of the number is rounded once, to the nearest decimal of the digits asked for,
/// ties to even; so every digit shown is right. Infinities and nan have no digits: nil.
public enum DecimalRounding {
  /// The most digits that anyone may ask for: more than any Double has.
  public static let digitLimit = 1100

  /// To `count` digits from the first that is not zero; zero itself gives the digit 0.
  public static func rounded(_ x: Double, significant count: Int) -> RoundedDecimal? {
    DecimalExpansion(x)?.rounded(significant: limited(count))
  }

  static func limited(_ count: Int) -> Int {
    min(max(count, 0), digitLimit)
  }
}
