import Diagnostics

extension TypeChecker {
  /// `callee(arguments)`.
  func call(
    _ callee: SourceExpression, _ arguments: [SourceExpression.Argument],
    _ source: SourceExpression, expecting hint: Type?
  ) -> [Candidate] {
    // What the reader left out was reported by it.
    for argument in arguments { if case .error = argument.value.kind { return [] } }
    switch callee.unparenthesized.kind {
    case .name(let name):
      return callByName(name, callee, arguments, source, expecting: hint)
    case .type(let type):
      return construct(type, arguments, source, at: callee.span, expecting: hint)
    case .member(let base, let name):
      return callMember(base, name, callee, arguments, source, expecting: hint)
    default: return callValue(callee, arguments, source)
    }
  }

  private func callByName(
    _ name: SourceExpression.Name, _ callee: SourceExpression,
    _ arguments: [SourceExpression.Argument], _ source: SourceExpression, expecting hint: Type?
  ) -> [Candidate] {
    let entities = lookUp(name.text)
    var overloads: [Callee] = []
    for entity in entities {
      switch entity {
      case .poisoned: return poisoned(arguments)
      case .variable: return callValue(callee, arguments, source)
      case .function(let function): overloads.append(Callee(function))
      }
    }
    overloads += libraryFunctions(name.text).map { Callee($0, in: library, relations: relations) }
      .filter { callee in
        !entities.contains { entity in
          guard case .function(let function) = entity else { return false }
          return function.parameters.map(\.label) == callee.parameters.map(\.label)
            && function.type.parameters.map(\.type) == callee.parameters.map(\.type)
        }
      }
    if overloads.isEmpty, let type = typeNamed(name.text) {
      return construct(type, arguments, source, at: callee.span, expecting: hint)
    }
    guard !overloads.isEmpty else {
      unknown(name)
      return []
    }
    return resolve(overloads, arguments, source, named: name, expecting: hint)
  }

  /// Global functions of the library; `#expect` is declared as `expect`.
  func libraryFunctions(_ name: String) -> [Int] {
    if let known = library.functions[name] { return known }
    return name.hasPrefix("#") ? library.functions[String(name.dropFirst())] ?? [] : []
  }

  /// A type that can be written as an expression.
  func typeNamed(_ name: String) -> Type? {
    guard let declared = library.types[name], !declared.isProtocol else { return nil }
    return Type.named(name, declared.generics.map { .parameter($0) })
  }

  func unknown(_ name: SourceExpression.Name) {
    let nearest = NearestName.nearest(to: name.text, in: visibleNames)
    fail(
      .unknownName(name.text), at: name.span, help: nearest.map { ["did you mean \($0)?"] } ?? [])
  }

  /// The call fails silently, because something that it needs failed before; its arguments may have
  /// mistakes of their own.
  private func poisoned(_ arguments: [SourceExpression.Argument]) -> [Candidate] { [] }

  /// `Type(arguments)`.
  func construct(
    _ type: Type, _ arguments: [SourceExpression.Argument], _ source: SourceExpression,
    at span: Span, expecting hint: Type?
  ) -> [Candidate] {
    if case .optional(let wrapped) = type {
      return wrap(arguments, wrapped, source, expecting: hint)
    }
    guard let (owner, parts) = type.nominalParts, let declared = library.types[owner] else {
      if type != .error { fail(.notConstructible(type), at: span) }
      return []
    }
    let own = TypeRelations.bindings(declared.generics, parts).filter { entry in
      entry.value != .parameter(entry.key)
    }
    let overloads = (library.members[owner]?["init"] ?? []).map { index in
      var callee = Callee(index, in: library, relations: relations)
      callee.bindings = own
      return callee
    }
    guard !overloads.isEmpty else {
      fail(.notConstructible(type), at: span)
      return []
    }
    let name = SourceExpression.Name(text: owner, span: span)
    return resolve(overloads, arguments, source, named: name, expecting: hint)
  }

  /// `Optional(value)` and `.some(value)`.
  func wrap(
    _ arguments: [SourceExpression.Argument], _ wrapped: Type, _ source: SourceExpression,
    expecting hint: Type?
  ) -> [Candidate] {
    guard arguments.count == 1, arguments[0].label == nil else {
      fail(.extraArgument("Optional(_:)"), at: source.span)
      return []
    }
    var wanted = withHoles(wrapped)
    if wanted.hasHoles, case .optional(let expected)? = hint { wanted = expected }
    let found = candidates(arguments[0].value, expecting: wanted)
    let fitting = wanted.hasHoles ? found : found.compactMap { convert($0, to: wanted) }
    if fitting.isEmpty, let first = found.first {
      fail(.cannotConvert(first.type, to: wanted), at: arguments[0].value.span)
    }
    return fitting.map {
      Candidate(.some($0.expression), .optional($0.type), source.span, $0.score)
    }
  }

  /// A call of a value of function type.
  private func callValue(
    _ callee: SourceExpression, _ arguments: [SourceExpression.Argument],
    _ source: SourceExpression
  ) -> [Candidate] {
    let found = candidates(callee)
    let result = found.flatMap { callFunction($0, arguments, source) }
    if result.isEmpty, let first = found.first, first.type.functionType == nil {
      fail(.notAFunction(first.type), at: callee.span)
    }
    return result
  }

