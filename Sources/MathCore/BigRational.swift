import CMPFR

/// An exact fraction of any size, in lowest terms with a positive denominator.
///
/// A class because it owns memory of GMP's, freed in `deinit`. It never changes once made, which is
/// what makes it safe to share between threads.
final class BigRational: @unchecked Sendable {
  private let fraction: UnsafeMutablePointer<__mpq_struct>

  /// The value that `fill` writes; GMP's fractions start as 0.
  private init(_ fill: (UnsafeMutablePointer<__mpq_struct>) -> Void) {
    fraction = .allocate(capacity: 1)
    __gmpq_init(fraction)
    fill(fraction)
  }

  deinit {
    __gmpq_clear(fraction)
    fraction.deallocate()
  }

  convenience init(_ numerator: Int64, over denominator: Int64) {
    self.init { __gmpq_set_si($0, Int(numerator), UInt(denominator.magnitude)) }
  }

  /// The exact value of a finite binary64 number.
  convenience init(_ value: Double) {
    self.init { __gmpq_set_d($0, value) }
  }

  /// The exact value of a finite number.
  convenience init(_ value: BigFloat) {
    self.init { mpfr_get_q($0, value.pointer) }
  }

  /// For GMP's and MPFR's functions, which read it.
  var pointer: UnsafePointer<__mpq_struct> { UnsafePointer(fraction) }

  /// A fraction of decimal or hexadecimal digit strings; nil where GMP cannot read them.
  static func parse(_ digits: String, radix: Int, over denominator: BigRational) -> BigRational? {
    var isRead = false
    let whole = BigRational { fraction in
      isRead = __gmpq_set_str(fraction, digits, CInt(radix)) == 0
      if isRead { __gmpq_canonicalize(fraction) }
    }
    return isRead ? whole / denominator : nil
  }

  static func + (a: BigRational, b: BigRational) -> BigRational {
    BigRational { __gmpq_add($0, a.fraction, b.fraction) }
  }
  static func - (a: BigRational, b: BigRational) -> BigRational {
    BigRational { __gmpq_sub($0, a.fraction, b.fraction) }
  }
  static func * (a: BigRational, b: BigRational) -> BigRational {
    BigRational { __gmpq_mul($0, a.fraction, b.fraction) }
  }
  /// The divisor is not 0: `Rational` sees to that.
  static func / (a: BigRational, b: BigRational) -> BigRational {
    BigRational { __gmpq_div($0, a.fraction, b.fraction) }
  }

  var negated: BigRational { BigRational { __gmpq_neg($0, fraction) } }

  /// −1, 0 or 1.
  var sign: Int { Int(fraction.pointee._mp_num._mp_size.signum()) }

  func isEqual(to other: BigRational) -> Bool { __gmpq_equal(fraction, other.fraction) != 0 }

  /// Negative where the value is less than `other`'s, 0 where they are equal.
  func compare(to other: BigRational) -> Int { Int(__gmpq_cmp(fraction, other.fraction)) }

  /// Bits of the numerator and of the denominator.
  var bits: (numerator: Int, denominator: Int) {
    (
      Int(__gmpz_sizeinbase(lemma_mpq_numerator(fraction), 2)),
      Int(__gmpz_sizeinbase(lemma_mpq_denominator(fraction), 2))
    )
  }

  /// Numerator and denominator where both fit a word, the numerator with room for its negation.
  var words: (Int64, Int64)? {
    let size = bits
    guard size.numerator <= 63, size.denominator <= 63 else { return nil }
    return (
      Int64(__gmpz_get_si(lemma_mpq_numerator(fraction))),
      Int64(__gmpz_get_si(lemma_mpq_denominator(fraction)))
    )
  }

  /// The value raised to a power; a fraction in lowest terms stays in lowest terms.
  func power(_ exponent: Int) -> BigRational {
    BigRational { result in
      let top = lemma_mpq_mutable_numerator(result)
      let bottom = lemma_mpq_mutable_denominator(result)
      __gmpz_pow_ui(top, lemma_mpq_numerator(fraction), exponent.magnitude)
      __gmpz_pow_ui(bottom, lemma_mpq_denominator(fraction), exponent.magnitude)
      if exponent < 0 { __gmpq_inv(result, result) }
    }
  }

  /// The n-th root where it is rational, for n > 0; nil for even roots of negative values.
  func root(_ n: Int) -> BigRational? {
    guard sign >= 0 || n % 2 == 1 else { return nil }
    var isExact = false
    let result = BigRational { result in
      let top = lemma_mpq_mutable_numerator(result)
      let bottom = lemma_mpq_mutable_denominator(result)
      let topIsExact = __gmpz_root(top, lemma_mpq_numerator(fraction), UInt(n)) != 0
      let bottomIsExact = __gmpz_root(bottom, lemma_mpq_denominator(fraction), UInt(n)) != 0
      isExact = topIsExact && bottomIsExact
    }
    return isExact ? result : nil
  }

  /// The largest whole number that is not above the value.
  var floor: BigRational {
    BigRational { result in
      __gmpz_fdiv_q(
        lemma_mpq_mutable_numerator(result), lemma_mpq_numerator(fraction),
        lemma_mpq_denominator(fraction))
    }
  }

  /// The numerator and the denominator, each as a fraction over 1.
  var parts: (numerator: BigRational, denominator: BigRational) {
    (
      BigRational { __gmpq_set_z($0, lemma_mpq_numerator(fraction)) },
      BigRational { __gmpq_set_z($0, lemma_mpq_denominator(fraction)) }
    )
  }

  /// The greatest common divisor of two numerators, as a positive fraction over 1.
  static func gcdOfNumerators(_ a: BigRational, _ b: BigRational) -> BigRational {
    BigRational { result in
      __gmpz_gcd(
        lemma_mpq_mutable_numerator(result), lemma_mpq_numerator(a.fraction),
        lemma_mpq_numerator(b.fraction))
    }
  }

  /// The numerator's digits with their sign.
  var numeratorText: String { Self.text(of: lemma_mpq_numerator(fraction)) }
  var denominatorText: String { Self.text(of: lemma_mpq_denominator(fraction)) }

  private static func text(of integer: UnsafePointer<__mpz_struct>) -> String {
    let room = Int(__gmpz_sizeinbase(integer, 10)) + 2
    return String(unsafeUninitializedCapacity: room) { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      return start.withMemoryRebound(to: CChar.self, capacity: room) { characters in
        __gmpz_get_str(characters, 10, integer)
        var length = 0
        while length < room, characters[length] != 0 { length += 1 }
        return length
      }
    }
  }

  /// The value times 2^shift, cut to a whole number that fits 64 bits, with its lowest bit set where
  /// something was cut off. For rounding; `shift` leaves at most 56 bits.
  func magnitude(shiftedBy shift: Int) -> UInt64 {
    let scaled = BigRational { result in
      if shift >= 0 {
        __gmpq_mul_2exp(result, fraction, UInt(shift))
      } else {
        __gmpq_div_2exp(result, fraction, UInt(-shift))
      }
      __gmpq_abs(result, result)
    }
    let whole = scaled.floor
    let bits = UInt64(__gmpz_get_ui(lemma_mpq_numerator(whole.fraction)))
    return whole.isEqual(to: scaled) ? bits : bits | 1
  }
}
