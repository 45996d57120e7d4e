public import Diagnostics
import MathCore

/// The Swift of one lesson: cells go in one after another, definitions stay, values come out.
///
/// A class because closures that come out of a cell refer to the lesson's globals, which later
/// cells may change. Confined to one task: a lesson is evaluated from top to bottom.
public final class Evaluator {
  let limits: Limits
  let program = Program()
  let compiler: Compiler
  let machine: Machine<Double>
  private var reader: SourceReader
  private let checker: TypeChecker
  /// What traces see of the lesson's constants: their initial values, computed anew.
  var initializers: [Int: Initializer] = [:]
  var tracing: ExpressionTracing?
  /// What calls from outside may still cost before the next cell or expression.
  var allowance: Int
  /// Something failed before: what is missing now may be missing because of that.
  private var hasFailed = false

  /// - Parameters:
  ///   - vocabulary: the declarations of displays and checks, as Swift source; see `Vocabulary`.
  public init(vocabulary: Vocabulary, limits: Limits = .standard) {
    self.limits = limits
    allowance = limits.callSteps
    compiler = Compiler(program: program)
    machine = Machine(program: program, limits: limits)
    machine.differentiator = LiftingDifferentiator<Double>(program: program, limits: limits)
    reader = SourceReader(library: vocabulary.library)
    checker = TypeChecker(library: vocabulary.library)
  }

  /// Checks, compiles and runs one cell. Never throws: what went wrong is in the diagnostics,
  /// and what the cell defined before stays.
  public func evaluate(_ cell: Excerpt) -> CellEvaluation {
    allowance = limits.callSteps
    let (source, mistakes) = reader.statements(of: cell)
    let checked = checker.check(source, in: cell)
    compiler.add(variables: checked.variables, functions: checked.functions)
    var known = (mistakes + checked.diagnostics).sortedByPlace()
    if !known.hasErrors, !hasFailed, let unexplained = checked.unexplained {
      known.append(unexplained)
    }
    var run = CellRun(statements: checked.statements, cell: cell, known: known)
    let failure = self.run(&run)
    if known.hasErrors || failure != nil { hasFailed = true }
    let displays = checked.statements.contains(where: \.isDisplayed)
    let outputs = takeOutputs()
    return CellEvaluation(
      outputs: outputs, hasDisplays: displays || !outputs.isEmpty,
      diagnostics: known + (failure.map { [$0] } ?? []))
  }

  /// Evaluates one expression that sees the definitions so far; nothing it does remains.
  /// A Double where that type-checks, else its natural type.
  public func evaluate(expression: Excerpt) -> ExpressionEvaluation {
    let (source, mistakes) = reader.expression(of: expression)
    guard let source, !mistakes.hasErrors else {
      return ExpressionEvaluation(value: nil, type: .error, diagnostics: mistakes)
    }
    let checked = checker.check(expression: source, in: expression)
    var diagnostics = (mistakes + checked.diagnostics).sortedByPlace()
    if !diagnostics.hasErrors, !hasFailed, let unexplained = checked.unexplained {
      diagnostics.append(unexplained)
    }
    guard let typed = checked.expression, !diagnostics.hasErrors else {
      return ExpressionEvaluation(value: nil, type: .error, diagnostics: diagnostics)
    }
    compiler.add(variables: checked.variables, functions: checked.functions)
    let function = compiler.compile(typed, in: expression)
    prepare()
    let (globals, generation) = (machine.globals, machine.globalsGeneration)
    defer {
      if machine.globalsGeneration != generation {
        machine.globals = globals
        machine.globalsGeneration += 1
      }
    }
    do {
      let value = try machine.value(of: function)
      return ExpressionEvaluation(value: value, type: typed.type, diagnostics: diagnostics)
    } catch {
      let failure = isConsequence(error) ? [] : [diagnostic(for: error, in: expression)]
      return ExpressionEvaluation(value: nil, type: typed.type, diagnostics: diagnostics + failure)
    }
  }

  /// What stands in the source of a function value, for `Formula`: its typed body.
  public func definition(of function: FunctionValue) -> TypedFunction? {
    guard case .compiled(let id) = function.target else { return nil }
    return compiler.functions[FunctionID(id)]
  }
}

// MARK: Running a cell

