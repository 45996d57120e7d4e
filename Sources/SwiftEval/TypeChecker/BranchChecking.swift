import Diagnostics

extension TypeChecker {
  /// `if` and `switch`, whose branches yield a value when they are expressions.
  func branching(_ source: SourceStatement, yielding: Bool) -> TypedStatement {
    switch source.kind {
    case .if(let conditions, let then, let otherwise):
      let (typed, body) = withScope {
        let typed = self.conditions(conditions)
        return (typed, branch(then, yielding: yielding))
      }
      if yielding, otherwise == nil { report(.branchesWithoutValue, at: source.span) }
      let other = otherwise.map { branch($0, yielding: yielding) } ?? []
      return TypedStatement(.if(typed, then: body, else: other), span: source.span)
    case .switch(let subject, let cases, let label):
      return switchStatement(subject, cases, label, source.span, yielding: yielding)
    default: return TypedStatement(.error, span: source.span)
    }
  }

  private func branch(_ body: [SourceStatement], yielding: Bool) -> [TypedStatement] {
    guard yielding else { return block(body) }
    guard body.count == 1 else {
      if let first = body.first { report(.branchesWithoutValue, at: first.span) }
      return []
    }
    switch body[0].kind {
    case .expression(let value) where !value.isAssignment: return [yieldStatement(value)]
    case .if, .switch:
      memory = Memory()
      return [withScope { branching(body[0], yielding: true) }]
    default:
      report(.branchesWithoutValue, at: body[0].span)
      return []
    }
  }

  private func yieldStatement(_ source: SourceExpression) -> TypedStatement {
    memory = Memory()
    guard let expected = yields.last else { return TypedStatement(.error, span: source.span) }
    let before = failures.count
    let never = candidates(source, expecting: expected).first { $0.type == .never }
    failures.removeLast(failures.count - before)
    if let never {
      return TypedStatement(.expression(never.expression, displays: false), span: source.span)
    }
    guard let expected else {
      let types = candidates(source).map(\.type)
      failures.removeLast(failures.count - before)
      if !yieldTypes.isEmpty {
        for type in types where !yieldTypes[yieldTypes.count - 1].contains(type) {
          yieldTypes[yieldTypes.count - 1].append(type)
        }
      }
      if types.isEmpty, !source.unparenthesized.isDependent { _ = value(of: source) }
      return TypedStatement(.error, span: source.span)
    }
    let value = self.value(of: source, as: expected)
    return TypedStatement(value.type == .error ? .error : .yield(value), span: source.span)
  }

  // MARK: Conditions

  /// What the patterns bind is visible in the innermost scope.
  func conditions(_ sources: [SourceStatement.Condition]) -> [TypedCondition] {
    sources.map { source in
      memory = Memory()
      switch source {
      case .expression(let expression): return .expression(value(of: expression, as: .bool))
      case .pattern(let pattern, let type, let expression):
        return conditionalPattern(pattern, type, expression)
      }
    }
  }

  private func conditionalPattern(
    _ source: SourcePattern, _ type: Type?, _ expression: SourceExpression
  ) -> TypedCondition {
    let value: TypedExpression
    if let type {
      value = self.value(of: expression, as: type)
    } else {
      value = self.value(of: expression)
    }
    if case .optional(let inner) = source.kind, case .name = inner.kind, value.type != .error,
      !value.type.isOptional
    {
      report(.bindsNonOptional(value.type), at: expression.span)
      _ = pattern(inner, matching: .error)
      return .pattern(.wildcard, value)
    }
    return .pattern(pattern(source, matching: value.type), value)
  }

  // MARK: Loops

  func loop(_ source: SourceStatement) -> TypedStatement {
    switch source.kind {
    case .while(let conditions, let body, let label):
      return withScope {
        let typed = self.conditions(conditions)
        let body = loopBody(body, label)
        return TypedStatement(.while(typed, body, label: label), span: source.span)
      }
    case .repeatWhile(let body, let condition, let label):
      let typed = loopBody(body, label)
      memory = Memory()
      let test = value(of: condition, as: .bool)
      return TypedStatement(.repeatWhile(typed, test, label: label), span: source.span)
    case .for(let pattern, let sequence, let condition, let body, let label):
      return forLoop(pattern, sequence, condition, body, label, source.span)
    default: return TypedStatement(.error, span: source.span)
    }
  }

  private func loopBody(_ body: [SourceStatement], _ label: String?) -> [TypedStatement] {
    breakables.append(BreakableContext(label: label, isLoop: true))
    defer { breakables.removeLast() }
    return block(body)
  }

  private func forLoop(
    _ source: SourcePattern, _ sequence: SourceExpression, _ condition: SourceExpression?,
    _ body: [SourceStatement], _ label: String?, _ span: Span
  ) -> TypedStatement {
    let values = value(of: sequence)
    var element = Type.error
    if values.type != .error {
      if relations.conforms(values.type, to: "Sequence"),
        let found = relations.associated("Element", of: values.type)
      {
        element = found
      } else {
        report(.notASequence(values.type), at: sequence.span)
      }
    }
    return withScope {
      let typed = pattern(source, matching: element)
      memory = Memory()
      let test = condition.map { value(of: $0, as: .bool) }
      let inner = loopBody(body, label)
      guard element != .error else { return TypedStatement(.error, span: span) }
      return TypedStatement(.for(typed, in: values, where: test, inner, label: label), span: span)
    }
  }

  // MARK: Switch

