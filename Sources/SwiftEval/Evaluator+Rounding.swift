extension Evaluator {
  /// Whether the code of a function, or of one that it calls by name or has captured, reads
  /// `asComputed`: its values then are those of a step function.
  public func usesAsComputed(_ function: FunctionValue) -> Bool {
    var search = RoundingSearch(functions: compiler.functions)
    search.follow(function)
    return search.isFound
  }
}

private struct RoundingSearch {
  let functions: [FunctionID: TypedFunction]
  private(set) var isFound = false
  private var seen: Set<FunctionID> = []

  init(functions: [FunctionID: TypedFunction]) {
    self.functions = functions
  }

  mutating func follow(_ function: FunctionValue) {
    if case .compiled(let index) = function.target { follow(FunctionID(index)) }
    for case .function(let inner) in function.captures { follow(inner) }
  }

  private mutating func follow(_ id: FunctionID) {
    var pending = [id]
    while !isFound, let next = pending.popLast() {
      guard seen.insert(next).inserted, let function = functions[next] else { continue }
      var walk = TreeWalk()
      var found = false
      walk.onFunction = { pending.append($0) }
      walk.onExpression = { expression in
        if case .intrinsic(let intrinsic, _) = expression.kind {
          found = found || intrinsic.readingOpcode == .computedReading
        }
      }
      walk.visit(function.body)
      isFound = isFound || found
    }
  }
}
