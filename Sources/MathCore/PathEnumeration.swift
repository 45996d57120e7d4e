/// One way through a program: the conditions under which it is taken, and the value it gives.
public struct TracedPath: Hashable, Sendable {
  public let conditions: [PathCondition]
  public let value: Expression

  public init(conditions: [PathCondition], value: Expression) {
    self.conditions = conditions
    self.value = value
  }
}

/// All ways through a program that compares values which depend on its variables.
public enum PathEnumeration {
  public static let largestPathCount = 64

  /// Runs a program again and again, with other decisions each time, until every way through it that
  /// is not contradictory has been taken.
  ///
  /// - Parameters:
  ///   - limit: with more paths than these, throws `ScalarFailure.limit`.
  ///   - run: binds the variables by `path.variable(_:)`, runs the program, returns its value.
  /// - Throws: also what `run` throws.
  public static func paths(
    limit: Int = largestPathCount, operations: Int = 200_000,
    _ run: (TracePath) throws -> TracedScalar
  ) throws -> [TracedPath] {
    var paths: [TracedPath] = []
    // The last prefix is taken first, so that paths come in the order of "true before false".
    var prefixes: [[Bool]] = [[]]
    while let prefix = prefixes.popLast() {
      guard paths.count < limit else {
        throw ScalarFailure.limit("the function has more than \(limit) cases")
      }
      let path = TracePath(prescribed: prefix, operations: operations)
      let value = try run(path)
      paths.append(TracedPath(conditions: path.conditions, value: value.expression))
      for index in prefix.count..<max(prefix.count, path.decisions.count) {
        prefixes.append(Array(path.decisions[..<index]) + [false])
      }
      guard prefixes.count <= limit * 4 else {
        throw ScalarFailure.limit("the function has more than \(limit) cases")
      }
    }
    return paths
  }
}
