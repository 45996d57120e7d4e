import Diagnostics

extension TypeChecker {
  /// A call that is being read: what is known after some of its arguments.
  struct Partial {
    var bindings: Bindings
    var score: Score
    /// For each parameter, the arguments that it takes.
    var arguments: [[TypedArgument]]
  }

  /// The readings of a call of one function.
  func apply(
    _ callee: Callee, _ arguments: [SourceExpression.Argument], _ span: Span,
    expecting hint: Type?, receiver: Receiver? = nil
  ) -> [Candidate] {
    let matching: ArgumentMatching
    let known = callee.parameters.map { parameter in
      var known = parameter
      known.type = relations.substitute(parameter.type, callee.bindings)
      return known
    }
    switch ArgumentMatching.match(arguments, to: known) {
    case .success(let found): matching = found
    case .failure(let mismatch):
      explain(mismatch, callee, arguments, span)
      return []
    }
    var partial = [
      Partial(
        bindings: callee.bindings, score: callee.score,
        arguments: callee.parameters.map { _ in [] })
    ]
    let wanted = resultBindings(callee, hint)
    for (parameter, index) in order(matching, arguments) {
      partial = extend(
        partial, callee, parameter, arguments[index], wanted: wanted)
      if partial.isEmpty { return [] }
    }
    return partial.compactMap { finish($0, callee, span, receiver) }
  }

  /// What the type parameters would be if the result were what is expected.
  func resultBindings(_ callee: Callee, _ hint: Type?) -> Bindings {
    guard let hint,
      !callee.bindings.isEmpty || !callee.requirements.isEmpty || callee.result.hasHoles
    else { return [:] }
    for target in [hint, hint.unwrapped] {
      var bindings = callee.bindings
      if relations.unify(callee.result, target, &bindings) {
        return bindings.filter { !$0.value.hasHoles }
      }
    }
    return [:]
  }

  /// Arguments that say their type by themselves come before those that take it from the others.
  func order(
    _ matching: ArgumentMatching, _ arguments: [SourceExpression.Argument]
  ) -> [(parameter: Int, argument: Int)] {
    // The arguments of a variadic parameter stay in their order.
    let all = matching.arguments.enumerated().map { parameter, list in
      (
        isContextual: list.contains { arguments[$0].value.isContextual },
        pairs: list.map { (parameter: parameter, argument: $0) }
      )
    }
    return all.filter { !$0.isContextual }.flatMap(\.pairs)
      + all.filter(\.isContextual).flatMap(\.pairs)
  }

  func extend(
    _ partial: [Partial], _ callee: Callee, _ index: Int, _ argument: SourceExpression.Argument,
    wanted: Bindings
  ) -> [Partial] {
    let parameter = callee.parameters[index]
    var result: [Partial] = []
    for known in partial {
      if parameter.isInout {
        result += inoutArgument(known, parameter, index, argument)
        continue
      }
      if let builder = parameter.builder, case .closure(let closure) = argument.value.kind {
        result += builderArgument(known, parameter, index, closure, argument.value, builder)
        continue
      }
      let pattern = relations.substitute(parameter.type, known.bindings)
      let hint = withHoles(relations.substitute(pattern, wanted))
      let found = candidates(argument.value, expecting: hint)
      let before = result.count
      for candidate in found {
        var bindings = known.bindings
        guard let fitting = bind(candidate, to: parameter.type, &bindings) else { continue }
        var next = known
        next.bindings = bindings
        next.score = known.score + fitting.score
        next.arguments[index].append(.value(fitting.expression))
        result.append(next)
      }
      if result.count == before, let first = found.first {
        let stray = isAddress(argument.value)
        fail(
          stray ? .strayAddress : .cannotPass(first.type, as: withHoles(pattern), to: callee.text),
          at: argument.value.span)
      }
    }
    return Array(result.sorted { $0.score < $1.score }.prefix(24))
  }

  func isAddress(_ source: SourceExpression) -> Bool {
    if case .addressOf = source.kind { true } else { false }
  }

  func inoutArgument(
    _ known: Partial, _ parameter: LibraryDeclaration.Parameter, _ index: Int,
    _ argument: SourceExpression.Argument
  ) -> [Partial] {
    guard case .addressOf(let target) = argument.value.kind else {
      fail(.missingAddress, at: argument.value.span)
      return []
    }
    guard let place = place(target) else { return [] }
    var next = known
    guard relations.unify(parameter.type, place.type, &next.bindings) else {
      fail(
        .cannotPass(
          place.type, as: relations.substitute(parameter.type, known.bindings), to: "inout"),
        at: argument.value.span)
      return []
    }
    next.arguments[index].append(.inout(place))
    return [next]
  }

