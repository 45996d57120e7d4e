import Testing

@testable import MathCore

@Suite struct DiagonalProofTests {
  private static let (a, b) = (Expression.variable("a"), Expression.variable("b"))

  /// c·|a − b| − |f(a) − f(b)|
  private static func margin(
    _ c: Rational, _ f: (Expression) throws -> Expression
  ) throws -> Expression {
    let difference = try f(a) - f(b)
    return try Expression(c) * .apply(.abs, a - b) - .apply(.abs, difference)
  }

  private static func outcome(
    _ f: Expression, is signs: SignSet = .nonnegative, over interval: RationalInterval = .reals
  ) -> ProofOutcome {
    DiagonalProof("a", "b", over: interval) { Proof.sign(of: $0, is: $1, on: $2) }
      .sign(of: f, is: signs)
  }

  @Test func aBoundOfTheSlopeBoundsDifferences() throws {
    let tanh = try Self.margin(1) { try .apply(.tanh, $0) }
    #expect(Self.outcome(tanh).isProved)
    let square = try Self.margin(2) { try $0 * $0 }
    #expect(Self.outcome(square, over: .closed(-1, 1)).isProved)
  }

  @Test func aBoundBelowTheSlopeDoesNot() throws {
    let tanh = try Self.margin(.half) { try .apply(.tanh, $0) }
    #expect(!Self.outcome(tanh).isProved)
    let square = try Self.margin(2) { try $0 * $0 }
    #expect(!Self.outcome(square).isProved)
  }

  @Test func equalityOnTheDiagonalIsNoStrictBound() throws {
    let tanh = try Self.margin(1) { try .apply(.tanh, $0) }
    #expect(!Self.outcome(tanh, is: .positive).isProved)
  }

  @Test func integralsFollowFromAnAntiderivative() throws {
    let x = Expression.variable("x")
    func outcome(is value: Expression, whole: Expression) -> ProofOutcome {
      Proof.integral(
        of: x, in: "x", from: 0, to: 2, is: value, antiderivative: whole,
        on: Domain(["x": .closed(0, 2)]))
    }
    let half = try x * x / 2
    #expect(outcome(is: 2, whole: half).isProved)
    #expect(outcome(is: 3, whole: half).isRefuted)
    #expect(!outcome(is: 2, whole: x).isProved)
  }

  @Test func aZeroAtAClosedEndIsNotPositive() throws {
    let x = Expression.variable("x")
    for f in [x, try x - .apply(.log1p, x)] {
      func isProved(_ interval: RationalInterval) -> Bool {
        EnclosureProof.sign(
          of: [FunctionPiece(conditions: [], value: f)], is: .positive,
          on: Domain(["x": interval])
        ).isProved
      }
      #expect(!isProved(.closed(0, 1)))
      #expect(isProved(.closed(.half, 1)))
    }
  }

  @Test func signsOfConstantsAreCertainOrUnknown() throws {
    let root = try Expression.apply(.sqrt, 2)
    let product = try root * root - 2
    let overProduct = try Expression.one / product
    let logarithm = try Expression.apply(.log, Expression(-1))
    let distance = try Expression.pi - 3
    #expect(distance.certainSign == 1)
    #expect(product.certainSign == 0)
    #expect(overProduct.certainSign == nil)
    #expect(overProduct.isCertainlyUndefined)
    #expect(logarithm.isCertainlyUndefined)
    #expect(!root.isCertainlyUndefined)
  }
}
