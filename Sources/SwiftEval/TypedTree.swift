public import Diagnostics

// The typed tree is what the type checker makes of a cell, and what the compiler reads: every
// overload is resolved, every literal has its type, every implicit conversion is explicit.
// Spans are UTF-8 offsets into the cell's text (its `Excerpt`), not yet into the lesson.

/// A `let`, `var` or parameter, numbered across all cells of one lesson.
public struct VariableID: Hashable, Sendable {
  public let index: Int
  public init(_ index: Int) { self.index = index }
}

/// A `func` or a closure, numbered across all cells of one lesson.
public struct FunctionID: Hashable, Sendable {
  public let index: Int
  public init(_ index: Int) { self.index = index }
}

public struct Variable: Hashable, Sendable {
  public let id: VariableID
  public let name: String
  public let type: Type
  public let isMutable: Bool
  /// Nil for the lesson's globals.
  public let owner: FunctionID?
  /// A mutable local that a closure or nested function captures lives in a shared box.
  public var isCaptured: Bool

  public init(
    id: VariableID, name: String, type: Type, isMutable: Bool, owner: FunctionID?,
    isCaptured: Bool = false
  ) {
    self.id = id
    self.name = name
    self.type = type
    self.isMutable = isMutable
    self.owner = owner
    self.isCaptured = isCaptured
  }
}

/// A function or closure whose body is checked.
public struct TypedFunction: Hashable, Sendable {
  public struct Parameter: Hashable, Sendable {
    public let variable: VariableID
    /// The label at the call; nil for `_`.
    public let label: String?
    public let isInout: Bool
    /// Evaluated at the call when the argument is left out.
    public let defaultValue: TypedExpression?
    public init(
      variable: VariableID, label: String?, isInout: Bool = false,
      defaultValue: TypedExpression? = nil
    ) {
      self.variable = variable
      self.label = label
      self.isInout = isInout
      self.defaultValue = defaultValue
    }
  }

  public let id: FunctionID
  /// Nil for a closure.
  public let name: String?
  public let parameters: [Parameter]
  public let type: FunctionType
  public let body: [TypedStatement]
  /// Locals of enclosing functions that the body uses, in order of first use. Globals are not captured.
  public let captures: [VariableID]
  /// The whole declaration or closure, and the cell that it stands in.
  public let span: Span
  public let excerpt: Excerpt

  public init(
    id: FunctionID, name: String?, parameters: [Parameter], type: FunctionType,
    body: [TypedStatement], captures: [VariableID], span: Span, excerpt: Excerpt
  ) {
    self.id = id
    self.name = name
    self.parameters = parameters
    self.type = type
    self.body = body
    self.captures = captures
    self.span = span
    self.excerpt = excerpt
  }
}

public struct TypedExpression: Hashable, Sendable {
  public let kind: Kind
  public let type: Type
  public let span: Span

  public init(_ kind: Kind, type: Type, span: Span) {
    self.kind = kind
    self.type = type
    self.span = span
  }

  public indirect enum Kind: Hashable, Sendable {
    case int(Int)
    /// A literal of type Double or Float: the value in binary64 and the exact decimal as written
    /// (without underscores; hexadecimal floats too), which is what it means in the reals.
    case double(Double, literal: String)
    case bool(Bool)
    case string(String)
    case character(Character)
    /// Pieces are strings and expressions of any printable type.
    case interpolation([TypedExpression])
    case variable(VariableID)
    /// A named function used as a value; its captures are taken here.
    case function(FunctionID)
    case closure(FunctionID)
    case call(FunctionID, [TypedArgument])
    case callValue(TypedExpression, [TypedArgument])
    /// A function, operator, property, subscript, initialiser or method of the library, by the
    /// name in its declaration: see `Library`. The receiver, if any, is the first argument.
    case intrinsic(Intrinsic, [TypedArgument])
    /// An initialiser or method of the vocabulary (a display, mark, modifier or check): it makes a
    /// `Record`. Arguments are in the order of the declaration, nil where left out.
    case record(SignatureID, receiver: TypedExpression?, [TypedExpression?])
    /// A result-builder closure's body: its statements' expressions, collected in order, as an
    /// array. `if`, `for` and the like may nest inside. A builder closure without parameters is
    /// evaluated in place, as this; one with parameters is a `.closure` whose body is one
    /// `.return(.builder)`.
    case builder([TypedStatement])
    case tuple([TypedExpression])
    case tupleElement(TypedExpression, Int)
    case array([TypedExpression])
    /// T to T?.
    case some(TypedExpression)
    case none
    /// `x!`
    case forceUnwrap(TypedExpression)
    /// `a?.b`: the base, then what is made of its value, which stands for `variable` inside. The
    /// result is optional and flattened once if `flattens`.
    case optionalChain(TypedExpression, variable: VariableID, TypedExpression, flattens: Bool)
    /// `a ?? b`: b is evaluated only if needed; `unwraps` is false when b is optional too.
    case coalesce(TypedExpression, TypedExpression, unwraps: Bool)
    case and(TypedExpression, TypedExpression)
    case or(TypedExpression, TypedExpression)
    case ternary(TypedExpression, TypedExpression, TypedExpression)
    /// `if` and `switch` used as expressions: the branches yield their last statement.
    case conditional([TypedStatement])
    /// Int to Double never happens silently in Swift: there is no other conversion than `some`
    /// and the change of a function's type in that respect.
    case error
  }
}

