extension Expression {
  /// Whether a function in it jumps somewhere.
  var hasJumps: Bool {
    parts.contains { part in
      switch part.node {
      case .apply(.floor, _), .apply(.ceil, _), .apply(.trunc, _), .apply(.round, _),
        .applyBinary(.fmod, _, _), .applyBinary(.copysign, _, _), .applyBinary(.atan2, _, _):
        true
      default: false
      }
    }
  }

  /// Whether a function of a variable stands in it under a root, in an absolute value or in a power
  /// that is not whole.
  public var hasRoots: Bool {
    parts.contains { part in
      switch part.node {
      case .apply(.sqrt, let x), .apply(.cbrt, let x), .apply(.abs, let x): !x.variables.isEmpty
      case .power(let base, let exponent):
        exponent.number?.isInteger != true && !base.variables.isEmpty
      case .applyBinary(.hypot, _, _): true
      default: false
      }
    }
  }
}
