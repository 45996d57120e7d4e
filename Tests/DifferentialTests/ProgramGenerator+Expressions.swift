extension ProgramGenerator {
  /// An expression of the type, in parentheses where operators around it could bind otherwise.
  mutating func expression(_ type: ValueType, _ depth: Int) -> String {
    if depth <= 0 || random.isLikely(25) {
      if random.isLikely(75), let variable = variable(of: type) { return variable.name }
      return literal(type)
    }
    if random.isLikely(12), let call = call(returning: type, depth) { return call }
    switch type {
    case .int: return int(depth)
    case .double: return double(depth)
    case .bool: return bool(depth)
    case .string: return string(depth)
    case .ints: return ints(depth)
    case .doubles: return doubles(depth)
    case .pair: return "(\(expression(.int, depth - 1)), \(expression(.double, depth - 1)))"
    case .optional: return optional(depth)
    case .function: return function(depth)
    }
  }

  mutating func literal(_ type: ValueType) -> String {
    switch type {
    case .int:
      let value = random.below(40) - 10
      return value < 0 ? "(\(value))" : "\(value)"
    case .double:
      let literals = [
        "0.5", "1.25", "2.0", "(-3.5)", "0.1", "1e-5", "100.0", "7.0", "(-0.75)", "1e16", "0.0",
        "3.3",
      ]
      return literals[random.below(literals.count)]
    case .bool: return random.isLikely(50) ? "true" : "false"
    case .string: return ["\"a\"", "\"bc\"", "\"\"", "\"x y\"", "\"é\""][random.below(5)]
    case .ints: return list(of: .int, count: random.below(4) + 1)
    case .doubles: return list(of: .double, count: random.below(3) + 1)
    case .pair: return "(\(literal(.int)), \(literal(.double)))"
    case .optional: return random.isLikely(40) ? "nil" : literal(.int)
    case .function:
      return ["{ $0 + 1 }", "{ x in x % 7 }", "{ abs($0) }", "{ _ in 3 }"][random.below(4)]
    }
  }

  private mutating func list(of type: ValueType, count: Int) -> String {
    "[" + (0..<count).map { _ in literal(type) }.joined(separator: ", ") + "]"
  }

  private mutating func call(returning type: ValueType, _ depth: Int) -> String? {
    guard loops < 2, let function = random.element(of: functions.filter { $0.result == type })
    else { return nil }
    let arguments = function.parameters.map { expression($0, depth - 1) }
    return "\(function.name)(\(arguments.joined(separator: ", ")))"
  }

  private mutating func int(_ depth: Int) -> String {
    let a = expression(.int, depth - 1)
    let b = expression(.int, depth - 1)
    switch random.below(20) {
    case 0...2: return "(\(a) + \(b))"
    case 3, 4: return "(\(a) - \(b))"
    case 5: return "(\(a) % 100 * (\(b) % 100))"
    case 6: return isHazardous ? "(\(a) / \(b))" : "(\(a) / (\(b) % 9 + 10))"
    case 7: return isHazardous ? "(\(a) % \(b))" : "(\(a) % 13)"
    case 8: return "(\(expression(.bool, depth - 1)) ? \(a) : \(b))"
    case 9: return "min(\(a), \(b))"
    case 10: return "max(\(a), \(b), 2)"
    case 11:
      let operations = [
        "(\(a) & \(b))", "(\(a) | \(b))", "(\(a) ^ \(b))", "(\(a) % 64 << 3)", "(\(a) >> 2)",
      ]
      return operations[random.below(operations.count)]
    case 12: return element(of: .ints, depth)
    case 13: return "\(expression(.ints, depth - 1)).reduce(0, +)"
    case 14: return "\(expression(.string, depth - 1)).count"
    case 15:
      guard let optional = variable(of: .optional) else { return a }
      return "(\(optional.name) ?? \(a))"
    case 16: return variable(of: .pair).map { $0.name + ".0" } ?? a
    case 17:
      guard let function = variable(of: .function) else { return "abs(\(a))" }
      return "\(function.name)(\(a))"
    case 18:
      guard let real = variable(of: .double)?.name else { return b }
      let rounded = "Int(\(real).truncatingRemainder(dividingBy: 50).rounded())"
      return "(\(real).isFinite ? \(rounded) : \(b))"
    default: return "(\(a) &+ \(b))"
    }
  }

  private mutating func double(_ depth: Int) -> String {
    let a = expression(.double, depth - 1)
    let b = expression(.double, depth - 1)
    switch random.below(16) {
    case 0...2: return "(\(a) + \(b))"
    case 3, 4: return "(\(a) - \(b))"
    case 5, 6: return "(\(a) * \(b))"
    case 7, 8: return "(\(a) / \(b))"
    case 9: return "Double(\(expression(.int, depth - 1)))"
    case 10: return "abs(\(a))"
    case 11: return "(\(a)).rounded()"
    case 12: return element(of: .doubles, depth)
    case 13: return "(\(expression(.bool, depth - 1)) ? \(a) : \(b))"
    case 14: return "min(\(a), \(b))"
    default: return "sqrt(abs(\(a)))"
    }
  }

  /// An element with an index that is right, or in hazardous programs nearly always.
  private mutating func element(of type: ValueType, _ depth: Int) -> String {
    guard let array = variable(of: type) else { return literal(type == .ints ? .int : .double) }
    if isHazardous && random.isLikely(30) { return "\(array.name)[\(random.below(4))]" }
    return "\(array.name)[abs(\(expression(.int, depth - 1))) % \(array.name).count]"
  }

  private mutating func bool(_ depth: Int) -> String {
    let comparison = ["<", "<=", ">", ">=", "==", "!="][random.below(6)]
    switch random.below(8) {
    case 0, 1:
      return "(\(expression(.int, depth - 1)) \(comparison) \(expression(.int, depth - 1)))"
    case 2:
      return "(\(expression(.double, depth - 1)) \(comparison) \(expression(.double, depth - 1)))"
    case 3: return "(\(expression(.bool, depth - 1)) && \(expression(.bool, depth - 1)))"
    case 4: return "(\(expression(.bool, depth - 1)) || \(expression(.bool, depth - 1)))"
    case 5: return "(!\(expression(.bool, depth - 1)))"
    case 6: return "\(expression(.ints, depth - 1)).contains(\(expression(.int, depth - 1)))"
    default:
      return "(\(expression(.string, depth - 1)) \(comparison) \(expression(.string, depth - 1)))"
    }
  }

  private mutating func string(_ depth: Int) -> String {
    switch random.below(6) {
    case 0: return "(\(expression(.string, depth - 1)) + \(literal(.string)))"
    case 1: return "String(\(expression(.int, depth - 1)))"
    case 2: return variable(of: .double).map { "\"<\\(\($0.name))>\"" } ?? literal(.string)
    case 3: return variable(of: .ints).map { "\"\\(\($0.name))\"" } ?? literal(.string)
    case 4:
      return variable(of: .pair).map { "\"\\(\($0.name)) \\(\($0.name).1)\"" } ?? literal(.string)
    default: return "\(expression(.string, depth - 1)).uppercased()"
    }
  }

  private mutating func ints(_ depth: Int) -> String {
    let base = variable(of: .ints)?.name ?? literal(.ints)
    let value = expression(.int, depth - 1)
    switch random.below(8) {
    case 0: return "\(base).map { $0 + \(value) }"
    case 1: return "\(base).sorted()"
    case 2: return "(\(base) + [\(value)])"
    case 3: return "Array(\(base).reversed())"
    case 4: return "(0..<\(random.below(4) + 1)).map { i in i * (\(value) % 50) }"
    case 5: return "[\(value), \(expression(.int, depth - 1))]"
    case 6: return "(\(base).filter { $0 > \(value) } + [1])"
    default: return "zip(\(base), 1...3).map { $0 - $1 }"
    }
  }

  private mutating func doubles(_ depth: Int) -> String {
    let value = expression(.double, depth - 1)
    switch random.below(4) {
    case 0: return "\(expression(.ints, depth - 1)).map { Double($0) / 4 }"
    case 1: return "[1, \(value), 2.5]"
    case 2: return "stride(from: 0.0, through: 1.0, by: 0.25).map { $0 * \(value) }"
    default: return "[\(value)]"
    }
  }

  private mutating func optional(_ depth: Int) -> String {
    switch random.below(5) {
    case 0: return "\(expression(.ints, depth - 1)).first"
    case 1: return "\(expression(.ints, depth - 1)).firstIndex(of: \(expression(.int, depth - 1)))"
    case 2: return "Int(\(expression(.string, depth - 1)))"
    case 3: return "\(expression(.ints, depth - 1)).max()"
    default: return expression(.int, depth - 1)
    }
  }

  private mutating func function(_ depth: Int) -> String {
    let parameter = Variable(name: freshName("p"), type: .int, isMutable: false)
    scopes.append([parameter])
    defer { scopes.removeLast() }
    return "{ \(parameter.name) in \(expression(.int, min(depth - 1, 1))) }"
  }
}
