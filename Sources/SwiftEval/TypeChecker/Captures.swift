extension TypeChecker {
  /// The functions that a finished tree refers to, with what they capture; readings of closures that
  /// were tried and not chosen are left out.
  func finished(_ new: [FunctionID], from statements: [TypedStatement]) -> [TypedFunction] {
    let candidates = Set(new)
    var reached: [FunctionID] = []
    var references: [FunctionID: (variables: [VariableID], functions: [FunctionID])] = [:]
    var pending: [FunctionID] = []
    TreeWalk(onFunction: { pending.append($0) }).visit(statements)
    while let id = pending.popLast() {
      guard candidates.contains(id), references[id] == nil, let function = functions[id] else {
        continue
      }
      reached.append(id)
      var found: (variables: [VariableID], functions: [FunctionID]) = ([], [])
      TreeWalk(
        onVariable: { found.variables.append($0) }, onFunction: { found.functions.append($0) }
      ).visit(function.body)
      references[id] = found
      pending += found.functions
    }
    for id in candidates where references[id] == nil { functions[id] = nil }
    let captures = self.captures(reached, references)
    return reached.sorted { $0.index < $1.index }.compactMap { id in
      guard let function = functions[id] else { return nil }
      let complete = TypedFunction(
        id: id, name: function.name, parameters: function.parameters, type: function.type,
        body: function.body, captures: captures[id] ?? [], span: function.span,
        excerpt: function.excerpt)
      functions[id] = complete
      return complete
    }
  }

  /// What is used of the functions around, directly or by a function inside or called.
  private func captures(
    _ reached: [FunctionID],
    _ references: [FunctionID: (variables: [VariableID], functions: [FunctionID])]
  ) -> [FunctionID: [VariableID]] {
    var captures: [FunctionID: [VariableID]] = [:]
    var changed = true
    while changed {
      changed = false
      for id in reached {
        guard let (used, called) = references[id] else { continue }
        let all = used + called.flatMap { captures[$0] ?? functions[$0]?.captures ?? [] }
        var own: [VariableID] = captures[id] ?? []
        var known = Set(own)
        for variable in all where isOutside(variable, id) && known.insert(variable).inserted {
          own.append(variable)
          variables[variable.index].isCaptured = true
          changed = true
        }
        captures[id] = own
      }
    }
    return captures
  }

  private func isOutside(_ variable: VariableID, _ function: FunctionID) -> Bool {
    guard let owner = variables[variable.index].owner else { return false }
    return canonical(owner) != canonical(function)
  }

  private func canonical(_ id: FunctionID) -> FunctionID { canonicalFunction[id] ?? id }
}
