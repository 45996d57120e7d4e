import Diagnostics
import Markup
import Testing

@testable import Typesetting

/// The children of `<math><semantics>`, without the annotation.
func typeset(
  _ tex: String, display: Bool = false, macros: [String: String] = [:],
  colours: Set<String> = []
) -> String {
  let result = Typesetter(macros: macros, colours: colours)
    .typeset(Excerpt(tex), display: display)
  #expect(result.diagnostics.isEmpty, "\(TextRenderer().render(result.diagnostics))")
  let markup = result.element.markup
  guard let start = markup.range(of: "<semantics>"), let end = markup.range(of: "<annotation")
  else { return markup }
  return String(markup[start.upperBound..<end.lowerBound])
}

@Suite struct TeXTests {
  @Test(arguments: [
    ("x", "<mi>x</mi>"),
    ("3.14", "<mn>3.14</mn>"),
    ("\\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
    ("x^2_1", "<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>"),
    ("x²", "<msup><mi>x</mi><mn>2</mn></msup>"),
    ("\\sqrt{x}", "<msqrt><mi>x</mi></msqrt>"),
    ("\\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>"),
    ("\\mathbb{R}", "<mi>ℝ</mi>"),
    ("\\mathbf{x}", "<mi>𝐱</mi>"),
    ("\\mathcal L", "<mi>ℒ</mi>"),
    ("\\mathfrak{g}", "<mi>𝔤</mi>"),
    ("\\boldsymbol\\alpha", "<mi>𝜶</mi>"),
    ("\\bm\\nabla", "<mi>𝜵</mi>"),
    ("\\mathbf{\\partial}", "<mi>𝛛</mi>"),
    ("\\mathit{h}", "<mi>ℎ</mi>"),
    ("\\mathrm{kg}", "<mi>kg</mi>"),
    ("\\mathrm{d}", "<mi mathvariant=\"normal\">d</mi>"),
    ("\\Gamma", "<mi mathvariant=\"normal\">Γ</mi>"),
    ("\\sigma", "<mi>σ</mi>"),
    ("σ", "<mi>σ</mi>"),
    ("\\text{if }", "<mtext>if\u{A0}</mtext>"),
    ("\\quad", "<mspace width=\"1em\"></mspace>"),
    ("\\hspace{0.5em}", "<mspace width=\"0.5em\"></mspace>"),
  ])
  func aConstructHasItsElement(tex: String, markup: String) {
    #expect(typeset(tex) == markup)
  }

  @Test func theSourceIsAnAnnotation() {
    let element = Typesetter().typeset(Excerpt("a < b"), display: true).element
    #expect(
      element.markup
        == "<math display=\"block\"><semantics><mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>"
        + "<annotation encoding=\"application/x-tex\">a &lt; b</annotation></semantics></math>")
  }

