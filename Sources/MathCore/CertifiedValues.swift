/// One case of a function: its value where all of the conditions hold.
///
/// The pieces of a function are those that tracing finds: at each point where the function has a
/// value, the conditions of exactly one of them hold.
public typealias FunctionPiece = TracedPath

/// Numbers given by what they are: roots, extrema, integrals and solutions of systems.
///
/// Each is proved to exist, and to be the only one of its kind, before it is returned: what is not
/// proved is an error. The digits that are published of it are those of the mathematical object, not
/// those of an iterate.
public enum CertifiedValues {}

/// A number that is proved to be what was asked for.
public enum CertifiedValue: Sendable {
  /// A constant expression that equals it: of such a number, ties are decided too.
  case exact(Expression)
  /// Enclosed as narrowly as anyone asks.
  case defined(DefinedNumber)

  /// A constant expression either way.
  public var expression: Expression {
    switch self {
    case .exact(let expression): expression
    case .defined(let number): .defined(number)
    }
  }
}

/// Why a number that was asked for cannot be given.
public enum CertifiedValueFailure: Error, Hashable, Sendable {
  /// There is no such number.
  case none(String)
  /// There is more than one.
  case several(String)
  /// Neither was proved within the budget, which counts boxes.
  case undecided(String)
  /// The interval is empty or unbounded, the function is undefined on a part of it, or the like.
  case invalid(String)

  /// A sentence without its full stop, in lower case: "x² + 1 has no root in 0...1".
  public var text: String {
    switch self {
    case .none(let text), .several(let text), .undecided(let text), .invalid(let text): text
    }
  }
}
