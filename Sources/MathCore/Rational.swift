/// An exact rational number, in lowest terms.
///
/// Values whose numerator and denominator fit a machine word are kept inline; the others live in
/// GMP. Nothing rounds. Sizes grow with the operations: whoever loops asks `bitSize` and stops.
public struct Rational: Sendable {
  enum Storage: Sendable {
    /// In lowest terms, the denominator positive, the numerator above Int64.min.
    case small(Int64, Int64)
    /// Only where a part does not fit: each value has one representation.
    case big(BigRational)
  }

  let storage: Storage

  init(storage: Storage) { self.storage = storage }

  init(_ big: BigRational) {
    if let (numerator, denominator) = big.words {
      storage = .small(numerator, denominator)
    } else {
      storage = .big(big)
    }
  }

  public static let zero = Rational(0)
  public static let one = Rational(1)
  public static let half = Rational(storage: .small(1, 2))

  public init(_ value: Int) {
    storage = value == Int.min ? .big(BigRational(Int64(value), over: 1)) : .small(Int64(value), 1)
  }

  /// Nil where the denominator is 0.
  public init?(_ numerator: Int, over denominator: Int) {
    guard let value = Rational(numerator).divided(by: Rational(denominator)) else { return nil }
    self = value
  }

  /// The exact value of a binary64 number; nil for infinities and for what is not a number.
  public init?(exactly value: Double) {
    guard value.isFinite else { return nil }
    if let whole = Int64(exactly: value), whole != Int64.min {
      self.init(storage: .small(whole, 1))
    } else {
      self.init(BigRational(value))
    }
  }

  /// −1, 0 or 1.
  public var sign: Int {
    switch storage {
    case .small(let numerator, _): Int(numerator.signum())
    case .big(let value): value.sign
    }
  }

  public var isZero: Bool { sign == 0 }
  public var isOne: Bool { self == .one }
  public var magnitude: Rational { sign < 0 ? -self : self }

  public var isInteger: Bool {
    switch storage {
    case .small(_, let denominator): denominator == 1
    case .big(let value): value.bits.denominator == 1
    }
  }

  /// The value as an Int where it is one.
  public var int: Int? {
    switch storage {
    case .small(let numerator, let denominator): denominator == 1 ? Int(numerator) : nil
    case .big: self == Rational(Int.min) ? Int.min : nil
    }
  }

  public var numerator: Rational {
    switch storage {
    case .small(let numerator, _): Rational(storage: .small(numerator, 1))
    case .big(let value): Rational(value.parts.numerator)
    }
  }

  /// Positive.
  public var denominator: Rational {
    switch storage {
    case .small(_, let denominator): Rational(storage: .small(denominator, 1))
    case .big(let value): Rational(value.parts.denominator)
    }
  }

  public var numeratorText: String {
    switch storage {
    case .small(let numerator, _): String(numerator)
    case .big(let value): value.numeratorText
    }
  }

  public var denominatorText: String {
    switch storage {
    case .small(_, let denominator): String(denominator)
    case .big(let value): value.denominatorText
    }
  }

  /// Bits of the numerator and the denominator together: what callers bound growth by.
  public var bitSize: Int {
    switch storage {
    case .small(let numerator, let denominator):
      128 - numerator.magnitude.leadingZeroBitCount - denominator.leadingZeroBitCount
    case .big(let value): value.bits.numerator + value.bits.denominator
    }
  }

  var big: BigRational {
    switch storage {
    case .small(let numerator, let denominator): BigRational(numerator, over: denominator)
    case .big(let value): value
    }
  }
}

extension Rational: Hashable, Comparable, ExpressibleByIntegerLiteral, CustomStringConvertible {
  public init(integerLiteral value: Int) { self.init(value) }

  public static func == (a: Rational, b: Rational) -> Bool {
    switch (a.storage, b.storage) {
    case (.small(let an, let ad), .small(let bn, let bd)): an == bn && ad == bd
    case (.big(let a), .big(let b)): a === b || a.isEqual(to: b)
    case (.small, .big), (.big, .small): false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch storage {
    case .small(let numerator, let denominator):
      hasher.combine(numerator)
      hasher.combine(denominator)
    case .big(let value):
      // Equal values have equal sizes and nearest numbers; the digits would cost more.
      hasher.combine(value.bits.numerator)
      hasher.combine(value.bits.denominator)
      hasher.combine(double)
    }
  }

  public static func < (a: Rational, b: Rational) -> Bool {
    if case .small(let an, let ad) = a.storage, case .small(let bn, let bd) = b.storage {
      let left = an.multipliedFullWidth(by: bd)
      let right = bn.multipliedFullWidth(by: ad)
      return (left.high, left.low) < (right.high, right.low)
    }
    return a.big.compare(to: b.big) < 0
  }

  /// `-3`, `25/34`.
  public var description: String {
    isInteger ? numeratorText : "\(numeratorText)/\(denominatorText)"
  }
}
