public import Diagnostics
public import MathCore

/// A value of the evaluated Swift over a number system.
///
/// Types are static, so a value does not carry its own: labels of tuples, the element types of
/// arrays and the like are those of the expression's `Type`.
public enum Value<S: Scalar>: Sendable {
  /// The value of `Void`; also what stands in a register or global that holds nothing.
  case void
  case int(Int)
  case bool(Bool)
  /// A `Double`.
  case scalar(S)
  /// A `Float` is binary32 in every number system.
  case float(Float)
  /// A `UInt64`, and the state of a `SplitMix64`.
  case unsigned(UInt64)
  case string(String)
  case character(Character)
  case array([Value])
  /// An `ArraySlice`: the elements, and the index of the first.
  indirect case slice([Value], start: Int)
  case tuple([Value])
  /// An optional that holds nothing.
  case none
  indirect case some(Value)
  case function(Closure<S>)
  indirect case range(RangeValue<S>)
  indirect case stride(StrideValue<S>)
  /// A sequence of the library that is made of others: `zip(a, b)`, `a.enumerated()`, `a.reversed()`.
  indirect case view(SequenceView, [Value])
  case record(Record<S>)
  /// A variable that closures share. Never the value of an expression.
  case box(Box<S>)
}

/// How a `view` presents its bases.
public enum SequenceView: Hashable, Sendable { case zip, enumerated, reversed }

public enum RangeKind: Hashable, Sendable { case closed, halfOpen, from, upTo, through }

/// A range of any kind; a missing bound is nil.
public struct RangeValue<S: Scalar>: Sendable {
  public let kind: RangeKind
  public let lower: Value<S>?
  public let upper: Value<S>?

  public init(_ kind: RangeKind, lower: Value<S>?, upper: Value<S>?) {
    self.kind = kind
    self.lower = lower
    self.upper = upper
  }
}

/// `stride(from:to:by:)` and `stride(from:through:by:)`.
public struct StrideValue<S: Scalar>: Sendable {
  public let start: Value<S>
  public let end: Value<S>
  public let step: Value<S>
  public let includesEnd: Bool
  /// How many elements both readings have, where that was counted; nil where comparing each with the
  /// end decides.
  var count: Int?
}

/// A function as a value: its code and what it captured.
///
/// A class so that a value stays small; immutable.
public final class Closure<S: Scalar>: Sendable {
  enum Target: Sendable {
    /// An index into the program's functions.
    case compiled(Int)
    /// `derivative(of: f, withRespectTo: index)`; f is the one capture.
    case derivative(withRespectTo: Int)
  }

  let target: Target
  let captures: [Value<S>]
  /// How many closures deep the captures go: freeing them takes that much stack.
  let depth: Int

  init(_ target: Target, captures: [Value<S>], depth: Int) {
    self.target = target
    self.captures = captures
    self.depth = depth
  }
}

/// A function value that comes out of a cell.
public typealias FunctionValue = Closure<Reading>

/// What a declaration of the vocabulary makes: its arguments, as data.
///
/// A class so that a value stays small; immutable.
public final class Record<S: Scalar>: Sendable {
  public let signature: SignatureID
  /// What a modifier is applied to.
  public let receiver: Value<S>?
  /// In the order of the declaration; nil where left out.
  public let arguments: [Value<S>?]
  /// Where the call stands: offsets into the file.
  public let span: Span
  /// The cell that the call stands in.
  public let excerpt: Excerpt
  let depth: Int

  init(
    signature: SignatureID, receiver: Value<S>?, arguments: [Value<S>?], span: Span,
    excerpt: Excerpt, depth: Int
  ) {
    self.signature = signature
    self.receiver = receiver
    self.arguments = arguments
    self.span = span
    self.excerpt = excerpt
    self.depth = depth
  }
}

/// A local variable that outlives its scope in the closures that captured it.
///
/// A class because closures share it. A run is confined to one task, and what leaves a run is only
/// read, which is what makes the unchecked conformance sound.
public final class Box<S: Scalar>: @unchecked Sendable {
  var value: Value<S>
  private let graveyard: Graveyard<S>

  init(_ value: Value<S>, graveyard: Graveyard<S>) {
    self.value = value
    self.graveyard = graveyard
  }

  deinit { graveyard.bury(value) }
}

/// Frees chains of boxes one after the other, so that a long chain needs no more stack than a short
/// one.
///
/// A class because all boxes of a machine share it; confined to the machine's task.
final class Graveyard<S: Scalar>: @unchecked Sendable {
  private var pending: [Value<S>] = []
  private var isDigging = false

  func bury(_ value: Value<S>) {
    switch value {
    case .void, .int, .bool, .scalar, .float, .unsigned, .string, .character, .none: return
    case .array, .slice, .tuple, .some, .function, .range, .stride, .view, .record, .box: break
    }
    pending.append(value)
    guard !isDigging else { return }
    isDigging = true
    while pending.popLast() != nil {}
    isDigging = false
  }
}

extension Value {
  /// Values nested deeper than this are refused when they are made.
  static var greatestDepth: Int { 200 }

  /// How many closures and records deep the value goes.
  ///
  /// Elements of one array have one type, so that the first tells whether the others need a look.
  var depth: Int {
    switch self {
    case .void, .int, .bool, .scalar, .float, .unsigned, .string, .character, .none: return 0
    case .function(let closure): return closure.depth
    case .record(let record): return record.depth
    case .some(let value): return value.depth
    case .box(let box): return box.value.depth
    case .tuple(let elements): return elements.reduce(0) { max($0, $1.depth) }
    case .view(_, let bases): return bases.reduce(0) { max($0, $1.depth) }
    case .array(let elements), .slice(let elements, _):
      guard let first = elements.first, first.mayBeDeep else { return 0 }
      return elements.reduce(0) { max($0, $1.depth) }
    case .range, .stride: return 0
    }
  }

  private var mayBeDeep: Bool {
    switch self {
    case .void, .int, .bool, .scalar, .float, .unsigned, .string, .character, .range, .stride:
      false
    case .none, .some, .function, .record, .array, .slice, .tuple, .view, .box: true
    }
  }
}
