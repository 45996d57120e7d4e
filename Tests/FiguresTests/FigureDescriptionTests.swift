import MathCore
import Testing

@testable import Figures

/// What a figure says in words is true of the functions in it.
@Suite struct FigureDescriptionTests {
  private func text(
    _ marks: [Mark], x: ClosedRange<Double>, y: ClosedRange<Double>? = nil,
    xKind: ScaleOptions.Kind = .linear, yKind: ScaleOptions.Kind = .linear,
    renderer: FigureRenderer = FigureRenderer(idPrefix: "f"),
    _ change: (inout Chart) -> Void = { _ in }
  ) -> String {
    var chart = Chart(
      caption: "c", marks: marks, xScale: ScaleOptions(domain: x), yScale: ScaleOptions(domain: y))
    chart.xScale.kind = xKind
    chart.yScale.kind = yKind
    change(&chart)
    return renderer.render(chart).description
  }

  private func plot(
    _ name: String, in domain: ClosedRange<Double>? = nil, xName: String? = nil,
    _ function: @escaping @Sendable (Double) -> Double?
  ) -> Mark {
    Mark(.function(PlotFunction(function), domain: domain), series: name, xName: xName)
  }

  private func points(_ count: Int, _ y: (Double) -> Double) -> [Mark] {
    (1...count).map { Mark(.points([PlotPoint(x: Double($0), y: y(Double($0)))]), xName: "n") }
  }

  // MARK: Shapes

