import Dispatch
import Testing

import class Foundation.Thread

@testable import MathCore

/// The highest expressions, on the smallest stack that a thread has (macOS: 512 kB).
@Suite struct StackTests {
  private func onSmallStack(_ body: @escaping @Sendable () -> Void) {
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      body()
      done.signal()
    }
    thread.stackSize = 512 * 1024
    thread.start()
    done.wait()
  }

  private static func tower(
    _ height: Int, _ step: (Expression) throws -> Expression
  ) -> Expression {
    var result = Expression.variable("x")
    for _ in 1..<height { result = (try? step(result)) ?? result }
    return result
  }

  private static let y = Expression.variable("y")

  static let steps: [@Sendable (Expression) throws -> Expression] = [
    { x in try Expression(.add(x, 1)) },
    { x in try Expression(.multiply(x, y)) },
    { x in try Expression(.divide(1, Expression(.add(1, x)))) },
    { x in try Expression(.negate(x)) },
    { x in try Expression(.subtract(2, x)) },
    { x in try Expression(.power(x, exponent: 2)) },
    { x in try Expression(.add(Expression(.multiply(x, x)), y)) },
    { x in try .apply(.max, x, y) },
    { x in try .apply(.sin, x) },
    { x in try .apply(.tan, x) },
    { x in try .apply(.exp, x) },
    { x in try .apply(.log, x) },
    { x in try .apply(.sqrt, x) },
    { x in try .apply(.cbrt, x) },
    { x in try .apply(.abs, x) },
    { x in try .apply(.tanh, x) },
  ]

  @Test(arguments: steps.indices)
  func theHighestExpressionsFitTheSmallestStack(index: Int) {
    onSmallStack {
      let step = Self.steps[index]
      let f = Self.tower(Expression.largestHeight, step)
      let other = Self.tower(Expression.largestHeight, step)
      _ = f == other
      _ = f.evaluate(at: ["x": 0.5, "y": 0.25])
      _ = try? f.evaluate(in: ["x": Jet<Double>(0.5), "y": Jet<Double>(0.25)])
      _ = f.description
      _ = f.variables
      _ = f.simplified()
      _ = try? f.derivative(withRespectTo: "x").simplified()
      _ = PathCondition(f, .less, 0).restriction
      _ = (try? f.replacing("x", with: 1)).flatMap { $0.enclosure(precision: 64) }
      let lower = Self.tower(200, step)
      _ = Proof.equal(lower, .zero, on: Domain(["x": .positive, "y": .open(0, 1)]))
      _ = Proof.monotone(lower, increasing: true, in: "x")
    }
  }

  /// Everything that is asked of a number, of one that needs the one before a hundred thousand times.
  @Test(arguments: [RealNumber.pi, RealNumber(2)])
  func numbersOfManyOperationsFitTheSmallestStack(start: RealNumber) {
    onSmallStack {
      func chain() -> RealNumber? {
        // Two to this power is too long to be followed exactly.
        guard var x = try? RealNumber.apply(.pow, start, RealNumber(5000)) else { return nil }
        for _ in 0..<100_000 { x = (try? RealNumber.add(x, .one)) ?? x }
        return x
      }
      guard let x = chain(), let same = chain() else { return }
      _ = x.text
      _ = x.recognized
      _ = x.expression
      _ = x.certificates
      _ = x.undecided
      _ = try? x.published(.decimals(3))
      _ = try? x.differs(from: 1, place: -3)
      _ = try? RealNumber.subtract(x, same)
      _ = try? x.compare(to: same)
    }
  }
}
