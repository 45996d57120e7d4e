import Diagnostics
import Testing

@testable import SwiftEval

@Suite struct SubsetTests {
  @Test(arguments: [
    ("class A {}", "outside-subset: class"),
    ("struct B { var x = 1 }", "outside-subset: struct"),
    ("enum E { case a }", "outside-subset: enum"),
    ("protocol P {}", "outside-subset: protocol"),
    ("import Foundation", "outside-subset: import"),
    ("typealias T = Int", "outside-subset: typealias"),
    ("extension Int {}", "outside-subset: extension"),
    ("infix operator +++", "outside-subset: infix"),
    ("#if DEBUG\nlet a = 1\n#endif", "outside-subset: #if"),
    ("let d = [\"a\": 1]", "outside-subset: [\"a\": 1]"),
    ("let z: Set<Int> = [3]", "outside-subset: Set<Int>"),
    ("func g<T>(_ x: T) -> T { x }", "outside-subset: <T>"),
    ("func g() throws {}", "outside-subset: throws"),
    ("private let a = 1", "outside-subset: private"),
    ("@discardableResult func g() -> Int { 1 }", "outside-subset: @discardableResult"),
    ("let b = 1 is Int", "outside-subset: is"),
    ("let b = 1 as? Int", "outside-subset: as?"),
    ("let k = \\Int.description", "outside-subset: \\Int.description"),
    ("let r = /a+/", "outside-subset: /a+/"),
    ("let c = { [x = 1] in x }", "outside-subset: [x = 1]"),
    ("var v: Int { 1 }", "outside-subset: { 1 }"),
    ("let n: Intt = 1", "unknown-type: Intt"),
    ("let a: Array = [1]", "unknown-type: Array"),
    ("let w = (1", "swift-syntax: "),
    ("1 < 2 < 3", "swift-syntax: 2"),
    ("let s = \"\\q\"", "swift-syntax: \\q"),
  ])
  func whatIsOutsideIsReportedOnce(text: String, expected: String) {
    #expect(Evaluating.cell(text) == expected + "\n")
  }

  @Test func whatUsesADeclarationThatIsLeftOutIsSilent() {
    let lesson = Evaluating()
    #expect(lesson.cell("let p = P()\nstruct P {}\np") == "outside-subset: struct\n")
    #expect(lesson.cell("let list: [P] = []\nlist.count") == "")
  }

  /// What is wrong is the declaration; that its uses do not type-check is no news.
  @Test(arguments: [
    "[1].map { V($0) }", "[1].map { x -> V in x }", "[1].map { (x: V) in x }", "[V]().count",
    "[(V, Int)]().count", "[1].reduce(into: [V]()) { $0.append($1) }", "V.zero",
  ])
  func usesOfATypeThatIsLeftOutAreSilent(use: String) {
    let expected = "outside-subset: typealias\n"
    #expect(Evaluating.cell("typealias V = Int\nvar x = \(use)") == expected)
    #expect(Evaluating.cell("func f() {\n  typealias V = Int\n  var x = \(use)\n}") == expected)
  }

  @Test func aTypeThatAFunctionDeclaresIsLeftOutInIt() {
    let text = "func f() -> Int {\n  typealias V = Int\n  let x: V = 1\n  return x\n}"
    #expect(Evaluating.cell(text) == "outside-subset: typealias\n")
  }

  @Test func aMistakeInAFunctionLeavesItsCallersAlone() {
    #expect(Evaluating.cell("func f() -> Int { let x = (1 }\nf() + 1").contains("unknown") == false)
  }

