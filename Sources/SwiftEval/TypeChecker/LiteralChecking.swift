import Diagnostics

extension TypeChecker {
  private static let nonDefault = Score(nonDefaultLiterals: 1)

  func integer(
    _ text: String, _ hint: Type?, _ span: Span, isNegative: Bool = false
  ) -> [Candidate] {
    let digits = text.replacing("_", with: "")
    var result: [Candidate] = []
    let wanted = hint?.unwrapped
    if wanted == .uint64 { return unsigned(digits, span, isNegative: isNegative) }
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

  /// A literal is a UInt64 only where that is expected, and is then made of its bits.
  private func unsigned(_ digits: String, _ span: Span, isNegative: Bool) -> [Candidate] {
    guard let value = NumericLiteral.integer(digits, isNegative: isNegative, as: UInt64.self) else {
      fail(.noUnsignedInteger((isNegative ? "-" : "") + digits), at: span)
      return []
    }
    let bits = TypedExpression(.int(Int(truncatingIfNeeded: value)), type: .int, span: span)
    let made = Intrinsic("UInt64.init(truncatingIfNeeded:)")
    return [Candidate(.intrinsic(made, [.value(bits)]), .uint64, span, Self.nonDefault)]
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

  func string(_ text: String, _ hint: Type?, _ span: Span) -> [Candidate] {
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

  func interpolation(_ pieces: [SourceExpression], _ span: Span) -> [Candidate] {
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

  func null(_ hint: Type?, _ span: Span) -> [Candidate] {
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

  func tuple(
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

  func array(
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

  func reportMixture(
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

extension SourceExpression {
  /// The text of an integer literal that no Int holds.
  var tooLargeInteger: String? {
    switch unparenthesized.kind {
    case .integer(let text):
      NumericLiteral.int(text.replacing("_", with: ""), isNegative: false) == nil ? text : nil
    case .prefix(let name, let operand): operand.tooLargeInteger.map { name.text + $0 }
    default: nil
    }
  }
}

extension Diagnostic.Message {
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

  static func noUnsignedInteger(_ text: String) -> Self {
    Self(id: "integer-too-large", text: "\(text) does not fit into a UInt64")
  }

  static func malformedNumber(_ text: String) -> Self {
    Self(id: "type-mismatch", text: "\(text) is not a number that Swift reads")
  }

}
