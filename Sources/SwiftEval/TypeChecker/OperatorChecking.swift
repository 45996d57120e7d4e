import Diagnostics

extension TypeChecker {
  func prefix(
    _ name: SourceExpression.Name, _ operand: SourceExpression, _ source: SourceExpression,
    expecting hint: Type?
  ) -> [Candidate] {
    // A sign belongs to the literal: -9223372036854775808 is one.
    if name.text == "-" {
      switch operand.kind {
      case .integer(let text): return integer(text, hint, source.span, isNegative: true)
      case .float(let text): return float(text, hint, source.span, isNegative: true)
      default: break
      }
    }
    return unary(.prefix, name, operand, source, expecting: hint)
  }

  func postfix(
    _ name: SourceExpression.Name, _ operand: SourceExpression, _ source: SourceExpression,
    expecting hint: Type?
  ) -> [Candidate] {
    unary(.postfix, name, operand, source, expecting: hint)
  }

  private func unary(
    _ kind: LibraryDeclaration.Kind, _ name: SourceExpression.Name, _ operand: SourceExpression,
    _ source: SourceExpression, expecting hint: Type?
  ) -> [Candidate] {
    let declared = library.operators[kind]?[name.text] ?? []
    guard !declared.isEmpty else {
      fail(.unknownOperator(name.text), at: name.span)
      return []
    }
    var wanted: Type?
    if let hint, !hint.unwrapped.hasHoles,
      [.int, .double, .float, .uint64].contains(hint.unwrapped)
    {
      wanted = hint.unwrapped
    }
    let found = candidates(operand, expecting: wanted)
    var result: [Candidate] = []
    for index in declared {
      let callee = Callee(index, in: library, relations: relations)
      for candidate in found {
        result += combine(callee, index, [candidate], source.span)
      }
    }
    if result.isEmpty, let first = found.first {
      fail(.operatorDoesNotApply(name.text, [first.type]), at: source.span)
    }
    return result
  }

  func binary(
    _ name: SourceExpression.Name, _ left: SourceExpression, _ right: SourceExpression,
    _ source: SourceExpression, expecting hint: Type?
  ) -> [Candidate] {
    switch name.text {
    case "=":
      fail(.assignmentAsValue, at: source.span)
      return []
    case "??": return coalesce(left, right, source, expecting: hint)
    default: break
    }
    let declared = library.operators[.infix]?[name.text] ?? []
    guard !declared.isEmpty else {
      fail(.unknownOperator(name.text), at: name.span)
      return []
    }
    if let first = declared.first, library.declarations[first].parameters.first?.isInout == true {
      fail(.assignmentAsValue, at: source.span)
      return []
    }
    let wanted = operandHint(name.text, hint)
    var (a, b) = operands(name, left, right, wanted)
    // A closure-like operand takes its type from the other one.
    if a.isEmpty, left.isDependent { a = dependent(left, on: b) }
    if b.isEmpty, right.isDependent { b = dependent(right, on: a) }
    guard !a.isEmpty, !b.isEmpty else { return [] }
    let result = operatorReadings(declared, a, b, source.span)
    if result.isEmpty {
      fail(.operatorDoesNotApply(name.text, [a[0].type, b[0].type]), at: name.span)
    }
    return result
  }

  /// An operand that takes its type from a reading of the other one: `.infinity` in `0 ... .infinity`.
  private func dependent(_ source: SourceExpression, on others: [Candidate]) -> [Candidate] {
    let before = failures.count
    for other in others {
      let found = candidates(source, expecting: source.isNull ? Self.nilComparison : other.type)
      if !found.isEmpty {
        failures.removeLast(failures.count - before)
        return found
      }
    }
    return []
  }

  private static let nilComparison = Type.nominal("_OptionalNilComparisonType", [])

  func operand(_ source: SourceExpression, _ hint: Type?) -> [Candidate] {
    if source.isDependent {
      let before = failures.count
      let found = source.isNull ? [] : candidates(source, expecting: hint)
      if found.isEmpty { failures.removeLast(failures.count - before) }
      return found
    }
    return candidates(source, expecting: hint)
  }

  /// What is expected of the operands of an operator that gives what it takes.
  private func operandHint(_ name: String, _ hint: Type?) -> Type? {
    guard let type = hint?.unwrapped else { return nil }
    switch (name, type) {
    case ("+", .array), ("+", .string): return type
    case (_, .uint64) where Self.unsignedOperators.contains(name): return type
    case ("&&", .bool), ("||", .bool): return .bool
    case ("...", .nominal("ClosedRange", let bounds)), ("..<", .nominal("Range", let bounds)):
      return bounds.first.flatMap { $0.hasHoles ? nil : $0 }
    default: return nil
    }
  }

