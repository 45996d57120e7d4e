import Testing

@testable import MathCore

/// The claims of a course on the sigmoid function that algebra is to prove, with near misses.
@Suite struct CourseAlgebraTests {
  static let s = sigmoid("x")
  static let slope = "(\(s)*(1 - \(s)))"
  static let bend = "\(s)*(1 - \(s))*(1 - 2*\(s))"
  /// Where the bend is strongest.
  static let place = "log(2 + sqrt(3))"

  @Test(arguments: [
    ("\(sigmoid(place))", "(3 + sqrt(3))/6"), (sigmoid("-\(place)"), "(3 - sqrt(3))/6"),
    ("log(2 - sqrt(3))", "-\(place)"),
    ("(1 + sqrt(0.6))/2*(1 - (1 + sqrt(0.6))/2)", "1/10"),
    ("\(sigmoid("6")) - \(sigmoid("-6"))", "tanh(3)"),
    ("log1p(exp(x)) - log1p(exp(-x))", "x"), ("1 - tanh(x)", "2*\(sigmoid("-2*x"))"),
    ("log(\(sigmoid("b + c*x"))/(1 - \(sigmoid("b + c*x"))))", "b + c*x"),
    (
      "exp(-(x-a)^2/2)/(exp(-(x-a)^2/2) + exp(-(x-b)^2/2))",
      sigmoid("(a - b)*x + (b^2 - a^2)/2")
    ),
    ("min(x, 0) - log1p(exp(-abs(x)))", "log(\(s))"),
    ("max(x, 0) + log1p(exp(-abs(x)))", "log(1 + exp(x))"),
    (
      "max(x, 0) - x*y + log1p(exp(-abs(x)))",
      "-(y*log(\(s)) + (1 - y)*log(1 - \(s)))"
    ),
    ("exp(-abs(x))/(1 + exp(-abs(x)))^2", slope),
    ("exp(a)/(exp(a) + exp(b))", sigmoid("a - b")),
  ])
  func identitiesAreProvedWithACertificate(left: String, right: String) throws {
    let outcome = Proof.equal(try parse(left), try parse(right))
    guard case .proved(let demonstration) = outcome else {
      Issue.record("\(left) = \(right): \(outcome)")
      return
    }
    #expect(demonstration.certificates.count == 1)
  }

  @Test(arguments: [
    ("sqrt(3)/18 - \(bend)", SignSet.nonnegative), ("sqrt(3)/18 + \(bend)", .nonnegative),
    ("sqrt(3)/18 - abs(\(bend))", .nonnegative), ("abs(w)/4 - abs(w*\(slope))", .nonnegative),
    ("1/16 - \(slope)*\(sigmoid("y"))*(1 - \(sigmoid("y")))", .nonnegative),
    ("log(1 + exp(x)) - max(x, 0)", .positive),
    ("log(2) + max(x, 0) - log(1 + exp(x))", .nonnegative),
    ("max(x, 0) - x*\(s)", .nonnegative), ("x^2 + x*y + y^2 + 1", .positive),
    ("exp(x) - 1 - x", .nonnegative),
  ])
  func signsOnAllRealsAreProved(text: String, claim: SignSet) throws {
    let outcome = Proof.sign(of: try parse(text), is: claim)
    #expect(outcome.isProved, "\(text): \(outcome)")
  }

  @Test(arguments: [
    "1/2 + x/4 - \(s)", "\(s) - (1/2 + x/4 - x^3/48)", "x - log(1 + x)",
  ])
  func signsFollowFromSlopes(text: String) throws {
    let outcome = Proof.sign(
      of: try parse(text), is: .positive, on: Domain(["x": .positive]))
    #expect(outcome.isProved, "\(text): \(outcome)")
  }

  @Test(arguments: [
    ("\(slope) - 1/6", [place, "-\(place)"]),
    ("\(slope) - 1/8", ["log(3 + 2*sqrt(2))", "-log(3 + 2*sqrt(2))"]),
    ("1/4 - \(slope)", ["0"]), (bend, ["0"]), ("\(s) - (1/2 + x/4)", ["0"]),
  ])
  func zerosAreProved(text: String, points: [String]) throws {
    let outcome = Proof.zeros(
      of: try parse(text), areAt: try points.map(parse), in: "x")
    #expect(outcome.isProved, "\(text): \(outcome)")
  }

  @Test func theSlopeOfGELUIsProved() throws {
    let outcome = Proof.derivative(
      of: try parse("x*(1 + erf(x/sqrt(2)))/2"),
      is: try parse("(1 + erf(x/sqrt(2)))/2 + x*exp(-x^2/2)/sqrt(2*pi)"), withRespectTo: "x")
    #expect(outcome.isProved, "\(outcome)")
  }

  @Test(arguments: [
    ("sqrt(3)/18 - 0.000001 - \(bend)", SignSet.nonnegative),
    ("sqrt(3)/18 - abs(\(bend))", .positive),
    ("log(1 + exp(x)) - max(x, 0) - 0.000001", .positive),
    ("max(x, 0) - x*\(s) - 0.0000001", .nonnegative),
    ("exp(x) - 1.000001 - x", .nonnegative), ("x^2 + 2.000001*x*y + y^2", .nonnegative),
    ("1/2 + x/4.000001 - \(s)", .positive),
  ])
  func nearMissesAreNotProved(text: String, claim: SignSet) throws {
    let outcome = Proof.sign(of: try parse(text), is: claim)
    #expect(!outcome.isProved, "\(text): \(outcome)")
  }

  @Test(arguments: [
    (sigmoid(place), "(3 - sqrt(3))/6"), ("min(x, 0) - log1p(exp(-abs(x)))", "-log(\(s))"),
    ("max(x, 0) + log1p(exp(abs(x)))", "log(1 + exp(x))"), ("abs(x)/x", "1"),
    ("log(x^2)", "2*log(abs(x))"), (sigmoid("log(p/(1 - p))"), "p"),
  ])
  func falseOrPartialIdentitiesAreNotProved(left: String, right: String) throws {
    let outcome = Proof.equal(try parse(left), try parse(right))
    #expect(!outcome.isProved, "\(left) = \(right): \(outcome)")
  }
}
