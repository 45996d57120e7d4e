import Diagnostics

extension TypeChecker {
  /// A pattern that matches values of a type; declares what it binds.
  ///
  /// - Parameter isMutable: for patterns within a `var`; a name's own word counts otherwise.
  func pattern(_ source: SourcePattern, matching type: Type) -> TypedPattern {
    switch source.kind {
    case .wildcard: return .wildcard
    case .name(let name, let isMutable):
      if sharesBindings, case .variable(let id)? = scopes[scopes.count - 1].names[name]?.first {
        if variables[id.index].type != type {
          report(.cannotConvert(type, to: variables[id.index].type), at: source.span)
        }
        return .variable(id)
      }
      return .variable(declareVariable(name, type: type, isMutable: isMutable, at: source.span))
    case .tuple(let elements): return tuplePattern(elements, type, source.span)
    case .optional(let inner):
      guard case .optional(let wrapped) = type else {
        if type != .error { report(.chainsNonOptional(type), at: source.span) }
        return self.pattern(inner, matching: .error)
      }
      return .some(pattern(inner, matching: wrapped))
    case .expression(let expression): return expressionPattern(expression, type)
    case .error:
      return .wildcard
    }
  }

  private func tuplePattern(
    _ elements: [(label: String?, pattern: SourcePattern)], _ type: Type, _ span: Span
  ) -> TypedPattern {
    if elements.count == 1 { return pattern(elements[0].pattern, matching: type) }
    guard case .tuple(let types) = type, types.count == elements.count else {
      if type != .error { report(.tuplePattern(elements.count, type), at: span) }
      for element in elements { _ = pattern(element.pattern, matching: .error) }
      return .wildcard
    }
    for (element, expected) in zip(elements, types) {
      if let label = element.label, let own = expected.label, label != own {
        report(.tuplePattern(elements.count, type), at: span)
      }
    }
    return .tuple(zip(elements, types).map { pattern($0.pattern, matching: $1.type) })
  }

  /// A value, a range, `nil`, `.some(let x)`, `.none`, or a member of the value's type.
  private func expressionPattern(_ source: SourceExpression, _ type: Type) -> TypedPattern {
    if type == .error { return .wildcard }
    let plain = source.unparenthesized
    if plain.isNull {
      if type.isOptional { return .none }
      report(.chainsNonOptional(type), at: source.span)
      return .wildcard
    }
    switch plain.kind {
    case .wildcard: return .wildcard
    case .pattern(let inner): return pattern(inner, matching: type)
    case .member(nil, let name) where name.text == "none" && type.isOptional: return .none
    case .member(nil, let name) where name.text == "some" && type.isOptional:
      return .some(.wildcard)
    case .call(let callee, let arguments):
      if case .member(nil, let name) = callee.kind, name.text == "some", arguments.count == 1,
        case .optional(let wrapped) = type
      {
        return .some(
          pattern(
            SourcePattern(
              kind: .expression(arguments[0].value), span: arguments[0].value.span),
            matching: wrapped))
      }
    case .tuple(let elements):
      if case .tuple(let types) = type, types.count == elements.count {
        return .tuple(
          zip(elements, types).map { element, part in
            pattern(
              SourcePattern(kind: .expression(element.value), span: element.value.span),
              matching: part.type)
          })
      }
    default: break
    }
    return matchPattern(source, type)
  }

  /// `pattern ~= value`.
  private func matchPattern(_ source: SourceExpression, _ type: Type) -> TypedPattern {
    memory = Memory()
    let id = makeVariable("$match", type: type, isMutable: false, isLocal: true)
    let value = Candidate(.variable(id), type, source.span)
    let before = failures.count
    defer { failures.removeLast(failures.count - before) }
    let found = candidates(source, expecting: type)
    let readings = operatorReadings(
      library.operators[.infix]?["~="] ?? [], found, [value], source.span)
    if let best = readings.min(by: { $0.score < $1.score }) {
      return .expression(best.expression, variable: id)
    }
    if let first = found.first {
      report(.patternMismatch(first.type, type), at: source.span)
    } else if failures.count > before {
      diagnostics.append(failures[before])
    }
    return .wildcard
  }
}

extension Diagnostic.Message {
  static func tuplePattern(_ count: Int, _ type: Type) -> Self {
    Self(
      id: "type-mismatch", text: "a pattern of \(count) parts does not match \(type.text)")
  }

  static func patternMismatch(_ pattern: Type, _ type: Type) -> Self {
    Self(
      id: "type-mismatch",
      text: "a pattern of type \(pattern.text) does not match a value of type \(type.text)")
  }
}
