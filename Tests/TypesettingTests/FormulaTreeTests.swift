import Markup
import MathCore
import Testing

@testable import Typesetting

@Suite struct FormulaTreeTests {
  private let x = FormulaTree.variable("x")
  private let one = FormulaTree.number("1")

  private func inner(_ tree: FormulaTree) -> String {
    let markup = tree.mathML(display: false).markup
    return String(markup.dropFirst("<math>".count).dropLast("</math>".count))
  }

  /// What a person reads: the letters, without elements.
  private func letters(_ tree: FormulaTree) -> String { tree.mathML(display: true).letters }

  @Test func namesAreWrittenAsMathematicsWritesThem() {
    #expect(inner(.variable("x")) == "<mi>x</mi>")
    #expect(inner(.variable("sigma")) == "<mi>σ</mi>")
    #expect(inner(.variable("x1")) == "<msub><mi>x</mi><mn>1</mn></msub>")
    #expect(inner(.variable("w_0")) == "<msub><mi>w</mi><mn>0</mn></msub>")
    #expect(inner(.variable("theta0")) == "<msub><mi>θ</mi><mn>0</mn></msub>")
    #expect(inner(.variable("x_max")) == "<msub><mi>x</mi><mi>max</mi></msub>")
    #expect(inner(.variable("slope")) == "<mi>slope</mi>")
    #expect(inner(.variable("_")) == "<mi>_</mi>")
    #expect(inner(.application("sigma", primes: 1, [x])).hasPrefix("<mrow><mi>σ</mi><mo"))
  }

  @Test func numeralsLoseWhatOnlySwiftNeeds() {
    #expect(letters(.number("1_000")) == "1000")
    #expect(letters(.number("2.0")) == "2")
    #expect(letters(.number("2.50")) == "2.50")
    #expect(letters(.number("1e-5")) == "10−5")
    #expect(letters(.number("1.5e3")) == "1.5×103")
    #expect(letters(.number("-2")) == "−2")
  }

  @Test func numeralsHaveTheSignOfTheLanguage() {
    let german = FormulaNotation(typography: NumberTypography(language: "de"))
    func letters(_ tree: FormulaTree) -> String {
      tree.mathML(display: true, notation: german).letters
    }
    #expect(letters(.number("2.50")) == "2,50")
    #expect(letters(.number("1.5e-3")) == "1,5×10−3")
    // A comma between arguments would be read as a decimal sign.
    #expect(letters(.function("f", .number("0.5"), x)).hasSuffix("(0,5;x)"))
    #expect(letters(.function("f", .number("5"), x)).hasSuffix("(5,x)"))
  }

  @Test func smallDecimalsAreWrittenWithPowersOfTen() throws {
    let gravity = try #require(Rational(literal: "6.674e-11"))
    #expect(Expression(gravity).formula == .number("6.674e-11"))
    #expect(Expression(try #require(Rational(literal: "1e-9"))).formula == .number("1e-9"))
    #expect(Expression(try #require(Rational(1, over: 1024))).formula.map(letters) == "11024")
  }

  @Test func parenthesesStandOnlyWhereTheyAreNeeded() {
    let sum = FormulaTree.plus(x, one)
    #expect(letters(.times(.number("2"), sum)) == "2(x+1)")
    #expect(letters(.minus(x, sum)) == "x−(x+1)")
    #expect(letters(.minus(.plus(x, one), x)) == "x+1−x")
    #expect(letters(.power(sum, .number("2"))) == "(x+1)2")
    #expect(letters(.power(.negate(x), .number("2"))) == "(−x)2")
    #expect(letters(.negate(sum)) == "−(x+1)")
    #expect(letters(.negate(.times(x, x))) == "−x2")
    #expect(letters(.quotient(sum, sum)) == "x+1x+1")
    #expect(letters(.power(.power(x, .number("2")), x)) == "(x2)x")
    #expect(letters(.times(.quotient(x, .number("2")), sum)) == "x2(x+1)")
    #expect(letters(.times(.negate(x), x)) == "−x2")
    #expect(letters(.times(x, .negate(x))) == "x(−x)")
  }

  @Test func repeatedVariablesArePowers() {
    #expect(letters(.times(.times(x, x), x)) == "x3")
    #expect(letters(.times(.times(.number("2"), x), x)) == "2x2")
    #expect(letters(.times(.plus(x, one), .plus(x, one))) == "(x+1)(x+1)")
  }

  @Test func derivativesThatAreNotWorkedOutKeepTheirParentheses() {
    #expect(letters(.derivative(variable: "x", .plus(x, one))) == "ddx(x+1)")
    #expect(letters(.times(.prime(.plus(x, one)), x)) == "(x+1)′x")
    #expect(letters(.negate(.quotient(.negate(one), x))) == "−−1x")
    #expect(letters(.times(x, .quotient(.negate(one), x))) == "x(−1x)")
  }

  @Test func notesStandBesideTheLinesOfAChain() {
    let chain = FormulaTree.chain(
      x, [.init("=", one), .init("=", x, notes: [.text("a rule"), one])])
    #expect(chain.mathML(display: true).markup.contains("class=\"lemma-note\""))
    #expect(letters(chain) == "x=1=xa\u{A0}rule,\u{A0}1")
    #expect(!FormulaTree.chain(x, [.init("=", one)]).mathML(display: true).markup.contains("note"))
  }

