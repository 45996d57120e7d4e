/// What is certain of constants.
extension Expression {
  /// −1, 0 or 1, where enclosures of up to 1,024 bits or the normal form decide it; nil also where
  /// the constant may be undefined.
  public var certainSign: Int? {
    if let number { return number.sign }
    for precision in [64, 256, 1024] {
      guard let enclosure = enclosure(precision: precision) else {
        // A number in it may be found to a few digits only.
        let coarse = precision == 64 ? self.enclosure(precision: 32) : nil
        return coarse?.isDefined == true ? coarse?.sign : nil
      }
      if enclosure.isDefined, let sign = enclosure.sign { return sign }
      if precision == 64, Proof.equal(self, .zero).isProved { return 0 }
    }
    return nil
  }

  /// Whether a constant has no real value, for sure: a division by 0, a logarithm of a negative
  /// number.
  public var isCertainlyUndefined: Bool {
    parts.contains { part in
      switch part.node {
      case .number, .pi, .defined, .variable, .negate, .add, .subtract, .multiply, .restricted:
        false
      // The enclosure of a 0 that is not recognised is wider than that.
      case .divide(_, let divisor): divisor.certainSign == 0
      case .power(let base, let exponent):
        part.isNowhereDefined || exponent.certainSign == -1 && base.certainSign == 0
      case .apply(.log, let x), .apply(.log2, let x), .apply(.log10, let x):
        part.isNowhereDefined || x.certainSign == 0
      // No interval around a pole tells it from the points beside it.
      case .apply(.tan, let x): (try? Expression.apply(.cos, x))?.certainSign == 0
      case .apply, .applyBinary: part.isNowhereDefined
      }
    }
  }

  private var isNowhereDefined: Bool { enclosure(precision: 64)?.definedness == .nowhere }
}
