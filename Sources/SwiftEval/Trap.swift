public import Diagnostics
public import MathCore

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
  /// A stride whose steps reach or pass its end in one reading, and not in the other.
  case strideParts(StrideDifference)
  /// A property of binary64 is asked for where the real number runs along.
  case onlyAsComputed(String)
  case uncertified(CertifiedFunction, UncertifiedReason)
  case slider(SliderFault)
}

/// Why a certified value cannot be given.
enum UncertifiedReason: Hashable {
  /// The function, or where it is looked at, depends on a variable of a derivative or trace around.
  case dependent
  /// No expression of the function is known.
  case untraceable(String)
  case failure(CertifiedValueFailure)
}

/// A stride that has not the same elements in both readings.
struct StrideDifference: Hashable {
  let real: Int
  let computed: Int
  /// What makes the numbers that were meant; nil where that takes more than a few characters.
  let remedy: String?
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
    case .strideParts(let difference):
      .init(
        id: "readings-part",
        text: "this stride has \(difference.computed) values in Swift"
          + " and \(difference.real) in mathematics")
    case .onlyAsComputed(let name):
      .init(
        id: "only-as-computed",
        text: "\(name) is a property of what Swift computes, which a real number does not have")
    case .uncertified(let function, let reason): reason.message(of: function)
    case .slider(let fault): fault.message
    }
  }

  /// Ways out, one line each.
  var help: [String] {
    switch self {
    case .strideParts(let difference): difference.remedy.map { ["write \($0)"] } ?? []
    case .onlyAsComputed: ["write it inside of asComputed(…)"]
    case .scalar(.readingsPart):
      [
        "leave room between the numbers, count with Int, or let one reading decide:"
          + " asComputed(…) or asReal(…)"
      ]
    case .scalar, .overflow, .divisionByZero, .notInteger, .indexOutOfRange, .unwrappedNil,
      .invalidRange, .negativeCount, .zeroStride, .emptyCollection, .precondition,
      .uninitialised, .overlappingAccess, .unreachable, .poisoned, .steps, .depth, .elements,
      .output, .nesting, .uncertified, .slider:
      []
    }
  }
}

extension Trap {
  /// Whether the program has no value for sure, rather than none that was found.
  var isFault: Bool {
    switch self {
    case .overflow, .divisionByZero, .notInteger, .indexOutOfRange, .unwrappedNil, .invalidRange,
      .negativeCount, .zeroStride, .emptyCollection, .precondition, .overlappingAccess,
      .scalar(.undefined), .uncertified(_, .failure(.none)):
      true
    case .uninitialised, .unreachable, .poisoned, .steps, .depth, .elements, .output, .nesting,
      .scalar, .strideParts, .onlyAsComputed, .uncertified, .slider:
      false
    }
  }
}

extension UncertifiedReason {
  fileprivate func message(of function: CertifiedFunction) -> Diagnostic.Message {
    switch self {
    case .dependent:
      .init(
        id: "not-certified",
        text: "\(function.rawValue) depends on the variable of a derivative or of a check around it"
      )
    case .untraceable(let reason):
      .init(
        id: "not-certified", text: "\(function.rawValue) cannot follow the function: \(reason)")
    case .failure(.none(let text)):
      .init(id: function == .root || function == .solution ? "no-root" : "no-value", text: text)
    case .failure(.several(let text)):
      .init(id: function == .root ? "several-roots" : "several-points", text: text)
    case .failure(.undecided(let text)): .init(id: "undecided", text: text)
    case .failure(.invalid(let text)): .init(id: "not-certified", text: text)
    }
  }
}

extension ScalarFailure {
  public var message: Diagnostic.Message {
    switch self {
    case .notDifferentiable(let function, let x):
      .init(
        id: "not-differentiable", text: "\(function) has no derivative at \(x)")
    case .undecided, .branchPoint:
      .init(id: "undecided", text: "it is not decided which way this comparison goes")
    case .undecidedValue(let text):
      .init(id: "undecided", text: "a question about \(text) is not decided")
    case .undefined(let text): .init(id: "undefined", text: "\(text) is undefined")
    case .readingsPart(let difference):
      .init(
        id: "readings-part",
        text: "in mathematics \(difference.real), in Swift \(difference.computed)")
    case .withoutFormula:
      .init(id: "no-derivative", text: "what asComputed gives has no formula and no derivative")
    case .limit(let text): .init(id: "limit", text: text)
    }
  }
}
