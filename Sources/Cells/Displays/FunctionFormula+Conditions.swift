import Diagnostics
import MathCore
import SwiftEval
import Typesetting

/// Conditions and patterns.
extension FunctionFormula {
  func condition(_ conditions: [TypedCondition]) throws(Failure) -> FormulaTree {
    var parts: [FormulaTree] = []
    for condition in conditions {
      guard case .expression(let expression) = condition else {
        throw Failure(reason: "a pattern has no formula", span: function.span)
      }
      parts.append(try tree(expression))
    }
    return Self.joined(parts, "∧")
  }

  /// When a case of a `switch` is taken; nil where it always is.
  mutating func condition(
    _ item: TypedCase, of subject: FormulaTree, _ span: Span
  ) throws(Failure) -> FormulaTree? {
    var alternatives: [FormulaTree] = []
    for (pattern, condition) in item.patterns {
      var parts = try conditions(pattern, of: subject, span)
      if let condition { parts.append(try tree(condition)) }
      guard !parts.isEmpty else { return nil }
      alternatives.append(Self.joined(parts, "∧"))
    }
    return alternatives.isEmpty ? nil : Self.joined(alternatives, "∨")
  }

  private mutating func conditions(
    _ pattern: TypedPattern, of subject: FormulaTree, _ span: Span
  ) throws(Failure) -> [FormulaTree] {
    switch (pattern, subject) {
    case (.wildcard, _): return []
    case (.variable(let id), _):
      values[id] = subject
      return []
    case (.expression(let test, let variable), _):
      values[variable] = subject
      return [try tree(test)]
    case (.tuple(let patterns), .tuple(let parts)) where patterns.count == parts.count:
      var result: [FormulaTree] = []
      for (pattern, part) in zip(patterns, parts) {
        result += try conditions(pattern, of: part, span)
      }
      return result
    default: throw Failure(reason: "a pattern has no formula", span: span)
    }
  }

  private static func joined(_ parts: [FormulaTree], _ symbol: String) -> FormulaTree {
    parts.count == 1 ? parts[0] : .infix(symbol, parts)
  }

  /// `range ~= x`, `range.contains(x)`, `value ~= x`.
  func membership(
    _ pattern: TypedExpression, _ value: TypedExpression
  ) throws(Failure) -> FormulaTree {
    let x = try tree(value)
    guard let range = FormulaRange(pattern) else { return .relation(x, "=", try tree(pattern)) }
    let lower = try range.lower.map { expression throws(Failure) in try tree(expression) }
    let upper = try range.upper.map { expression throws(Failure) in try tree(expression) }
    let above = range.includesUpper ? "≤" : "<"
    switch (lower, upper) {
    case (let lower?, let upper?): return .relation(.relation(lower, "≤", x), above, upper)
    case (let lower?, nil): return .relation(x, "≥", lower)
    case (nil, let upper?): return .relation(x, above, upper)
    case (nil, nil): throw Failure(reason: "this range has no formula", span: pattern.span)
    }
  }
}

/// A range as it is written.
struct FormulaRange {
  let lower: TypedExpression?
  let upper: TypedExpression?
  let includesUpper: Bool

  /// Nil for every other expression.
  init?(_ expression: TypedExpression) {
    guard case .intrinsic(let intrinsic, let arguments) = expression.kind else { return nil }
    let ends = arguments.compactMap { argument -> TypedExpression? in
      if case .value(let end) = argument { end } else { nil }
    }
    switch (FormulaOperators.plain(intrinsic.name), ends.count) {
    case ("Comparable....(_:_:)", 2): (lower, upper, includesUpper) = (ends[0], ends[1], true)
    case ("Comparable...<(_:_:)", 2): (lower, upper, includesUpper) = (ends[0], ends[1], false)
    case ("Comparable.prefix ...(_:)", 1): (lower, upper, includesUpper) = (nil, ends[0], true)
    case ("Comparable.prefix ..<(_:)", 1): (lower, upper, includesUpper) = (nil, ends[0], false)
    case ("Comparable.postfix ...(_:)", 1): (lower, upper, includesUpper) = (ends[0], nil, true)
    default: return nil
    }
  }
}
