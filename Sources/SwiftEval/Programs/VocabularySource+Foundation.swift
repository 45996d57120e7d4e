/// The elementary functions for programs that import Foundation.
extension VocabularySource {
  /// The Double overloads that cells of a lesson know, made the best ones beside Foundation's.
  ///
  /// Under `import Foundation` a call such as `log(9)` is ambiguous, and `pow(2, 10)` a `Decimal`. A
  /// function that has the same type as an imported one hides it, and may be disfavoured; so the
  /// overloads of the other types are declared again, and stay within reach.
  static func elementaryFunctions(named names: Set<String>, modifier: String = "") -> String {
    let declarations = doubleDeclarations.filter { names.contains(name(in: $0)) }
    var lines = declarations.flatMap { overloads(of: $0) }
    if names.contains("lgamma") { lines += logarithmicGammas }
    if names.contains("pow") { lines += powers }
    return lines.map { $0.replacing("func ", with: modifier + "func ", maxReplacements: 1) }
      .joined(separator: "\n") + "\n"
  }

  static let elementaryNames = Set(doubleDeclarations.map(name))

  private static let doubleDeclarations = elementaryDeclarations.filter { !$0.contains("Float") }

  private static func overloads(of declaration: String) -> [String] {
    let name = name(in: declaration)
    let isBinary = declaration.contains("_ y:")
    func overload(_ type: String, _ value: String) -> String {
      let parameters = isBinary ? "_ x: \(type), _ y: \(type)" : "_ x: \(type)"
      return "func \(name)(\(parameters)) -> \(type) { \(value) }"
    }
    let arguments = isBinary ? "x, y" : "x"
    let doubles = isBinary ? "Double(x), Double(y)" : "Double(x)"
    return [
      overload("Double", "Foundation.\(name)(\(arguments))"),
      "@_disfavoredOverload " + overload("Float", "Foundation.\(name)f(\(arguments))"),
      "@_disfavoredOverload " + overload("CGFloat", "CGFloat(Foundation.\(name)(\(doubles)))"),
    ]
      + onlyOnIntel(
        "@_disfavoredOverload " + overload("Float80", "Foundation.\(name)l(\(arguments))"))
  }

  /// Swift has functions of the same arguments that give the sign of Γ, too.
  private static let logarithmicGammas: [String] = {
    func overload(_ type: String) -> String {
      "@_disfavoredOverload func lgamma(_ x: \(type)) -> (\(type), Int) { Foundation.lgamma(x) }"
    }
    return ["Double", "Float", "CGFloat"].map(overload) + onlyOnIntel(overload("Float80"))
  }()

  /// Without the second one, `pow($0, 2)` in a closure is still a `Decimal`.
  private static let powers = [
    "@_disfavoredOverload func pow(_ x: Decimal, _ y: Int) -> Decimal { Foundation.pow(x, y) }",
    "@_disfavoredOverload func pow(_ x: Double, _ y: Int) -> Double { Foundation.pow(x, Double(y)) }",
  ]

  private static func onlyOnIntel(_ line: String) -> [String] {
    ["#if arch(x86_64) && !os(Windows)", line, "#endif"]
  }
}