  @Test(arguments: [
    (
      "outer: for i in 0..<3 { for j in 0..<3 { if j == 1 { continue outer }; print(i, j) } }",
      "0 0\n1 0\n2 0\n"
    ),
    ("switch (1, 2) { case let (a, b) where a < b: print(a, b); default: break }", "1 2\n"),
    ("for case let x? in [1, nil, 3] as [Int?] { print(x) }", "1\n3\n"),
    (
      "switch 5 { case ..<3: print(1); case 3...9: print(2); fallthrough; default: print(3) }",
      "2\n3\n"
    ),
    (
      "let o: Int? = 3\nif let o, o > 2 { print(o) }\nif case .some(let q) = o { print(q) }",
      "3\n3\n"
    ),
    ("var i = 0\nrepeat { i += 1 } while i < 5\ni", "5\n"),
    ("let n = 3\nlet s = if n > 2 { \"a\" } else { \"b\" }\ns", "a\n"),
    ("[3, 1, 2].sorted { $0 > $1 }", "[3, 2, 1]\n"),
    ("0xFF + 0b11 + 0o17 + 1_000", "1273\n"),
    ("0x1.8p1", "3.0\n"),
    ("let (a, (b, _)) = (1, (2, 3))\na + b", "3\n"),
    ("[[Int]]().count", "0\n"),
    ("[1, 2, 3].reduce(0, +)", "6\n"),
    ("let `class` = 1\n`class`", "1\n"),
  ])
  func whatIsInsideRuns(text: String, expected: String) {
    #expect(Evaluating.cell(text) == expected)
  }

  @Test func aTextIsOneExpressionOrNone() {
    let lesson = Evaluating()
    #expect(lesson.value("1, 2").hasPrefix("swift-syntax"))
    #expect(lesson.value("") == "swift-syntax: \n")
    #expect(lesson.value("let x = 1").hasPrefix("swift-syntax"))
    #expect(lesson.value(" 1 + 1 ") == "2.0")
  }
}

@Suite struct HostileCellTests {
  private static let texts: [String] = [
    "a" + String(repeating: ".b", count: 50_000),
    "a" + String(repeating: "()", count: 50_000),
    "a" + String(repeating: ".b", count: 50_000) + " )",
    String(repeating: "(", count: 50_000),
    String(repeating: "[", count: 50_000),
    "if true {}" + String(repeating: " else if true {}", count: 10_000),
    String(repeating: "- ", count: 10_000) + "1",
    "let x: Int" + String(repeating: "?", count: 50_000),
    String(repeating: "true ? 1 : ", count: 20_000) + "2",
    "let x = " + String(repeating: "a ? ", count: 20_000) + "1",
    String(repeating: "\"\\(", count: 20_000),
    String(repeating: "try ", count: 50_000),
    "let x = " + String(repeating: "try 1 + ", count: 20_000) + "1",
    "let x: " + String(repeating: "[", count: 50_000),
    "let x: " + String(repeating: "A -> ", count: 20_000) + "B",
    "let x: " + String(repeating: "A<", count: 50_000),
    "let x: A" + String(repeating: ".B", count: 50_000),
    "let x: " + String(repeating: "any ", count: 50_000) + "A",
    String(repeating: "if a {", count: 20_000),
    String(repeating: "#if A\n", count: 20_000),
    "let s = 1" + String(repeating: " + 1", count: 20_000),
    "1" + String(repeating: " + 1.0", count: 150),
    String(repeating: "nil ?? ", count: 10_000) + "1",
    String(repeating: "a = ", count: 10_000) + "1",
    String(repeating: "{", count: 5_000),
    String(repeating: "func f() {", count: 3_000),
    "let c = { $99999999999 }",
    "let " + String(repeating: "a", count: 100_000) + " = 1",
    "let " + String(repeating: "(", count: 90) + "a" + String(repeating: ")", count: 90) + " = 1",
    "let x = " + String(repeating: "(", count: 90) + "1" + String(repeating: ")", count: 90),
    "let x = 1\u{0}\u{0} + 2", "let x = “hi”", "}", ";;;", "\"", "\"\"\"", "/*", "#", "@", "\\",
    "`",
  ]

  @Test(arguments: texts.indices) func isReadWithoutHarm(index: Int) {
    let limits = Limits(steps: 10_000, depth: 50, elements: 1_000, output: 1_000)
    let evaluator = Evaluator(vocabulary: Vocabulary(), limits: limits)
    _ = evaluator.evaluate(Excerpt(Self.texts[index]))
    _ = evaluator.evaluate(expression: Excerpt(Self.texts[index]))
  }

  @Test func tooMuchNestingIsNamed() {
    for text in [
      "let x = " + String(repeating: "(", count: 300), String(repeating: "try ", count: 300) + "1",
      "1" + String(repeating: " + 1", count: 300), "a" + String(repeating: ".b", count: 300),
    ] {
      #expect(Evaluating.cell(text).hasPrefix("nesting-limit"))
    }
  }
}
