import Testing

@testable import SwiftEval

/// The expected types are those that `swiftc -swift-version 5` prints for the same source.
struct TypeCheckerTests {
  @Test(arguments: [
    ("let x = 1 / 2", "Int"),
    ("let x = 1 / 2 * 2.0", "Double"),
    ("let x = [1, 2.5]", "[Double]"),
    ("let x: Double = 1 / 2", "Double"),
    ("let x = max(1, 2.5)", "Double"),
    ("let a: Double? = 1\nlet x = a ?? 2", "Double"),
    ("let x = [1, 2, 3].map { $0 * 0.5 }", "[Double]"),
    ("let x = [1, 2, 3].reduce(0, +)", "Int"),
    ("let x = [1.0, 2].reduce(0) { $0 + $1 }", "Double"),
    ("let x = (1...3).map { Double($0) / 10 }", "[Double]"),
    ("let x = [\"a\", \"b\"].enumerated().map { i, s in \"\\(i)\\(s)\" }", "[String]"),
    ("let x = zip([1, 2], [0.5, 1.5]).map { $0 == 1 ? $1 : 0 }", "[Double]"),
    ("let x = stride(from: 0, through: 1, by: 0.25).map { $0 }", "[Double]"),
    ("func f(_ x: Double) -> Double { x * x }\nlet x = f", "(Double) -> Double"),
    ("func f(_ x: Double) -> Double { x * x }\nlet x = derivative(of: f)(3)", "Double"),
    ("let x = [3, 1, 2].sorted(by: >)", "[Int]"),
    ("let x = [1.5, 2.5].map(Int.init)", "[Int]"),
    ("let x = [1, 2].first", "Int?"),
    ("let x = [[1], [2, 3]].flatMap { $0 }", "[Int]"),
    ("let x = [1, nil, 3]", "[Int?]"),
    ("let x = (a: 1, b: \"two\")", "(a: Int, b: String)"),
    ("let t = (a: 1, b: 2.5)\nlet x = t.b", "Double"),
    ("let x = true ? 1 : 2.5", "Double"),
    ("let x = { (n: Int) in n + 1 }", "(Int) -> Int"),
    ("let x = [1, 2].contains(2) && ![1].contains(3)", "Bool"),
    ("let x = if 1 < 2 { 1.5 } else { 2 }", "Double"),
    ("let x = Array(repeating: 0.0, count: 3)", "[Double]"),
    ("let x = [1, 2, 3][0...1]", "ArraySlice<Int>"),
    ("let x = [1, 2, 3].reversed()", "ReversedCollection<[Int]>"),
    ("let x: [Int] = [1, 2, 3].reversed()", "[Int]"),
    ("let x = -5 % 3", "Int"),
    ("let x = (2.5).rounded(.down)", "Double"),
    ("let s: String? = nil\nlet x = s?.count", "Int?"),
    ("let x = Float(1) + 2", "Float"),
    ("let x = sqrt(2)", "Double"),
    ("let x = abs(-3)", "Int"),
    ("let x = 7.quotientAndRemainder(dividingBy: 2)", "(quotient: Int, remainder: Int)"),
    ("let x = Double.pi / 2", "Double"),
    ("let x = zip([1, 2], [3, 4]).map(*)", "[Int]"),
    ("func f(_ a: Int, _ b: Int) -> Double { 0.5 }\nlet x = zip([1], [2]).map(f)", "[Double]"),
    ("let x = Optional(3)", "Int?"),
    ("let x: Double? = .some(3)", "Double?"),
    ("let x = Optional<Int>.none ?? 7", "Int"),
    ("let x: ClosedRange<Double> = 0 ... .infinity", "ClosedRange<Double>"),
    ("let x: Double = 9223372036854775808", "Double"),
    ("let x = [1: 2]", "error"),
  ])
  func givesTheTypeThatSwiftGives(text: String, type: String) {
    let found = Checking.type(of: text)
    #expect(type == "error" ? found.hasPrefix("error") : found == type)
  }

