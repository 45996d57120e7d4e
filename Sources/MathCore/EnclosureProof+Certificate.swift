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
/// are left that can apply there, with |u|, min and max written as cases, and with `slope` the values
/// are the derivatives of the function's:
///
///     {"domain": ["[0, 6]"], "nodes": [node, …]}
///
/// or, where algebra proves the claim of the whole cell, with its certificates instead of nodes:
///
///     {"domain": ["[0, 6]"], "proofs": [certificate, …]}
///
/// The **nodes** are a binary tree of boxes in pre-order. The first node belongs to the cell itself.
/// `{"split": 0, "at": "3/2"}` splits the box at 3/2 in the variable of that place; the nodes of the
/// lower half follow, then those of the upper half. Every other node is a list that has, for each case
/// of the cell, in order, why it agrees with the claim on this box X:
///
///     {}                              its conditions are false on the whole box
///     {"in": "[1/8, 1/4]"}            the values on X, by interval arithmetic, by a Taylor form, or
///                                     between those at the ends where the slopes have signs
///     {"vanishes": c, "from": "1/4", "derivatives": [f′, f″], "sign": -1}
///                                     the difference of the value and 1/4 and its derivatives but
///                                     the last are 0 at c (an expression), and the last is negative
///                                     on X and c: so the difference is that of (x − c)²
///     {"crossing": 1}                 the slope has that sign on X, and the values at its ends have
///                                     different signs: one zero (only where there is `zeros`)
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
    let fields: [Certificate.Field] = [
      .init("domain", .list(cell.domain.map { .interval($0) }))
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
    case .absent: return .object([])
    case .taylor(_, _, let values), .monotone(_, let values, _):
      return .object([.init("in", .interval(values))])
    case .vanishing(let point, let sign):
      guard let place = Certificate.expression(point.point),
        let derivatives = Certificate.list(point.derivatives.map { Certificate.expression($0) })
      else { return nil }
      return .object([
        .init("vanishes", place), .init("from", .rational(point.value)),
        .init("derivatives", derivatives), .init("sign", .number(sign)),
      ])
    case .crossing(let sign): return .object([.init("crossing", .number(sign))])
    case .algebraic(let proof): return .object([.init("proofs", .list(proof.certificates))])
    }
  }
}
