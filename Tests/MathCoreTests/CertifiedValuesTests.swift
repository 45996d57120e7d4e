import Testing

@testable import MathCore

private let s = "1/(1 + exp(-x))"
private let slope = "(exp(-x)/(1 + exp(-x))^2)"
private let phi = "(1 + erf(x/sqrt(2)))/2"
private let density = "exp(-x^2/2)/sqrt(2*pi)"

/// Whether the digits are those of the number, the last one rightly rounded.
func agrees(_ value: CertifiedValue, with digits: String) throws -> Bool {
  let shown = try #require(Rational(literal: digits))
  let decimals = digits.split(separator: ".").dropFirst().first?.count ?? 0
  let unit = try #require(Rational(10).power(-decimals))
  let enclosure = try #require(value.expression.enclosure(precision: 160))
  let low = try #require(enclosure.lowerRational)
  let high = try #require(enclosure.upperRational)
  return shown - unit * .half <= low && high <= shown + unit * .half
}

/// The numbers of COURSE.md, section 3, that no formula gives at once.
@Suite struct CertifiedValuesTests {
  private typealias Ends = (lower: Expression, upper: Expression)

  @Test(arguments: [
    ("x*exp(x) - exp(-1)", 0, 1, "0.27846454276107379511"),
    ("\(s)*(1 - \(s)) - 1/6", 0, 5, "1.3169578969248167086"),
    ("\(s)*(1 - \(s)) - 1/8", 0, 5, "1.7627471740390860505"),
    ("\(s)*(1 - \(s)) - 1/400", 0, 10, "5.9864456922527617958"),
    ("\(s)*(1 - \(s)) - (1/(1 + exp(-1)) - 1/2)", 0, 1, "0.56508302493611518397"),
    ("x - \(s)", 0, 1, "0.65904606840740666098"),
    ("cos(x) - x", -100, 100, "0.73908513321516064166"),
  ])
  func rootsHaveTheirDigits(f: String, low: Int, high: Int, digits: String) throws {
    let ends = Ends(Expression(Rational(low)), Expression(Rational(high)))
    let root = try CertifiedValues.root(of: try function(f), variable: "x", in: ends)
    #expect(try agrees(root, with: digits), "\(f)")
  }

  @Test(arguments: [
    ("\(s) + x*\(slope)", "1.0998393201288669170", "2.3993572805154676678"),
    ("\(phi) + x*\(density)", "1.1289041451851547863", "1.4142135623730950488"),
    ("\(s)*(1 - \(s))*(1 - 2*\(s))", "0.096225044864937627418", "-1.3169578969248167086"),
    ("-x/(1 + exp(-x))", "0.27846454276107379511", "-1.2784645427610737951"),
    ("-x*\(phi)", "0.16997120747990366169", "-0.75179152469356445746"),
    ("1 - abs(sin(x) - 0.3)", "1.0000000000000000000", "0.30469265401539750797"),
  ])
  func maximaHaveTheirDigits(f: String, value: String, place: String) throws {
    let ends = Ends(-10, 10)
    let f = try function(f)
    let isSine = f.description.contains("sin")
    let over = isSine ? Ends(-1, 1) : ends
    let maximum = try CertifiedValues.maximum(of: f, variable: "x", over: over)
    #expect(try agrees(maximum, with: value))
    let argmax = try CertifiedValues.argmax(of: f, variable: "x", over: over)
    #expect(try agrees(argmax, with: place))
    let opposite = try f.map { FunctionPiece(conditions: [], value: try $0.value.negated()) }
    let minimum = try CertifiedValues.minimum(of: opposite, variable: "x", over: over)
    #expect(try agrees(minimum, with: "-" + value))
    let argmin = try CertifiedValues.argmin(of: opposite, variable: "x", over: over)
    #expect(try agrees(argmin, with: place))
  }

  @Test func theLargestOfTwoEqualPeaksIsFound() throws {
    let gap = try function("abs(1/(1 + exp(-1.702*x)) - \(phi))")
    let maximum = try CertifiedValues.maximum(of: gap, variable: "x", over: (-10, 10))
    #expect(try agrees(maximum, with: "0.0094863244455859371271"))
    let place = try CertifiedValues.argmax(of: gap, variable: "x", over: (0, 10))
    #expect(try agrees(place, with: "0.57148537089690244137"))
  }

