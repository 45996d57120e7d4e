import Testing

@testable import MathCore

@Suite struct LimitProofTests {
  private static let s = "1/(1 + exp(-x))"

  private func limit(
    _ text: String, _ point: LimitPoint, _ value: String, on domain: Domain = .reals
  ) throws -> ProofOutcome {
    let target: LimitPoint =
      switch value {
      case "inf": .infinity
      case "-inf": .negativeInfinity
      default: .finite(try parse(value))
      }
    return Proof.limit(of: try parse(text), in: "x", at: point, is: target, on: domain)
  }

  @Test(arguments: [
    (s, "1"), ("tanh(x)", "1"), ("x*\(s)", "inf"), ("(2*x^2 + 1)/(x^2 - 5)", "2"),
    ("pi*x/(x + 1)", "pi"), ("erf(x)", "1"), ("erfc(x)*exp(x)", "0"), ("atan(x)", "pi/2"),
    ("atan(exp(x)/x)", "pi/2"), ("x*exp(-x)", "0"), ("x^7*exp(-x/2)", "0"), ("log(x)/x", "0"),
    ("log(x)^3/sqrt(x)", "0"), ("exp(x)/x^5", "inf"), ("exp(-x*x)*exp(x)", "0"),
    ("log(1 + exp(x)) - x", "0"), ("sqrt(x^2 + x) - x", "1/2"), ("(1 + 1/x)^x", "exp(1)"),
    ("x*(pi/2 - atan(x))", "1"), ("sin(x)/x", "0"), ("x + sin(x)", "inf"), ("x*sin(1/x)", "1"),
    ("acosh(x) - log(x)", "log(2)"), ("asinh(x)/log(x)", "1"), ("cosh(x)/exp(x)", "1/2"),
    ("exp(-sqrt(x))*x^3", "0"), ("exp(-log(x)^2)", "0"), ("max(x, 5)/x", "1"),
    ("hypot(x, 3) - x", "0"), ("log2(x)/log(x)", "1/log(2)"), ("cbrt(x^3 + x^2) - x", "1/3"),
    ("pow(2, -x)", "0"), ("exp(-sqrt(2)*x)*x", "0"), ("x^(1/x)", "1"),
  ])
  func limitsAtInfinityAreProved(text: String, value: String) throws {
    let outcome = try limit(text, .infinity, value)
    #expect(outcome.isProved, "\(text): \(outcome)")
  }

  @Test(arguments: [
    (s, "0"), ("tanh(x)", "-1"), ("x*\(s)", "0"), ("x^3", "-inf"), ("erf(x)", "-1"),
    ("atan(x)", "-pi/2"), ("exp(x)*x^2", "0"), ("abs(x)/x", "-1"), ("cbrt(x)", "-inf"),
    ("log(1 + exp(x))", "0"), ("asinh(x) + log(-x)", "-log(2)"),
  ])
  func limitsAtNegativeInfinityAreProved(text: String, value: String) throws {
    let outcome = try limit(text, .negativeInfinity, value)
    #expect(outcome.isProved, "\(text): \(outcome)")
  }

  @Test(arguments: [
    (s, "0", "1/2"), ("sqrt(x + 4)", "0", "2"), ("(exp(x) - 1)/(exp(2*x) - 1)", "0", "1/2"),
    ("(x^2 - 1)/(x - 1)", "1", "2"), ("sin(x)/x", "0", "1"), ("(1 - cos(x))/x^2", "0", "1/2"),
    ("(exp(x) - 1)/x", "0", "1"), ("(tan(x) - x)/x^3", "0", "1/3"), ("expm1(x)/log1p(x)", "0", "1"),
    ("(exp(x) - exp(1))/(x - 1)", "1", "exp(1)"), ("sin(x)/(x - pi)", "pi", "-1"),
    ("(asin(x) - x)/x^3", "0", "1/6"), ("(erf(x) - erf(1))/(x - 1)", "1", "2*exp(-1)/sqrt(pi)"),
    ("(atan(x) - atan(2))/(x - 2)", "2", "1/5"), ("1/x^2", "0", "inf"), ("x*sin(1/x)", "0", "0"),
    ("exp(-1/x^2)", "0", "0"), ("log(abs(x))", "0", "-inf"), ("(sqrt(1 + x) - 1)/x", "0", "1/2"),
    ("(1 + x)^(1/x)", "0", "exp(1)"),
    ("x*(1/tan(x))", "0", "1"), ("(2^x - 1)/x", "0", "log(2)"), ("cos(x)/(x - pi/2)", "pi/2", "-1"),
    // A side without values is left out.
    ("x*log(x)", "0", "0"), ("sqrt(x)", "0", "0"), ("x^x", "0", "1"), ("acos(x)", "1", "0"),
    ("sqrt(x)*log(x)", "0", "0"), ("log(x)", "0", "-inf"), ("atanh(x)", "1", "inf"),
  ])
  func limitsAtPointsAreProved(text: String, point: String, value: String) throws {
    let outcome = try limit(text, .finite(try parse(point)), value)
    #expect(outcome.isProved, "\(text): \(outcome)")
  }

  @Test(arguments: [
    (s, LimitPoint.infinity, "0"), (s, .infinity, "inf"), ("sin(x)/x", .finite(0), "0.999999"),
    ("1/x", .finite(0), "inf"), ("abs(x)/x", .finite(0), "1"), ("atan(1/x)", .finite(0), "pi/2"),
    ("x - log(1 + exp(x))", .infinity, "0.000001"), ("x*exp(-x)", .negativeInfinity, "0"),
    ("atan(x)", .infinity, "1.5707963267948966"), ("(exp(x) - 1)/x", .finite(0), "1.000001"),
    ("exp(1/x)", .finite(0), "0"), ("log(x)", .negativeInfinity, "0"),
  ])
  func otherLimitsAreRefuted(text: String, point: LimitPoint, value: String) throws {
    let outcome = try limit(text, point, value)
    #expect(outcome.isRefuted, "\(text): \(outcome)")
  }

  @Test(arguments: [
    ("sin(x)", LimitPoint.infinity, "0"), ("sin(1/x)", .finite(0), "0"),
    ("floor(x)", .finite(0), "0"),
    ("x*sin(x)", .infinity, "inf"), ("cos(x)/(2 + sin(x))", .infinity, "0"),
    ("x^20*(exp(x^20) - 1)/x^40", .finite(0), "0.9"),
  ])
  func whatHasNoLimitIsNotProved(text: String, point: LimitPoint, value: String) throws {
    #expect(!(try limit(text, point, value).isProved), "\(text)")
  }

  @Test func aLimitAtTheEndOfTheDomainIsFromInside() throws {
    let inside = Domain(["x": .closed(0, 1)])
    #expect(try limit("abs(x)/x", .finite(0), "1", on: inside).isProved)
    #expect(try limit("abs(x)/x", .finite(0), "-1", on: inside).isRefuted)
    #expect(!(try limit("x", .finite(2), "2", on: inside).isProved))
  }

  @Test func theCertificateLeavesOutTheSideWithoutValues() throws {
    guard case .proved(let proof) = try limit("x*log(x)", .finite(0), "0") else {
      Issue.record("not proved")
      return
    }
    let text = try #require(proof.certificates.first?.json)
    #expect(text.contains(#""from":[1]"#))
  }
}