  /// The readings of a call over all overloads.
  ///
  /// - Parameter receiver: the first argument of what is made of a method.
  func resolve(
    _ overloads: [Callee], _ arguments: [SourceExpression.Argument], _ source: SourceExpression,
    named name: SourceExpression.Name, expecting hint: Type?, receiver: Receiver? = nil
  ) -> [Candidate] {
    let before = failures.count
    var result: [Candidate] = []
    var reasons: [[Diagnostic]] = []
    var best: [Type: Score] = [:]
    for callee in overloads {
      let start = failures.count
      let found = apply(callee, arguments, source.span, expecting: hint, receiver: receiver)
      if found.isEmpty { reasons.append(Array(failures[start...])) }
      failures.removeLast(failures.count - start)
      if case .user = callee.target {
        for candidate in found {
          if best[candidate.type] == candidate.score {
            fail(.equalOverloads(name.text), at: name.span)
            return []
          }
          best[candidate.type] = min(best[candidate.type] ?? candidate.score, candidate.score)
        }
      }
      result += found
    }
    if result.isEmpty {
      explain(reasons, overloads, name, arguments)
      return []
    }
    failures.removeLast(failures.count - before)
    return result.reduced
  }

  /// Says why no overload takes the arguments.
  private func explain(
    _ reasons: [[Diagnostic]], _ overloads: [Callee], _ name: SourceExpression.Name,
    _ arguments: [SourceExpression.Argument]
  ) {
    if reasons.count == 1 {
      failures += reasons[0]
      return
    }
    let told = reasons.filter { !$0.isEmpty }
    // An argument that is wrong by itself is wrong for every overload.
    let common = told.first?.first { reason in
      reasons.allSatisfy { $0.contains(reason) } && reason.message.id != "wrong-arguments"
    }
    if let common {
      failures.append(common)
      return
    }
    guard told.count == reasons.count else { return }
    // The overload that comes nearest: its labels fit.
    let fitting = told.filter { !$0.contains { $0.message.id == "wrong-arguments" } }
    if fitting.isEmpty, explainLabels(overloads, name, arguments) { return }
    // What is wrong in a closure's body says more than that its parameters have no type.
    let telling = fitting.filter { $0.first?.message.id != "untyped-closure" }
    var near = telling.isEmpty ? fitting : telling
    // What fails last has the others before it that fit.
    let furthest = near.compactMap { $0.first?.span.start }.max()
    near = near.filter { $0.first?.span.start == furthest }
    if near.count == 1 || (!near.isEmpty && near.allSatisfy { $0.first == near[0].first }) {
      failures += near[0]
      return
    }
    let before = failures.count
    let types = arguments.map { candidates($0.value).first?.type.text ?? "_" }
    failures.removeLast(failures.count - before)
    let signatures = overloads.reduce(into: [String]()) { list, callee in
      if !list.contains(callee.signature) { list.append(callee.signature) }
    }
    fail(
      .noOverload(name.text, types), at: name.span,
      help: signatures.prefix(6).map { "there is \($0)" })
  }

  /// Labels that stand in the wrong order, or that no overload has; false where it is something else.
  private func explainLabels(
    _ overloads: [Callee], _ name: SourceExpression.Name,
    _ arguments: [SourceExpression.Argument]
  ) -> Bool {
    for callee in overloads {
      if explainOrder(of: arguments, callee) { return true }
    }
    let known = Set(overloads.flatMap { $0.parameters.compactMap(\.label) })
    for argument in arguments {
      guard let label = argument.label, !known.contains(label) else { continue }
      let nearest = NearestName.nearest(to: label, in: known.sorted())
      fail(
        .unknownLabel(label, name.text), at: argument.value.span,
        help: nearest.map { ["did you mean \($0):?"] } ?? [])
      return true
    }
    return false
  }
}

/// What a method is called on.
enum Receiver {
  case value(Candidate)
  /// A variable or part of one, for mutating methods.
  case place(TypedPlace)
}

extension Diagnostic.Message {
  static func unknownName(_ name: String) -> Self {
    Self(id: "unknown-name", text: "there is no \(name) here")
  }

  static func equalOverloads(_ name: String) -> Self {
    Self(id: "ambiguous", text: "two functions named \(name) take these arguments equally well")
  }

  static func notConstructible(_ type: Type) -> Self {
    Self(id: "type-mismatch", text: "\(type.text) is not made by a call")
  }

  static func notAFunction(_ type: Type) -> Self {
    Self(id: "type-mismatch", text: "a value of type \(type.text) cannot be called")
  }

  static func unknownLabel(_ label: String, _ name: String) -> Self {
    Self(id: "wrong-arguments", text: "\(name) has no argument \(label):")
  }

  static func noOverload(_ name: String, _ types: [String]) -> Self {
    Self(
      id: "type-mismatch",
      text: "no \(name) takes (\(types.joined(separator: ", ")))")
  }
}