  @Test func risesFallsAndTurningPointsAreTold() {
    let cubic = text([plot("f") { $0 * $0 * $0 - 3 * $0 }], x: -2...2)
    #expect(
      cubic.contains(
        "f rises from about −2 at −2 to a maximum of about 2 near x = −1, then falls to a minimum of "
          + "about −2 near x = 1, then rises to 2 at 2."))
    #expect(cubic.contains("It crosses 0 near x = −1.73, 0 and 1.73."))
  }

  @Test func manyTurningPointsAndZerosAreCounted() {
    let sine = text([plot("s") { ElementaryFunction.sin.value(at: $0) }], x: 1...40)
    #expect(
      sine.contains(
        "s goes up and down between about −1 and 1, with 13 turning points, from 1 to 40."))
    #expect(sine.contains("It crosses 0 12 times, first near x = 3.14, last near x = 37.7."))
  }

  @Test func turningPointsThatAreNotSeenAreNotCounted() {
    let fast = text(
      [plot("s") { ElementaryFunction.sin.value(at: 1000 * $0) }, plot("z") { _ in 0.1 }], x: -4...4
    )
    #expect(fast.contains("s goes up and down many times between about −1 and 1."))
    #expect(!fast.contains("crosses"))
    #expect(!fast.contains("meet"))
  }

  @Test func whereACurveIsLevelIsTold() {
    let ramp = text([plot("r") { max($0 - 0.3, 0) }], x: -4...4)
    #expect(ramp.contains("r is level at about 0 from −4 to 0.3, then rises to 3.7 at 4."))
    let clamped = text([plot("c") { min(max($0, -1), 1) }], x: -4...4)
    #expect(
      clamped.contains(
        "c is level at about −1 from −4 to −1, then rises to 1 at 1, then is level to 4."))
    #expect(clamped.contains("It crosses 0 near x = 0."))
    #expect(text([plot("k") { _ in 2 }], x: 0...1).contains("k is level at about 2 from 0 to 1."))
  }

  @Test func aCurveThatNearsItsBoundIsLevelThereOnce() {
    let steep = text([plot("s") { 1 / (1 + ElementaryFunction.exp.value(at: -4 * $0)) }], x: -6...6)
    #expect(steep.contains("s is level at about 0 from −6 to −5.1"))
    #expect(steep.matches(of: /is level/).count == 2)
  }

  @Test func aTouchingOf0IsNoCrossing() {
    let square = text([plot("q") { ($0 - 1.1) * ($0 - 1.1) }], x: -4...4)
    #expect(square.contains("to a minimum of about 0 near x = 1.1"))
    #expect(!square.contains("crosses"))
  }

  // MARK: Breaks

  @Test func piecesAreToldOneByOneWithWhatIsBetweenThem() {
    let step = text([plot("s") { $0 == 0 ? nil : $0 < 0 ? 0 : 1 }], x: -4...4)
    #expect(
      step.contains(
        "s is level at about 0 from −4 to 0; it jumps near x = 0; it is level at about 1 from 0 to 4."
      ))
    let stairs = text([plot("s") { $0.rounded(.down) }], x: 0.1...2.9)
    #expect(
      stairs.contains(
        "s is level at about 0 from 0.1 to 1; it jumps near x = 1; it is level at about 1 from 1 to "
          + "2; it jumps near x = 2; it is level at about 2 from 2 to 2.9."))
  }

  @Test func aPointWithoutAValueThatIsNotSeenIsNotTold() {
    let quotient = text([plot("q") { $0 == 1 ? nil : ($0 * $0 - 1) / ($0 - 1) }], x: -1...3)
    #expect(quotient.contains("q rises from about 0 at −1 to 4 at 3."))
  }

  @Test func aStretchWithoutAValueIsTold() {
    let pole = text(
      [plot("p") { $0 * $0 > 1 ? 1 / ($0 * $0 - 1).squareRoot() : nil }], x: -4...4, y: 0...4)
    #expect(
      pole.contains(
        "p rises from about 0.258 at −4 and leaves at the top near x = −1.03; it has no value from "
          + "−1 to 1; it enters at the top near x = 1.03 and falls to 0.258 at 4."))
    #expect(text([plot("u") { _ in nil }], x: 0...1).contains("u has no value in view."))
  }

  @Test func whatLeavesTheFigureIsNotSaidToGrowWithoutEnd() {
    let line = text([plot("l") { 3 * $0 }], x: -4...4, y: -3...3)
    #expect(
      line.contains(
        "l enters at the bottom near x = −1, rises and leaves at the top near x = 1."))
    #expect(!line.contains("asymptote"))
  }

  @Test func asymptotesAreToldWhereTheyAreProved() {
    func mark(_ isProved: Bool) -> Mark {
      let inverse = PlotFunction(
        value: { x, _ in x == 0 ? nil : 1 / x }, digits: { _, _, _ in nil },
        pole: { isProved && $0.magnitude < 1e-6 })
      return Mark(.function(inverse, domain: nil), series: "i")
    }
    let proved = text([mark(true)], x: -4...4, y: -4...4)
    #expect(
      proved.contains(
        "i falls from about −0.25 at −4 and leaves at the bottom near x = −0.25; it enters at the top "
          + "near x = 0.25 and falls to 0.25 at 4. It has a vertical asymptote at x = 0."))
    #expect(!text([mark(false)], x: -4...4, y: -4...4).contains("asymptote"))
  }

  @Test func manyPiecesAreCounted() {
    let sawtooth = text([plot("s") { $0 - $0.rounded(.down) }], x: 0...9.5)
    #expect(
      sawtooth.contains(
        "s goes between about 0 and 1 in 10 pieces, the first to 1, the last from 9."))
  }

  // MARK: Meetings

  @Test func curvesMeetWhereTheyCrossAndWhereTheyTouch() {
    let wave = text(
      [
        plot("swing") { t in
          ElementaryFunction.exp.value(at: -t / 5) * ElementaryFunction.cos.value(at: 3 * t)
        }, plot("bound") { ElementaryFunction.exp.value(at: -$0 / 5) },
      ], x: 0...12)
    #expect(
      wave.contains("swing and bound meet near x = 0, 2.09, 4.19, 6.28, 8.38 and 10.5."))
    let lines = text([plot("a") { $0 }, plot("b") { 1 - $0 }], x: -4...4)
    #expect(lines.contains("a and b meet near x = 0.5."))
  }

  @Test func curvesMeetAtTheirEnds() {
    let root = text([plot("r") { $0 < 0 ? nil : $0.squareRoot() }, plot("l") { $0 }], x: -1...2)
    #expect(root.contains("r and l meet near x = 0 and 1."))
  }

  @Test func curvesThatOnlyComeNearDoNotMeet() {
    let near = text([plot("a") { $0 * $0 + 0.001 }, plot("b") { _ in 0 }], x: -4...4)
    #expect(!near.contains("meet"))
    let jump = text([plot("a") { $0 < 0.1 ? -1 : 1 }, plot("b") { _ in 0 }], x: -4...4)
    #expect(!jump.contains("meet"))
  }

  @Test func meetingsAreCountedWhereTheyAreMany() {
    let sine = text(
      [plot("s") { ElementaryFunction.sin.value(at: $0) }, plot("z") { _ in 0 }], x: 1...40)
    #expect(sine.contains("s and z meet 12 times, first near x = 3.14, last near x = 37.7."))
  }

  @Test func curvesThatAreOneRunTogether() {
    let ramps = text([plot("a") { max($0, 0) }, plot("b") { max($0, -1) }], x: -4...4)
    #expect(ramps.contains("a and b run together from 0 to 4."))
    #expect(!ramps.contains("meet"))
  }

  @Test func aCurveOfItsOwnDomainMeetsOthersInIt() {
    let part = text([plot("a") { $0 * $0 }, plot("b", in: 0...2) { _ in 1 }], x: -4...4)
    #expect(part.contains("a and b meet near x = 1."))
  }

  // MARK: Numbers and names

  @Test func placesOnALogarithmicAxisAreNotRoundedTo0() {
    let law = text(
      [plot("l") { 0.5 * $0 }, Mark(.points([PlotPoint(x: 1e-15, y: 1e-3)]))], x: 1e-16...1,
      y: 1e-17...1, xKind: .log, yKind: .log)
    #expect(
      law.contains("x from 1 × 10⁻¹⁶ to 1, logarithmic".replacing(" × ", with: "\u{A0}×\u{A0}")))
    #expect(
      law.contains("l rises from about 5\u{A0}×\u{A0}10⁻¹⁷ at 1\u{A0}×\u{A0}10⁻¹⁶ to 0.5 at 1."))
    #expect(law.contains("Point at (1\u{A0}×\u{A0}10⁻¹⁵, 0.001)."))
  }

  @Test func numbersBelowAMillionArePlain() {
    let rules = text(
      [5730, 11_460, 17_190].map { Mark(.ruleX($0)) } + [plot("f") { 4096 + $0 }], x: 0...20_000)
    #expect(rules.contains("Vertical lines at 5730, 11460 and 17190."))
    #expect(rules.contains("rises from about 4096 at 0 to 24096 at 20000."))
    #expect(FigureNumbers(typography: .english).text(2.5e6) == "2.5\u{A0}×\u{A0}10⁶")
    #expect(FigureNumbers(typography: .english).text(999.7) == "1000")
  }

  @Test func aNarrowAxisHasTheDigitsThatItNeeds() {
    let narrow = text([plot("f") { 1000 + ($0 - 36) }], x: 36...36.007)
    #expect(narrow.contains("f rises from about 1000 at 36 to 1000.007 at 36.007."))
  }

  @Test func anAxisWithALabelTellsHowItsPlacesAreNamed() {
    let height = text([plot("h", xName: "s") { $0 * (4 - $0) }], x: 0...4) {
      $0.xAxis.label = "seconds"
    }
    #expect(height.contains("seconds (s) from 0 to 4;"))
    #expect(height.contains("near s = 2"))
    let layers = text([plot("h", xName: "L") { $0 }], x: 0...4) { $0.xAxis.label = "layers L" }
    #expect(layers.contains(" layers L from 0 to 4;"))
  }

  @Test func aCurveInThePlaneNamesBothAxes() {
    let circle = text([Mark(.parametric(.circle), series: "c", xName: "v")], x: -2...2) {
      $0.yAxis.label = "w"
    }
    #expect(circle.contains("spans v from about −1 to 1 and w from about −1 to 1."))
  }

  // MARK: Points

  @Test func thePointsOfALoopAreToldTogether() {
    let few = text(
      points(2) { $0 * $0 } + [Mark(.points([PlotPoint(x: 1, y: 1)]), xName: "n", yName: "one")],
      x: 0...3)
    #expect(few.contains("Points at (1, 1) and (2, 4). one: Point at (1, 1)."))
  }

  @Test func aSequenceIsSaidToRiseOrFall() {
    #expect(
      text(points(20) { $0 * $0 }, x: 0...21).contains(
        "20 points with n from 1 to 20, rising from 1 to 400."))
    #expect(
      text(points(20) { 1 / $0 }, x: 0...21).contains(
        "20 points with n from 1 to 20, falling from 1 to 0.05."))
    #expect(
      text(points(20) { ($0 - 5) * ($0 - 5) }, x: 0...21).contains(
        "20 points with n from 1 to 20 and y from 0 to 225."))
  }

  // MARK: Languages

  @Test func aDescriptionIsInTheSitesLanguage() {
    let german = FigureRenderer(
      idPrefix: "f", typography: NumberTypography(language: "de"), words: .german)
    let description = text(
      [
        plot("f") { $0 * $0 - 1.5 }, plot("g") { _ in -0.5 },
        Mark(.points([PlotPoint(x: 1, y: 0.25)])),
      ],
      x: -2...2, renderer: german)
    #expect(
      description.contains(
        "f fällt von etwa 2,5 bei −2 auf ein Minimum von etwa −1,5 nahe x = 0, steigt dann auf 2,5 "
          + "bei 2. Sie geht durch 0 nahe x = −1,22 und 1,22."))
    #expect(description.contains("g bleibt von −2 bis 2 bei etwa −0,5."))
    #expect(description.contains("Punkt bei (1; 0,25)."))
    #expect(description.contains("f und g treffen sich nahe x = −1 und 1."))
  }

  @Test func everyPhraseHasItsPlacesInBothLanguages() {
    func places<Words>(_ words: Words) -> [String: Set<Substring>] {
      var result: [String: Set<Substring>] = [:]
      for child in Mirror(reflecting: words).children {
        guard let label = child.label else { continue }
        if let text = child.value as? String {
          result[label] = Set(text.matches(of: /\{\w+\}/).map(\.output))
        } else {
          result.merge(places(child.value)) { one, _ in one }
        }
      }
      return result
    }
    #expect(places(FigureWords.english).count > 50)
    #expect(places(FigureWords.english) == places(FigureWords.german))
  }
}
