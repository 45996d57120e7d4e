import Testing

@testable import Pages

@Suite struct CallLiteralsTests {
  /// The numbers as fractions.
  private func numbers(_ source: String) -> [String] {
    CallLiterals(source).numbers.map(\.value.description)
  }

  @Test(arguments: [
    ("f(-6, 1_000, 0.5, x - 2, 0x1p-2)", ["-6", "1000", "1/2", "2", "1/4"]),
    ("f(9 / 10)", ["9", "9/10", "10"]), ("f(-1.0/3)", ["-1", "-1/3", "3"]),
    ("f(x / 2 / 3)", ["2", "3"]), ("f(4 / 2 / 3)", ["4", "2", "2", "3"]),
    ("f(log2(x), [1: \"7\"]) // 8", ["1"]), ("f(1 / 0)", ["1", "0"]),
    ("f(x, decimals: 2).frame(width: 300).opacity(0.5).g(5)", ["5"]),
  ])
  func literalsCountWithTheirSignsAndQuotients(source: String, expected: [String]) {
    #expect(numbers(source) == expected)
  }

  @Test(arguments: [
    ("f(\"Of 9\", 1)", "Of 9"), ("f(\"\\u{BD} \\(g(9)), 8\", 1).h(\"7\", 1 > 0)", "½ \u{FFFC}, 8"),
    ("f(#\"a \\#(9)\"#) { 1 }", "a \u{FFFC}"), ("f { 1 }", nil), ("f(over: \"9\", 1)", nil),
    ("1", nil),
  ])
  func theCaptionStandsAside(source: String, expected: String?) {
    let literals = CallLiterals(source)
    #expect(literals.caption == expected)
    #expect(literals.numbers.map(\.text).first == "1")
  }

  @Test func whatCannotBeReadHasNoNumbers() {
    #expect(numbers(String(repeating: "(", count: 5_000) + "1").isEmpty)
  }
}