  private func switchStatement(
    _ subject: SourceExpression, _ cases: [SourceStatement.Case], _ label: String?, _ span: Span,
    yielding: Bool
  ) -> TypedStatement {
    let value = self.value(of: subject)
    breakables.append(BreakableContext(label: label, isLoop: false))
    defer { breakables.removeLast() }
    let typed = cases.enumerated().map { index, source in
      switchCase(source, value.type, isLast: index + 1 == cases.count, yielding: yielding)
    }
    if value.type == .error { return TypedStatement(.error, span: span) }
    if !Exhaustiveness.isExhaustive(typed, over: value.type) {
      report(.notExhaustive, at: subject.span, help: ["add a default: case"])
    }
    return TypedStatement(.switch(value, typed, label: label), span: span)
  }

  private func switchCase(
    _ source: SourceStatement.Case, _ type: Type, isLast: Bool, yielding: Bool
  ) -> TypedCase {
    withScope {
      var patterns: [(pattern: TypedPattern, condition: TypedExpression?)] = []
      for (index, alternative) in source.patterns.enumerated() {
        sharesBindings = index > 0
        memory = Memory()
        let typed = pattern(alternative.pattern, matching: type)
        sharesBindings = false
        memory = Memory()
        patterns.append((typed, alternative.condition.map { value(of: $0, as: .bool) }))
        if typed.bindings != patterns[0].pattern.bindings {
          report(.unevenBindings, at: alternative.pattern.span)
        }
      }
      if source.body.isEmpty { report(.emptyCase, at: source.span) }
      if isLast, case .fallthrough? = source.body.last?.kind {
        report(.lastFallthrough, at: source.span)
      }
      return TypedCase(patterns: patterns, body: branch(source.body, yielding: yielding))
    }
  }
}

extension TypedPattern {
  /// The variables that it gives a value.
  fileprivate var bindings: Set<VariableID> {
    switch self {
    case .wildcard, .none, .expression: []
    case .variable(let id): [id]
    case .some(let inner): inner.bindings
    case .tuple(let parts): parts.reduce(into: []) { $0.formUnion($1.bindings) }
    }
  }
}

/// Whether the cases of a `switch` cover every value.
enum Exhaustiveness {
  static func isExhaustive(_ cases: [TypedCase], over type: Type) -> Bool {
    if cases.contains(where: { $0.patterns.isEmpty }) { return true }
    let rows = cases.flatMap { $0.patterns.filter { $0.condition == nil }.map { [$0.pattern] } }
    return covers(rows, [type], budget: 2_000)
  }

  /// Each row is a list of patterns for a list of values of these types.
  private static func covers(_ rows: [[TypedPattern]], _ types: [Type], budget: Int) -> Bool {
    guard let type = types.first else { return !rows.isEmpty }
    guard budget > 0, !rows.isEmpty else { return false }
    let rest = Array(types.dropFirst())
    switch type {
    case .bool:
      return [true, false].allSatisfy { value in
        covers(rows.compactMap { matching($0, value) }, rest, budget: budget / 2)
      }
    case .optional(let wrapped):
      let some = rows.compactMap { row -> [TypedPattern]? in
        switch row[0] {
        case .some(let inner): [inner] + row.dropFirst()
        case .wildcard, .variable: [.wildcard] + row.dropFirst()
        case .none, .tuple, .expression: nil
        }
      }
      let none = rows.compactMap { row -> [TypedPattern]? in
        switch row[0] {
        case .none, .wildcard, .variable: Array(row.dropFirst())
        case .some, .tuple, .expression: nil
        }
      }
      return covers(some, [wrapped] + rest, budget: budget / 2)
        && covers(none, rest, budget: budget / 2)
    case .tuple(let elements):
      let open = rows.compactMap { row -> [TypedPattern]? in
        switch row[0] {
        case .tuple(let parts): parts + row.dropFirst()
        case .wildcard, .variable: elements.map { _ in .wildcard } + row.dropFirst()
        case .some, .none, .expression: nil
        }
      }
      return covers(open, elements.map(\.type) + rest, budget: budget / 2)
    default:
      let open = rows.compactMap { row -> [TypedPattern]? in
        switch row[0] {
        case .wildcard, .variable: Array(row.dropFirst())
        case .some, .none, .tuple, .expression: nil
        }
      }
      return covers(open, rest, budget: budget / 2)
    }
  }

  /// The rest of a row whose first pattern matches a Bool.
  private static func matching(_ row: [TypedPattern], _ value: Bool) -> [TypedPattern]? {
    switch row[0] {
    case .wildcard, .variable: return Array(row.dropFirst())
    case .expression(let condition, _):
      guard case .intrinsic(_, let arguments) = condition.kind,
        case .value(let pattern)? = arguments.first, case .bool(value) = pattern.kind
      else { return nil }
      return Array(row.dropFirst())
    case .some, .none, .tuple: return nil
    }
  }
}

extension Diagnostic.Message {
  static let notExhaustive = Self(
    id: "not-exhaustive", text: "this switch does not cover every value")
  static let emptyCase = Self(
    id: "stray-statement", text: "a case needs a statement; break does nothing")
  static let unevenBindings = Self(
    id: "type-mismatch", text: "the patterns of one case have to bind the same names")
  static let lastFallthrough = Self(
    id: "stray-statement", text: "there is no case after this one to fall through to")

  static func bindsNonOptional(_ type: Type) -> Self {
    Self(
      id: "type-mismatch",
      text: "if let and guard let take an optional; this is of type \(type.text)")
  }

  static func notASequence(_ type: Type) -> Self {
    Self(id: "type-mismatch", text: "a value of type \(type.text) is no sequence to loop over")
  }
}
