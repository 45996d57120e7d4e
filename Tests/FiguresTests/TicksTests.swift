import MathCore
import Testing

@testable import Figures

@Suite struct TicksTests {
  private func labels(_ domain: ClosedRange<Double>, _ target: Int = 6) -> [String] {
    let scale = Scale(kind: .linear, domain: domain, start: 0, end: 500)
    return AxisTicks(scale, target: target, typography: .english).major.map(\.label)
  }

  private func logLabels(_ domain: ClosedRange<Double>, _ target: Int = 6) -> [String] {
    let scale = Scale(kind: .log, domain: domain, start: 0, end: 500)
    return AxisTicks(scale, target: target, typography: .english).major.map(\.label)
  }

  @Test func ticksAreRoundNumbers() {
    #expect(labels(0...1) == ["0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(labels(-6...6, 7) == ["−6", "−4", "−2", "0", "2", "4", "6"])
    #expect(labels(0...100, 5) == ["0", "25", "50", "75", "100"])
  }

  @Test func zeroHasNoMinusSign() {
    for domain in [-0.3...0.3, -1e-9...1e-9, -7e8...3e8] {
      #expect(labels(domain).contains("0"))
      #expect(!labels(domain).contains { $0.hasPrefix("−0") && Double($0) == 0 })
    }
  }

  @Test func hugeAndTinyNumbersAreScientific() {
    #expect(labels(0...1e9).last == "1\u{A0}×\u{A0}10⁹")
    #expect(labels(0...1e-7).last == "1\u{A0}×\u{A0}10⁻⁷")
  }

  @Test func everyTickIsInsideItsDomainAndNoneIsRepeated() {
    for exponent in stride(from: -200, through: 200, by: 17) {
      for width in [0.013, 1, 3.7, 9.99] {
        let unit = LinearTicks.power10(exponent)
        let domain = (-0.31 * unit * width)...(unit * width)
        let (values, _) = LinearTicks.values(in: domain, target: 6)
        #expect(values.count >= 2 && values.count <= 14)
        #expect(values.allSatisfy(domain.contains))
        #expect(Set(values).count == values.count)
      }
    }
  }

  @Test func aDomainNarrowerThanDoublesCanTellHasNoTicks() {
    #expect(LinearTicks.values(in: 1e16...(1e16 + 4), target: 6).values.isEmpty)
  }

  @Test func logTicksHaveOneNotation() {
    #expect(
      logLabels(6.371e6...4e8) == [
        "10⁷", "2\u{A0}×\u{A0}10⁷", "5\u{A0}×\u{A0}10⁷", "10⁸", "2\u{A0}×\u{A0}10⁸",
      ])
    #expect(logLabels(3...300).prefix(3) == ["5", "10", "20"])
  }

  @Test func logTicksArePowersOfTen() {
    #expect(logLabels(1e-3...1000, 8) == ["0.001", "0.01", "0.1", "1", "10", "100", "1000"])
    #expect(logLabels(1e-9...1, 10).first == "10⁻⁹")
    #expect(logLabels(1e-30...1, 7).count <= 8)
  }
}