  @Test(arguments: [
    ("let x: Int = 1.5", ["type-mismatch: 1.5"]),
    ("let x = 9223372036854775808", ["integer-too-large: 9223372036854775808"]),
    ("print(1 as Foo)", ["unknown-type: Foo"]),
    ("let a = 1\nlet b = 1.5\nlet c = a + b", ["type-mismatch: +"]),
    ("let x = sigmod(2)", ["unknown-name: sigmod"]),
    ("let x = 1\nlet x = 2", ["redeclaration: x"]),
    ("let x = 1\nx = 2", ["not-assignable: x"]),
    ("func f(_ x: Int) -> Int { if x > 0 { return 1 } }", ["missing-return: }"]),
    ("let x: Int\nprint(x)", ["no-value-yet: print(x)"]),
    ("let x = [1].cont", ["unknown-member: cont"]),
    ("func f(a: Int) -> Int { a }\nlet x = f(1)", ["wrong-arguments: 1"]),
    ("func f(a: Int) -> Int { a }\nlet x = f()", ["wrong-arguments: f()"]),
    ("switch 3 { case 1: print(1) }", ["not-exhaustive: 3"]),
    ("break", ["stray-statement: break"]),
    ("let x: Int? = 1\nlet y = x + 1", ["type-mismatch: +"]),
    ("if 1 { print(1) }", ["type-mismatch: 1"]),
    ("let x = nil", ["type-mismatch: nil"]),
    ("let x = []", ["type-mismatch: []"]),
    ("func f(_ x: inout Int) { x += 1 }\nvar a = 1\nf(a)", ["type-mismatch: a"]),
    (
      "guard let x = [1].first else { print(0) }",
      ["guard-falls-through: guard let x = [1].first else { print(0) }"]
    ),
    (
      "let a = unknown1\nlet b = a + 1\nlet c = unknown2",
      ["unknown-name: unknown1", "unknown-name: unknown2"]
    ),
  ])
  func reportsWhatSwiftRejectsAtItsPlace(text: String, reports: [String]) {
    #expect(Checking.reports(of: text) == reports)
  }

  /// What the author has to change, not what the checker missed last.
  @Test(arguments: [
    (
      "func f(a: Int, b: Int = 1, c: Int = 2) {}\nf(a: 1, c: 2, b: 3)",
      "3: in a call of f, b: stands before c:"
    ),
    (
      "func f(x: Int, y: Int) {}\nfunc f(x: Double, y: Double) {}\nf(y: 1, x: 2)",
      "2: in a call of f, x: stands before y:"
    ),
    (
      "func f(count: Int) {}\nfunc f(size: Int) {}\nf(cuont: 1)",
      "1: f has no argument cuont: (did you mean count:?)"
    ),
    (
      "func h(_ x: Double) -> Double { x }\nlet a = (1...3).reduce(0.0) { s, n in s + h(n) }",
      "n: a value of type Int cannot be passed to h(_:) as Double"
    ),
    (
      "let a = max(1, true)",
      "true: a value of type Bool cannot be passed to max(_:_:) as Int"
    ),
  ])
  func aCallSaysWhichArgumentIsWrong(text: String, report: String) throws {
    var checking = Checking()
    let diagnostic = try #require(checking.cell(text).diagnostics.first)
    let help = diagnostic.help.map { " (\($0))" }.joined()
    let place = diagnostic.file.text(in: diagnostic.span)
    #expect("\(place): \(diagnostic.message.text)\(help)" == report)
  }

  @Test func whatTakesTooLongIsSaidAtTheWholeExpression() {
    let open = String(repeating: "[1, 2].map { _ in ", count: 16)
    let close = String(repeating: " }", count: 16)
    let text = "func f() -> Int {\n  let a = \(open)1\(close)\n  return 1\n}\nlet b = f()"
    #expect(Checking.reports(of: text) == ["too-complex: \(open)1\(close)"])
  }

  @Test func definitionsLastAndExpressionsDoNot() {
    var checking = Checking()
    #expect(checking.cell("let a = 2\nfunc f(_ x: Int) -> Int { x + a }").diagnostics.isEmpty)
    #expect(checking.cell("let b = f(a)").diagnostics.isEmpty)
    #expect(checking.cell("let a = 3").diagnostics.map(\.message.id) == ["redeclaration"])
  }

  @Test func aLongSumIsCheckedInOneSweep() {
    let sum = Array(repeating: "1", count: 150).joined(separator: " + ")
    #expect(Checking.type(of: "let x: Double = \(sum) + 0.5") == "Double")
  }

  @Test func capturesAreThoseOfTheFunctionsAround() throws {
    var checking = Checking()
    let cell = checking.cell(
      """
      func outer(_ k: Double) -> Double {
        var sum = 0.0
        func add(_ x: Double) { sum += x * k }
        [1.0, 2].forEach { add($0) }
        return sum
      }
      """)
    let add = try #require(cell.functions.first { $0.name == "add" })
    let outer = try #require(cell.functions.first { $0.name == "outer" })
    #expect(add.captures.count == 2)
    #expect(outer.captures.isEmpty)
    #expect(cell.functions.contains { $0.name == nil && $0.captures.count == 2 })
  }
}
