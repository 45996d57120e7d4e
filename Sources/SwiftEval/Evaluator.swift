public import Diagnostics
import MathCore

/// The Swift of one lesson: cells go in one after another, definitions stay, values come out.
///
/// A class because closures that come out of a cell refer to the lesson's globals, which later
/// cells may change. Confined to one task: a lesson is evaluated from top to bottom.
public final class Evaluator {
  /// Which readings of a Double cells run in.
  public enum Mode: Hashable, Sendable {
    /// The real number and what Swift computes, in step.
    case both
    /// What Swift computes alone, as `swiftc` would run the cells.
    case computed
  }

  let limits: Limits
  let program = Program()
  let compiler: Compiler
  let machine: any LessonMachine
  private var reader: SourceReader
  private let checker: TypeChecker
  /// What calls from outside may still cost before the next cell or expression.
  var allowance: Int
  /// Something failed before: what is missing now may be missing because of that.
  private var hasFailed = false

  /// - Parameters:
  ///   - vocabulary: the declarations of displays and checks, as Swift source; see `Vocabulary`.
  ///   - sliderPositions: the index of the value that each slider has, by its name; the others have
  ///     their own.
  public init(
    vocabulary: Vocabulary, limits: Limits = .standard, reading mode: Mode = .both,
    sliderPositions: [String: Int] = [:]
  ) {
    program.sliderPositions = sliderPositions
    self.limits = limits
    allowance = limits.callSteps
    compiler = Compiler(program: program)
    machine =
      switch mode {
      case .both: BothReadings(program: program, limits: limits)
      case .computed: ComputedReading(program: program, limits: limits)
      }
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
    let sliders = SliderDeclarations(checked, in: cell, of: program)
    var known = (mistakes + checked.diagnostics + sliders.diagnostics).sortedByPlace()
    if !known.hasErrors, !hasFailed, let unexplained = checked.unexplained {
      known.append(unexplained)
    }
    var run = CellRun(statements: sliders.statements, cell: cell, known: known)
    let failure = self.run(&run)
    if known.hasErrors || failure != nil { hasFailed = true }
    let displays = checked.statements.contains(where: \.isDisplayed)
    let outputs = takeOutputs()
    return CellEvaluation(
      outputs: outputs, hasDisplays: displays || !outputs.isEmpty,
      diagnostics: known + machine.takeWarnings() + (failure.map { [$0] } ?? []))
  }

  /// Evaluates one expression that sees the definitions so far; nothing it does remains.
  /// A Double where that type-checks, else its natural type.
  public func evaluate(expression: Excerpt) -> ExpressionEvaluation {
    let (source, mistakes) = reader.expression(of: expression)
    guard let source, !mistakes.hasErrors else {
      return ExpressionEvaluation(value: nil, type: .error, diagnostics: mistakes)
    }
    let checked = checker.check(expression: source, in: expression)
    let misplaced = SliderDeclarations.misplaced(in: checked, of: expression)
    var diagnostics = (mistakes + checked.diagnostics + misplaced).sortedByPlace()
    if !diagnostics.hasErrors, !hasFailed, let unexplained = checked.unexplained {
      diagnostics.append(unexplained)
    }
    guard let typed = checked.expression, !diagnostics.hasErrors else {
      return ExpressionEvaluation(value: nil, type: .error, diagnostics: diagnostics)
    }
    compiler.add(variables: checked.variables, functions: checked.functions)
    let function = compiler.compile(typed, in: expression)
    machine.prepare()
    do {
      let value = try machine.value(of: function)
      return ExpressionEvaluation(
        value: value, type: typed.type, diagnostics: diagnostics + machine.takeWarnings())
    } catch {
      let failure = isConsequence(error) ? [] : [diagnostic(for: error, in: expression)]
      return ExpressionEvaluation(value: nil, type: typed.type, diagnostics: diagnostics + failure)
    }
  }

  /// What stands in the source of a function value, for `Formula`: its typed body.
  public func definition(of function: FunctionValue) -> TypedFunction? {
    guard case .compiled(let id) = function.target else { return nil }
    return definition(FunctionID(id))
  }

  /// A function or closure of the lesson by its number.
  public func definition(_ id: FunctionID) -> TypedFunction? { compiler.functions[id] }
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
    machine.prepare()
    var isDoubtful = false
    for (piece, function) in zip(pieces, functions) {
      if run.isReported(in: piece) { isDoubtful = true }
      do {
        try machine.run(function)
      } catch Trap.poisoned {
        isDoubtful = true
      } catch {
        if isDoubtful || isConsequence(error) { return nil }
        return diagnostic(for: error, in: run.cell)
      }
    }
    return nil
  }

  private func takeOutputs() -> [CellEvaluation.Output] {
    machine.takeOutputs().map { output in
      switch output {
      case .printed(let text): .printed(text)
      case .slider(let number, let choices):
        .slider(
          DeclaredSlider(
            name: program.sliders[number].name, choices: choices,
            span: program.sliders[number].span))
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
    let trap = Trap(error)
    return Diagnostic(
      .error, trap.message, in: place.excerpt, at: place.span, help: trap.help)
  }
}

extension Trap {
  /// What stopped a run, as machines throw it.
  init(_ error: any Error) {
    self = (error as? Trap) ?? (error as? ScalarFailure).map { .scalar($0) } ?? .unreachable
  }
}

extension TypedStatement {
  fileprivate var isDisplayed: Bool {
    if case .expression(_, displays: true) = kind { true } else { false }
  }
}
