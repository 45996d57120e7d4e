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
    if let known = memo[key] {
      failures += known.failures
      return known.candidates
    }
    work += 1
    guard work < Self.workLimit else {
      if work == Self.workLimit { fail(.tooComplex, at: source.span) }
      return []
    }
    let before = failures.count
    let result: [Candidate]
    if let link = outermostLink(of: source) {
      result = chain(source, link: link)
    } else {
      result = uncachedCandidates(source, expecting: hint).reduced
    }
    if !result.isEmpty { failures.removeLast(failures.count - before) }
    memo[key] = Readings(candidates: result, failures: Array(failures[before...]))
    return result
  }

  private func uncachedCandidates(
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

// MARK: Literals

extension TypeChecker {
  private static let nonDefault = Score(nonDefaultLiterals: 1)

  func integer(
    _ text: String, _ hint: Type?, _ span: Span, isNegative: Bool = false
  ) -> [Candidate] {
    let digits = text.replacing("_", with: "")
    var result: [Candidate] = []
    let wanted = hint?.unwrapped
    if wanted != .double, wanted != .float {
      if let value = NumericLiteral.int(digits, isNegative: isNegative) {
        result.append(Candidate(.int(value), .int, span))
        if wanted == .int { return result }
      } else if wanted == .int || wanted == nil || wanted == .hole {
        fail(.integerTooLarge(isNegative ? "-" + text : text), at: span)
      }
    }
    let decimal = (isNegative ? "-" : "") + NumericLiteral.decimal(digits)
    if let value = Double(decimal) {
      if wanted != .float {
        result.append(
          Candidate(.double(value, literal: decimal), .double, span, Self.nonDefault))
      }
      if wanted != .double {
        result.append(Candidate(.double(value, literal: decimal), .float, span, Self.nonDefault))
      }
    }
    return result
  }

  func float(
    _ text: String, _ hint: Type?, _ span: Span, isNegative: Bool = false
  ) -> [Candidate] {
    let literal = (isNegative ? "-" : "") + text.replacing("_", with: "")
    guard let value = Double(literal) else {
      fail(.malformedNumber(text), at: span)
      return []
    }
    let wanted = hint?.unwrapped
    var result: [Candidate] = []
    if wanted != .float {
      result.append(Candidate(.double(value, literal: literal), .double, span))
    }
    if wanted != .double {
      result.append(Candidate(.double(value, literal: literal), .float, span, Self.nonDefault))
    }
    return result
  }

  private func string(_ text: String, _ hint: Type?, _ span: Span) -> [Candidate] {
    var result = [Candidate(.string(text), .string, span)]
    if text.count == 1, let character = text.first, hint?.unwrapped != .string {
      result.append(Candidate(.character(character), .character, span, Self.nonDefault))
    }
    let substring = Type.nominal("Substring", [])
    if hint == nil || hint?.unwrapped == substring {
      result.append(Candidate(.string(text), substring, span, Self.nonDefault))
    }
    return result
  }

  private func interpolation(_ pieces: [SourceExpression], _ span: Span) -> [Candidate] {
    var typed: [TypedExpression] = []
    var isSound = true
    for piece in pieces {
      if case .string(let text) = piece.kind {
        typed.append(TypedExpression(.string(text), type: .string, span: piece.span))
      } else if let best = bestCandidate(of: piece) {
        typed.append(best.expression)
      } else {
        isSound = false
      }
    }
    return isSound ? [Candidate(.interpolation(typed), .string, span)] : []
  }

  private func null(_ hint: Type?, _ span: Span) -> [Candidate] {
    let comparison = Type.nominal("_OptionalNilComparisonType", [])
    if hint == comparison { return [Candidate(.none, comparison, span)] }
    if let hint, hint.isOptional, !hint.hasHoles { return [Candidate(.none, hint, span)] }
    if let hint, !hint.hasHoles {
      fail(.nilIsNo(hint), at: span)
    } else {
      fail(.nilWithoutType, at: span)
    }
    return []
  }

  private func tuple(
    _ elements: [SourceExpression.Argument], _ hint: Type?, _ span: Span
  ) -> [Candidate] {
    if elements.isEmpty { return [Candidate(.tuple([]), .void, span)] }
    guard elements.count > 1 else {
      fail(.labelledParenthesis, at: span)
      return []
    }
    var hints: [Type?] = elements.map { _ in nil }
    if case .tuple(let wanted)? = hint?.unwrapped, wanted.count == elements.count {
      hints = wanted.map(\.type)
    }
    var partial: [(expressions: [TypedExpression], score: Score)] = [([], Score())]
    for (element, hint) in zip(elements, hints) {
      let found = candidates(element.value, expecting: hint)
      let kept = hint.map { hint in
        let fitting = found.compactMap { hint.hasHoles ? $0 : convert($0, to: hint) }
        return fitting.isEmpty ? found : fitting
      }
      partial = partial.flatMap { known in
        (kept ?? found).map { (known.expressions + [$0.expression], known.score + $0.score) }
      }
      partial = Array(partial.sorted { $0.score < $1.score }.prefix(16))
    }
    return partial.map { known in
      let type = Type.tuple(
        zip(elements, known.expressions).map { .init(label: $0.label, type: $1.type) })
      return Candidate(.tuple(known.expressions), type, span, known.score)
    }
  }

  private func array(
    _ elements: [SourceExpression], _ hint: Type?, _ span: Span
  ) -> [Candidate] {
    var wanted: Type?
    if case .array(let element)? = hint?.unwrapped { wanted = element }
    guard !elements.isEmpty else {
      guard let wanted, !wanted.hasHoles else {
        if hint == nil || hint == .hole || wanted != nil { fail(.emptyArrayWithoutType, at: span) }
        return []
      }
      return [Candidate(.array([]), .array(wanted), span)]
    }
    let common = joined(elements, hint: wanted)
    if hint == nil, let best = common.first, best.type != .int,
      let sum = elements.first(where: \.isIntegerArithmetic)
    {
      fail(.integersAmong(best.type), at: sum.span)
      return []
    }
    return common.map { common in
      Candidate(.array(common.expressions), .array(common.type), span, common.score)
    }
  }

  /// The types that all of the expressions can have, with their readings.
  func joined(
    _ sources: [SourceExpression], hint: Type?
  ) -> [(type: Type, expressions: [TypedExpression], score: Score)] {
    let pass = hint.flatMap { $0 == .hole ? nil : $0 }
    let isStated = pass.map { !$0.hasHoles } ?? false
    // `nil`, `[]` and `.infinity` take their type from the others.
    let takesType = sources.map { !isStated && $0.unparenthesized.takesType }
    let found = zip(sources, takesType).map { $1 ? [] : candidates($0, expecting: pass) }
    var types: [Type] = []
    if let pass, isStated {
      types = [pass]
    } else {
      if takesType.allSatisfy(\.self) { _ = candidates(sources[0], expecting: pass) }
      for list in found {
        for candidate in list where !types.contains(candidate.type) && types.count < 12 {
          types.append(candidate.type)
        }
      }
      if sources.contains(where: \.isNull) {
        types = types.map { $0.isOptional ? $0 : .optional($0) }
      } else {
        types += types.filter { type in
          found.contains { $0.contains { $0.type == .optional(type) } }
        }
        .map { .optional($0) }
      }
    }
    var result = types.compactMap { type -> (Type, [TypedExpression], Score)? in
      var expressions: [TypedExpression] = []
      var score = Score()
      for (index, source) in sources.enumerated() {
        let readings = takesType[index] ? candidates(source, expecting: type) : found[index]
        let fitting = readings.compactMap { convert($0, to: type) }
        guard let best = fitting.min(by: { $0.score < $1.score }) else { return nil }
        expressions.append(best.expression)
        score = score + best.score
      }
      return (type, expressions, score)
    }
    // Elements of one kind of function or label: the first type decides.
    if result.isEmpty, found.allSatisfy({ !$0.isEmpty }) {
      reportMixture(sources, found, pass)
    }
    result.sort { $0.2 < $1.2 }
    return result.map { (type: $0.0, expressions: $0.1, score: $0.2) }
  }

  private func reportMixture(
    _ sources: [SourceExpression], _ found: [[Candidate]], _ wanted: Type?
  ) {
    let first = wanted ?? found[0][0].type
    for (source, list) in zip(sources, found)
    where !list.contains(where: { convert($0, to: first) != nil }) {
      return fail(.cannotConvert(list[0].type, to: first), at: source.span)
    }
    fail(.noCommonType, at: sources[0].span.union(sources[sources.count - 1].span))
  }
}

// MARK: Other forms

extension TypeChecker {
  private func ternary(
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

  private func forceUnwrap(_ base: SourceExpression, _ hint: Type?, _ span: Span) -> [Candidate] {
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

  private func cast(_ value: SourceExpression, _ type: Type) -> [Candidate] {
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
    if let best = bestCandidate(of: source, expecting: hint) { return best.expression }
    reportFailures(since: before)
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
    if let best = found.compactMap({ convert($0, to: type) }).reduced.first {
      return best.expression
    }
    if let other = found.first, failures.count == before {
      fail(mismatch(other.type) ?? .cannotConvert(other.type, to: type), at: source.span)
    }
    reportFailures(since: before)
    return TypedExpression(.error, type: .error, span: source.span)
  }

  /// The first reason why an expression has no reading: what follows is mostly a consequence.
  private func reportFailures(since count: Int) {
    if let first = failures[count...].first { diagnostics.append(first) }
  }
}

// MARK: Conversions

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

  private func convert(
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
  private func convert(
    _ candidate: Candidate, _ from: FunctionType, _ to: FunctionType
  ) -> Candidate? {
    var bindings: Bindings = [:]
    guard relations.unify(.function(from), .function(to), &bindings) else { return nil }
    return Candidate(
      candidate.expression.kind, .function(to), candidate.expression.span, candidate.score)
  }
}

extension SourceExpression {
  /// The text of an integer literal that no Int holds.
  fileprivate var tooLargeInteger: String? {
    switch unparenthesized.kind {
    case .integer(let text):
      NumericLiteral.int(text.replacing("_", with: ""), isNegative: false) == nil ? text : nil
    case .prefix(let name, let operand): operand.tooLargeInteger.map { name.text + $0 }
    default: nil
    }
  }
}

/// The texts of numbers in Swift's source.
enum NumericLiteral {
  /// The value of an integer literal without underscores; nil beyond Int.
  static func int(_ text: String, isNegative: Bool) -> Int? {
    let sign = isNegative ? "-" : ""
    let (digits, radix) = parts(text)
    return Int(sign + digits, radix: radix)
  }

  /// The same number in a form that `Double.init` reads.
  static func decimal(_ text: String) -> String {
    let (digits, radix) = parts(text)
    switch radix {
    case 10: return digits
    case 16: return "0x" + digits
    default:
      var value = 0.0
      for digit in digits { value = value * Double(radix) + Double(digit.wholeNumberValue ?? 0) }
      return value < 9e15 ? String(Int(value)) : value.description
    }
  }

  private static func parts(_ text: String) -> (digits: String, radix: Int) {
    for (prefix, radix) in [("0x", 16), ("0b", 2), ("0o", 8)] where text.hasPrefix(prefix) {
      return (String(text.dropFirst(2)), radix)
    }
    return (text, 10)
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
  static let nilWithoutType = Self(id: "type-mismatch", text: "nil needs a type from its context")
  static func nilIsNo(_ type: Type) -> Self {
    Self(id: "type-mismatch", text: "nil is no value of type \(type.text)")
  }

  static let emptyArrayWithoutType = Self(
    id: "type-mismatch", text: "an empty array needs a type from its context")
  static let noCommonType = Self(
    id: "type-mismatch", text: "these values have no type in common")

  static func integerTooLarge(_ text: String) -> Self {
    Self(id: "integer-too-large", text: "\(text) does not fit into an Int")
  }

  static func malformedNumber(_ text: String) -> Self {
    Self(id: "type-mismatch", text: "\(text) is not a number that Swift reads")
  }

  static func cannotConvert(_ type: Type, to other: Type) -> Self {
    Self(
      id: "type-mismatch", text: "a value of type \(type.text) is no \(other.text)")
  }

  static func unwrapsNonOptional(_ type: Type) -> Self {
    Self(id: "type-mismatch", text: "! unwraps an optional; this is of type \(type.text)")
  }

  static func ambiguous(_ a: Type, _ b: Type) -> Self {
    Self(id: "ambiguous", text: "this may be \(a.text) or \(b.text); say which")
  }
}
