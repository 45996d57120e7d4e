import Diagnostics
import MathCore

extension TypeChecker {
  /// The ways to read an expression, best first; none where it does not type-check, which `failures`
  /// tells the reason of, unless that was reported elsewhere.
  ///
  /// - Parameter hint: what is wanted, with holes; a reading of another type may come back all the
  ///   same.
  func candidates(_ source: SourceExpression, expecting wanted: Type? = nil) -> [Candidate] {
    // `Any` takes every value as it is.
    let hint = wanted == .nominal("Any", []) ? nil : wanted
    let key = MemoKey(expression: source.id, hint: hint)
    if let known = memory.expressions[key] {
      failures += known.failures
      return known.candidates
    }
    work += 1
    guard !isExhausted else { return [] }
    let before = failures.count
    let result: [Candidate]
    if let link = outermostLink(of: source) {
      result = chain(source, link: link)
    } else {
      result = uncachedCandidates(source, expecting: hint).reduced
    }
    if !result.isEmpty { failures.removeLast(failures.count - before) }
    memory.expressions[key] = Readings(candidates: result, failures: Array(failures[before...]))
    return result
  }

  func uncachedCandidates(
    _ source: SourceExpression, expecting hint: Type?
  ) -> [Candidate] {
    let span = source.span
    switch source.kind {
    case .integer(let text): return integer(text, hint, span)
    case .float(let text): return float(text, hint, span)
    case .bool(let value): return [Candidate(.bool(value), .bool, span)]
    case .string(let text): return string(text, hint, span)
    case .interpolation(let pieces): return interpolation(pieces, span)
    case .null: return null(hint, span)
    case .name(let name): return nameValue(name, source, expecting: hint)
    case .member(let base, let name): return member(base, name, source, expecting: hint)
    case .call(let callee, let arguments):
      return call(callee, arguments, source, expecting: hint)
    case .subscript(let base, let arguments): return subscripts(base, arguments, source)
    case .closure(let closure): return self.closure(closure, source, expecting: hint)
    case .tuple(let elements): return tuple(elements, hint, span)
    case .parenthesized(let inner): return candidates(inner, expecting: hint)
    case .array(let elements): return array(elements, hint, span)
    case .type:
      fail(.typeAsValue, at: span)
      return []
    case .prefix(let name, let operand): return prefix(name, operand, source, expecting: hint)
    case .postfix(let name, let operand): return postfix(name, operand, source, expecting: hint)
    case .binary(let name, let left, let right):
      return binary(name, left, right, source, expecting: hint)
    case .ternary(let condition, let a, let b):
      return ternary(condition, a, b, hint, span)
    case .operatorReference(let name): return operatorValue(name, source, expecting: hint)
    case .addressOf:
      fail(.strayAddress, at: span)
      return []
    case .optionalLink(let base):
      guard let variable = chainLinks[source.id] else {
        if !candidates(base).isEmpty { fail(.strayLink, at: span) }
        return []
      }
      return [Candidate(.variable(variable), variables[variable.index].type, span)]
    case .forceUnwrap(let base): return forceUnwrap(base, hint, span)
    case .cast(let value, let type): return cast(value, type)
    case .conditional(let statement): return conditional(statement, hint, span)
    case .wildcard, .pattern:
      fail(.strayPattern, at: span)
      return []
    case .error: return []
    }
  }
}

extension Candidate {
  init(_ kind: TypedExpression.Kind, _ type: Type, _ span: Span, _ score: Score = Score()) {
    expression = TypedExpression(kind, type: type, span: span)
    self.score = score
  }
}

// MARK: Other forms

extension TypeChecker {
  func ternary(
    _ condition: SourceExpression, _ a: SourceExpression, _ b: SourceExpression, _ hint: Type?,
    _ span: Span
  ) -> [Candidate] {
    let test = self.condition(condition)
    let branches = joined([a, b], hint: hint.flatMap { $0.hasHoles ? nil : $0 })
    let open =
      branches.isEmpty && hint != nil ? joined([a, b], hint: nil) : branches
    guard let test else { return [] }
    return open.map {
      Candidate(
        .ternary(test, $0.expressions[0], $0.expressions[1]), $0.type, span, $0.score)
    }
  }

