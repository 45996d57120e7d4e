/// How certificates write a proof by enclosures, so that a program that shares no code with Lemma
/// can go through every box again.
///
/// The **claim** is that the values of a function, given by cases, lie in one of the targets at every
/// point of the domain (or, where `zeros` is there, do so everywhere but at so many points):
///
///     {"kind": "enclosure",
///      "claim": "the values lie in [0, inf)",          for a reader
///      "variables": ["x"],
///      "domain": ["[-6, 6]"],                           one interval for each variable
///      "function": [case, …],                           as it was given
///      "slope": "x",                                    if there: the claim is about ∂f/∂x
///      "targets": ["[0, inf)"],                         all values of a box lie in one of them
///      "zeros": 1,                                      if there: at so many points f is 0
///      "cells": [cell, …]}
///
/// (`zeros` is "any" where only single points matter: those of a slope that has one sign elsewhere.)
///
/// A **case** is `{"conditions": [[left, "<", right], …], "value": expression}`, with `<`, `≤`, `=` or
/// `≠`. A **cell** is a part of the domain, and the cells together are all of it. In a cell those cases
/// are left that can apply there, with those conditions that are not decided by a comparison of a
/// variable with a rational; |u|, min and max are written as cases, and with `slope` the values are
/// the derivatives of the function's:
///
///     {"domain": ["[0, 6]"], "cases": [case, …], "nodes": [node, …]}
///
/// or, where algebra proves the claim of the whole cell, with its certificates instead of nodes:
///
///     {"domain": ["[0, 6]"], "cases": [case, …], "proofs": [certificate, …]}
///
/// The **nodes** are a binary tree of boxes in pre-order. The first node belongs to the cell itself.
/// `{"split": 0, "at": "3/2"}` splits the box at 3/2 in the variable of that place; the nodes of the
/// lower half follow, then those of the upper half. Every other node is a list that has, for each case
/// of the cell, in order, why it agrees with the claim on this box X:
///
///     {"absent": 1}                   the condition of that place is false on the whole box
///     {"order": 0, "in": "[1/8, 1/4]"}
///                                     the value, computed over X by interval arithmetic
///     {"order": 2, "at": "3/2", "in": "[1/8, 1/4]"}
///                                     a₀ + a₁(X − c) + A₂(X − c)²: the Taylor coefficients aₖ (that
///                                     is, derivatives over k!) at c, the last one over X. In two
///                                     variables only order 1, and `at` is a list of two
///     {"monotone": [1], "in": "[1/8, 1/4]"}
///                                     the slope in each variable has that sign on X (0: it has none
///                                     that is certain), so the extreme values are those at the ends;
///                                     with `slope`, its sign is seen when this expression of it is
///                                     computed over X
///     {"vanishes": c, "from": "1/4", "order": 2, "sign": -1}
///                                     the difference of the value and 1/4 and its derivatives below
///                                     the second are 0 at c (an expression), and the second is
///                                     negative on X and c: so the difference is that of (x − c)²
///     {"crossing": 1}                 the slope has that sign on X, and the values at its ends have
///                                     different signs: one zero (only where there is `zeros`)
///
///     {"proofs": [certificate, …]}    by algebra, which has its own certificates
///
/// `in` holds the values on X: with ends rounded outward, and infinite ones as `inf`. Where an end
/// of the cell is open, or the function is undefined at an end of the box that does not belong to the
/// cell, only the points of the cell matter; that it is defined at those is a part of the proof, and
/// has a certificate of its own where the boxes do not show it.
extension EnclosureClaim {
  /// Nil where an expression holds a number that has no certificate.
  func certificate(_ proofs: [CellProof]) -> Certificate? {
    guard let function = Certificate.list(pieces.map { .piece($0.conditions, $0.value) }),
      let cells = Certificate.list(proofs.map(\.certificate))
    else { return nil }
    var fields: [Certificate.Field] = [
      .init("kind", .text("enclosure")),
      .init("claim", .text(statement)),
      .init("variables", .list(variables.map { .text($0) })),
      .init("domain", .list(domain.map { .interval($0) })),
      .init("function", function),
    ]
    if let slope { fields.append(.init("slope", .text(slope))) }
    fields.append(.init("targets", .list(targets.intervals.map { .interval($0) })))
    switch zeros {
    case .asClaimed: break
    case .isolated: fields.append(.init("zeros", .text("any")))
    case .counted: fields.append(.init("zeros", .number(proofs.zeroCount ?? 0)))
    }
    return .object(fields + [.init("cells", cells)])
  }
}

extension Certificate {
  /// Nil where one of them is missing.
  fileprivate static func list(_ items: [Certificate?]) -> Certificate? {
    let present = items.compactMap { $0 }
    return present.count == items.count ? .list(present) : nil
  }

  fileprivate static func piece(
    _ conditions: [PathCondition], _ value: Expression
  ) -> Certificate? {
    let written = conditions.map { condition -> Certificate? in
      guard let left = expression(condition.left), let right = expression(condition.right) else {
        return nil
      }
      return .list([left, .text(condition.relation.rawValue), right])
    }
    guard let conditions = list(written), let value = expression(value) else { return nil }
    return .object([Field("conditions", conditions), Field("value", value)])
  }
}

extension CellProof {
  fileprivate var certificate: Certificate? {
    guard let cases = Certificate.list(cell.cases.map { .piece($0.conditions, $0.value) }) else {
      return nil
    }
    let fields: [Certificate.Field] = [
      .init("domain", .list(cell.domain.map { .interval($0) })), .init("cases", cases),
    ]
    if nodes.isEmpty {
      return .object(fields + [.init("proofs", .list(algebra.flatMap(\.certificates)))])
    }
    return Certificate.list(nodes.map(\.certificate)).map {
      .object(fields + [.init("nodes", $0)])
    }
  }
}

extension CellProof.Node {
  fileprivate var certificate: Certificate? {
    switch self {
    case .split(let variable, let point):
      .object([.init("split", .number(variable)), .init("at", .rational(point))])
    case .box(let evidence): .list(evidence.map(\.certificate))
    }
  }
}

extension BoxEvidence {
  fileprivate var certificate: Certificate? {
    switch self {
    case .absent(let condition): return .object([.init("absent", .number(condition))])
    case .taylor(let order, let center, let values):
      var fields = [Certificate.Field("order", .number(order))]
      if let first = center.first {
        let point =
          center.count == 1 ? .rational(first) : Certificate.list(center.map { .rational($0) })
        fields.append(.init("at", point))
      }
      return .object(fields + [.init("in", .interval(values))])
    case .monotone(let signs, let values, let slope):
      let fields: [Certificate.Field] = [
        .init("monotone", .list(signs.map { .number($0) })), .init("in", .interval(values)),
      ]
      guard let slope else { return .object(fields) }
      return Certificate.expression(slope).map { .object(fields + [.init("slope", $0)]) }
    case .vanishing(let point, let sign):
      return Certificate.expression(point.point).map { place in
        .object([
          .init("vanishes", place), .init("from", .rational(point.value)),
          .init("order", .number(point.order)), .init("sign", .number(sign)),
        ])
      }
    case .crossing(let sign): return .object([.init("crossing", .number(sign))])
    case .algebraic(let proof): return .object([.init("proofs", .list(proof.certificates))])
    }
  }
}
