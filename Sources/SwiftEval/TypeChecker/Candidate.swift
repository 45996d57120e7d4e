/// How far a way to read an expression is from the one that Swift prefers: smaller is better.
///
/// The order of the parts is that of Swift's own solver (`ConstraintSystem.h`, `ScoreKind`).
struct Score: Hashable, Comparable {
  /// Overloads that say of themselves that they are the second choice.
  var disfavored = 0
  var nonDefaultLiterals = 0
  var optionalWraps = 0
  /// Conversions to `Any` and to `any P`.
  var existentials = 0
  /// Generic declarations and those of protocols stand behind those of a type.
  var generality = 0

  static func < (a: Self, b: Self) -> Bool { a.parts.lexicographicallyPrecedes(b.parts) }

  static func + (a: Self, b: Self) -> Self {
    Self(
      disfavored: a.disfavored + b.disfavored,
      nonDefaultLiterals: a.nonDefaultLiterals + b.nonDefaultLiterals,
      optionalWraps: a.optionalWraps + b.optionalWraps,
      existentials: a.existentials + b.existentials, generality: a.generality + b.generality)
  }

  private var parts: [Int] {
    [disfavored, nonDefaultLiterals, optionalWraps, existentials, generality]
  }
}

/// One way to read an expression: its typed form, and how good it is.
struct Candidate {
  var expression: TypedExpression
  var score = Score()

  var type: Type { expression.type }

  func adding(_ other: Score) -> Self { Self(expression: expression, score: score + other) }
}

extension [Candidate] {
  /// More ways than this to read one expression are not kept.
  private static var limit: Int { 12 }

  /// The best candidate of each type, best first.
  var reduced: Self {
    guard count > 1 else { return self }
    var best: [Type: Int] = [:]
    var kept: Self = []
    for candidate in self {
      if let index = best[candidate.type] {
        if candidate.score < kept[index].score { kept[index] = candidate }
      } else {
        best[candidate.type] = kept.count
        kept.append(candidate)
      }
    }
    let order = kept.indices.sorted {
      (kept[$0].score, $0) < (kept[$1].score, $1)
    }
    return order.prefix(Self.limit).map { kept[$0] }
  }
}

/// What the type parameters of a call stand for.
typealias Bindings = [String: Type]
