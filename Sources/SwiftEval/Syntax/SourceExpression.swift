import Diagnostics

/// An expression of a cell as the type checker reads it: operators are folded, what is outside of the
/// evaluated Swift is gone (and reported).
struct SourceExpression: Sendable {
  let kind: Kind
  let span: Span
  /// Unique among all expressions of a checker.
  let id: Int
  /// How many levels of expressions are below: what recursion over it costs.
  let height: Int

  struct Argument: Sendable {
    let label: String?
    let value: SourceExpression
    /// Written after the parentheses; it has a label only from the second such closure on.
    var isTrailing = false
  }

  struct Name: Sendable, Hashable {
    let text: String
    let span: Span
    /// `f(_:y:)`: the labels, nil for `_`.
    var labels: [String?]?
  }

  indirect enum Kind: Sendable {
    case integer(String)
    case float(String)
    case bool(Bool)
    case string(String)
    case interpolation([SourceExpression])
    case null
    case name(Name)
    /// `base.name`; without a base, `.name`.
    case member(SourceExpression?, Name)
    case call(SourceExpression, [Argument])
    case `subscript`(SourceExpression, [Argument])
    case closure(SourceClosure)
    /// Two or more elements, or none.
    case tuple([Argument])
    case parenthesized(SourceExpression)
    case array([SourceExpression])
    /// A type where an expression stands: `[Int]` in `[Int]()`.
    case type(Type)
    case prefix(Name, SourceExpression)
    case postfix(Name, SourceExpression)
    case binary(Name, SourceExpression, SourceExpression)
    case ternary(SourceExpression, SourceExpression, SourceExpression)
    /// `+` as a function.
    case operatorReference(Name)
    case addressOf(SourceExpression)
    /// `a?` in a chain.
    case optionalLink(SourceExpression)
    case forceUnwrap(SourceExpression)
    case cast(SourceExpression, Type)
    case conditional(SourceStatement)
    /// `_` on the left of an assignment.
    case wildcard
    /// A binding inside of a pattern.
    case pattern(SourcePattern)
    case error
  }
}

/// A closure, with its own parameters or `$0`, `$1` …
struct SourceClosure: Sendable {
  struct Parameter: Sendable {
    /// Nil for `_`.
    let name: String?
    let type: Type?
    let isInout: Bool
    let span: Span
  }

  /// Nil where none are written.
  let parameters: [Parameter]?
  let result: Type?
  let body: [SourceStatement]
  /// One more than the greatest n of `$n` in the body (not in closures inside).
  let anonymousCount: Int

  /// A type in the closure's head is none, or is not evaluated; either is reported there.
  var hasUnknownType: Bool {
    result == .error || (parameters ?? []).contains { $0.type == .error }
  }

  /// The one expression that is the closure's value, if that is all there is.
  var singleExpression: SourceExpression? {
    guard body.count == 1 else { return nil }
    switch body[0].kind {
    case .expression(let value): return value.isConditional ? nil : value
    case .return(let value): return value.flatMap { $0.isConditional ? nil : $0 }
    default: return nil
    }
  }
}

extension SourceExpression {
  var isConditional: Bool {
    if case .conditional = kind { return true }
    return false
  }

  /// Without the parentheses around it.
  var unparenthesized: SourceExpression {
    var expression = self
    while case .parenthesized(let inner) = expression.kind { expression = inner }
    return expression
  }

  var isNull: Bool {
    if case .null = unparenthesized.kind { return true }
    return false
  }
}

/// A statement of a cell as the type checker reads it.
struct SourceStatement: Sendable {
  let kind: Kind
  let span: Span

  struct Binding: Sendable {
    let pattern: SourcePattern
    let type: Type?
    let value: SourceExpression?
    let span: Span
  }

  struct Case: Sendable {
    /// Empty for `default`.
    let patterns: [(pattern: SourcePattern, condition: SourceExpression?)]
    let body: [SourceStatement]
    let span: Span
  }

  indirect enum Condition: Sendable {
    case expression(SourceExpression)
    case pattern(SourcePattern, Type?, SourceExpression)
  }

  indirect enum Kind: Sendable {
    case expression(SourceExpression)
    case binding(isMutable: Bool, [Binding])
    case function(SourceFunction)
    case `if`([Condition], [SourceStatement], [SourceStatement]?)
    case `guard`([Condition], [SourceStatement])
    case `switch`(SourceExpression, [Case], label: String?)
    case `while`([Condition], [SourceStatement], label: String?)
    case repeatWhile([SourceStatement], SourceExpression, label: String?)
    case `for`(
      SourcePattern, SourceExpression, SourceExpression?, [SourceStatement], label: String?)
    case `do`([SourceStatement], label: String?)
    case `defer`([SourceStatement])
    case `break`(label: String?)
    case `continue`(label: String?)
    case `fallthrough`
    case `return`(SourceExpression?)
    case error
  }
}

struct SourceFunction: Sendable {
  struct Parameter: Sendable {
    let label: String?
    let name: String
    let type: Type
    let isInout: Bool
    /// Says `@escaping`.
    var isEscaping = false
    let defaultValue: SourceExpression?
    let span: Span
  }

  let name: String
  let nameSpan: Span
  let parameters: [Parameter]
  let result: Type
  let body: [SourceStatement]
  let span: Span
}

struct SourcePattern: Sendable {
  let kind: Kind
  let span: Span

  indirect enum Kind: Sendable {
    case wildcard
    case name(String, isMutable: Bool)
    case tuple([(label: String?, pattern: SourcePattern)])
    case optional(SourcePattern)
    case expression(SourceExpression)
    case error
  }

  var isIrrefutable: Bool {
    switch kind {
    case .wildcard, .name: true
    case .tuple(let elements): elements.allSatisfy(\.pattern.isIrrefutable)
    case .optional, .expression, .error: false
    }
  }
}
