/// A case of a function on a part of its domain.
struct FunctionCase: Hashable, Sendable {
  /// Those that no comparison of a variable with a rational decides.
  var conditions: [PathCondition]
  var value: Expression
  /// The place of the piece that it comes from. The cases of one piece differ by the signs of what
  /// stood in absolute values, `min` and `max`: they fit together continuously.
  let piece: Int
}

/// A part of a domain, with the cases of a function that can apply there.
struct FunctionCell: Hashable, Sendable {
  /// One interval for each variable.
  let domain: [RationalInterval]
  let cases: [FunctionCase]
}

/// A function of some variables as cells that cover a domain: in each of them every comparison of a
/// variable with a rational is decided.
struct FunctionCells: Sendable {
  let variables: [String]
  /// In one variable: from left to right.
  let cells: [FunctionCell]

  /// More cells, or cases of a piece, than these are not made.
  static let largestCount = 256

  /// Nil where there would be too many, or where no case applies to a part of the domain.
  init?(_ pieces: [FunctionPiece], variables: [String], on domain: [RationalInterval]) {
    self.variables = variables
    let cases = pieces.enumerated().flatMap { index, piece in
      FunctionCase(conditions: piece.conditions, value: piece.value, piece: index).withoutCorners()
    }
    var parts: [[RationalInterval]] = [[]]
    for (place, variable) in variables.enumerated() {
      let thresholds = Self.thresholds(of: cases, variable)
      let intervals = domain[place].split(at: thresholds)
      parts = parts.flatMap { part in intervals.map { part + [$0] } }
      guard parts.count <= Self.largestCount else { return nil }
    }
    var cells: [FunctionCell] = []
    for part in parts {
      let bounds = Dictionary(zip(variables, part), uniquingKeysWith: { a, _ in a })
      let present = cases.compactMap { $0.restricted(to: Domain(bounds)) }
      guard !present.isEmpty else { return nil }
      cells.append(FunctionCell(domain: part, cases: present))
    }
    self.cells = variables.count == 1 ? Self.joined(cells) : cells
  }

  private static func thresholds(of cases: [FunctionCase], _ variable: String) -> [Rational] {
    var values: Set<Rational> = []
    for condition in cases.flatMap(\.conditions) {
      let equation = condition.relation == .notEqual ? condition.negation : condition
      guard let (name, interval) = equation.restriction, name == variable else { continue }
      values.formUnion([interval.lower, interval.upper].compactMap { $0?.value })
    }
    return values.sorted()
  }

  /// Neighbours with the same cases become one cell.
  private static func joined(_ cells: [FunctionCell]) -> [FunctionCell] {
    var result: [FunctionCell] = []
    for cell in cells {
      if let last = result.last, last.cases == cell.cases {
        let whole = RationalInterval(lower: last.domain[0].lower, upper: cell.domain[0].upper)
        result[result.count - 1] = FunctionCell(domain: [whole], cases: cell.cases)
      } else {
        result.append(cell)
      }
    }
    return result
  }
}

extension RationalInterval {
  /// The open intervals between the points that lie in it, and those points, from left to right.
  fileprivate func split(at points: [Rational]) -> [RationalInterval] {
    var result: [RationalInterval] = []
    var rest = self
    for point in points where rest.contains(point) {
      let end = End(point, isClosed: false)
      result += [RationalInterval(lower: rest.lower, upper: end), .point(point)]
      rest = RationalInterval(lower: end, upper: rest.upper)
    }
    return (result + [rest]).filter { !$0.isEmpty }
  }
}

extension FunctionCase {
  /// The case without the conditions that hold on the whole domain; nil where one of them fails on
  /// all of it.
  fileprivate func restricted(to domain: Domain) -> FunctionCase? {
    var result = self
    result.conditions = []
    for condition in conditions {
      let isInequality = condition.relation == .notEqual
      let equation = isInequality ? condition.negation : condition
      guard let (variable, interval) = equation.restriction else {
        if !result.conditions.contains(condition) { result.conditions.append(condition) }
        continue
      }
      let holds = domain[variable].isSubset(of: interval)
      if holds == isInequality { return nil }
    }
    return result
  }

  /// With |u|, `min` and `max` written as cases; itself where that would make too many.
  fileprivate func withoutCorners() -> [FunctionCase] {
    var result: [FunctionCase] = []
    var open = [self]
    while let next = open.popLast() {
      guard let corner = next.corner else {
        result.append(next)
        continue
      }
      guard result.count + open.count < FunctionCells.largestCount,
        let (below, above) = try? next.sides(of: corner)
      else { return [self] }
      open += [above, below]
    }
    return result
  }

  /// An absolute value, a minimum or a maximum that depends on a variable, and has none inside.
  private var corner: Expression? {
    let expressions = conditions.flatMap { [$0.left, $0.right] } + [value]
    for expression in expressions {
      let found = expression.parts.first { part in
        switch part.node {
        case .apply(.abs, _), .applyBinary(.min, _, _), .applyBinary(.max, _, _):
          !part.variables.isEmpty
        default: false
        }
      }
      if let found { return found }
    }
    return nil
  }

  private func sides(
    of corner: Expression
  ) throws(ScalarFailure) -> (below: FunctionCase, above: FunctionCase) {
    switch corner.node {
    case .apply(.abs, let u):
      return (
        try replacing(corner, with: u.negated(), where: PathCondition(u, .less, .zero)),
        try replacing(corner, with: u, where: PathCondition(.zero, .lessOrEqual, u))
      )
    case .applyBinary(let function, let u, let v):
      let (low, high) = function == .min ? (u, v) : (v, u)
      return (
        try replacing(corner, with: low, where: PathCondition(u, .less, v)),
        try replacing(corner, with: high, where: PathCondition(v, .lessOrEqual, u))
      )
    default: throw .undecided
    }
  }

  private func replacing(
    _ corner: Expression, with side: Expression, where condition: PathCondition
  ) throws(ScalarFailure) -> FunctionCase {
    var conditions: [PathCondition] = []
    for old in self.conditions { conditions.append(try old.replacing(corner, with: side)) }
    return FunctionCase(
      conditions: conditions + [condition], value: try value.replacing(corner, with: side),
      piece: piece)
  }
}
