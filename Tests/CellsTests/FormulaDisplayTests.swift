import Testing

@testable import Cells

@Suite struct FormulaDisplayTests {
  /// The formula of `f`, a line for each row.
  private static func formula(_ definition: String) -> String {
    let run = LessonRun(cell: definition + "\nFormula(f)")
    guard case .formula(let math)? = run.outputs.last else {
      return run.reports.joined(separator: "; ")
    }
    return MathText(math).lines.joined(separator: "\n")
  }

  @Test(arguments: [
    ("func f(_ x: Double) -> Double { 1 / (1 + exp(-x)) }", "f(x)=(1)/(1+e^(−x))"),
    ("func f(_ x: Double, _ y: Double) -> Double { x * x - 2 * y }", "f(x,y)=x^(2)−2y"),
    ("func f(_ x: Double) -> Double { x * sigmoid(x) }", "f(x)=xsigmoid(x)"),
    ("func f(_ x: Double) -> Double { derivative(of: sigmoid)(x) }", "f(x)=sigmoid′(x)"),
    ("func f(_ x: Double) -> Double { pow(x, 3) / 2 }", "f(x)=(x^(3))/(2)"),
    ("func f(_ n: Int) -> Double { Double(n / 2) }", "f(n)=trunc((n)/(2))"),
    (
      "func f(_ n: Int, _ k: Int, _ p: Double, _ q: Double) -> Double { Double(n * k) * p - q }",
      "f(n,k,p,q)=nkp−q"
    ),
    (
      "func f(_ x: Double) -> Double {\n  let t = exp(x)\n  return t / (1 + t)\n}",
      "f(x)=(t)/(1+t),where t=e^(x)"
    ),
    (
      "func f(_ x: Double) -> Double {\n  var y = x\n  y += 1\n  y = y * y\n  return y - x\n}",
      "f(x)=(x+1)(x+1)−x"
    ),
  ])
  func straightCodeIsOneFormula(definition: String, formula: String) {
    #expect(Self.formula(definition) == formula)
  }

  @Test(arguments: [
    (
      "func f(_ x: Double) -> Double { x < 0 ? 0 : x }",
      "f(x)={0,  if x<0\nx,  otherwise"
    ),
    (
      "func f(_ x: Double) -> Double {\n  if x < 0 { return -x }\n  return x\n}",
      "f(x)={−x,  if x<0\nx,  otherwise"
    ),
    (
      "func f(_ x: Double) -> Double {\n  var y = x\n  if x < 0 { y = -x }\n  return 2 * y\n}",
      "f(x)={2(−x),  if x<0\n2x,  otherwise"
    ),
    (
      "func f(_ x: Double) -> Double {\n  guard x > 0 else { return 0 }\n  return log(x)\n}",
      "f(x)={lnx,  if x>0\n0,  otherwise"
    ),
    (
      """
      func f(_ x: Double) -> Double {
        switch x {
        case ..<0: return 0
        case 0...1: return x
        case let y where y > 5: return y / 5
        default: return 1
        }
      }
      """, "f(x)={0,  if x<0\nx,  if 0≤x≤1\n(x)/(5),  if x>5\n1,  otherwise"
    ),
    (
      "func f(_ x: Double) -> Double { (0...1).contains(x) ? 1 : 0 }",
      "f(x)={1,  if 0≤x≤1\n0,  otherwise"
    ),
  ])
  func conditionsAreCases(definition: String, formula: String) {
    #expect(Self.formula(definition) == formula)
  }

  @Test(arguments: [
    (
      "var s = 0.0\n  for k in 1...10 { s += pow(x, Double(k)) / Double(k) }\n  return s",
      "f(x)=∑_(k=1)^(10) (x^(k))/(k)"
    ),
    (
      "var p = 1.0\n  for k in 1..<n { p *= x - Double(k) }\n  return p",
      "f(x,n)=∏_(k=1)^(n−1) (x−k)"
    ),
    (
      "var s = x\n  for i in 0..<5 { s = s - x * Double(i) }\n  return s / 2",
      "f(x)=(x−∑_(i=0)^(4) xi)/(2)"
    ),
    (
      """
      var s = 0.0
        for i in 1...3 {
          let t = Double(i) * x
          for j in 1...2 { s += t + Double(j) }
        }
        return s
      """, "f(x)=∑_(i=1)^(3) ∑_(j=1)^(2) (ix+j)"
    ),
    ("(1...4).reduce(0.0) { s, k in s + x / Double(k) }", "f(x)=∑_(k=1)^(4) (x)/(k)"),
    ("(1...4).map { x / Double($0) }.reduce(0, +)", "f(x)=∑_(k=1)^(4) (x)/(k)"),
    ("(1...4).map { k in Double(k) + x }.reduce(1, *)", "f(x)=∏_(k=1)^(4) (k+x)"),
  ])
  func accumulationsAreSumsAndProducts(body: String, formula: String) {
    let parameters = body.contains("..<n") ? "_ x: Double, _ n: Int" : "_ x: Double"
    let found = Self.formula("func f(\(parameters)) -> Double {\n  \(body)\n}")
    #expect(found == formula)
  }

  @Test(arguments: [
    ("var a = x\n  ⟦while a > 1 { a /= 2 }⟧\n  return a", "a loop that runs until"),
    (
      """
      var s = 0.0
        var t = 1.0
        for k in 1...9 {
          t *= x
          s += ⟦t⟧ / Double(k)
        }
        return s
      """,
      "it depends on what the loop has made before"
    ),
    (
      "var s = 0.0\n  ⟦for k in [1, 2] { s += x * Double(k) }⟧\n  return s", "no sum and no product"
    ),
    ("Double(⟦Int(x)⟧)", "Int.init(_:) has no formula"),
  ])
  func whatHasNoFormulaIsSaidWithItsPlace(body: String, reason: String) throws {
    let marked = "func f(_ x: Double) -> Double {\n  \(body)\n}\nFormula(f)"
    let plain = marked.replacing("⟦", with: "").replacing("⟧", with: "")
    let run = LessonRun(cell: plain)
    #expect(run.reports == ["no-formula: Formula(f)"])
    let diagnostic = try #require(run.results.diagnostics.first)
    #expect(diagnostic.message.text.contains(reason), "\(diagnostic.message.text)")
    let before = try #require(marked.split(separator: "⟦").first)
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    let column = (lines.last?.count ?? 0) + 1
    #expect(diagnostic.help.first?.contains("column \(column)") == true, "\(diagnostic.help)")
  }
}
