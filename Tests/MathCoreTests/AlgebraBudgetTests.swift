import Testing

@testable import MathCore

/// Questions that would take algebra too long are given up, by a count of what it costs.
@Suite struct AlgebraBudgetTests {
  /// n steps of x ↦ 3.9·x·(1 − x), a polynomial of degree 2ⁿ.
  private func logisticMap(_ count: Int) throws -> Expression {
    var value = Expression.variable("x")
    for _ in 0..<count { value = try parse("3.9") * value * (1 - value) }
    return value
  }

  private func sum(of terms: [Expression]) throws -> Expression {
    var sum = Expression.zero
    for term in terms { sum = try sum + term }
    return sum
  }

  @Test func polynomialsOfHighDegreeAreGivenUp() throws {
    let unit = Domain(["x": .closed(0, 1)])
    for count in [10, 12, 25] {
      let outcome = try Proof.sign(of: logisticMap(count), is: .nonnegative, on: unit)
      #expect(outcome.isLimited, "\(outcome)")
    }
  }

  @Test func numbersOfManyBitsAreGivenUp() throws {
    var tiny = try parse("0.001")
    for _ in 0..<20 { tiny = try tiny * tiny }
    let outcome = try Proof.equal(tiny + .variable("x"), .variable("x"))
    #expect(outcome.isLimited, "\(outcome)")
  }

  /// 0 in two orders, which enclosures never tell from less.
  @Test func boxesOfLongFunctionsAreFewer() throws {
    let waves = try (1...400).map { k in
      try Expression.apply(.sin, Expression(Rational(k)) * .variable("x"))
    }
    let (forward, backward) = (try sum(of: waves), try sum(of: waves.reversed()))
    let outcome = try EnclosureProof.sign(
      of: [FunctionPiece(conditions: [], value: forward - backward)], is: .nonnegative,
      on: Domain(["x": .closed(0, 3)]))
    guard case .unknown(let reason) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(reason.hasSuffix("boxes do not suffice"))
    #expect(!reason.hasPrefix("\(EnclosureSearch.largestBoxCount) "))
  }

  /// The present value of a rent of 1 is a polynomial of one term for each payment in 1/(1 + x).
  @Test(arguments: [12, 120, 360])
  func annuitiesStayShort(count: Int) throws {
    let x = Expression.variable("x")
    var sum = Expression.zero
    for k in 1...count { sum = try sum + 1 / (1 + x).raised(to: Expression(Rational(k))) }
    let closed = try (1 - (1 + x).raised(to: Expression(Rational(-count)))) / x
    let rates = Domain(["x": .closed(try #require(Rational(1, over: 1000)), 1)])
    #expect(Proof.equal(sum, closed, on: rates).isProved)
    #expect(!Proof.equal(sum, closed).isProved)
    #expect(!Proof.equal(try sum + 1, closed, on: rates).isProved)
  }

  @Test func powersOfAGrowingExponentialAreAboveOne() throws {
    let domain = Domain([
      "i": .closed(try #require(Rational(1, over: 100)), 1), "n": .closed(1, 40),
    ])
    let one = try parse("i/(1 - (1 + i)^(-n))")
    let other = try parse("i*(1 + i)^n/((1 + i)^n - 1)")
    #expect(Proof.equal(one, other, on: domain).isProved)
    #expect(!Proof.equal(one, other, on: Domain(["n": .closed(1, 40)])).isProved)
  }
}

extension ProofOutcome {
  fileprivate var isLimited: Bool {
    if case .unknown(let reason) = self { reason.hasPrefix("the limit of algebra") } else { false }
  }
}
