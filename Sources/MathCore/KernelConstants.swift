import CMPFR

/// Makes the constants and tables of the kernels, to 400 bits, when they are first used.
///
/// Computed rather than listed, so that nobody has to trust a table of digits.
struct KernelConstants: ~Copyable {
  private let number: UnsafeMutablePointer<__mpfr_struct>
  private let part: UnsafeMutablePointer<__mpfr_struct>

  init() {
    number = .allocate(capacity: 1)
    part = .allocate(capacity: 1)
    mpfr_init2(number, 400)
    mpfr_init2(part, 400)
  }

  deinit {
    mpfr_clear(number)
    mpfr_clear(part)
    number.deallocate()
    part.deallocate()
  }

  /// f(x), or f(x · π), for the functions that have tables: exp2, log, sin and atan.
  func value(_ function: ElementaryFunction, _ x: Double, timesPi: Bool = false) -> DoubleDouble {
    set(function, x, timesPi: timesPi)
    return nearest()
  }

  /// 1 / log x.
  func inverseLogarithm(of x: Double) -> DoubleDouble {
    set(.log, x, timesPi: false)
    mpfr_ui_div(number, 1, number, MPFR_RNDN)
    return nearest()
  }

  /// log 2 / divisor in pieces of so many bits, whose sum it is.
  func logarithmOfTwo(over divisor: Double, bits: [Int]) -> [Double] {
    mpfr_const_log2(number, MPFR_RNDN)
    mpfr_div_d(number, number, divisor, MPFR_RNDN)
    return pieces(bits)
  }

  /// π / divisor in pieces of so many bits, whose sum it is.
  func pi(over divisor: Double, bits: [Int]) -> [Double] {
    mpfr_const_pi(number, MPFR_RNDN)
    mpfr_div_d(number, number, divisor, MPFR_RNDN)
    return pieces(bits)
  }

  private func set(_ function: ElementaryFunction, _ x: Double, timesPi: Bool) {
    mpfr_set_d(number, x, MPFR_RNDN)
    if timesPi {
      mpfr_const_pi(part, MPFR_RNDN)
      mpfr_mul(number, number, part, MPFR_RNDN)
    }
    switch function {
    case .exp2: mpfr_exp2(number, number, MPFR_RNDN)
    case .log: mpfr_log(number, number, MPFR_RNDN)
    case .sin: mpfr_sin(number, number, MPFR_RNDN)
    case .atan: mpfr_atan(number, number, MPFR_RNDN)
    default: mpfr_set_nan(number)
    }
  }

  private func pieces(_ bits: [Int]) -> [Double] {
    var result: [Double] = []
    for count in bits { result.append(piece(bits: count)) }
    return result
  }

  private func nearest() -> DoubleDouble {
    let high = piece(bits: 53)
    return DoubleDouble(high, piece(bits: 53))
  }

  /// Takes the leading bits off the number: few enough of them can be multiplied exactly.
  private func piece(bits count: Int) -> Double {
    mpfr_prec_round(part, 400, MPFR_RNDN)
    mpfr_set(part, number, MPFR_RNDN)
    mpfr_prec_round(part, mpfr_prec_t(count), MPFR_RNDN)
    mpfr_sub(number, number, part, MPFR_RNDN)
    let value = mpfr_get_d(part, MPFR_RNDN)
    mpfr_prec_round(part, 400, MPFR_RNDN)
    return value
  }
}
