/// `base.name(…)`: calls of methods, of static functions and of properties that are functions.
extension TypeChecker {
  func callMember(
    _ base: SourceExpression?, _ name: SourceExpression.Name, _ callee: SourceExpression,
    _ arguments: [SourceExpression.Argument], _ source: SourceExpression, expecting hint: Type?
  ) -> [Candidate] {
    guard let base else {
      if let hint, hint.isOptional, name.text == "some" {
        return callStatic(of: hint, name, callee, arguments, source, expecting: hint)
      }
      guard let type = hint?.unwrapped, type != .hole else {
        fail(.implicitMemberWithoutType(name.text), at: callee.span)
        return []
      }
      return callStatic(of: type, name, callee, arguments, source, expecting: hint)
    }
    if let type = typeReference(base) {
      return callStatic(of: type, name, callee, arguments, source, expecting: hint)
    }
    return callMethod(base, name, callee, arguments, source, expecting: hint)
  }

  /// A method of a value, or a property of it that is a function.
  private func callMethod(
    _ base: SourceExpression, _ name: SourceExpression.Name, _ callee: SourceExpression,
    _ arguments: [SourceExpression.Argument], _ source: SourceExpression, expecting hint: Type?
  ) -> [Candidate] {
    let before = failures.count
    let found = receivers(base, of: name)
    var result: [Candidate] = []
    var hasMethod = false
    for candidate in found {
      let overloads = members(name.text, of: candidate.type, isStatic: false)
        .filter { isMethod($0) }
      guard !overloads.isEmpty else { continue }
      hasMethod = true
      let start = failures.count
      result += method(overloads, candidate, base, name, arguments, source, expecting: hint)
      // Only the best receiver's failure is of interest.
      if start > before { failures.removeLast(failures.count - start) }
    }
    if result.isEmpty {
      if let first = found.first, failures.count == before {
        let values = property(name, of: first, callee, expecting: nil)
        if let function = values.first, function.type.functionType != nil {
          return callFunction(function, arguments, source)
        }
        // Where there is the method, an argument failed that was reported at its own place.
        if !hasMethod { unknownMember(name, of: first.type) }
      }
      return []
    }
    failures.removeLast(failures.count - before)
    return result.reduced
  }

  func isMethod(_ callee: Callee) -> Bool {
    guard case .library(let index) = callee.target else { return true }
    return library.declarations[index].kind == .function
  }

  func callFunction(
    _ function: Candidate, _ arguments: [SourceExpression.Argument], _ source: SourceExpression
  ) -> [Candidate] {
    guard case .function(let type) = function.type else { return [] }
    let parameters = type.parameters.map {
      var parameter = LibraryDeclaration.Parameter(label: nil, name: "", type: $0.type)
      parameter.isInout = $0.isInout
      return parameter
    }
    let callee = Callee(
      UserFunction(
        id: FunctionID(-1), name: "the function", parameters: parameters, result: type.result))
    return apply(callee, arguments, source.span, expecting: nil).compactMap { reading in
      guard case .call(_, let arguments) = reading.expression.kind else { return nil }
      return Candidate(
        .callValue(function.expression, arguments), type.result, source.span,
        reading.score + function.score)
    }
  }

  func method(
    _ overloads: [Callee], _ candidate: Candidate, _ base: SourceExpression,
    _ name: SourceExpression.Name, _ arguments: [SourceExpression.Argument],
    _ source: SourceExpression, expecting hint: Type?
  ) -> [Candidate] {
    let mutating = overloads.filter(\.isMutating)
    let plain = overloads.filter { !$0.isMutating }
    var result: [Candidate] = []
    if !plain.isEmpty {
      result += resolve(
        plain, arguments, source, named: name, expecting: hint, receiver: .value(candidate)
      ).map { $0.adding(candidate.score) }
    }
    if !mutating.isEmpty, result.isEmpty, let place = place(base) {
      result += resolve(
        mutating, arguments, source, named: name, expecting: hint, receiver: .place(place))
    }
    return result
  }

  func callStatic(
    of type: Type, _ name: SourceExpression.Name, _ callee: SourceExpression,
    _ arguments: [SourceExpression.Argument], _ source: SourceExpression, expecting hint: Type?
  ) -> [Candidate] {
    if name.text == "some", case .optional(let wrapped) = type {
      return wrap(arguments, wrapped, source, expecting: hint)
    }
    if name.text == "init" {
      return construct(type, arguments, source, at: callee.span, expecting: hint)
    }
    let overloads = members(name.text, of: type, isStatic: true).filter { isMethod($0) }
    guard !overloads.isEmpty else {
      unknownMember(name, of: type)
      return []
    }
    return resolve(overloads, arguments, source, named: name, expecting: hint)
  }
}
