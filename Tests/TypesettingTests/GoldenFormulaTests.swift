import Testing

/// Whole formulas, display style: a change of these is a change of every page.
@Suite struct GoldenFormulaTests {
  @Test(arguments: formulas)
  func aFormulaIsTypesetAsRecorded(tex: String, markup: String) {
    #expect(typeset(tex, display: true) == markup.replacing("\n", with: ""))
  }

  private static let formulas: [(String, String)] = [
    (
      #"\sigma(x) = \frac{1}{1 + e^{-x}}"#,
      """
      <mrow><mi>σ</mi><mo form="prefix" stretchy="false">(</mo><mi>x</mi>
      <mo form="postfix" stretchy="false">)</mo><mo>=</mo><mfrac><mn>1</mn><mrow><mn>1</mn>
      <mo>+</mo><msup><mi>e</mi><mrow><mo form="prefix">−</mo><mi>x</mi></mrow></msup></mrow>
      </mfrac></mrow>
      """
    ),
    (
      #"\sigma'(x) \le \tfrac14"#,
      """
      <mrow><mrow><mi>σ</mi><mo lspace="0" rspace="0">′</mo></mrow>
      <mo form="prefix" stretchy="false">(</mo><mi>x</mi><mo form="postfix" stretchy="false">)
      </mo><mo>≤</mo><mstyle displaystyle="false" scriptlevel="0"><mfrac><mn>1</mn>
      <mn>4</mn></mfrac></mstyle></mrow>
      """
    ),
    (
      #"\sum_{k=1}^{n} k^2"#,
      """
      <mrow><munderover><mo lspace="0" rspace="0.1667em">∑</mo><mrow><mi>k</mi>
      <mo lspace="0" rspace="0">=</mo><mn>1</mn></mrow><mi>n</mi></munderover><msup><mi>k</mi>
      <mn>2</mn></msup></mrow>
      """
    ),
    (
      #"\int_0^1 x\,dx"#,
      """
      <mrow><msubsup><mo lspace="0" rspace="0.1667em">∫</mo><mn>0</mn><mn>1</mn></msubsup>
      <mi>x</mi><mspace width="0.1667em"></mspace><mi>d</mi><mi>x</mi></mrow>
      """
    ),
    (
      #"\lim_{x \to \infty} \sigma(x) = 1"#,
      """
      <mrow><munder><mi>lim</mi><mrow><mi>x</mi><mo lspace="0" rspace="0">→</mo><mi>∞</mi>
      </mrow></munder><mo>⁡</mo><mspace width="0.1667em"></mspace><mi>σ</mi>
      <mo form="prefix" stretchy="false">(</mo><mi>x</mi><mo form="postfix" stretchy="false">)
      </mo><mo>=</mo><mn>1</mn></mrow>
      """
    ),
    (
      #"\left( \frac{x}{2} \right)^2"#,
      """
      <msup><mrow><mo form="prefix" stretchy="true">(</mo><mfrac><mi>x</mi><mn>2</mn></mfrac>
      <mo form="postfix" stretchy="true">)</mo></mrow><mn>2</mn></msup>
      """
    ),
    (
      #"\begin{cases} x & x \ge 0 \\ -x & \text{otherwise} \end{cases}"#,
      """
      <mrow><mo form="prefix" stretchy="true">{</mo><mtable class="lemma-cases"><mtr><mtd>
      <mi>x</mi></mtd><mtd><mi>x</mi><mo>≥</mo><mn>0</mn></mtd></mtr><mtr><mtd>
      <mo form="prefix">−</mo><mi>x</mi></mtd><mtd><mtext>otherwise</mtext></mtd></mtr>
      </mtable></mrow>
      """
    ),
    (
      #"\begin{aligned} a &= b \\ &= c \end{aligned}"#,
      """
      <mtable class="lemma-aligned" displaystyle="true"><mtr><mtd><mi>a</mi></mtd><mtd><mo>=
      </mo><mi>b</mi></mtd></mtr><mtr><mtd></mtd><mtd><mo>=</mo><mi>c</mi></mtd></mtr>
      </mtable>
      """
    ),
    (
      #"\begin{pmatrix} a & b \\ c & d \end{pmatrix}"#,
      """
      <mrow><mo form="prefix" stretchy="true">(</mo><mtable class="lemma-matrix"><mtr><mtd>
      <mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd><mi>c</mi></mtd><mtd><mi>d</mi>
      </mtd></mtr></mtable><mo form="postfix" stretchy="true">)</mo></mrow>
      """
    ),
    (
      #"\binom{n}{k}"#,
      """
      <mrow><mo form="prefix" stretchy="true">(</mo><mfrac linethickness="0"><mi>n</mi><mi>k
      </mi></mfrac><mo form="postfix" stretchy="true">)</mo></mrow>
      """
    ),
    (
      #"\vec{v} + \widehat{xy}"#,
      """
      <mrow><mover accent="true"><mi>v</mi><mo stretchy="false" class="lemma-vector">→</mo>
      </mover><mo>+</mo><mover accent="true"><mrow><mi>x</mi><mi>y</mi></mrow>
      <mo stretchy="true">̂</mo></mover></mrow>
      """
    ),
    (
      #"\underbrace{a + b}_{n}"#,
      """
      <munder><munder><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mo stretchy="true">⏟</mo>
      </munder><mi>n</mi></munder>
      """
    ),
    (
      #"\boxed{x} \in \mathbb{R}"#,
      """
      <mrow><mstyle class="lemma-boxed" displaystyle="true"><mi>x</mi></mstyle><mo>∈</mo><mi>ℝ
      </mi></mrow>
      """
    ),
    (
      #"\bigl( x \bigr)"#,
      """
      <mrow>
      <mo form="prefix" stretchy="true" symmetric="true" minsize="1.2em" maxsize="1.2em" lspace="0" rspace="0">(
      </mo><mi>x</mi>
      <mo form="postfix" stretchy="true" symmetric="true" minsize="1.2em" maxsize="1.2em" lspace="0" rspace="0">)
      </mo></mrow>
      """
    ),
    (
      #"a \equiv b \pmod{n}"#,
      """
      <mrow><mi>a</mi><mo>≡</mo><mi>b</mi><mspace width="1em"></mspace>
      <mo form="prefix" stretchy="false">(</mo><mi>mod</mi><mspace width="0.3333em"></mspace>
      <mi>n</mi><mo form="postfix" stretchy="false">)</mo></mrow>
      """
    ),
    (
      #"\overset{!}{=} \overline{ab}"#,
      """
      <mrow><mover><mo>=</mo><mo lspace="0" rspace="0">!</mo></mover>
      <mrow class="lemma-overline"><mi>a</mi><mi>b</mi></mrow></mrow>
      """
    ),
  ]
}
