import CMPFR

extension BigFloat {
  /// The function's value in the argument's precision; infinite or "not a number" where the
  /// function has a pole or no value, as in C99's Annex F.
  public static func value(
    of function: ElementaryFunction, at x: BigFloat, _ direction: RoundingDirection
  ) -> BigFloat {
    BigFloat(precision: x.precision) { result in
      write(function, at: x.pointer, to: result, direction.mpfr)
    }
  }

  private static func write(
    _ function: ElementaryFunction, at x: UnsafePointer<__mpfr_struct>,
    to result: UnsafeMutablePointer<__mpfr_struct>, _ mode: mpfr_rnd_t
  ) {
    switch function {
    case .exp: mpfr_exp(result, x, mode)
    case .expm1: mpfr_expm1(result, x, mode)
    case .exp2: mpfr_exp2(result, x, mode)
    case .log: mpfr_log(result, x, mode)
    case .log1p: mpfr_log1p(result, x, mode)
    case .log2: mpfr_log2(result, x, mode)
    case .log10: mpfr_log10(result, x, mode)
    case .sqrt: mpfr_sqrt(result, x, mode)
    case .cbrt: mpfr_cbrt(result, x, mode)
    case .sin: mpfr_sin(result, x, mode)
    case .cos: mpfr_cos(result, x, mode)
    case .tan: mpfr_tan(result, x, mode)
    case .asin: mpfr_asin(result, x, mode)
    case .acos: mpfr_acos(result, x, mode)
    case .atan: mpfr_atan(result, x, mode)
    case .sinh: mpfr_sinh(result, x, mode)
    case .cosh: mpfr_cosh(result, x, mode)
    case .tanh: mpfr_tanh(result, x, mode)
    case .asinh: mpfr_asinh(result, x, mode)
    case .acosh: mpfr_acosh(result, x, mode)
    case .atanh: mpfr_atanh(result, x, mode)
    case .erf: mpfr_erf(result, x, mode)
    case .erfc: mpfr_erfc(result, x, mode)
    case .tgamma: mpfr_gamma(result, x, mode)
    case .lgamma:
      var sign: Int32 = 0
      mpfr_lgamma(result, &sign, x, mode)
    case .abs: mpfr_set4(result, x, mode, 1)
    case .floor: mpfr_rint(result, x, MPFR_RNDD)
    case .ceil: mpfr_rint(result, x, MPFR_RNDU)
    case .trunc: mpfr_rint(result, x, MPFR_RNDZ)
    case .round: mpfr_round(result, x)
    }
  }
}
