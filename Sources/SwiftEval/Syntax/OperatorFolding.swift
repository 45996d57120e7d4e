import Diagnostics
import SwiftOperators
import SwiftSyntax

/// Puts a flat sequence of operands and operators into a tree, by Swift's precedences.
///
/// The operators are those of the standard library: a lesson declares none. Iterative, so that a long
/// sum needs no more stack than a short one.
struct OperatorFolding {
  enum Operator {
    case infix(SourceExpression.Name)
    case ternary(SourceExpression)
    case cast(Type, Span)

    var name: String {
      switch self {
      case .infix(let name): name.text
      case .ternary: "?:"
      case .cast: "as"
      }
    }
  }

  struct Precedence {
    let rank: Int
    let associativity: Associativity
    enum Associativity { case left, right, none }
  }

  enum Failure: Error {
    case unknown(SourceExpression.Name)
    case notAssociative(String, String, Span)
  }

  /// The precedence groups of the standard library from loose to tight, by associativity.
  private static let groups: [(name: String, associativity: Precedence.Associativity)] = [
    ("AssignmentPrecedence", .right), ("TernaryPrecedence", .right),
    ("LogicalDisjunctionPrecedence", .left), ("LogicalConjunctionPrecedence", .left),
    ("ComparisonPrecedence", .none), ("NilCoalescingPrecedence", .right),
    ("CastingPrecedence", .none), ("RangeFormationPrecedence", .none),
    ("AdditionPrecedence", .left), ("MultiplicationPrecedence", .left),
    ("BitwiseShiftPrecedence", .none),
  ]

  private static let table = OperatorTable.standardOperators

  static func precedence(of name: String) -> Precedence? {
    let group: String
    switch name {
    case "=": group = "AssignmentPrecedence"
    case "?:": group = "TernaryPrecedence"
    case "as": group = "CastingPrecedence"
    default:
      guard let found = table.infixOperator(named: name)?.precedenceGroup else { return nil }
      group = found
    }
    guard let rank = groups.firstIndex(where: { $0.name == group }) else { return nil }
    return Precedence(rank: rank, associativity: groups[rank].associativity)
  }

  private var operands: [SourceExpression] = []
  private var operators: [(operator: Operator, precedence: Precedence)] = []
  private let make: (SourceExpression.Kind, Span, Int) -> SourceExpression

  init(make: @escaping (SourceExpression.Kind, Span, Int) -> SourceExpression) {
    self.make = make
  }

  /// - Parameter operands: one more than there are operators, except that a cast has none of its own.
  static func fold(
    first: SourceExpression, rest: [(Operator, SourceExpression?)],
    make: @escaping (SourceExpression.Kind, Span, Int) -> SourceExpression
  ) throws(Failure) -> SourceExpression {
    var folding = OperatorFolding(make: make)
    folding.operands = [first]
    for (next, operand) in rest {
      try folding.push(next)
      if let operand { folding.operands.append(operand) } else { folding.reduce() }
    }
    while !folding.operators.isEmpty { folding.reduce() }
    return folding.operands[0]
  }

  private mutating func push(_ next: Operator) throws(Failure) {
    guard let precedence = Self.precedence(of: next.name) else {
      if case .infix(let name) = next { throw .unknown(name) }
      throw .unknown(SourceExpression.Name(text: next.name, span: Span(0, 0)))
    }
    while let last = operators.last {
      if last.precedence.rank < precedence.rank { break }
      if last.precedence.rank == precedence.rank {
        if precedence.associativity == .right { break }
        if precedence.associativity == .none {
          let span = operands.last?.span ?? Span(0, 0)
          throw .notAssociative(last.operator.name, next.name, span)
        }
      }
      reduce()
    }
    operators.append((next, precedence))
  }

  private mutating func reduce() {
    guard let (last, _) = operators.popLast() else { return }
    if case .cast(let type, let span) = last, let value = operands.popLast() {
      operands.append(make(.cast(value, type), value.span.union(span), value.height))
      return
    }
    guard let right = operands.popLast(), let left = operands.popLast() else { return }
    let span = left.span.union(right.span)
    var height = max(left.height, right.height)
    switch last {
    case .infix(let name): operands.append(make(.binary(name, left, right), span, height))
    case .ternary(let middle):
      height = max(height, middle.height)
      operands.append(make(.ternary(left, middle, right), span, height))
    case .cast: break
    }
  }
}