  func builderArgument(
    _ known: Partial, _ parameter: LibraryDeclaration.Parameter, _ index: Int,
    _ closure: SourceClosure, _ source: SourceExpression, _ builder: String
  ) -> [Partial] {
    let pattern = withHoles(relations.substitute(parameter.type, known.bindings))
    guard case .function(let type) = pattern,
      let body = self.builder(closure, source, as: type)
    else { return [] }
    var next = known
    next.arguments[index].append(.value(body))
    return [next]
  }

  /// Makes a reading fit a parameter's type, and finds what its type parameters stand for.
  func bind(_ candidate: Candidate, to pattern: Type, _ bindings: inout Bindings) -> Candidate? {
    let known = relations.substitute(pattern, bindings)
    if !known.hasHoles { return convert(candidate, to: known) }
    var attempt = bindings
    if relations.unify(pattern, candidate.type, &attempt) {
      bindings = attempt
      return candidate
    }
    guard case .optional(let wrapped) = pattern else { return nil }
    attempt = bindings
    guard let inner = bind(candidate, to: wrapped, &attempt) else { return nil }
    bindings = attempt
    return Candidate(
      .some(inner.expression), .optional(inner.type), candidate.expression.span,
      inner.score + Score(optionalWraps: 1))
  }

  /// Type parameters that are not bound are holes.
  func withHoles(_ type: Type) -> Type {
    switch type {
    case .parameter: return .hole
    case .optional(let wrapped): return .optional(withHoles(wrapped))
    case .array(let element): return .array(withHoles(element))
    case .tuple(let elements):
      return .tuple(elements.map { .init(label: $0.label, type: withHoles($0.type)) })
    case .function(let function):
      return .function(
        FunctionType(
          parameters: function.parameters.map {
            .init(type: withHoles($0.type), isInout: $0.isInout)
          }, result: withHoles(function.result)))
    case .nominal(let name, let arguments):
      return name.hasPrefix(".") ? .hole : .nominal(name, arguments.map(withHoles))
    case .int, .double, .float, .bool, .string, .character, .void, .never, .variable, .error:
      return type
    }
  }
}

extension SourceExpression {
  /// Its type depends on what is expected of it.
  var isContextual: Bool {
    switch unparenthesized.kind {
    case .closure, .null, .operatorReference: true
    case .member(nil, _): true
    case .call(let callee, _): if case .member(nil, _) = callee.kind { true } else { false }
    case .array(let elements): elements.isEmpty || elements.allSatisfy(\.isContextual)
    case .name: true
    case .member(_?, let name): name.text == "init"
    default: false
    }
  }
}

extension SourceExpression {
  /// Has no type but the one that is expected of it.
  var takesType: Bool {
    switch kind {
    case .null, .member(nil, _): true
    case .call(let callee, _), .prefix(_, let callee): callee.takesType
    case .array(let elements): elements.isEmpty
    default: false
    }
  }

  /// The literal, perhaps with a sign, that the expression is.
  var numberLiteral: SourceExpression? {
    switch unparenthesized.kind {
    case .integer, .float: unparenthesized
    case .prefix(_, let operand): operand.numberLiteral
    default: nil
    }
  }

  /// Operators between integer literals: Swift reads `1 / 2` in `[1 / 2, 0.5]` as an Int.
  var isIntegerArithmetic: Bool {
    guard case .binary(let name, let left, let right) = unparenthesized.kind,
      ["+", "-", "*", "/"].contains(name.text)
    else { return false }
    return [left, right].allSatisfy { operand in
      if case .integer = operand.unparenthesized.kind { return true }
      return operand.isIntegerArithmetic
    }
  }
}

extension Diagnostic.Message {
  static let missingAddress = Self(
    id: "type-mismatch", text: "an argument that is passed inout needs & before it")

  static let overlappingPlaces = Self(
    id: "overlapping-access", text: "this variable is already passed inout to the same call")

  static func integersAmong(_ type: Type) -> Self {
    Self(
      id: "type-mismatch",
      text:
        "Swift reads this as an Int, not a \(type.text): write a decimal point, or the array's type"
    )
  }

  static func cannotPass(_ type: Type, as other: Type, to name: String) -> Self {
    Self(
      id: "type-mismatch",
      text: "a value of type \(type.text) cannot be passed to \(name) as \(other.text)")
  }

}
