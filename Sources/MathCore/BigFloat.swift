import CMPFR

/// A binary number of a chosen precision, by GNU MPFR; ±∞ and "not a number" included.
///
/// A class because it owns memory of MPFR's, freed in `deinit`. It never changes once made, which is
/// what makes it safe to share between threads.
public final class BigFloat: @unchecked Sendable {
  private let number: UnsafeMutablePointer<__mpfr_struct>

  /// The value that `fill` writes into a number of the precision (in bits).
  init(precision: Int, _ fill: (UnsafeMutablePointer<__mpfr_struct>) -> Void) {
    number = .allocate(capacity: 1)
    mpfr_init2(number, mpfr_prec_t(max(2, precision)))
    fill(number)
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
}

extension BigFloat: IntervalBound {
  public static func == (a: BigFloat, b: BigFloat) -> Bool {
    mpfr_equal_p(a.number, b.number) != 0
  }

  public static func < (a: BigFloat, b: BigFloat) -> Bool { mpfr_less_p(a.number, b.number) != 0 }

  public func hash(into hasher: inout Hasher) { hasher.combine(mpfr_get_d(number, MPFR_RNDN)) }
}
