/// Makes random programs of the evaluated Swift that type-check, the same ones for the same seed.
///
/// They hold as a file's top level and as the body of a function. Ints stay small but for programs
/// with hazards, in which an index or a divisor may be wrong.
struct ProgramGenerator {
  enum ValueType: String, CaseIterable {
    case int = "Int"
    case double = "Double"
    case bool = "Bool"
    case string = "String"
    case ints = "[Int]"
    case doubles = "[Double]"
    case pair = "(Int, Double)"
    case optional = "Int?"
    case function = "(Int) -> Int"
  }

  struct Variable {
    let name: String
    let type: ValueType
    let isMutable: Bool
  }

  struct Function {
    let name: String
    let parameters: [ValueType]
    let result: ValueType
  }

  var random: Random
  let isHazardous: Bool
  /// Scopes from the outside in.
  var scopes: [[Variable]] = [[]]
  var functions: [Function] = []
  var lines: [String] = []
  var indentation = 0
  var names = 0
  /// Loops around the statement being made: their work multiplies.
  var loops = 0

  static func program(seed: UInt64) -> String {
    var generator = ProgramGenerator(seed: seed)
    generator.makeProgram()
    return generator.lines.joined(separator: "\n") + "\n"
  }

  private init(seed: UInt64) {
    random = Random(state: seed)
    isHazardous = random.isLikely(20)
  }

  private mutating func makeProgram() {
    for type in [ValueType.int, .double, .ints] { declare(type, isMutable: true) }
    for _ in 0..<random.below(2) + 1 { declareFunction() }
    for _ in 0..<random.below(6) + 5 { statement(depth: 0) }
    emit("print(\(variables.filter { $0.type != .function }.map(\.name).joined(separator: ", ")))")
  }

  // MARK: Scopes and lines

  var variables: [Variable] {
    var seen: Set<String> = []
    return scopes.reversed().flatMap { $0 }.filter { seen.insert($0.name).inserted }
  }

  mutating func variable(of type: ValueType, mutable: Bool = false) -> Variable? {
    random.element(of: variables.filter { $0.type == type && (!mutable || $0.isMutable) })
  }

  mutating func freshName(_ prefix: String) -> String {
    names += 1
    return "\(prefix)\(names)"
  }

  mutating func emit(_ line: String) {
    lines.append(String(repeating: "  ", count: indentation) + line)
  }

  /// A brace, what is in it, and the closing one.
  mutating func block(
    _ head: String, _ variables: [Variable] = [], _ body: (inout ProgramGenerator) -> Void
  ) {
    emit(head + " {")
    indentation += 1
    scopes.append(variables)
    body(&self)
    scopes.removeLast()
    indentation -= 1
    emit("}")
  }

  mutating func declare(_ type: ValueType, isMutable: Bool) {
    let value = expression(type, 2)
    let name = freshName(String(type.rawValue.lowercased().filter(\.isLetter).prefix(1)))
    let needsType = type == .optional || type == .function || random.isLikely(40)
    emit("\(isMutable ? "var" : "let") \(name)\(needsType ? ": " + type.rawValue : "") = \(value)")
    scopes[scopes.count - 1].append(Variable(name: name, type: type, isMutable: isMutable))
  }
}

/// The same random numbers in every run (Steele, Lea and Flood, 2014: SplitMix64).
struct Random {
  var state: UInt64

  mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ count: Int) -> Int { Int(bits() % UInt64(count)) }

  mutating func isLikely(_ percent: Int) -> Bool { below(100) < percent }

  mutating func element<Element>(of elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[below(elements.count)]
  }
}
