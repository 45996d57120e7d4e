import Testing

@testable import MathCore

@Suite struct ExpressionTapeTests {
  /// Expressions in x and y of a few operations, poles and corners included.
  static func expression(_ seeds: inout NumericSeeds, depth: Int) throws -> Expression {
    let choice = seeds.bits() % 10
    if depth == 0 || choice == 0 {
      switch seeds.bits() % 5 {
      case 0: return try #require(Rational(Int(seeds.bits() % 19) - 9, over: 4)).expression
      case 1: return .pi
      case 2: return .variable("y")
      default: return .variable("x")
      }
    }
    let x = try expression(&seeds, depth: depth - 1)
    if choice > 6 {
      let functions = ElementaryFunction.allCases
      return try .apply(functions[Int(seeds.bits() % UInt64(functions.count))], x)
    }
    let y = try expression(&seeds, depth: depth - 1)
    switch choice {
    case 1: return try x + y
    case 2: return try x - y
    case 3: return try x * y
    case 4: return try x / y
    case 5: return try x.raised(to: .number(Rational(Int(seeds.bits() % 9) - 4)))
    default:
      let functions = BinaryFunction.allCases
      return try .apply(functions[Int(seeds.bits() % UInt64(functions.count))], x, y)
    }
  }

  @Test func sharedPartsAreComputedOnce() throws {
    let sigmoid = try parse("1/(1 + exp(-x))")
    let again = try parse("1/(1 + exp(-x))")
    let tape = ExpressionTape([try sigmoid * (1 - again), sigmoid], variables: ["x"])
    // −x, exp, 1 + ·, 1/·, 1 − ·, the product.
    #expect(tape.instructions.count == 6)
    let values = tape.values(at: [point(0)], precision: 53)
    #expect(values == [point(0.25), point(0.5)])
  }

  @Test func partsWithoutVariablesAreNoInstructions() throws {
    let tape = ExpressionTape([try parse("x + sqrt(2)*exp(1)"), .pi], variables: ["x"])
    #expect(tape.instructions.count == 1)
    let values = tape.values(at: [point(0)], precision: 53)
    #expect(values[0].contains(3.8442310281591168) && values[1].contains(.pi))
    let wide = tape.values(at: [WideInterval.whole(0, precision: 200)], precision: 200)
    #expect(wide[1] == .pi(precision: 200))
  }

  @Test func squaresAreNotNegative() throws {
    for text in ["x*x", "x^2", "(x + 1 - 1)*(x + 1 - 1)"] {
      let tape = ExpressionTape([try parse(text)], variables: ["x"])
      #expect(tape.values(at: [interval(-1, 1)], precision: 53)[0].lower == 0, "\(text)")
    }
  }

  @Test func unlistedVariablesMayHaveAnyValue() throws {
    let tape = ExpressionTape([try parse("x + log(z)")], variables: ["x"])
    let value = tape.values(at: [point(0)], precision: 53)[0]
    #expect(!value.isBounded && !value.isDefined)
  }

  @Test func valuesOverBoxesHoldThoseAtPoints() throws {
    var seeds = NumericSeeds(seed: 51)
    var bounded = 0
    for _ in 0..<1500 {
      let expression = try Self.expression(&seeds, depth: Int(1 + seeds.bits() % 4))
      let tape = ExpressionTape([expression], variables: ["x", "y"])
      let (x, y) = (seeds.number(in: -3...3), seeds.number(in: -3...3))
      let width = [0, 1e-6, 0.1, 2][Int(seeds.bits() % 4)]
      let box = [interval(x, x + width), interval(y, y + width)]
      let value = tape.values(at: box, precision: 53)[0]
      if value.isBounded { bounded += 1 }
      for _ in 0..<4 {
        let inside = box.map {
          IntervalContainmentTests.exact(min($0.upper, seeds.number(in: $0.lower...$0.upper)))
        }
        let truth = tape.values(at: inside, precision: 300)[0]
        guard truth.definedness != .somewhere else { continue }
        #expect(IntervalContainmentTests.allows(value, truth), "\(expression) on \(box)")
      }
    }
    // Most of them say something.
    #expect(bounded > 700)
  }

  @Test func doubleAndWideBoundsAgree() throws {
    var seeds = NumericSeeds(seed: 52)
    for _ in 0..<1500 {
      let expression = try Self.expression(&seeds, depth: 3)
      let tape = ExpressionTape([expression], variables: ["x", "y"])
      let box = (0..<2).map { _ in
        let start = seeds.number(in: -3...3)
        return interval(start, start + 0.01)
      }
      let wideBox = box.map {
        WideInterval(BigFloat($0.lower, precision: 120), BigFloat($0.upper, precision: 120))
      }
      let value = tape.values(at: box, precision: 53)[0]
      let wide = tape.values(at: wideBox, precision: 120)[0]
      #expect(value.definedness <= wide.definedness, "\(expression) on \(box)")
      guard wide.definedness != .nowhere else { continue }
      #expect(value.contains(wide.double), "\(expression) on \(box)")
    }
  }
}

extension Rational {
  fileprivate var expression: Expression { .number(self) }
}
