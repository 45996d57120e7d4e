import MathCore

/// The generator of pseudorandom numbers, whose state is its value.
enum GeneratorFunction: String, CaseIterable {
  case seeded = "init(seed:)"
  case next = "next()"
}

extension Machine {
  func generator(_ function: GeneratorFunction, _ x: Arguments<S>) throws -> Value<S> {
    switch function {
    case .seeded: return x[0]
    case .next:
      let state = try x.unsigned(0) &+ 0x9E37_79B9_7F4A_7C15
      x.first[0] = .unsigned(state)
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return .unsigned(mixed ^ (mixed >> 31))
    }
  }
}