  func operatorReadings(
    _ declared: [Int], _ a: [Candidate], _ b: [Candidate], _ span: Span
  ) -> [Candidate] {
    var result: [Candidate] = []
    for index in declared {
      let callee = Callee(index, in: library, relations: relations)
      let declaration = library.declarations[index]
      for left in a {
        guard mayTake(declaration, 0, left) else { continue }
        for right in b where mayTake(declaration, 1, right) {
          result += combine(callee, index, [left, right], span)
        }
      }
    }
    return result
  }

  /// A quick look that rules most overloads out.
  private func mayTake(
    _ declaration: LibraryDeclaration, _ index: Int, _ candidate: Candidate
  ) -> Bool {
    switch declaration.parameters[index].type {
    case .int, .double, .float, .bool, .string, .character, .uint64:
      declaration.parameters[index].type == candidate.type
    default: true
    }
  }

  private func combine(
    _ callee: Callee, _ index: Int, _ operands: [Candidate], _ span: Span
  ) -> [Candidate] {
    var bindings: Bindings = [:]
    var score = callee.score
    var arguments: [[TypedArgument]] = []
    for (parameter, operand) in zip(callee.parameters, operands) {
      guard let fitting = bind(operand, to: parameter.type, &bindings) else { return [] }
      score = score + fitting.score
      arguments.append([.value(fitting.expression)])
    }
    guard satisfied(callee.requirements, &bindings) else { return [] }
    let result = relations.substitute(callee.result, bindings)
    guard !result.hasHoles else { return [] }
    let kind = libraryCall(library.declarations[index], arguments, bindings, span, nil)
    return [Candidate(kind, result, span, score)]
  }

  /// `a ?? b`.
  private func coalesce(
    _ left: SourceExpression, _ right: SourceExpression, _ source: SourceExpression,
    expecting hint: Type?
  ) -> [Candidate] {
    let wanted = hint.flatMap { $0.hasHoles ? nil : Type.optional($0.unwrapped) }
    var result: [Candidate] = []
    let found = candidates(left, expecting: wanted)
    for a in found {
      guard case .optional(let wrapped) = a.type else { continue }
      for type in [wrapped, .optional(wrapped)] {
        let readings = candidates(right, expecting: type).compactMap { b -> Candidate? in
          guard b.type == type || (type == wrapped && convert(b, to: type) != nil) else {
            return nil
          }
          return convert(b, to: type)
        }
        guard let b = readings.min(by: { $0.score < $1.score }) else { continue }
        result.append(
          Candidate(
            .coalesce(a.expression, b.expression, unwraps: type == wrapped), type, source.span,
            a.score + b.score))
      }
      if result.isEmpty, let b = candidates(right, expecting: wrapped).first {
        fail(.cannotConvert(b.type, to: wrapped), at: right.span)
      }
    }
    if result.isEmpty, let first = found.first, !first.type.isOptional {
      fail(.coalescesNonOptional(first.type), at: left.span)
    }
    return result
  }
}

extension SourceExpression {
  /// Has no type of its own.
  var isDependent: Bool {
    switch unparenthesized.kind {
    case .null, .member(nil, _): true
    case .call(let callee, _): if case .member(nil, _) = callee.kind { true } else { false }
    case .array(let elements): elements.isEmpty
    default: false
    }
  }
}

extension Diagnostic.Message {
  static let assignmentAsValue = Self(
    id: "type-mismatch", text: "an assignment is a statement and has no value")

  static func unknownOperator(_ name: String) -> Self {
    Self(id: "unknown-name", text: "there is no operator \(name) in the evaluated Swift")
  }

  static func operatorDoesNotApply(_ name: String, _ types: [Type]) -> Self {
    let operands = types.map(\.text)
    let text =
      Set(operands).count == 1 && operands.count > 1
      ? "two values of type \(operands[0])"
      : operands.map { "a value of type \($0)" }.joined(separator: " and ")
    return Self(id: "type-mismatch", text: "\(name) does not apply to \(text)")
  }

  static func coalescesNonOptional(_ type: Type) -> Self {
    Self(id: "type-mismatch", text: "?? follows an optional; this is of type \(type.text)")
  }
}
