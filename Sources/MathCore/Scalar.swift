/// A number system in which a compiled program can run in place of `Double`.
///
/// The same program runs over binary64 (`Double`), over jets of it (`Jet`, for derivatives), over
/// traced expressions (`TracedScalar`), and later over pairs of a real value and a binary64 one and
/// over intervals. Arithmetic on binary64 never fails; a system that cannot go on (a comparison of
/// two expressions that is not decided, a derivative at a corner) throws.
public protocol Scalar: Sendable {
  /// A decimal literal of the source: its binary64 value and the text that it stood for.
  init(literal value: Double, text: String)
  /// An exact binary value: a converted Int, a captured value of an outer run.
  init(_ value: Double)
  init(_ value: Int)
  /// `Double.pi`: π in the reals, its nearest Double in binary64.
  static var pi: Self { get }
  /// A constant that no formula is known of: in binary64 its nearest Double.
  static func defined(_ number: DefinedNumber) throws(ScalarFailure) -> Self

  /// What Swift computes: the binary64 reading.
  var binary64: Double { get }

  static func add(_ a: Self, _ b: Self) throws(ScalarFailure) -> Self
  static func subtract(_ a: Self, _ b: Self) throws(ScalarFailure) -> Self
  static func multiply(_ a: Self, _ b: Self) throws(ScalarFailure) -> Self
  static func divide(_ a: Self, _ b: Self) throws(ScalarFailure) -> Self
  static func negate(_ a: Self) throws(ScalarFailure) -> Self
  /// a + b·c, with one rounding in binary64: the elements of Swift's strides.
  static func addProduct(_ a: Self, _ b: Self, _ c: Self) throws(ScalarFailure) -> Self
  /// x raised to a whole power by exact repeated multiplication in systems that can; `pow` of
  /// binary64 otherwise.
  static func apply(_ function: ElementaryFunction, _ x: Self) throws(ScalarFailure) -> Self
  static func apply(
    _ function: BinaryFunction, _ x: Self, _ y: Self
  ) throws(ScalarFailure) -> Self

  /// x, where the other one has a value as well: of a derivative and its function.
  static func restricted(_ x: Self, toDomainOf other: Self) throws(ScalarFailure) -> Self

  static func isEqual(_ a: Self, _ b: Self) throws(ScalarFailure) -> Bool
  static func isLess(_ a: Self, _ b: Self) throws(ScalarFailure) -> Bool
  static func isLessOrEqual(_ a: Self, _ b: Self) throws(ScalarFailure) -> Bool
  /// The same as `isLess` with the sides exchanged, but in the words of a message.
  static func isGreater(_ a: Self, _ b: Self) throws(ScalarFailure) -> Bool
  static func isGreaterOrEqual(_ a: Self, _ b: Self) throws(ScalarFailure) -> Bool

  /// Rounds toward zero to an Int; nil where Swift would trap (not finite, out of range).
  static func int(_ x: Self) throws(ScalarFailure) -> Int?
}

extension Scalar {
  public static func addProduct(_ a: Self, _ b: Self, _ c: Self) throws(ScalarFailure) -> Self {
    try add(a, multiply(b, c))
  }

  public static func isGreater(_ a: Self, _ b: Self) throws(ScalarFailure) -> Bool {
    try isLess(b, a)
  }

  public static func isGreaterOrEqual(_ a: Self, _ b: Self) throws(ScalarFailure) -> Bool {
    try isLessOrEqual(b, a)
  }
}

/// Why a number system could not go on.
public enum ScalarFailure: Error, Hashable, Sendable {
  /// The two sides of a corner have different slopes: `abs` at 0.
  case notDifferentiable(function: String, at: Double)
  /// Numbers are compared that are equal, and move differently when the variable of the derivative at
  /// this level does.
  case branchPoint(level: Int)
  /// A comparison or conversion of expressions that depends on the variables.
  case undecided
  /// Neither enclosures of 8,192 bits nor the normal form decide a question about this number.
  case undecidedValue(String)
  /// An operation without a value in the reals: `log(-1)`, `1/0`.
  case undefined(String)
  /// The real number and what Swift computes lead to different runs.
  case readingsPart(ReadingsDifference)
  /// A value that was computed in binary64 alone depends on the variable: no formula is known of it.
  case withoutFormula
  /// The expression grew past a bound, named in the text.
  case limit(String)
}

/// Where the real number and what Swift computes lead to different runs, in words.
public struct ReadingsDifference: Hashable, Sendable {
  public let real: String
  public let computed: String

  public init(real: String, computed: String) {
    self.real = real
    self.computed = computed
  }
}
