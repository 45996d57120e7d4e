import Markup
import Testing

@testable import Cells

/// What depends on sliders is made for each of their values.
@Suite struct SliderFramesTests {
  /// A lesson with the slider `k` and a function of it.
  private func run(_ text: String, values: String = "over: [1/2, 1, 2], value: 1") -> LessonRun {
    LessonRun(
      """
      ```swift eval
      let k = Slider("steepness", \(values))
      func f(_ x: Double) -> Double { 1 / (1 + exp(-k * x)) }
      ```

      \(text)
      """)
  }

  private func frames(_ run: LessonRun, cell: Int = 1) -> [CellOutput] {
    run.results.outputFrames[OutputPlace(cell: cell, output: 0)]?.contents ?? []
  }

  private func texts(_ frames: Frames<InlineOutcome>?) -> [String] {
    (frames?.contents ?? []).map { content in
      if case .value(let text, _, _) = content { text } else { "failed" }
    }
  }

  @Test func theCellShowsTheSlider() {
    let run = run("")
    #expect(
      run.outputs == [
        .slider(
          SliderOutput(
            name: "k", title: "steepness", values: ["0.5", "1", "2"], standard: 1))
      ])
    #expect(run.results.isDefinition == [false])
  }

  @Test func tablesHaveFrames() {
    let run = run(
      "```swift eval\nTable(\"T\", over: [0.0, 1]) { x in Column(\"f\", f(x), decimals: 2) }\n```\n"
    )
    let cells = frames(run).map { frame -> [String] in
      if case .table(let table) = frame { table.rows.map { $0[0].text } } else { [] }
    }
    #expect(cells == [["0.50", "0.62"], ["0.50", "0.73"], ["0.50", "0.88"]])
    #expect(run.tables.map { $0.rows.map { $0[0].text } } == [["0.50", "0.73"]])
    #expect(run.reports == [])
  }

  @Test func valuesAndPrintedTextHaveFrames() {
    #expect(
      frames(run("```swift eval\nprint(\"k\", k)\nk * 2\n```\n")) == [
        .text("k 0.5\n1.0"), .text("k 1.0\n2.0"), .text("k 2.0\n4.0"),
      ])
  }

  @Test func whatDependsOnNoSliderHasNone() {
    let run = run("```swift eval\nprint(1)\n```\n\nOne is [1](eval:1).\n")
    #expect(run.results.outputFrames.isEmpty && run.results.inlineFrames.isEmpty)
  }

  @Test func inlineValuesAreWrittenAsTheAuthorDid() {
    let run = run("At 1 it is [0.73](<eval:f(1)>), k is [](eval:k), [1/4](eval:k/4).\n")
    #expect(texts(run.results.inlineFrames[0]) == ["0.62", "0.73", "0.88"])
    #expect(texts(run.results.inlineFrames[1]) == ["0.5", "1", "2"])
    #expect(texts(run.results.inlineFrames[2]) == ["1/8", "1/4", "1/2"])
    #expect(run.reports == [])
  }

  @Test func digitsThatTheAuthorNeededAreNotLostElsewhere() {
    let run = run("k is [1](eval:k), half of it [0.5](eval:k/2), about [1.0](eval:k).\n")
    #expect(texts(run.results.inlineFrames[0]) == ["0.5", "1", "2"])
    #expect(texts(run.results.inlineFrames[1]) == ["0.25", "0.5", "1"])
    #expect(texts(run.results.inlineFrames[2]) == ["0.5", "1.0", "2.0"])
  }

  @Test func digitsAreThoseOfTheTextWhereSomeFrameIsRounded() {
    let run = run(
      "It takes [14.4](<eval:72 / (100 * k)>) years.\n",
      values: "over: [0.03, 0.05, 0.0725], value: 0.05")
    #expect(texts(run.results.inlineFrames[0]) == ["24.0", "14.4", "9.9"])
    #expect(run.reports == [])
  }

  @Test func aStaleTextIsThatOfTheStandardFrame() {
    let run = run("At 1 it is [0.88](<eval:f(1)>).\n")
    #expect(run.reports == ["stale-value: 0.88"])
    #expect(run.mended.contains("[0.73](<eval:f(1)>)"))
  }

  @Test func aComparisonHoldsInEveryFrame() {
    let run = run("It is [< 0.8](<eval:f(1)>).\n")
    #expect(run.reports == ["stale-value: < 0.8"])
    #expect(run.results.diagnostics.first?.message.text.hasSuffix("(at k = 2)") == true)
  }

  @Test func chartsShareTheScalesOfAllFrames() {
    let run = run(
      """
      ```swift eval
      Chart("C") { LinePlot(x: "x", y: "y", domain: 0...1) { x in k * x } }
      ```

      """)
    let grids = frames(run).compactMap { frame -> String? in
      guard case .figure(let figure) = frame else { return nil }
      return figure.svg.markup.split(separator: "figure-grid").dropFirst().first
        .map { String($0.prefix { $0 != ">" }) }
    }
    #expect(grids.count == 3 && Set(grids).count == 1)
    #expect(Set(frames(run)).count == 3)
    #expect(run.outputs[1] == frames(run)[1])
  }

  @Test func theVerdictIsThatOfTheWeakestFrame() {
    let run = run(
      """
      ```swift eval
      let line: (Double) -> Double = { x in k < 2 ? 1 / (1 + exp(-x)) : 0.5 + x / 4 }
      IdentityCheck({ x in 1 / (1 + exp(-x)) }, line, over: -0.5...0.5, within: 0.01)
      ```

      """)
    #expect(run.checks.map(\.verdict.strength) == [.enclosed])
    #expect(run.checks.first?.verdict.detailText?.hasPrefix("k = 2") == true)
    #expect(run.reports == [])
  }

  @Test func theRemarksAreThoseOfTheWeakestFrame() throws {
    let run = run(
      """
      ```swift eval
      let left: (Double) -> Double = { x in k < 2 ? 1 / (1 + exp(-x)) : x }
      let right: (Double) -> Double = { x in k < 2 ? exp(x) / (1 + exp(x)) : x + x * x * x / 1000 }
      IdentityCheck(left, right, over: -0.5...0.5, within: 0.01)
      ```

      """)
    let verdict = try #require(run.checks.first?.verdict)
    #expect(verdict.strength == .enclosed)
    // What was proved of the frame that is shown at first says nothing of the weakest.
    #expect(verdict.sideConditions == [])
    #expect(verdict.frame == "k = 2")
  }

  @Test func theCertificatesOfAllFramesAreKept() {
    let run = run("```swift eval\nBoundCheck({ x in k * x }, below: 3, over: 0...1)\n```\n")
    #expect(run.checks.map(\.verdict.strength) == [.proved])
    #expect((run.checks.first?.verdict.certificates.count ?? 0) >= 3)
  }

  @Test func aCheckThatFailsInAFrameIsReportedOnce() {
    let run = run("```swift eval\nBoundCheck({ x in k * x }, below: 0.4, over: 0...0.4)\n```\n")
    #expect(run.results.diagnostics.map(\.message.id) == ["refuted-check"])
    #expect(run.results.diagnostics.first?.message.text.hasSuffix("(at k = 1)") == false)
    #expect(run.checks.map(\.verdict.strength) == [.refuted])
  }

  @Test func whatTrapsInAFrameIsReportedOnce() {
    let run = run(
      "```swift eval\nlet rest = { precondition(k != 2, \"not 2\"); return k }()\nrest\n```\n\n[](eval:rest)\n"
    )
    #expect(run.results.diagnostics.map(\.message.text) == ["not 2 (at k = 2)"])
  }

  @Test func slidersThatAreUsedTogetherMultiply() {
    let run = run(
      """
      ```swift eval
      let w = Slider("weight", over: [(\"light\", 1), (\"heavy\", 3)], value: 3)
      ```

      [](eval:k*w), [](eval:w)
      """)
    #expect(run.results.inlineFrames[0]?.sliders == ["k", "w"])
    #expect(texts(run.results.inlineFrames[0]) == ["0.5", "1.5", "1", "3", "2", "6"])
    #expect(run.results.inlineFrames[0]?.standard == 3)
    #expect(run.results.inlineFrames[1]?.sliders == ["w"])
  }

  @Test func moreThanSixtyFourFramesAreTooMany() {
    let run = run(
      """
      ```swift eval
      let w = Slider("weight", in: 0...9, step: 1, value: 0)
      ```

      [](eval:k+w), [](eval:w)
      """, values: "in: 0...6, step: 1, value: 1")
    #expect(run.reports == ["too-many-frames: k+w"])
    #expect(texts(run.results.inlineFrames[1]).count == 10)
  }

  @Test func anotherNumberOfOutputsIsReported() {
    let run = run(
      """
      ```swift eval
      if k > 1 { print("large") }
      Table("T", over: [k]) { x in Column("x", x) }
      ```

      """)
    #expect(run.reports.map { $0.prefix { $0 != ":" } } == ["frames-differ"])
    #expect(run.results.diagnostics.first?.message.text.hasPrefix("at k = 2 ") == true)
  }

  @Test func slidersAreCalledDifferently() {
    let run = run("```swift eval\nlet l = Slider(\"steepness\", over: [1, 2], value: 1)\n```\n")
    #expect(run.reports == ["same-slider: Slider(\"steepness\", over: [1, 2], value: 1)"])
  }

  @Test func aSharedFileDeclaresNoSlider() {
    let run = LessonRun(
      "Text.\n", shared: ["let k = Slider(\"k\", over: [1, 2], value: 1)"])
    #expect(run.results.diagnostics.map(\.message.id) == ["shared-display"])
  }
}