  @Test func signsMoveIntoSums() {
    #expect(letters(.plus(x, .negate(one))) == "x−1")
    #expect(letters(.plus(x, .number("-1"))) == "x−1")
    #expect(letters(.minus(x, .negate(one))) == "x+1")
    #expect(letters(.times(.number("-1"), x)) == "−x")
    #expect(letters(.times(.number("-2"), x)) == "−2x")
    #expect(letters(.quotient(.negate(x), .number("2"))) == "−x2")
  }

  @Test func factorsThatWouldRunTogetherAreSeparated() {
    #expect(letters(.times(.number("2"), .number("3"))) == "2⋅3")
    #expect(letters(.times(.number("2"), x)) == "2x")
    #expect(letters(.times(x, .number("2"))) == "x⋅2")
    #expect(letters(.times(.variable("slope"), x)) == "slope⋅x")
    #expect(letters(.times(.number("2"), .variable("slope"))) == "2⋅slope")
  }

  @Test func elementaryFunctionsAreWrittenAsUsual() {
    #expect(inner(.elementary(.exp, x)) == "<msup><mi>e</mi><mi>x</mi></msup>")
    #expect(inner(.elementary(.sqrt, x)) == "<msqrt><mi>x</mi></msqrt>")
    #expect(letters(.elementary(.log, x)) == "ln\u{2061}x")
    #expect(letters(.elementary(.log1p, x)) == "ln\u{2061}(1+x)")
    #expect(letters(.elementary(.tanh, .quotient(x, .number("2")))) == "tanh\u{2061}(x2)")
    #expect(letters(.power(.elementary(.sin, x), .number("2"))) == "sin2\u{2061}x")
    #expect(letters(.power(.elementary(.sin, x), .number("-1"))) == "(sin\u{2061}x)−1")
    #expect(letters(.times(.elementary(.sin, x), x)) == "(sin\u{2061}x)x")
    #expect(letters(.times(x, .elementary(.sin, x))) == "xsin\u{2061}x")
    #expect(letters(.times(.elementary(.expm1, x), x)) == "(ex−1)x")
    #expect(letters(.elementary(.abs, x)) == "|x|")
  }

  @Test func aQuotientInAnExponentIsASlash() {
    #expect(letters(.elementary(.exp, .quotient(x, .number("2")))) == "ex/2")
  }

  @Test func aSumOfASumHasParentheses() {
    let sum = FormulaTree.bigOperator(
      .sum, index: "i", from: .number("1"), to: .variable("n"), .plus(x, one))
    #expect(letters(sum) == "∑i=1n(x+1)")
    #expect(letters(.plus(sum, x)) == "(∑i=1n(x+1))+x")
    #expect(letters(.plus(x, sum)) == "x+∑i=1n(x+1)")
  }

  @Test func casesAreATableBehindABrace() {
    let cases = FormulaTree.cases([
      .init(x, if: .relation(x, "≥", .number("0"))), .init(.negate(x), if: nil),
    ])
    #expect(letters(cases) == "{x,if\u{A0}x≥0−x,otherwise")
    #expect(inner(cases).contains("<mtable class=\"lemma-cases\">"))
  }

  @Test func aChainAlignsItsRelations() {
    let chain = FormulaTree.chain(x, [.init("=", one), .init("<", .number("2"))])
    #expect(inner(chain).components(separatedBy: "<mtr>").count == 3)
  }

  @Test func aTreeThatIsTooDeepIsToldSo() {
    var tree = x
    for _ in 0..<1_000 { tree = .elementary(.sin, tree) }
    #expect(!tree.isTypesettable)
    #expect(letters(tree).contains("…"))
    #expect(FormulaTree.plus(x, one).isTypesettable)
  }
}

@Suite struct ExpressionMathMLTests {
  private let x = Expression.variable("x")

  private func letters(_ expression: Expression) throws -> String {
    try #require(expression.mathML(display: false)).letters
  }

  @Test func theSigmoidIsAFraction() throws {
    let sigmoid = try 1 / (1 + Expression.apply(.exp, -x))
    #expect(
      sigmoid.mathML(display: true)?.markup
        == "<math display=\"block\"><mfrac><mn>1</mn><mrow><mn>1</mn><mo>+</mo><msup><mi>e</mi><mrow>"
        + "<mo form=\"prefix\">−</mo><mi>x</mi></mrow></msup></mrow></mfrac></math>")
  }

  @Test func sumsAndProductsAreFlat() throws {
    #expect(try letters(x + x - 1) == "x+x−1")
    #expect(try letters(x - (x - 1)) == "x−(x−1)")
    #expect(try letters(2 * x * (x + 1)) == "2x(x+1)")
  }

  @Test func powersBecomeRootsAndFractions() throws {
    let root = try x.raised(to: .number(.half))
    #expect(root.mathML(display: false)?.markup.contains("<msqrt>") == true)
    let reciprocal = try x.raised(to: .number(Rational(-2)))
    #expect(reciprocal.mathML(display: false)?.markup.contains("<mfrac><mn>1</mn><msup>") == true)
  }

  @Test func rationalsAreWrittenAsAPersonWould() throws {
    let tenth = try #require(Rational(1, over: 10))
    let quarter = try #require(Rational(-1, over: 4))
    #expect(try letters(.number(tenth)) == "0.1")
    #expect(Expression.number(quarter).mathML(display: false)?.markup.contains("<mfrac>") == true)
  }

  @Test func aTreeOfMillionsOfPartsHasNoFormula() throws {
    var big = x
    for _ in 0..<40 { big = try big + big }
    #expect(big.mathML(display: true) == nil)
  }
}
