import CMPFR

/// Correctly rounded elementary functions by GNU MPFR, at any argument, in microseconds.
///
/// MPFR rounds to 53 bits in binary64's exponent range, and says in which direction it rounded;
/// `mpfr_subnormalize` uses that to round once, not twice, where the result is subnormal.
enum CorrectRounding {
  static func value(of function: ElementaryFunction, at x: Double) -> Double {
    var operation = MPFROperation()
    return operation.result(of: function, x)
  }

  static func value(of function: BinaryFunction, at x: Double, _ y: Double) -> Double {
    var operation = MPFROperation()
    return operation.result(of: function, x, y)
  }
}

/// Three MPFR numbers of 53 bits, and MPFR's exponent range, for the time of one operation.
///
/// The exponent range is MPFR's own state, one for each thread; it is set back at the end.
private struct MPFROperation: ~Copyable {
  private var x = __mpfr_struct()
  private var y = __mpfr_struct()
  private var result = __mpfr_struct()
  private let savedMinimum: mpfr_exp_t
  private let savedMaximum: mpfr_exp_t

  init() {
    mpfr_init2(&x, 53)
    mpfr_init2(&y, 53)
    mpfr_init2(&result, 53)
    savedMinimum = mpfr_get_emin()
    savedMaximum = mpfr_get_emax()
    // MPFR's significands are in ½ ..< 1: the least subnormal is ½ · 2⁻¹⁰⁷³.
    mpfr_set_emin(-1073)
    mpfr_set_emax(1024)
  }

  deinit {
    mpfr_set_emin(savedMinimum)
    mpfr_set_emax(savedMaximum)
    var (x, y, result) = (x, y, result)
    mpfr_clear(&x)
    mpfr_clear(&y)
    mpfr_clear(&result)
  }

  mutating func result(of function: ElementaryFunction, _ argument: Double) -> Double {
    mpfr_set_d(&x, argument, MPFR_RNDN)
    let direction = apply(function)
    return rounded(direction)
  }

  mutating func result(
    of function: BinaryFunction, _ first: Double, _ second: Double
  ) -> Double {
    mpfr_set_d(&x, first, MPFR_RNDN)
    mpfr_set_d(&y, second, MPFR_RNDN)
    let direction: Int32
    switch function {
    case .pow: direction = mpfr_pow(&result, &x, &y, MPFR_RNDN)
    case .atan2: direction = mpfr_atan2(&result, &x, &y, MPFR_RNDN)
    case .hypot: direction = mpfr_hypot(&result, &x, &y, MPFR_RNDN)
    case .fmod, .min, .max, .copysign: return function.value(at: first, second)
    }
    return rounded(direction)
  }

  private mutating func rounded(_ direction: Int32) -> Double {
    _ = mpfr_subnormalize(&result, direction, MPFR_RNDN)
    return mpfr_get_d(&result, MPFR_RNDN)
  }

  /// Sets `result`; the answer is negative, zero or positive as the result is below, at or above
  /// the true value.
  private mutating func apply(_ function: ElementaryFunction) -> Int32 {
    let mode = MPFR_RNDN
    switch function {
    case .exp: return mpfr_exp(&result, &x, mode)
    case .expm1: return mpfr_expm1(&result, &x, mode)
    case .exp2: return mpfr_exp2(&result, &x, mode)
    case .log: return mpfr_log(&result, &x, mode)
    case .log1p: return mpfr_log1p(&result, &x, mode)
    case .log2: return mpfr_log2(&result, &x, mode)
    case .log10: return mpfr_log10(&result, &x, mode)
    case .sqrt: return mpfr_sqrt(&result, &x, mode)
    case .cbrt: return mpfr_cbrt(&result, &x, mode)
    case .sin: return mpfr_sin(&result, &x, mode)
    case .cos: return mpfr_cos(&result, &x, mode)
    case .tan: return mpfr_tan(&result, &x, mode)
    case .asin: return mpfr_asin(&result, &x, mode)
    case .acos: return mpfr_acos(&result, &x, mode)
    case .atan: return mpfr_atan(&result, &x, mode)
    case .sinh: return mpfr_sinh(&result, &x, mode)
    case .cosh: return mpfr_cosh(&result, &x, mode)
    case .tanh: return mpfr_tanh(&result, &x, mode)
    case .asinh: return mpfr_asinh(&result, &x, mode)
    case .acosh: return mpfr_acosh(&result, &x, mode)
    case .atanh: return mpfr_atanh(&result, &x, mode)
    case .erf: return mpfr_erf(&result, &x, mode)
    case .erfc: return mpfr_erfc(&result, &x, mode)
    case .tgamma: return mpfr_gamma(&result, &x, mode)
    case .lgamma:
      var sign: Int32 = 0
      return mpfr_lgamma(&result, &sign, &x, mode)
    case .abs, .floor, .ceil, .trunc, .round:
      let value = mpfr_get_d(&x, mode)
      return mpfr_set_d(&result, function.value(at: value), mode)
    }
  }
}
