import Diagnostics

/// Checks cells, one after another, and gives every expression its type.
///
/// An expression is read from the bottom up: each has a few *candidates*, at most one for each type
/// that it can have, and an operator or call combines those of its operands. So the work grows with
/// the size of an expression, not exponentially; what is expected of an expression is passed down
/// as a hint, for closures, implicit members and literals.
///
/// A class because definitions stay for the cells that follow; confined to one task.
final class TypeChecker {
  let library: Library
  let relations: TypeRelations

  var variables: [Variable] = []
  var functions: [FunctionID: TypedFunction] = [:]
  /// Default arguments of the author's functions.
  var defaults: [FunctionID: [Int: TypedExpression]] = [:]
  /// Readings of one closure that differ in their result share its variables.
  var canonicalFunction: [FunctionID: FunctionID] = [:]
  var nextFunction = 0

  var excerpt = Excerpt("")
  var diagnostics: [Diagnostic] = []
  /// Why the expression being checked has no reading.
  var failures: [Diagnostic] = []
  var scopes: [Scope] = [Scope()]
  var contexts: [FunctionContext] = []
  var breakables: [BreakableContext] = []
  /// What a branch of an `if` or `switch` expression has to yield, innermost last.
  var yields: [Type?] = []
  /// What the branches of such an expression could yield, where that is to be inferred.
  var yieldTypes: [[Type]] = []
  /// In a `defer` block, which `return` cannot leave.
  var isInDefer = false
  /// Links of optional chains that are being read, by the expression's number.
  var chainLinks: [Int: VariableID] = [:]
  /// Constants that were declared without a value: assigned to once.
  var uninitialised: Set<VariableID> = []
  /// Parameters of function type that are not `@escaping`.
  var nonEscaping: Set<VariableID> = []
  /// The patterns of one `case` bind the same variables.
  var sharesBindings = false
  /// Functions of the blocks being checked, by the place of their names.
  var hoisted: [Span: UserFunction] = [:]
  /// Readings by expression and hint.
  var memory = Memory()
  /// Readings tried for one statement: bounds the time that hostile code can take.
  var work = 0
  /// How many closures of one expression are being checked: their statements are parts of it.
  var closureDepth = 0

  /// What was found, and, where that is nothing, why.
  struct Readings {
    let candidates: [Candidate]
    let failures: [Diagnostic]
  }

  /// The readings of one statement's expressions so far.
  struct Memory {
    var expressions: [MemoKey: Readings] = [:]
    var closures: [ClosureKey: Readings] = [:]
  }

  struct MemoKey: Hashable {
    let expression: Int
    let hint: Type?
  }

  struct ClosureKey: Hashable {
    let expression: Int
    let parameters: [FunctionType.Parameter]
    let result: Type?
  }

  private static let workLimit = 100_000

  /// Readings may have been missed: what was found is not to be trusted.
  var isExhausted: Bool { work >= Self.workLimit }

  init(library: Library) {
    self.library = library
    relations = TypeRelations(library: library)
  }
}

/// What became of a cell.
struct CheckedCell {
  var statements: [TypedStatement]
  var variables: [Variable]
  var functions: [TypedFunction]
  var diagnostics: [Diagnostic]
  /// What to report where something has no meaning and no error was reported, here or by the reader.
  var unexplained: Diagnostic?
}

struct CheckedExpression {
  /// Nil where it does not check.
  var expression: TypedExpression?
  var variables: [Variable]
  var functions: [TypedFunction]
  var diagnostics: [Diagnostic]
  /// What to report where there is no expression and no error was reported.
  var unexplained: Diagnostic?
}

// MARK: Entry points

extension TypeChecker {
  /// Definitions remain for the cells that follow.
  func check(_ statements: [SourceStatement], in cell: Excerpt) -> CheckedCell {
    start(cell)
    let firstVariable = variables.count
    let known = Set(functions.keys)
    hoist(statements)
    let typed = statements.flatMap { self.statement($0) }
    var flow = FlowAnalysis(checker: self)
    flow.check(topLevel: typed)
    let made = finished(functions.keys.filter { !known.contains($0) }, from: typed)
    var escapes = EscapeAnalysis(checker: self)
    for function in made {
      flow.check(function)
      escapes.check(function)
    }
    let reported = (diagnostics + flow.diagnostics + escapes.diagnostics).sortedByPlace()
    return CheckedCell(
      statements: typed, variables: Array(variables[firstVariable...]), functions: made,
      diagnostics: reported, unexplained: unexplained(typed + made.flatMap(\.body)))
  }

  /// A diagnostic about the first part that did not check.
  private func unexplained(_ statements: [TypedStatement]) -> Diagnostic? {
    var failed: Span?
    TreeWalk(onError: { failed = failed ?? $0 }).visit(statements)
    return failed.map { Diagnostic(.error, .unreadable, in: excerpt, at: $0) }
  }

  /// A Double where that type-checks, else its natural type. Nothing remains.
  func check(expression source: SourceExpression, in text: Excerpt) -> CheckedExpression {
    start(text)
    let firstVariable = variables.count
    let known = Set(functions.keys)
    let failuresBefore = failures
    let asDouble = candidates(source, expecting: .double).compactMap { convert($0, to: .double) }
    var chosen: TypedExpression?
    if let best = asDouble.reduced.first, best.type == .double {
      chosen = best.expression
      failures = failuresBefore
    } else {
      failures = failuresBefore
      chosen = value(of: source)
    }
    if chosen?.type == .error { chosen = nil }
    let statements = chosen.map {
      [TypedStatement(.expression($0, displays: false), span: $0.span)]
    }
    let made = finished(functions.keys.filter { !known.contains($0) }, from: statements ?? [])
    var flow = FlowAnalysis(checker: self)
    for function in made { flow.check(function) }
    return CheckedExpression(
      expression: chosen, variables: Array(variables[firstVariable...]), functions: made,
      diagnostics: (diagnostics + flow.diagnostics).sortedByPlace(),
      unexplained: chosen == nil
        ? Diagnostic(.error, .unreadable, in: text, at: source.span) : nil)
  }