  /// A Bool, or nil with the reason in `failures`.
  func condition(_ source: SourceExpression) -> TypedExpression? {
    let found = candidates(source, expecting: .bool)
    if let best = found.compactMap({ convert($0, to: .bool) }).first { return best.expression }
    if let other = found.first { fail(.cannotConvert(other.type, to: .bool), at: source.span) }
    return nil
  }

  func forceUnwrap(_ base: SourceExpression, _ hint: Type?, _ span: Span) -> [Candidate] {
    let wanted = hint.flatMap { $0 == .hole ? nil : Type.optional($0) }
    let found = candidates(base, expecting: wanted)
    let result = found.compactMap { candidate -> Candidate? in
      guard case .optional(let wrapped) = candidate.type else { return nil }
      return Candidate(.forceUnwrap(candidate.expression), wrapped, span, candidate.score)
    }
    if result.isEmpty, let first = found.first {
      fail(.unwrapsNonOptional(first.type), at: span)
    }
    return result
  }

  func cast(_ value: SourceExpression, _ type: Type) -> [Candidate] {
    if type == .error { return [] }
    let found = candidates(value, expecting: type)
    let fitting = found.compactMap { convert($0, to: type) }
    if fitting.isEmpty, let first = found.first {
      fail(.cannotConvert(first.type, to: type), at: value.span)
    }
    return fitting
  }

  /// The best reading whatever its type; reports two that are equally good.
  func bestCandidate(of source: SourceExpression, expecting hint: Type? = nil) -> Candidate? {
    let found = candidates(source, expecting: hint)
    guard let best = found.first else { return nil }
    if found.count > 1, found[1].score == best.score {
      if let literal = source.tooLargeInteger {
        fail(.integerTooLarge(literal), at: source.span)
        return nil
      }
      fail(.ambiguous(best.type, found[1].type), at: source.span)
      return nil
    }
    return best
  }

  /// The expression with its best type, or `.error` after reporting why there is none.
  func value(of source: SourceExpression, expecting hint: Type? = nil) -> TypedExpression {
    let before = failures.count
    defer { failures.removeLast(failures.count - before) }
    if let best = bestCandidate(of: source, expecting: hint), !isExhausted {
      return best.expression
    }
    reportFailures(since: before, of: source)
    return TypedExpression(.error, type: .error, span: source.span)
  }

  /// The expression as a value of a type that is stated; reports where it does not convert.
  func value(
    of source: SourceExpression, as type: Type,
    mismatch: (Type) -> Diagnostic.Message? = { _ in nil }
  ) -> TypedExpression {
    let before = failures.count
    defer { failures.removeLast(failures.count - before) }
    guard type != .error else { return value(of: source) }
    let found = candidates(source, expecting: type)
    if let best = found.compactMap({ convert($0, to: type) }).reduced.first, !isExhausted {
      return best.expression
    }
    if let other = found.first, failures.count == before {
      fail(mismatch(other.type) ?? .cannotConvert(other.type, to: type), at: source.span)
    }
    reportFailures(since: before, of: source)
    return TypedExpression(.error, type: .error, span: source.span)
  }

  /// The first reason why an expression has no reading: what follows is mostly a consequence.
  func reportFailures(since count: Int, of source: SourceExpression) {
    if isExhausted {
      diagnostics.append(Diagnostic(.error, .tooComplex, in: excerpt, at: source.span))
    } else if let first = failures[count...].first {
      diagnostics.append(first)
    }
  }
}

extension Diagnostic.Message {
  static let tooComplex = Self(
    id: "too-complex", text: "this expression takes too long to type-check; split it up")
  static let unreadable = Self(
    id: "type-mismatch", text: "this expression has no type that fits")
  static let typeAsValue = Self(id: "type-mismatch", text: "a type is no value here")
  static let strayAddress = Self(
    id: "type-mismatch", text: "& stands only before an argument that is passed inout")
  static let strayLink = Self(
    id: "type-mismatch", text: "? is followed by a member, a call or a subscript")
  static let labelledParenthesis = Self(
    id: "type-mismatch", text: "a tuple with labels has at least two elements")
  static let strayPattern = Self(
    id: "type-mismatch", text: "_ stands only in a pattern or on the left of an assignment")

  static func unwrapsNonOptional(_ type: Type) -> Self {
    Self(id: "type-mismatch", text: "! unwraps an optional; this is of type \(type.text)")
  }

  static func ambiguous(_ a: Type, _ b: Type) -> Self {
    Self(id: "ambiguous", text: "this may be \(a.text) or \(b.text); say which")
  }
}