  @Test func aMinusWithNothingBeforeItIsASign() {
    #expect(typeset("a - b") == "<mrow><mi>a</mi><mo>−</mo><mi>b</mi></mrow>")
    #expect(
      typeset("x = -1")
        == "<mrow><mi>x</mi><mo>=</mo><mo form=\"prefix\">−</mo><mn>1</mn></mrow>")
    #expect(typeset("(-1)").contains("<mo form=\"prefix\">−</mo>"))
  }

  @Test func relationsInScriptsHaveNoSpace() {
    #expect(typeset("x_{i=1}").contains("<mo lspace=\"0\" rspace=\"0\">=</mo>"))
  }

  @Test func aPrimeStandsAtFullSizeBesideItsBase() {
    let prime = "<mrow><mi>f</mi><mo lspace=\"0\" rspace=\"0\">′</mo></mrow>"
    #expect(typeset("f'") == prime)
    #expect(typeset("f'^2") == "<msup>\(prime)<mn>2</mn></msup>")
    #expect(typeset("f''").contains("″"))
  }

  @Test func limitsStandBelowAndAboveInDisplayStyleOnly() {
    #expect(typeset("\\sum_{k}^n k", display: true).contains("<munderover><mo"))
    #expect(typeset("\\sum_{k}^n k").contains("<msubsup><mo"))
    #expect(typeset("\\int_0^1 x", display: true).contains("<msubsup><mo"))
    #expect(typeset("\\int\\limits_0^1 x", display: true).contains("<munderover><mo"))
    #expect(typeset("\\sum\\nolimits_0^1", display: true).contains("<msubsup><mo"))
    #expect(typeset("\\lim_{x\\to0} f", display: true).contains("<munder><mi>lim</mi>"))
    #expect(typeset("\\operatorname*{argmax}_x f", display: true).contains("<munder><mi>argmax"))
    #expect(typeset("\\frac{\\sum_k k}{2}", display: true).contains("<msub><mo"))
  }

  @Test func aFunctionNameKeepsAwayFromItsArgument() {
    #expect(
      typeset("2\\sin x")
        == "<mrow><mn>2</mn><mspace width=\"0.1667em\"></mspace><mi>sin</mi><mo>\u{2061}</mo>"
        + "<mspace width=\"0.1667em\"></mspace><mi>x</mi></mrow>")
    #expect(!typeset("\\sin(x)").contains("mspace"))
  }

  @Test func fencesGrowWithTallContentOnly() {
    #expect(
      typeset("\\left(\\frac12\\right]").contains("<mo form=\"prefix\" stretchy=\"true\">(</mo>"))
    #expect(typeset("\\left(x\\right.").contains("stretchy=\"false\""))
    #expect(
      typeset("\\left(\\frac12\\middle|x\\right)").contains("form=\"infix\" stretchy=\"true\""))
    #expect(typeset("\\bigl( x").contains("minsize=\"1.2em\" maxsize=\"1.2em\""))
    #expect(
      typeset("\\bigl( x \\bigr)^2").contains("<msup><mrow><mo form=\"postfix\" stretchy=\"true\""))
  }

  @Test func environmentsAreTables() {
    let pmatrix = typeset("\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}")
    #expect(pmatrix.hasPrefix("<mrow><mo form=\"prefix\" stretchy=\"true\">(</mo><mtable"))
    #expect(pmatrix.components(separatedBy: "<mtr>").count == 3)
    #expect(typeset("\\begin{cases} a & b \\\\ c & d \\end{cases}").contains("lemma-cases"))
    let array = typeset("\\begin{array}{l|r} a & b \\\\ \\hline c & d \\end{array}")
    #expect(array.contains("<mtd class=\"lemma-left lemma-rule-right\">"))
    #expect(array.contains("<mtr class=\"lemma-rule-above\">"))
    let aligned = typeset("\\begin{aligned} a &= b \\\\[1ex] &= c \\end{aligned}")
    #expect(aligned.contains("displaystyle=\"true\""))
    #expect(aligned.contains("<mspace depth=\"0.73em\">"))
  }

  @Test func aLastEmptyRowIsNoRow() {
    let cases = typeset("\\begin{matrix} a \\\\ b \\\\ \\end{matrix}")
    #expect(cases.components(separatedBy: "<mtr>").count == 3)
  }

  @Test func coloursAndBoxesAreClasses() {
    #expect(
      typeset("\\textcolor{slope}{x}", colours: ["slope"])
        == "<mrow class=\"lemma-colour-slope\"><mi>x</mi></mrow>")
    #expect(typeset("\\boxed{x}").contains("class=\"lemma-boxed\""))
    #expect(!typeset("\\boxed{x} \\cancel y \\hspace{-1em} \\overline z").contains(" style="))
  }

  @Test func macrosTakeArguments() {
    let macros = ["R": "\\mathbb{R}", "\\pair": "(#2, #1)"]
    #expect(typeset("\\R", macros: macros) == "<mi>ℝ</mi>")
    #expect(typeset("\\pair{a}b", macros: macros) == typeset("(b, a)"))
  }

  @Test func aTagIsHandedOver() {
    let result = Typesetter().typeset(Excerpt("a = b \\tag{2.1}"), display: true)
    #expect(result.tag == "2.1")
    #expect(result.diagnostics.isEmpty)
  }

  @Test func formulasStandInTexts() {
    #expect(
      typeset("\\text{if $x$ is}")
        == "<mrow><mtext>if\u{A0}</mtext><mi>x</mi><mtext>\u{A0}is</mtext></mrow>")
  }

  @Test(arguments: Array(TeXCommand.all.keys).sorted())
  func everyCommandOfTheTableIsTypeset(name: String) {
    guard let command = TeXCommand.all[name] else { return }
    let tex =
      switch command {
      case .special(.left): "\\left( x \\right)"
      case .special(.right), .special(.middle): "\\left( x \\middle| y \\right)"
      case .special(.begin), .special(.end): "\\begin{matrix} a \\end{matrix}"
      case .special(.cr), .special(.hline): "\\begin{matrix} \\hline a \\\\ b \\end{matrix}"
      case .special(.limits), .special(.nolimits): "\\sum\\\(name)_1^2"
      case .special(.hspace): "\\\(name){1em}"
      case .special(.textcolor), .special(.color): "\\\(name){red}{x}"
      case .special(.label): "x"
      case .sizedDelimiter: "\\\(name)("
      case .infixFraction: "a \\\(name) b"
      default: "a \\\(name) {b} {c}"
      }
    #expect(!typeset(tex, colours: ["red"]).isEmpty)
  }

  @Test(arguments: Array(TeXEnvironment.all.keys).sorted())
  func everyEnvironmentIsTypeset(name: String) {
    let columns = TeXEnvironment.all[name]?.columns == .specified ? "{lc}" : ""
    let count = name.hasPrefix("align") && name.contains("at") ? "{2}" : ""
    #expect(!typeset("\\begin{\(name)}\(columns)\(count) a & b \\end{\(name)}").isEmpty)
  }
}