  private func start(_ text: Excerpt) {
    excerpt = text
    diagnostics = []
    failures = []
    contexts = []
    breakables = []
    yields = []
    isInDefer = false
    chainLinks = [:]
    closureDepth = 0
    hoisted = [:]
    startStatement()
  }

  /// Forgets what was remembered of the expressions before.
  func startStatement() {
    memory = Memory()
    work = 0
  }

  /// For what stands inside of an expression, where names mean something else in every reading.
  func withFreshMemory<Result>(_ body: () -> Result) -> Result {
    let saved = memory
    memory = Memory()
    defer { memory = saved }
    return body()
  }

  /// The body of a function: loops and branches around it are none of its own.
  func inFunction<Result>(_ context: FunctionContext, _ body: () -> Result) -> Result {
    contexts.append(context)
    let saved = (breakables, yields, isInDefer)
    (breakables, yields, isInDefer) = ([], [], false)
    defer {
      contexts.removeLast()
      (breakables, yields, isInDefer) = saved
    }
    return withScope(body)
  }
}

// MARK: Names

extension TypeChecker {
  func withScope<Result>(_ body: () -> Result) -> Result {
    scopes.append(Scope())
    defer { scopes.removeLast() }
    return body()
  }

  func newFunctionID() -> FunctionID {
    defer { nextFunction += 1 }
    return FunctionID(nextFunction)
  }

  /// What owns the locals of blocks that stand at top level.
  static let main = FunctionID(-1)

  /// - Parameter isLocal: it is one even at top level.
  func makeVariable(
    _ name: String, type: Type, isMutable: Bool, isLocal: Bool = false
  ) -> VariableID {
    let id = VariableID(variables.count)
    let owner = contexts.last?.id ?? (scopes.count > 1 || isLocal ? Self.main : nil)
    variables.append(
      Variable(id: id, name: name, type: type, isMutable: isMutable, owner: owner))
    return id
  }

  /// Makes a name known in the innermost scope; a second one of the same name is an error.
  func declare(_ name: String, _ entity: Scope.Entity, at span: Span) {
    let present = scopes[scopes.count - 1].names[name] ?? []
    let clashes = present.contains { other in
      guard case .function(let new) = entity, case .function(let old) = other else { return true }
      return new.hasSameSignature(as: old)
    }
    let isPoisoned = present.contains { if case .poisoned = $0 { true } else { false } }
    if clashes, !isPoisoned {
      report(.redeclaration(name), at: span)
      return
    }
    scopes[scopes.count - 1].names[name, default: []].append(entity)
  }

  @discardableResult
  func declareVariable(_ name: String, type: Type, isMutable: Bool, at span: Span) -> VariableID {
    let id = makeVariable(name, type: type, isMutable: isMutable)
    declare(name, type == .error ? .poisoned : .variable(id), at: span)
    return id
  }

  /// What a name stands for, from the inside out: a variable hides all else, functions of one scope
  /// hide those of the scopes around it with the same signature.
  func lookUp(_ name: String) -> [Scope.Entity] {
    var found: [Scope.Entity] = []
    for scope in scopes.reversed() {
      guard let entities = scope.names[name] else { continue }
      for entity in entities {
        switch entity {
        case .variable, .poisoned:
          if found.isEmpty { return [entity] }
        case .function: found.append(entity)
        }
      }
      if !found.isEmpty, scopes.count > 1 { return found }
    }
    return found
  }

  /// Names that are in scope, for suggestions.
  var visibleNames: [String] {
    guard scopes.reduce(0, { $0 + $1.names.count }) <= NearestName.mostKnown else { return [] }
    return scopes.flatMap { Array($0.names.keys) } + Array(library.functions.keys)
      + library.types.values.filter { !$0.isProtocol }.map(\.name)
  }
}

// MARK: Diagnostics

extension TypeChecker {
  func report(
    _ message: Diagnostic.Message, at span: Span, label: String? = nil, help: [String] = []
  ) {
    diagnostics.append(
      Diagnostic(.error, message, in: excerpt, at: span, label: label, help: help))
  }

  /// Notes why an expression has no reading; it is reported if no other one is found.
  func fail(
    _ message: Diagnostic.Message, at span: Span, label: String? = nil, help: [String] = []
  ) {
    failures.append(
      Diagnostic(.error, message, in: excerpt, at: span, label: label, help: help))
  }

  /// Tries something; what it reports counts as a failure of the attempt.
  ///
  /// - Returns: nil where the attempt reported an error.
  func attempt<Result>(_ body: () -> Result?) -> (result: Result?, failures: [Diagnostic]) {
    let (savedDiagnostics, savedFailures) = (diagnostics, failures)
    diagnostics = []
    failures = []
    let result = body()
    let errors = diagnostics + (result == nil ? failures : [])
    diagnostics = savedDiagnostics
    failures = savedFailures
    return errors.isEmpty ? (result, []) : (nil, errors)
  }
}

extension Diagnostic.Message {
  static func redeclaration(_ name: String) -> Self {
    Self(id: "redeclaration", text: "\(name) is declared already")
  }
}