/// The statements of a cell on their way through the machine.
private struct CellRun {
  let statements: [TypedStatement]
  let cell: Excerpt
  /// What was reported before the cell ran.
  let known: [Diagnostic]

  /// A `defer` at top level waits for the rest of the cell, so that they are one piece.
  var pieces: [[TypedStatement]] {
    let first = statements.firstIndex { if case .defer = $0.kind { true } else { false } }
    let rest = statements[(first ?? statements.endIndex)...]
    return statements.prefix(first ?? statements.count).map { [$0] }
      + (rest.isEmpty ? [] : [Array(rest)])
  }

  /// Whether something in these statements was reported already.
  func isReported(in statements: [TypedStatement]) -> Bool {
    guard let first = statements.first, let last = statements.last else { return false }
    let span = cell.span(first.span.union(last.span))
    return known.contains {
      $0.severity == .error && $0.span.start < span.end && $0.span.end > span.start
    }
  }
}

extension Evaluator {
  /// Runs statement after statement until one traps.
  ///
  /// What traps behind a statement that was reported may do so because of it, and is silent.
  private func run(_ run: inout CellRun) -> Diagnostic? {
    let pieces = run.pieces
    let functions = pieces.map { compiler.compile(topLevel: $0, in: run.cell) }
    prepare()
    var isDoubtful = false
    for (piece, function) in zip(pieces, functions) {
      if run.isReported(in: piece) { isDoubtful = true }
      note(initializersIn: piece, function)
      do {
        try machine.run(function, at: (0, 0, 0))
      } catch Trap.poisoned {
        isDoubtful = true
      } catch {
        if isDoubtful || isConsequence(error) { return nil }
        return diagnostic(for: error, in: run.cell)
      }
    }
    return nil
  }

  private func note(initializersIn statements: [TypedStatement], _ function: CompiledFunction) {
    guard statements.count == 1, case .binding(let pattern, _?) = statements[0].kind else { return }
    let variables = pattern.variables.compactMap { compiler.variables[$0] }
    guard variables.allSatisfy({ !$0.isMutable }) else { return }
    let slots = variables.compactMap { compiler.globalSlot(of: $0.id) }
    for slot in slots { initializers[slot] = Initializer(function: function, slots: slots) }
  }

  /// Fresh fuel, and no outputs.
  func prepare() {
    machine.prepare()
    if !machine.outputs.isEmpty { machine.outputs = [] }
    machine.outputSize = 0
  }

  private func takeOutputs() -> [CellEvaluation.Output] {
    defer { machine.outputs = [] }
    return machine.outputs.map { output in
      switch output {
      case .printed(let text): .printed(text)
      case .value(let value, let display):
        .value(
          value, type: program.displays[display].type, span: program.displays[display].span)
      }
    }
  }
}

// MARK: Failures

extension Evaluator {
  /// Whether a run stopped for want of what failed, and was reported, before.
  private func isConsequence(_ error: any Error) -> Bool {
    switch error as? Trap {
    case .poisoned: true
    case .uninitialised: hasFailed
    default: false
    }
  }

  func diagnostic(for error: any Error, in excerpt: Excerpt) -> Diagnostic {
    let place = machine.trapPlace ?? (excerpt, Span(0, excerpt.text.utf8.count))
    return Diagnostic(.error, Trap(error).message, in: place.excerpt, at: place.span)
  }
}

extension Trap {
  /// What stopped a run, as machines throw it.
  init(_ error: any Error) {
    self = (error as? Trap) ?? (error as? ScalarFailure).map { .scalar($0) } ?? .unreachable
  }
}

extension Machine {
  /// Runs a function without parameters that returns an object.
  func value(of function: CompiledFunction) throws -> Value<S> {
    try run(function, at: (0, 0, 0))
    var value = Value<S>.void
    swap(&value, &objectStack[0])
    return value
  }
}

extension TypedStatement {
  fileprivate var isDisplayed: Bool {
    if case .expression(_, displays: true) = kind { true } else { false }
  }
}

extension TypedPattern {
  /// What the pattern binds.
  var variables: [VariableID] {
    switch self {
    case .wildcard, .none, .expression: []
    case .variable(let id): [id]
    case .tuple(let parts): parts.flatMap(\.variables)
    case .some(let inner): inner.variables
    }
  }
}
