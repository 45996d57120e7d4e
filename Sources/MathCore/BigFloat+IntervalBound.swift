import CMPFR

extension BigFloat: IntervalBound {
  public var signum: Int { isNaN ? 0 : Int((mpfr_sgn)(pointer).signum()) }
  public var isFinite: Bool { mpfr_number_p(pointer) != 0 }
  public var isNaN: Bool { mpfr_nan_p(pointer) != 0 }

  public func double(_ direction: RoundingDirection) -> Double {
    mpfr_get_d(pointer, direction.mpfr)
  }

  public var rational: Rational? {
    guard isFinite, (exponent ?? 0).magnitude <= 1 << 20 else { return nil }
    return Rational(BigRational(self))
  }

  public var int: Int? {
    guard mpfr_integer_p(pointer) != 0, (exponent ?? 0) <= 53 else { return nil }
    return mpfr_get_si(pointer, MPFR_RNDN)
  }

  public static func whole(_ value: Int, precision: Int) -> BigFloat {
    BigFloat(precision: precision) { mpfr_set_si_2exp($0, value, 0, MPFR_RNDN) }
  }

  public static func infinity(precision: Int) -> BigFloat {
    BigFloat(precision: precision) { mpfr_set_inf($0, 1) }
  }

  public static func rounded(
    _ value: Rational, precision: Int, _ direction: RoundingDirection
  ) -> BigFloat {
    // Named, so that it lives until MPFR has read it.
    let fraction = value.big
    return BigFloat(precision: precision) { mpfr_set_q($0, fraction.pointer, direction.mpfr) }
  }

  public static func rounded(
    _ value: BigFloat, precision: Int, _ direction: RoundingDirection
  ) -> BigFloat {
    if value.precision == precision { return value }
    return BigFloat(precision: precision) {
      mpfr_set4($0, value.pointer, direction.mpfr, value.signum < 0 ? -1 : 1)
    }
  }

  public static func pi(precision: Int, _ direction: RoundingDirection) -> BigFloat {
    BigFloat(precision: precision) { mpfr_const_pi($0, direction.mpfr) }
  }

  public static prefix func - (a: BigFloat) -> BigFloat {
    BigFloat(precision: a.precision) { mpfr_neg($0, a.pointer, MPFR_RNDN) }
  }

  public static func add(
    _ a: BigFloat, _ b: BigFloat, _ direction: RoundingDirection
  ) -> BigFloat {
    joined(a, b) { mpfr_add($0, a.pointer, b.pointer, direction.mpfr) }
  }

  public static func subtract(
    _ a: BigFloat, _ b: BigFloat, _ direction: RoundingDirection
  ) -> BigFloat {
    joined(a, b) { mpfr_sub($0, a.pointer, b.pointer, direction.mpfr) }
  }

  public static func multiply(
    _ a: BigFloat, _ b: BigFloat, _ direction: RoundingDirection
  ) -> BigFloat {
    joined(a, b) {
      if a.signum == 0 || b.signum == 0 {
        mpfr_set_zero($0, 1)
      } else {
        mpfr_mul($0, a.pointer, b.pointer, direction.mpfr)
      }
    }
  }

  public static func divide(
    _ a: BigFloat, _ b: BigFloat, _ direction: RoundingDirection
  ) -> BigFloat {
    joined(a, b) { mpfr_div($0, a.pointer, b.pointer, direction.mpfr) }
  }

  public static func power(
    _ a: BigFloat, _ exponent: Int, _ direction: RoundingDirection
  ) -> BigFloat {
    BigFloat(precision: a.precision) { mpfr_pow_si($0, a.pointer, exponent, direction.mpfr) }
  }

  public static func constants(of tape: TapeConstants, precision: Int) -> [WideInterval] {
    tape.wide(precision: precision)
  }

  public static func digamma(_ x: BigFloat, _ direction: RoundingDirection) -> BigFloat {
    BigFloat(precision: x.precision) { mpfr_digamma($0, x.pointer, direction.mpfr) }
  }

  public static func value(
    of function: BinaryFunction, at x: BigFloat, _ y: BigFloat, _ direction: RoundingDirection
  ) -> BigFloat {
    joined(x, y) { result in
      let mode = direction.mpfr
      switch function {
      case .pow: mpfr_pow(result, x.pointer, y.pointer, mode)
      case .atan2: mpfr_atan2(result, x.pointer, y.pointer, mode)
      case .hypot: mpfr_hypot(result, x.pointer, y.pointer, mode)
      case .fmod: mpfr_fmod(result, x.pointer, y.pointer, mode)
      case .min: mpfr_min(result, x.pointer, y.pointer, mode)
      case .max: mpfr_max(result, x.pointer, y.pointer, mode)
      case .copysign: mpfr_copysign(result, x.pointer, y.pointer, mode)
      }
    }
  }

  private static func joined(
    _ a: BigFloat, _ b: BigFloat, _ fill: (UnsafeMutablePointer<__mpfr_struct>) -> Void
  ) -> BigFloat {
    BigFloat(precision: max(a.precision, b.precision), fill)
  }
}
