import Diagnostics

extension TypeChecker {
  /// A reading as a value of another type: Swift's implicit conversions.
  func convert(_ candidate: Candidate, to type: Type) -> Candidate? {
    if candidate.type == type { return candidate }
    let expression = candidate.expression
    switch (candidate.type, type) {
    case (_, .nominal("Any", [])):
      return candidate.adding(Score(existentials: 1))
    case (_, .nominal(let name, _)) where name.hasPrefix("any "):
      guard relations.conforms(candidate.type, to: String(name.dropFirst(4))) else { return nil }
      return candidate.adding(Score(existentials: 1))
    case (.tuple(let from), .tuple(let to)): return convert(candidate, from, to)
    case (.function(let from), .function(let to)): return convert(candidate, from, to)
    case (.optional(let from), .optional(let to)) where from != to:
      guard case .none = expression.kind else { break }
      return Candidate(.none, type, expression.span, candidate.score)
    case (.array, .nominal("ArraySlice", let parts)) where parts.count == 1:
      guard case .array = expression.kind,
        let list = convert(candidate, to: .array(parts[0]))?.expression.kind
      else { return nil }
      return Candidate(list, type, expression.span, candidate.score)
    case (.array, .array(let to)):
      guard case .array(let elements) = expression.kind else { return nil }
      var converted: [TypedExpression] = []
      var score = candidate.score
      for element in elements {
        guard let result = convert(Candidate(expression: element), to: to) else { return nil }
        converted.append(result.expression)
        score = score + result.score
      }
      return Candidate(.array(converted), type, expression.span, score)
    default: break
    }
    guard case .optional(let wrapped) = type, let inner = convert(candidate, to: wrapped) else {
      return nil
    }
    return Candidate(
      .some(inner.expression), type, expression.span, inner.score + Score(optionalWraps: 1))
  }

  func convert(
    _ candidate: Candidate, _ from: [Type.TupleElement], _ to: [Type.TupleElement]
  ) -> Candidate? {
    guard from.count == to.count else { return nil }
    let labelsFit = zip(from, to).allSatisfy {
      $0.label == $1.label || $0.label == nil || $1.label == nil
    }
    guard labelsFit else { return nil }
    let type = Type.tuple(to)
    if case .tuple(let elements) = candidate.expression.kind {
      var converted: [TypedExpression] = []
      var score = candidate.score
      for (element, target) in zip(elements, to) {
        guard let result = convert(Candidate(expression: element), to: target.type) else {
          return nil
        }
        converted.append(result.expression)
        score = score + result.score
      }
      return Candidate(.tuple(converted), type, candidate.expression.span, score)
    }
    guard zip(from, to).allSatisfy({ $0.type == $1.type }) else { return nil }
    return Candidate(candidate.expression.kind, type, candidate.expression.span, candidate.score)
  }

  /// Functions are the same but for labels of tuples.
  func convert(
    _ candidate: Candidate, _ from: FunctionType, _ to: FunctionType
  ) -> Candidate? {
    var bindings: Bindings = [:]
    guard relations.unify(.function(from), .function(to), &bindings) else { return nil }
    return Candidate(
      candidate.expression.kind, .function(to), candidate.expression.span, candidate.score)
  }
}

extension Diagnostic.Message {
  static func cannotConvert(_ type: Type, to other: Type) -> Self {
    Self(
      id: "type-mismatch", text: "a value of type \(type.text) is no \(other.text)")
  }
}
