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
/// A **case** is `{"conditions": [[left, "<", right], …], "value": expression}`, with `<`, `≤`, `=` or
/// `≠`. A **cell** is a part of the domain, and the cells together are all of it. In a cell those cases
/// are left that can apply there, with those conditions that are not decided by a comparison of a
/// variable with a rational; |u|, min and max are written as cases, and with `slope` the values are
/// the derivatives of the function's:
///
///     {"domain": ["[0, 6]"], "cases": [case, …], "nodes": [node, …]}
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
///                                     that is certain), so the extreme values are those at the ends
///     {"vanishes": c, "from": "1/4", "order": 2, "sign": -1}
///                                     the difference of the value and 1/4 and its derivatives below
///                                     the second are 0 at c (an expression), and the second is
///                                     negative on X and c: so the difference is that of (x − c)²
///     {"crossing": 1}                 the slope has that sign on X, and the values at its ends have
///                                     different signs: one zero (only where there is `zeros`)
///
/// `in` holds the values on X: with ends rounded outward, and infinite ones as `inf`. Where an end
/// of the cell is open, or the function is undefined at an end of the box that does not belong to the
/// cell, only the points of the cell matter; that it is defined at those is a part of the proof, and
/// has a certificate of its own where the boxes do not show it.
extension EnclosureProof {}
