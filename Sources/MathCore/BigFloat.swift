import CMPFR

/// A binary number of a chosen precision, by GNU MPFR; ±∞ and "not a number" included.
///
/// A class because it owns memory of MPFR's, freed in `deinit`. It never changes once made, which
/// is what makes it safe to share between threads.
public final class BigFloat: @unchecked Sendable {
  private let number: UnsafeMutablePointer<__mpfr_struct>

  /// The value that `fill` writes into a number of the precision (in bits).
  init(precision: Int, _ fill: (UnsafeMutablePointer<__mpfr_struct>) -> Void) {
    number = .allocate(capacity: 1)
    mpfr_init2(number, mpfr_prec_t(max(2, precision)))
    fill(number)
  }

  /// The exact value of a binary64 number where the precision is at least 53, else the nearest.
  public convenience init(_ value: Double, precision: Int = 53) {
    self.init(precision: precision) { mpfr_set_d($0, value, MPFR_RNDN) }
  }

  deinit {
    mpfr_clear(number)
    number.deallocate()
  }

  /// For MPFR's functions, which read it.
  var pointer: UnsafePointer<__mpfr_struct> { UnsafePointer(number) }

  /// The nearest binary64 number, ties to even.
  public var double: Double { mpfr_get_d(number, MPFR_RNDN) }

  /// In bits.
  public var precision: Int { Int(number.pointee._mpfr_prec) }

  /// The value is in ½ ..< 1 times 2 to this power; nil for 0 and for what is not finite.
  public var exponent: Int? {
    mpfr_regular_p(number) != 0 ? Int(number.pointee._mpfr_exp) : nil
  }
}

extension BigFloat: Hashable, Comparable {
  public static func == (a: BigFloat, b: BigFloat) -> Bool {
    mpfr_equal_p(a.number, b.number) != 0
  }

  public static func < (a: BigFloat, b: BigFloat) -> Bool { mpfr_less_p(a.number, b.number) != 0 }

  public func hash(into hasher: inout Hasher) {
    // Equal numbers have one nearest Double; 0 and −0 are equal.
    hasher.combine(mpfr_get_d(number, MPFR_RNDN) + 0)
  }
}

extension RoundingDirection {
  var mpfr: mpfr_rnd_t {
    switch self {
    case .down: MPFR_RNDD
    case .up: MPFR_RNDU
    }
  }
}