  @Test(arguments: [
    ("\(slope)", -6, 6, "0.99505475368673045133"),
    ("\(slope)*\(density)", -10, 10, "0.20662096414190703726"),
    ("sqrt(x)", 0, 1, "0.66666666666666666667"),
    ("sqrt(1 - x^2)", -1, 1, "1.5707963267948966192"),
    ("abs(sin(x) - 0.3)", 0, 1, "0.25039168937499008569"),
    ("1/x", 1, 2, "0.69314718055994530942"),
    ("max(x, 0)*exp(-x)", -1, 1, "0.26424111765711535681"),
    ("1/x", 2, 1, "-0.69314718055994530942"),
  ])
  func integralsHaveTheirDigits(f: String, low: Int, high: Int, digits: String) throws {
    let ends = Ends(Expression(Rational(low)), Expression(Rational(high)))
    let integral = try CertifiedValues.integral(of: try function(f), variable: "x", over: ends)
    #expect(try agrees(integral, with: digits), "\(f)")
  }

  /// The logistic regression of lesson 5.
  @Test func theSolutionOfASystemHasItsDigits() throws {
    var sums = [Expression.zero, .zero]
    for (x, y) in zip(1...10, [0, 0, 1, 0, 1, 1, 0, 1, 1, 1]) {
      let error = try parse("1/(1 + exp(-(a + b*\(x)))) - \(y)")
      sums[0] = try sums[0] + error
      sums[1] = try sums[1] + error * Expression(Rational(x))
    }
    let fit = try CertifiedValues.solution(of: sums, variables: ["a", "b"], near: [0, 0])
    #expect(try agrees(fit[0], with: "-2.2902826572627805272"))
    #expect(try agrees(fit[1], with: "0.52786019149638388770"))
    let odds = try Expression.apply(.exp, fit[1].expression)
    #expect(try agrees(.exact(odds), with: "1.6953008055637138385"))
    let middle = try -(fit[0].expression / fit[1].expression)
    #expect(try agrees(.exact(middle), with: "4.3388054150669365922"))
    let total = try sums[0].replacing("a", with: fit[0].expression)
      .replacing("b", with: fit[1].expression)
    #expect(try #require(total.enclosure(precision: 256)).containsZero)
  }

  // MARK: Exact values

  private func exact(_ value: CertifiedValue) -> Expression? {
    if case .exact(let expression) = value { expression } else { nil }
  }

  @Test func recognisedValuesAreExact() throws {
    let bump = try function("\(s)*(1 - \(s))")
    let top = try CertifiedValues.maximum(of: bump, variable: "x", over: (-6, 6))
    #expect(exact(top)?.number == Rational(1, over: 4))
    let place = try CertifiedValues.argmax(of: bump, variable: "x", over: (-6, 6))
    #expect(exact(place)?.number == .zero)
    let root = try CertifiedValues.root(of: try function("x^2 - 2"), variable: "x", in: (0, 2))
    #expect(try exact(root) == parse("sqrt(2)"))
    let triple = try CertifiedValues.root(
      of: try function("(x - 1/3)^3"), variable: "x", in: (-1, 1))
    #expect(exact(triple)?.number == Rational(1, over: 3))
    let area = try CertifiedValues.integral(of: try function("3*x^2"), variable: "x", over: (0, 1))
    #expect(exact(area)?.number == .one)
    let crossing = try CertifiedValues.solution(
      of: [try parse("x + y - 3"), try parse("x - y - 1")], variables: ["x", "y"], near: [0, 0])
    #expect(crossing.compactMap { exact($0)?.number } == [2, 1])
  }

  @Test func endsNeedNotBeRational() throws {
    let sine = try function("sin(x)")
    let place = try CertifiedValues.argmax(of: sine, variable: "x", over: (0, .pi))
    #expect(try agrees(place, with: "1.5707963267948966192"))
    #expect(exact(place) != nil)
    let root = try CertifiedValues.root(of: sine, variable: "x", in: (1, .pi))
    #expect(exact(root)?.simplified() == .pi)
    let area = try CertifiedValues.integral(of: sine, variable: "x", over: (0, .pi))
    #expect(try agrees(area, with: "2.0000000000000000000"))
  }

