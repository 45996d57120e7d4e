import Diagnostics

/// The sliders that a cell declares, each by `let name = Slider(…)` at its top level.
///
/// There a name stands for the slider from then on, so that what depends on it can be told. Anywhere
/// else one call could make several sliders, or none.
struct SliderDeclarations {
  /// The cell's statements; the call of each slider has the slider's number as first argument.
  private(set) var statements: [TypedStatement] = []
  /// Of the calls that declare no slider.
  private(set) var diagnostics: [Diagnostic] = []

  private let program: Program
  private let excerpt: Excerpt

  init(_ cell: CheckedCell, in excerpt: Excerpt, of program: Program) {
    self.program = program
    self.excerpt = excerpt
    let constants = cell.variables.filter { !$0.isMutable }
    let names = Dictionary(constants.map { ($0.id, $0.name) }) { first, _ in first }
    for statement in cell.statements {
      statements.append(numbered(statement, names) ?? statement)
      visitMisplaced(in: statement)
    }
    for function in cell.functions { walk.visit(function.body) }
    diagnostics = misplaced.spans.map(Self.diagnostic(in: excerpt))
  }

  /// In an expression outside of cells no slider can be declared.
  static func misplaced(in checked: CheckedExpression, of excerpt: Excerpt) -> [Diagnostic] {
    let found = MisplacedSliders()
    if let expression = checked.expression { found.walk.visit(expression) }
    for function in checked.functions { found.walk.visit(function.body) }
    return found.spans.map(diagnostic(in: excerpt))
  }

  private static func diagnostic(in excerpt: Excerpt) -> (Span) -> Diagnostic {
    { Diagnostic(.error, .misplacedSlider, in: excerpt, at: $0) }
  }

  private let misplaced = MisplacedSliders()
  private var walk: TreeWalk { misplaced.walk }

  /// What a slider's own call consists of is looked at, the call itself is not.
  private func visitMisplaced(in statement: TypedStatement) {
    guard case .binding(.variable, let value?) = statement.kind,
      case .intrinsic(let intrinsic, let arguments) = value.kind, intrinsic.isSlider
    else { return walk.visit(statement) }
    for case .value(let argument) in arguments { walk.visit(argument) }
  }

  private func numbered(
    _ statement: TypedStatement, _ names: [VariableID: String]
  ) -> TypedStatement? {
    guard case .binding(.variable(let variable), let value?) = statement.kind,
      case .intrinsic(let intrinsic, let arguments) = value.kind, intrinsic.isSlider
    else { return nil }
    guard let name = names[variable] else {
      misplaced.spans.append(value.span)
      return nil
    }
    let number = TypedExpression(.int(program.sliders.count), type: .int, span: value.span)
    program.sliders.append((name, excerpt.span(value.span)))
    let call = TypedExpression(
      .intrinsic(intrinsic, [.value(number)] + arguments), type: value.type, span: value.span)
    return TypedStatement(.binding(.variable(variable), call), span: statement.span)
  }
}

/// Collects calls of sliders. A class because a walk over a tree reports to it.
private final class MisplacedSliders {
  var spans: [Span] = []

  var walk: TreeWalk {
    TreeWalk(onExpression: { [self] part in
      if case .intrinsic(let intrinsic, _) = part.kind, intrinsic.isSlider {
        spans.append(part.span)
      }
    })
  }
}

extension Intrinsic {
  fileprivate var isSlider: Bool {
    if case .slider? = LibraryFunction(name: name) { true } else { false }
  }
}

extension Diagnostic.Message {
  static let misplacedSlider = Self(
    id: "misplaced-slider",
    text: "a slider is declared by `let name = Slider(…)` at the top level of an eval cell")
}
