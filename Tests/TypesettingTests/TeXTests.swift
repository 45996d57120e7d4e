import Diagnostics
import Testing
import Typesetting

@Suite struct TeXTests {
  @Test func aFractionIsAnMfrac() {
    let result = Typesetter().typeset(Excerpt("\\frac{1}{1 + e^{-x}}"), display: false)
    #expect(result.diagnostics.isEmpty)
    #expect(result.element.markup.contains("<mfrac><mn>1</mn>"))
  }
}
