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
}
