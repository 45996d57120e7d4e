import Diagnostics

/// What Swift checks of the order of statements: every path of a function returns, a `guard` leaves,
/// a variable has a value before it is used, a constant gets one value.
struct FlowAnalysis {
  private let checker: TypeChecker
  private(set) var diagnostics: [Diagnostic] = []
  private var targets: [Target] = []
  private var excerpt: Excerpt

  init(checker: TypeChecker) {
    self.checker = checker
    excerpt = checker.excerpt
  }

  /// What is known at a place in the code.
  private struct State {
    /// Variables declared without a value that surely, or perhaps, have one by now.
    var assigned: Set<VariableID> = []
    var touched: Set<VariableID> = []
    var isReachable = true

    static func join(_ a: Self, _ b: Self) -> Self {
      if !a.isReachable { return b }
      if !b.isReachable { return a }
      return Self(
        assigned: a.assigned.intersection(b.assigned), touched: a.touched.union(b.touched))
    }
  }

  /// Where `break` leads, with the states that it was reached in.
  private struct Target {
    let label: String?
    /// `break` without a label leaves loops and switches only.
    let isPlain: Bool
    var states: [State] = []
  }

  mutating func check(topLevel statements: [TypedStatement]) {
    var state = State()
    flow(statements, &state)
    checker.uninitialised.subtract(state.assigned)
  }

  mutating func check(_ function: TypedFunction) {
    guard function.name != nil || !function.body.isEmpty else { return }
    excerpt = function.excerpt
    targets = []
    // What the functions around declare has its value by the time of the call, or the machine says so.
    var state = State()
    let outside = Set(function.captures)
    state.assigned = checker.uninitialised.filter { id in
      outside.contains(id) || checker.variables[id.index].owner == nil
    }
    flow(function.body, &state)
    let result = function.type.result
    guard result != .void, state.isReachable else { return }
    let end = Span(max(function.span.start, function.span.end - 1), function.span.end)
    report(result == .never ? .returnsFromNever : .missingReturn(result), at: end)
  }
}

// MARK: Statements

extension FlowAnalysis {
  private mutating func flow(_ statements: [TypedStatement], _ state: inout State) {
    for statement in statements { flow(statement, &state) }
  }

  private mutating func flow(_ statement: TypedStatement, _ state: inout State) {
    switch statement.kind {
    case .expression(let value, _):
      use(value, &state)
      if value.type == .never { state.isReachable = false }
    case .binding(_, let value): if let value { use(value, &state) }
    case .assign(let place, let value):
      use(value, &state)
      assign(place, &state)
    case .assignTuple(let places, let value):
      use(value, &state)
      for place in places { if let place { assign(place, &state) } }
    case .compoundAssign(let place, _, let value):
      use(value, &state)
      use(place.root, &state, at: place.span)
    case .function: break
    case .if(let conditions, let then, let otherwise):
      use(conditions, &state)
      var other = state
      if conditions.count == 1, case .expression(let test) = conditions[0] {
        if case .bool(true) = test.kind { other.isReachable = false }
        if case .bool(false) = test.kind { state.isReachable = false }
      }
      flow(then, &state)
      flow(otherwise, &other)
      state = .join(state, other)
    case .guard(let conditions, let otherwise):
      use(conditions, &state)
      var other = state
      flow(otherwise, &other)
      if other.isReachable { report(.guardFallsThrough, at: statement.span) }
    case .switch(let subject, let cases, let label):
      use(subject, &state)
      flowSwitch(cases, label, &state)
    case .while(let conditions, let body, let label):
      use(conditions, &state)
      let isEndless =
        if conditions.count == 1, case .expression(let test) = conditions[0],
          case .bool(true) = test.kind
        { true } else { false }
      loop(body, label, &state, isEndless: isEndless)
    case .repeatWhile(let body, let condition, let label):
      targets.append(Target(label: label, isPlain: true))
      flow(body, &state)
      if state.isReachable { use(condition, &state) }
      if case .bool(true) = condition.kind { state.isReachable = false }
      leaveTarget(&state)
    case .for(_, let sequence, let condition, let body, let label):
      use(sequence, &state)
      if let condition { use(condition, &state) }
      loop(body, label, &state, isEndless: false)
    case .do(let body, let label):
      targets.append(Target(label: label, isPlain: false))
      flow(body, &state)
      leaveTarget(&state)
    case .defer(let body):
      var inner = state
      flow(body, &inner)
    case .break(let label):
      let index = targets.lastIndex { label == nil ? $0.isPlain : $0.label == label }
      if let index { targets[index].states.append(state) }
      state.isReachable = false
    case .continue, .fallthrough: state.isReachable = false
    case .return(let value):
      if let value { use(value, &state) }
      state.isReachable = false
    case .yield(let value): use(value, &state)
    case .error:
      // What failed may have left, or assigned: nothing that follows is reported.
      state.isReachable = false
    }
  }

