import Diagnostics
import MathCore

/// Why a run stopped: Swift's own traps, limits, and what a number system cannot do.
enum Trap: Error, Hashable {
  case overflow
  case divisionByZero
  case notInteger(String)
  case indexOutOfRange
  case unwrappedNil
  case invalidRange
  case negativeCount(String)
  case zeroStride
  case emptyCollection(String)
  case precondition(String)
  case uninitialised(String)
  case overlappingAccess
  case unreachable
  /// What depends on code that failed before, and was reported there.
  case poisoned
  case steps(Int)
  case depth(Int)
  case elements(Int)
  case output(Int)
  case nesting(Int)
  case scalar(ScalarFailure)
}

extension Trap {
  /// What the author reads.
  var message: Diagnostic.Message {
    switch self {
    case .overflow: .init(id: "overflow", text: "arithmetic overflow")
    case .divisionByZero: .init(id: "division-by-zero", text: "division by zero")
    case .notInteger(let value):
      .init(id: "overflow", text: "\(value) cannot be converted to Int")
    case .indexOutOfRange: .init(id: "index-out-of-range", text: "index out of range")
    case .unwrappedNil:
      .init(id: "unwrapped-nil", text: "found nil while unwrapping an optional")
    case .invalidRange:
      .init(id: "invalid-range", text: "the lower bound of a range is greater than the upper")
    case .negativeCount(let name):
      .init(id: "negative-count", text: "\(name) takes no negative count")
    case .zeroStride: .init(id: "invalid-range", text: "the step of a stride is zero")
    case .emptyCollection(let name):
      .init(id: "index-out-of-range", text: "\(name) of an empty collection")
    case .precondition(let text): .init(id: "precondition", text: text)
    case .uninitialised(let name):
      .init(id: "not-available", text: "\(name) has no value here")
    case .overlappingAccess:
      .init(id: "overlapping-access", text: "a variable is used while it is being changed")
    case .unreachable: .init(id: "unreachable", text: "a function ended without a value")
    case .poisoned: .init(id: "not-available", text: "this depends on code that failed")
    case .steps(let bound):
      .init(id: "fuel-exhausted", text: "the computation takes more than \(bound) steps")
    case .depth(let bound):
      .init(id: "recursion-limit", text: "calls are nested more than \(bound) deep")
    case .elements(let bound):
      .init(id: "memory-limit", text: "a collection has more than \(bound) elements")
    case .output(let bound):
      .init(id: "output-limit", text: "the cell prints more than \(bound) bytes")
    case .nesting(let bound):
      .init(id: "memory-limit", text: "values are nested more than \(bound) deep")
    case .scalar(let failure): failure.message
    }
  }
}

extension ScalarFailure {
  fileprivate var message: Diagnostic.Message {
    switch self {
    case .notDifferentiable(let function, let x):
      .init(
        id: "not-differentiable", text: "\(function) has no derivative at \(x)")
    case .undecided:
      .init(id: "undecided", text: "it is not decided which way this comparison goes")
    case .undecidedValue(let text):
      .init(id: "undecided", text: "a question about \(text) is not decided")
    case .undefined(let text): .init(id: "undefined", text: "\(text) is undefined")
    case .readingsPart(let difference):
      .init(
        id: "readings-part",
        text: "in mathematics \(difference.real), in Swift \(difference.computed)")
    case .limit(let text): .init(id: "limit", text: text)
    }
  }
}
