/// A real number: exactly, where it is rational and not too long, else as the operations that make
/// it, which can be enclosed as narrowly as a question needs.
///
/// Arithmetic never rounds. What a Double of Swift can be beside a real number (infinite, not a
/// number) is carried along, so that a search for the least value may start from `.infinity`; it is
/// no value of any function.
///
/// Deciding: a question (a sign, an order, the digits of a rounding) is asked of enclosures at 64,
/// 128, … 8,192 bits until both ends give one answer. Where 128 bits do not decide, a number that
/// rational ones make is evaluated exactly, up to a megabit; of any other, the normal form is asked
/// whether it is the one rational in between. What stays open throws `undecidedValue`: nothing is
/// guessed. What a number is called in a message (`text`) never asks for a decision.
public struct RealNumber: Sendable {
  enum Storage: Sendable {
    case rational(Rational)
    case node(RealNode)
    /// ±∞ or not a number.
    case nonreal(Double)
  }

  let storage: Storage

  init(storage: Storage) { self.storage = storage }

  public init(_ value: Rational) { storage = .rational(value) }
  public init(_ value: Int) { storage = .rational(Rational(value)) }

  /// The exact value of a binary64 number.
  public init(exactly value: Double) {
    storage = Rational(exactly: value).map { .rational($0) } ?? .nonreal(value)
  }

  /// A decimal numeral of Swift's, exactly.
  public init(literal value: Double, text: String) {
    self = Rational(literal: text).map { RealNumber($0) } ?? RealNumber(exactly: value)
  }

  public init(_ number: DefinedNumber) throws(ScalarFailure) {
    let wide = number.enclosure(precision: 64)
    storage = .node(
      try RealNode(.defined(number), bounds: wide?.double ?? .entire(precision: 53)))
  }

  public static let zero = RealNumber(Rational.zero)
  public static let one = RealNumber(Rational.one)
  public static let pi = RealNumber(
    storage: (try? RealNode(.pi, bounds: .pi(precision: 53))).map { .node($0) } ?? .nonreal(.nan))

  /// Exact rationals of more bits than this, numerator and denominator together, are followed as
  /// enclosures; `exact { }` sets a larger bound.
  @TaskLocal public static var largestRational = usualRational
  static let usualRational = 4096

  /// The precisions at which questions are asked, in bits.
  static let precisions = [64, 128, 256, 512, 1024, 2048, 4096, 8192]
}

extension RealNumber {
  /// The value where it is held exactly.
  public var rational: Rational? {
    if case .rational(let value) = storage { value } else { nil }
  }

  var node: RealNode? { if case .node(let node) = storage { node } else { nil } }

  /// ±∞ or not a number; nil for real numbers.
  public var nonreal: Double? { if case .nonreal(let value) = storage { value } else { nil } }

  var height: Int { node?.height ?? 1 }

  /// Doubles on both sides.
  public var bounds: DoubleInterval {
    switch storage {
    case .rational(let value): DoubleInterval(exactly: value, precision: 53)
    case .node(let node): node.bounds
    case .nonreal: .entire(precision: 53)
    }
  }

  /// An interval of the given working precision in bits that holds the number; nil where there is
  /// none, because the number is no real one or a part of it cannot be enclosed.
  public func enclosure(precision: Int) -> WideInterval? {
    switch storage {
    case .rational(let value): WideInterval(exactly: value, precision: precision)
    case .node(let node): node.enclosure(precision: precision)
    case .nonreal: nil
    }
  }

  /// The number as an expression without variables; a number that is too high for one, as a defined
  /// number; nil for ±∞ and what is not a number.
  public var expression: Expression? {
    switch storage {
    case .rational(let value): return Expression(value)
    case .node(let node): return node.expression ?? .defined(definedNumber)
    case .nonreal: return nil
    }
  }

  /// The number without its making: something that can be enclosed.
  private var definedNumber: DefinedNumber {
    DefinedNumber(description: text) { [self] precision in enclosure(precision: precision) }
  }
}