public enum TypedArgument: Hashable, Sendable {
  case value(TypedExpression)
  case `inout`(TypedPlace)
}

/// Something that can be assigned to: a variable, then a way into it.
public struct TypedPlace: Hashable, Sendable {
  public enum Step: Hashable, Sendable {
    case tupleElement(Int)
    /// A subscript of an array by an Int.
    case element(TypedExpression)
    /// A subscript of an array by a range.
    case slice(TypedExpression)
    case forceUnwrap
  }

  public let root: VariableID
  public let steps: [Step]
  public let type: Type
  public let span: Span

  public init(root: VariableID, steps: [Step], type: Type, span: Span) {
    self.root = root
    self.steps = steps
    self.type = type
    self.span = span
  }
}

public struct TypedStatement: Hashable, Sendable {
  public let kind: Kind
  public let span: Span

  public init(_ kind: Kind, span: Span) {
    self.kind = kind
    self.span = span
  }

  public indirect enum Kind: Hashable, Sendable {
    /// An expression whose value is dropped, or displayed at top level when `displays`; in a
    /// builder it is collected.
    case expression(TypedExpression, displays: Bool)
    /// `let` or `var`; the initial value may come later (`let x: Int`).
    case binding(TypedPattern, TypedExpression?)
    case assign(TypedPlace, TypedExpression)
    /// `(a, b) = (b, a)`: all values first; nil for `_`.
    case assignTuple([TypedPlace?], TypedExpression)
    /// `place op= value`, as the intrinsic of the plain operator.
    case compoundAssign(TypedPlace, Intrinsic, TypedExpression)
    case function(FunctionID)
    case `if`([TypedCondition], then: [TypedStatement], else: [TypedStatement])
    case `guard`([TypedCondition], else: [TypedStatement])
    case `switch`(TypedExpression, [TypedCase], label: String?)
    case `while`([TypedCondition], [TypedStatement], label: String?)
    case repeatWhile([TypedStatement], TypedExpression, label: String?)
    case `for`(
      TypedPattern, in: TypedExpression, where: TypedExpression?, [TypedStatement], label: String?)
    case `do`([TypedStatement], label: String?)
    case `defer`([TypedStatement])
    case `break`(label: String?)
    case `continue`(label: String?)
    case `fallthrough`
    case `return`(TypedExpression?)
    /// The value of a branch of an `if` or `switch` expression.
    case yield(TypedExpression)
    /// What failed to check; reported already.
    case error
  }
}

public enum TypedCondition: Hashable, Sendable {
  case expression(TypedExpression)
  /// `if let x = e`, `if case p = e`: matches or goes on to `else`.
  case pattern(TypedPattern, TypedExpression)
}

public struct TypedCase: Hashable, Sendable {
  /// Alternatives separated by commas, each with its `where`; empty is `default`.
  public let patterns: [(pattern: TypedPattern, condition: TypedExpression?)]
  public let body: [TypedStatement]

  public init(
    patterns: [(pattern: TypedPattern, condition: TypedExpression?)], body: [TypedStatement]
  ) {
    self.patterns = patterns
    self.body = body
  }

  public static func == (a: Self, b: Self) -> Bool {
    a.body == b.body && a.patterns.count == b.patterns.count
      && zip(a.patterns, b.patterns).allSatisfy {
        $0.pattern == $1.pattern && $0.condition == $1.condition
      }
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(body) }
}

public indirect enum TypedPattern: Hashable, Sendable {
  case wildcard
  case variable(VariableID)
  case tuple([TypedPattern])
  /// `let x?` and `.some(let x)`, also `if let`.
  case some(TypedPattern)
  case none
  /// A value or range: matches when this Bool expression is true, where `variable` stands for the
  /// matched value (`~=` resolved by the checker).
  case expression(TypedExpression, variable: VariableID)
}

/// A declaration of the library that the machine implements, by its canonical name, which is made
/// from its declaration in `Library/*.swift.txt`: `exp(_:)`, `Double.+(_:_:)`, `Array.map(_:)`,
/// `Array.count`, `Array.subscript(_:)#Int`, `Double.init(_:)#Int`. What follows `#` are the
/// parameter types where the name alone is ambiguous. Arguments are complete: defaults are filled in,
/// a variadic parameter's arguments are one `.array`, and an autoclosure's argument is the
/// expression itself. `!=` of what is neither a number, a Bool, text nor an optional is
/// `Equatable.!=(_:_:)`, `&&` and `||` are intrinsics only as function values.
public struct Intrinsic: Hashable, Sendable {
  public let name: String
  /// The types that the call's type parameters stand for, in the order of the declaration.
  public let typeArguments: [Type]

  public init(_ name: String, typeArguments: [Type] = []) {
    self.name = name
    self.typeArguments = typeArguments
  }
}

/// A declaration of the vocabulary (initialiser, method or function that makes a record).
public struct SignatureID: Hashable, Sendable {
  public let index: Int
  public init(_ index: Int) { self.index = index }
}
