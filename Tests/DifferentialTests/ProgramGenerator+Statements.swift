extension ProgramGenerator {
  mutating func statement(depth: Int) {
    let kinds = depth < 2 && loops < 3 ? 22 : 10
    switch random.below(kinds) {
    case 0, 1: printValues()
    case 2: declareAny()
    case 3...5: assign()
    case 6: mutateArray()
    case 7: printInterpolation()
    case 8: bindOptional()
    case 9: destructure()
    case 10, 11: conditional(depth)
    case 12, 13: countedLoop(depth)
    case 14: elementLoop(depth)
    case 15: conditionLoop(depth)
    case 16: intSwitch(depth)
    case 17: pairSwitch(depth)
    case 18: shadowing(depth)
    case 19: labelledLoops(depth)
    case 20: ifExpression()
    default: deferring(depth)
    }
  }

  private mutating func statements(_ depth: Int) {
    for _ in 0..<random.below(2) + 1 { statement(depth: depth + 1) }
  }

  private mutating func declareAny() {
    guard let type = random.element(of: ValueType.allCases) else { return }
    declare(type, isMutable: type != .function && random.isLikely(60))
  }

  private mutating func printValues() {
    let values = (0...random.below(3)).map { _ in
      let types: [ValueType] = [.int, .double, .bool, .string, .ints, .doubles, .pair]
      return expression(types[random.below(types.count)], 2)
    }
    emit("print(\(values.joined(separator: ", ")))")
  }

  private mutating func printInterpolation() {
    guard let variable = random.element(of: variables.filter { $0.type != .function }) else {
      return
    }
    emit("print(\"\(variable.name) = \\(\(variable.name))\", separator: \"|\")")
  }

  private mutating func assign() {
    let types: [ValueType] = [.int, .double, .bool, .string, .pair, .optional, .int, .double]
    guard let target = variable(of: types[random.below(types.count)], mutable: true) else {
      return printValues()
    }
    let value = expression(target.type, 2)
    // Swift rejects `x = x`.
    guard value != target.name else { return printValues() }
    switch target.type {
    case .int where random.isLikely(50): emit("\(target.name) += \(value) % 1000")
    case .int: emit("\(target.name) = \(value) % 1009")
    case .double where random.isLikely(50):
      emit("\(target.name) \(["+=", "-=", "*=", "/="][random.below(4)]) \(value)")
    case .string where loops > 0: emit("\(target.name) += \(literal(.string))")
    case .string: emit("\(target.name) += String(\(value).prefix(6))")
    case .pair where random.isLikely(50): emit("\(target.name).0 = \(expression(.int, 1)) % 77")
    default: emit("\(target.name) = \(value)")
    }
  }

  private mutating func mutateArray() {
    guard let array = variable(of: .ints, mutable: true) else { return printValues() }
    let value = expression(.int, 1)
    switch random.below(5) {
    case 0: emit("\(array.name).append(\(value) % 100)")
    case 1:
      emit("\(array.name)[abs(\(value)) % \(array.name).count] = \(expression(.int, 1)) % 100")
    case 2: emit("\(array.name).sort()")
    case 3: emit("\(array.name)[0] += \(value) % 10")
    default: emit("\(array.name).swapAt(0, \(array.name).count - 1)")
    }
  }

  private mutating func bindOptional() {
    let name = freshName("o")
    let value = expression(.optional, 2)
    emit("let \(name): Int? = \(value)")
    let bound = Variable(name: freshName("b"), type: .int, isMutable: false)
    block("if let \(bound.name) = \(name), \(bound.name) > \(literal(.int))", [bound]) {
      $0.emit("print(\"bound\", \(bound.name), \($0.expression(.int, 2)))")
    }
    scopes[scopes.count - 1].append(Variable(name: name, type: .optional, isMutable: false))
  }

  private mutating func destructure() {
    let (a, b) = (freshName("u"), freshName("v"))
    emit("let (\(a), \(b)) = \(expression(.pair, 2))")
    scopes[scopes.count - 1] += [
      Variable(name: a, type: .int, isMutable: false),
      Variable(name: b, type: .double, isMutable: false),
    ]
  }

  private mutating func conditional(_ depth: Int) {
    block("if \(expression(.bool, 2))") { $0.statements(depth) }
    guard random.isLikely(60) else { return }
    lines.removeLast()
    block("} else") { $0.statements(depth) }
  }

  private mutating func countedLoop(_ depth: Int) {
    let index = Variable(name: freshName("i"), type: .int, isMutable: false)
    let n = random.below(4) + 1
    let ranges = [
      "0..<\(n)", "1...\(n)", "(0...\(n)).reversed()", "stride(from: \(n * 2), to: 0, by: -2)",
      "stride(from: 0, through: \(n * 3), by: 3)", "-\(n)...1",
    ]
    let filter = random.isLikely(20) ? " where \(index.name) != 1" : ""
    loops += 1
    block("for \(index.name) in \(ranges[random.below(ranges.count)])\(filter)", [index]) {
      $0.statements(depth)
    }
    loops -= 1
  }

  private mutating func elementLoop(_ depth: Int) {
    let element = Variable(name: freshName("e"), type: .int, isMutable: false)
    let offset = Variable(name: freshName("k"), type: .int, isMutable: false)
    let array = expression(.ints, 1)
    loops += 1
    if random.isLikely(50) {
      block(
        "for (\(offset.name), \(element.name)) in \(array).prefix(4).enumerated()",
        [offset, element]
      ) {
        $0.statements(depth)
      }
    } else {
      block("for \(element.name) in \(array).prefix(5)", [element]) { $0.statements(depth) }
    }
    loops -= 1
  }

  private mutating func conditionLoop(_ depth: Int) {
    let counter = freshName("w")
    emit("var \(counter) = \(random.below(4) + 1)")
    let readable = Variable(name: counter, type: .int, isMutable: false)
    loops += 1
    if random.isLikely(60) {
      block("while \(counter) > 0", [readable]) {
        $0.emit("\(counter) -= 1")
        if $0.random.isLikely(30) { $0.emit("if \($0.expression(.bool, 1)) { continue }") }
        $0.statements(depth)
      }
    } else {
      block("repeat", [readable]) {
        $0.emit("\(counter) -= 1")
        $0.statements(depth)
      }
      lines[lines.count - 1] += " while \(counter) > 0"
    }
    loops -= 1
  }

  private mutating func intSwitch(_ depth: Int) {
    emit("switch \(expression(.int, 2)) % 10 {")
    for label in [
      "case 0, 1:", "case 2..<5:", "case ..<0:", "case let n where n % 2 == 0:", "default:",
    ] {
      emit(label)
      indentation += 1
      scopes.append([])
      statement(depth: depth + 1)
      if label == "case 2..<5:" && random.isLikely(30) { emit("fallthrough") }
      emit("print(\"\(label.prefix(6))\")")
      scopes.removeLast()
      indentation -= 1
      if lines[lines.count - 2].hasSuffix("fallthrough") {
        lines.swapAt(lines.count - 2, lines.count - 1)
      }
    }
    emit("}")
  }

  private mutating func pairSwitch(_ depth: Int) {
    emit("switch (\(expression(.int, 1)) % 3, \(expression(.bool, 1))) {")
    emit("case (0, _): print(\"zero\")")
    emit("case (let n, true) where n > 0: print(\"positive\", n)")
    emit("case let (n, b): print(n, b)")
    emit("}")
  }

  private mutating func shadowing(_ depth: Int) {
    guard let outer = variable(of: .int) else { return printValues() }
    block("do") { generator in
      generator.emit("let \(outer.name) = \(outer.name) % 50 + 1")
      generator.scopes[generator.scopes.count - 1].append(
        Variable(name: outer.name, type: .int, isMutable: false))
      generator.statements(depth)
      generator.emit("print(\(outer.name))")
    }
    emit("print(\(outer.name))")
  }

  private mutating func labelledLoops(_ depth: Int) {
    let (label, a, b) = (freshName("outer"), freshName("i"), freshName("j"))
    let variables = [a, b].map { Variable(name: $0, type: .int, isMutable: false) }
    loops += 2
    block("\(label): for \(a) in 0..<3", [variables[0]]) { generator in
      generator.block("for \(b) in 0..<3", [variables[1]]) {
        $0.emit(
          "if \($0.expression(.bool, 2)) { \($0.random.isLikely(50) ? "break" : "continue") \(label) }"
        )
        $0.emit("print(\(a), \(b))")
      }
    }
    loops -= 2
  }

  private mutating func ifExpression() {
    let type: ValueType = random.isLikely(50) ? .int : .double
    let name = freshName("c")
    let parts = (expression(.bool, 2), expression(type, 1), expression(type, 1))
    emit("let \(name): \(type.rawValue) = if \(parts.0) { \(parts.1) } else { \(parts.2) }")
    scopes[scopes.count - 1].append(Variable(name: name, type: type, isMutable: false))
  }

  private mutating func deferring(_ depth: Int) {
    block("do") { generator in
      generator.emit("defer { print(\"deferred\", \(generator.expression(.int, 1))) }")
      generator.statements(depth)
    }
  }

  // MARK: Functions

  mutating func declareFunction() {
    let types: [ValueType] = [.int, .double, .bool, .string, .ints]
    let parameters = (0...random.below(3)).map { _ in types[random.below(types.count)] }
    let result: ValueType = [.int, .double, .int, .string][random.below(4)]
    let name = freshName("f")
    let variables = parameters.map { Variable(name: freshName("a"), type: $0, isMutable: false) }
    let list = variables.map { "_ \($0.name): \($0.type.rawValue)" }.joined(separator: ", ")
    loops += 1
    block("func \(name)(\(list)) -> \(result.rawValue)", variables) { generator in
      generator.declare(result, isMutable: true)
      if generator.random.isLikely(60) {
        generator.emit(
          "guard \(generator.expression(.bool, 2)) else { return \(generator.expression(result, 1)) }"
        )
      }
      generator.statement(depth: 1)
      generator.emit("return \(generator.expression(result, 2))")
    }
    loops -= 1
    functions.append(Function(name: name, parameters: parameters, result: result))
  }
}
