import Diagnostics

/// What Swift checks of function parameters that are not `@escaping`: they are called, or passed on to
/// be called, but not kept in a variable, an array or a closure that outlives the call.
struct EscapeAnalysis {
  private let checker: TypeChecker
  private(set) var diagnostics: [Diagnostic] = []

  init(checker: TypeChecker) {
    self.checker = checker
  }

  /// - Parameter function: finished, so that its captures and those of its closures are known.
  mutating func check(_ function: TypedFunction) {
    guard !checker.nonEscaping.isEmpty else { return }
    var allowed: Set<Span> = []
    var kept: [(name: String, span: Span)] = []
    TreeWalk(
      onExpression: { [checker] expression in
        switch expression.kind {
        case .callValue(let callee, let arguments):
          allowed.insert(callee.span)
          for case .value(let value) in arguments { Self.allow(value, &allowed) }
        case .call(let id, let arguments):
          let parameters = checker.functions[id]?.parameters ?? []
          for case (let parameter, .value(let value)) in zip(parameters, arguments)
          where checker.nonEscaping.contains(parameter.variable) {
            Self.allow(value, &allowed)
          }
        case .intrinsic(let intrinsic, let arguments):
          let declared = checker.library.declaration(named: intrinsic.name)?.parameters ?? []
          let receivers = max(0, arguments.count - declared.count)
          for case (let parameter, .value(let value)) in zip(
            declared, arguments.dropFirst(receivers))
          where parameter.isFunction && !parameter.isEscaping {
            Self.allow(value, &allowed)
          }
        case .record(let signature, _, let arguments):
          let declaration = checker.library.signatures[signature.index]
          let declared = checker.library.declarations[declaration].parameters
          for case (let parameter, let value?) in zip(declared, arguments)
          where parameter.isFunction && !parameter.isEscaping {
            Self.allow(value, &allowed)
          }
        case .variable(let id) where checker.nonEscaping.contains(id):
          kept.append((checker.variables[id.index].name, expression.span))
        case .closure(let id), .function(let id):
          let captures = checker.functions[id]?.captures ?? []
          for captured in captures where checker.nonEscaping.contains(captured) {
            kept.append((checker.variables[captured.index].name, expression.span))
          }
        default: break
        }
      }
    ).visit(function.body)
    for (name, span) in kept where !allowed.contains(span) {
      diagnostics.append(
        Diagnostic(
          .error, .escapes(name), in: function.excerpt, at: span,
          help: ["declare the parameter as @escaping"]))
    }
  }

  /// The value is called at most while the callee runs.
  private static func allow(_ value: TypedExpression, _ allowed: inout Set<Span>) {
    switch value.kind {
    case .variable, .closure, .function: allowed.insert(value.span)
    default: break
    }
  }
}

extension Diagnostic.Message {
  static func escapes(_ name: String) -> Self {
    Self(
      id: "escaping",
      text: "\(name) is a parameter that is not @escaping: it can be called here, but not kept")
  }
}
