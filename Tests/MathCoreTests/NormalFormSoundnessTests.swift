import Testing

@testable import MathCore

/// Random claims: whatever is proved must hold at points, and must have been defined there.
@Suite struct NormalFormSoundnessTests {
  private struct Source {
    var random: SplitMix

    mutating func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

    mutating func expression(depth: Int) throws -> Expression {
      if depth == 0 || pick(5) == 0 {
        switch pick(4) {
        case 0: return Expression(Rational(pick(5) - 2))
        case 1: return Expression(Rational(pick(5) + 1, over: 2) ?? .one)
        default: return .variable("x")
        }
      }
      let functions: [ElementaryFunction] = [
        .exp, .log, .sqrt, .tanh, .sin, .cos, .abs, .cosh, .sinh, .expm1, .log1p, .exp2, .cbrt,
        .tan,
        .atan, .erf, .log2,
      ]
      switch pick(9) {
      case 0: return try expression(depth: depth - 1) + expression(depth: depth - 1)
      case 1: return try expression(depth: depth - 1) - expression(depth: depth - 1)
      case 2: return try expression(depth: depth - 1) * expression(depth: depth - 1)
      case 3: return try expression(depth: depth - 1) / expression(depth: depth - 1)
      case 4:
        let exponent = Expression(Rational(pick(7) - 2, over: pick(2) + 1) ?? .one)
        return try expression(depth: depth - 1).raised(to: exponent)
      case 5:
        let kind: BinaryFunction = [.max, .min, .hypot][pick(3)]
        return try .apply(kind, expression(depth: depth - 1), expression(depth: depth - 1))
      default: return try .apply(functions[pick(functions.count)], expression(depth: depth - 1))
      }
    }

    /// Another way to write it, or nearly so.
    mutating func variation(of f: Expression) throws -> Expression {
      switch pick(7) {
      case 0: return f.simplified()
      case 1: return try .apply(.sqrt, f * f)
      case 2: return try .apply(.exp, .apply(.log, f))
      case 3: return try .apply(.log, .apply(.exp, f))
      case 4: return try f * f / f
      case 5: return try .apply(.cbrt, f * f * f)
      default: return try (f * f).raised(to: Expression(.half))
      }
    }
  }

  private static let domains: [RationalInterval] = [
    .reals, .positive, .nonnegative, .closed(-1, 2), .negative, .open(1, 3),
  ]

  private func points(in interval: RationalInterval, _ random: inout SplitMix) -> [Double] {
    let low = interval.lower?.value.double ?? -5
    let high = interval.upper?.value.double ?? 5
    var points = (0..<12).map { _ in random.double(in: low...max(low, high)) }
    points.append((low + high) / 2)
    if interval.contains(.zero) { points.append(0) }
    if let lower = interval.lower, lower.isClosed { points.append(low) }
    return points
  }

  @Test func whatIsProvedEqualIsEqualAndDefined() throws {
    var source = Source(random: SplitMix(state: 2024))
    var proved = 0
    for round in 0..<3000 {
      let f = try source.expression(depth: 1 + round % 4)
      let g = try source.variation(of: f)
      let interval = Self.domains[round % Self.domains.count]
      guard Proof.equal(f, g, on: Domain(["x": interval])).isProved else { continue }
      proved += 1
      for x in points(in: interval, &source.random) {
        let (a, b) = (f.evaluate(at: ["x": x]), g.evaluate(at: ["x": x]))
        if a.magnitude > 1e12 || b.magnitude > 1e12 { continue }
        // Overflow of an intermediate value, or cancellation, is binary64's business.
        guard a.isFinite, b.isFinite else {
          #expect(
            a.isInfinite || b.isInfinite || hasOverflow(f, g, x), "\(f) = \(g) at \(x): \(a), \(b)")
          continue
        }
        let slack = 1e-6 * max(1, abs(a), abs(b))
        #expect(abs(a - b) <= slack || hasCancellation(f, g, x), "\(f) = \(g) at \(x): \(a), \(b)")
      }
    }
    #expect(proved > 600, "only \(proved)")
  }

  @Test func provedSignsAreThoseOfTheValues() throws {
    var source = Source(random: SplitMix(state: 77))
    var proved = 0
    for round in 0..<3000 {
      let f = try source.expression(depth: 1 + round % 4)
      let interval = Self.domains[round % Self.domains.count]
      for claim in [SignSet.positive, .nonnegative, .negative, .nonpositive] {
        let outcome = Proof.sign(of: f, is: claim, on: Domain(["x": interval]))
        guard outcome.isProved else { continue }
        proved += 1
        for x in points(in: interval, &source.random) {
          let value = f.evaluate(at: ["x": x])
          if hasOverflow(f, f, x) { continue }
          // Not a number fails both.
          let isPositive = value >= -1e-9
          let isNegative = value <= 1e-9
          #expect(
            claim.contains(.positive) ? isPositive : isNegative, "\(f) at \(x): \(value), \(claim)")
        }
      }
    }
    #expect(proved > 500, "only \(proved)")
  }

  /// Whether a part of either is out of range, so that binary64 says nothing.
  private func hasOverflow(_ f: Expression, _ g: Expression, _ x: Double) -> Bool {
    [f, g].contains { $0.largestPart(at: x) > 1e100 || $0.smallestPart(at: x) < 1e-100 }
  }

  private func hasCancellation(_ f: Expression, _ g: Expression, _ x: Double) -> Bool {
    [f, g].contains { $0.largestPart(at: x) > 1e7 || $0.smallestPart(at: x) < 1e-7 }
  }
}

extension Expression {
  fileprivate func largestPart(at x: Double) -> Double {
    let own = abs(evaluate(at: ["x": x]))
    return node.children.map { $0.largestPart(at: x) }.reduce(own.isNaN ? 0 : own, max)
  }

  fileprivate func smallestPart(at x: Double) -> Double {
    let own = abs(evaluate(at: ["x": x]))
    return node.children.map { $0.smallestPart(at: x) }.reduce(own == 0 || own.isNaN ? 1 : own, min)
  }
}