  private mutating func loop(
    _ body: [TypedStatement], _ label: String?, _ state: inout State, isEndless: Bool
  ) {
    let entry = state
    targets.append(Target(label: label, isPlain: true))
    var inner = state
    flow(body, &inner)
    for id in inner.touched.subtracting(entry.touched) where isConstant(id) {
      if inner.assigned.contains(id), isDeclaredOutside(id, body) {
        report(.assignedTwice(checker.variables[id.index].name), at: body.first?.span ?? Span(0, 0))
      }
    }
    state = entry
    state.touched.formUnion(inner.touched)
    if isEndless { state.isReachable = false }
    leaveTarget(&state)
  }

  /// The variable's declaration is not in the body of the loop.
  private func isDeclaredOutside(_ id: VariableID, _ body: [TypedStatement]) -> Bool {
    !body.contains { statement in
      if case .binding(.variable(id), _) = statement.kind { true } else { false }
    }
  }

  private mutating func leaveTarget(_ state: inout State) {
    for other in targets.removeLast().states { state = .join(state, other) }
  }

  private mutating func flowSwitch(
    _ cases: [TypedCase], _ label: String?, _ state: inout State
  ) {
    targets.append(Target(label: label, isPlain: true))
    var result = State(isReachable: false)
    var carried: State?
    for branch in cases {
      var inner = state
      for (_, condition) in branch.patterns { if let condition { use(condition, &inner) } }
      if let before = carried { inner = .join(inner, before) }
      var last = branch.body
      carried = nil
      if case .fallthrough? = last.last?.kind {
        last.removeLast()
        flow(last, &inner)
        carried = inner
        continue
      }
      flow(last, &inner)
      result = .join(result, inner)
    }
    state = result
    leaveTarget(&state)
  }
}

// MARK: Variables

extension FlowAnalysis {
  private mutating func use(_ conditions: [TypedCondition], _ state: inout State) {
    for condition in conditions {
      switch condition {
      case .expression(let value), .pattern(_, let value): use(value, &state)
      }
    }
  }

  private mutating func use(_ expression: TypedExpression, _ state: inout State) {
    guard state.isReachable, !checker.uninitialised.isEmpty else { return }
    var used: [VariableID] = []
    TreeWalk(
      onVariable: { used.append($0) },
      onFunction: { [checker] id in
        if let function = checker.functions[id], function.name == nil { used += function.captures }
      }
    ).visit(expression)
    for id in used { use(id, &state, at: expression.span) }
  }

  private mutating func use(_ id: VariableID, _ state: inout State, at span: Span) {
    guard state.isReachable, checker.uninitialised.contains(id), !state.assigned.contains(id)
    else { return }
    report(.usedBeforeValue(checker.variables[id.index].name), at: span)
    state.assigned.insert(id)
  }

  private mutating func assign(_ place: TypedPlace, _ state: inout State) {
    let id = place.root
    guard checker.uninitialised.contains(id) else { return }
    guard place.steps.isEmpty else { return use(id, &state, at: place.span) }
    if isConstant(id), state.touched.contains(id), state.isReachable {
      report(.assignedTwice(checker.variables[id.index].name), at: place.span)
    }
    state.assigned.insert(id)
    state.touched.insert(id)
  }

  private func isConstant(_ id: VariableID) -> Bool { !checker.variables[id.index].isMutable }

  private mutating func report(_ message: Diagnostic.Message, at span: Span) {
    diagnostics.append(Diagnostic(.error, message, in: excerpt, at: span))
  }
}

extension Diagnostic.Message {
  static let guardFallsThrough = Self(
    id: "guard-falls-through", text: "the body of guard has to leave: return, break, continue …")
  static let returnsFromNever = Self(
    id: "missing-return", text: "a function that returns Never has to stop")

  static func missingReturn(_ type: Type) -> Self {
    Self(id: "missing-return", text: "a path through this function returns no \(type.text)")
  }

  static func usedBeforeValue(_ name: String) -> Self {
    Self(id: "no-value-yet", text: "\(name) is used before it has a value")
  }

  static func assignedTwice(_ name: String) -> Self {
    Self(id: "not-assignable", text: "\(name) is a constant and may have a value already")
  }
}