  @Test func endsAndKinksAreConsidered() throws {
    let v = try function("abs(x - 1/3)")
    let largest = try CertifiedValues.maximum(of: v, variable: "x", over: (-1, 2))
    #expect(exact(largest)?.number == Rational(5, over: 3))
    let lowest = try CertifiedValues.argmin(of: v, variable: "x", over: (-1, 2))
    #expect(exact(lowest)?.number == Rational(1, over: 3))
  }

  @Test func numbersNarrowToThousandsOfBits() throws {
    let root = try CertifiedValues.root(of: try function("cos(x) - x"), variable: "x", in: (0, 1))
    let fine = try #require(root.expression.enclosure(precision: 8192))
    #expect(fine.isNarrow(8180))
    let coarse = try #require(root.expression.enclosure(precision: 64))
    #expect(coarse.contains(fine) || fine.contains(coarse))
    let sine = try #require(
      try CertifiedValues.integral(of: try function("sin(x)"), variable: "x", over: (0, 1))
        .expression.enclosure(precision: 256))
    let known = try #require(try parse("1 - cos(1)").enclosure(precision: 320))
    #expect(sine.isNarrow(250) && sine.contains(known))
  }

  // MARK: Failures

  private func failure(_ value: () throws -> CertifiedValue) -> String {
    do {
      return "found \(try value().expression)"
    } catch let failure as CertifiedValueFailure {
      return failure.text
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    ("x^2 + 1", 0, 1, "x^2 + 1 has no root in 0...1"),
    ("x^2 - 1", -2, 2, "x^2 − 1 has 2 roots in −2...2"),
    ("x", 1, 1, "1 is not proved to be less than 1"),
    ("1/x", -1, 1, "1/x has no root in −1...1: it is undefined at x = 0"),
  ])
  func rootsThatAreNotOneAreErrors(f: String, low: Int, high: Int, text: String) throws {
    let ends = Ends(Expression(Rational(low)), Expression(Rational(high)))
    let f = try function(f)
    #expect(failure { try CertifiedValues.root(of: f, variable: "x", in: ends) } == text)
  }

  @Test func extremaThatAreNotOneAreErrors() throws {
    let relu = try function("max(x, 0)")
    #expect(
      failure { try CertifiedValues.argmin(of: relu, variable: "x", over: (-1, 1)) }
        == "max(x, 0) over −1...1 has its minimum everywhere in [−1, 0)")
    let wave = try function("x^2")
    #expect(
      failure { try CertifiedValues.argmax(of: wave, variable: "x", over: (-1, 1)) }
        == "x^2 over −1...1 has its maximum at several points: −1, 1")
    let x = Expression.variable("x")
    let saw = [
      FunctionPiece(conditions: [PathCondition(x, .less, 1)], value: x),
      FunctionPiece(conditions: [PathCondition(1, .lessOrEqual, x)], value: .zero),
    ]
    #expect(
      failure { try CertifiedValues.maximum(of: saw, variable: "x", over: (0, 2)) }
        == "the maximum of the function over 0...2 does not exist: the function jumps where it "
        + "would be taken")
    let pole = try function("1/x")
    #expect(
      failure { try CertifiedValues.maximum(of: pole, variable: "x", over: (-1, 1)) }
        == "the maximum of 1/x over −1...1 is not found: it is undefined at x = 0")
  }

  @Test func divergentIntegralsAndUnsolvableSystemsAreErrors() throws {
    let pole = try function("1/x")
    #expect(
      failure { try CertifiedValues.integral(of: pole, variable: "x", over: (0, 1)) }
        == "the integral of 1/x over 0...1 is not enclosed")
    let parabola = try parse("x^2 + 1")
    #expect(
      failure {
        try CertifiedValues.solution(of: [parabola], variables: ["x"], near: [1])[0]
      } == "no solution is proved near (1.0)")
    let double = try parse("x^2")
    #expect(
      failure { try CertifiedValues.solution(of: [double], variables: ["x"], near: [1])[0] }
        == "no solution is proved near (1.0)")
  }
}
