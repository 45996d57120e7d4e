import Diagnostics

/// Visits what a typed tree refers to, in the order of the source.
struct TreeWalk {
  var onVariable: (VariableID) -> Void = { _ in }
  var onFunction: (FunctionID) -> Void = { _ in }
  /// Statements and expressions that did not check.
  var onError: (Span) -> Void = { _ in }
  /// Before what it consists of.
  var onExpression: (TypedExpression) -> Void = { _ in }

  func visit(_ statements: [TypedStatement]) {
    for statement in statements { visit(statement) }
  }

  func visit(_ statement: TypedStatement) {
    switch statement.kind {
    case .expression(let value, _): visit(value)
    case .binding(let pattern, let value):
      if let value { visit(value) }
      visit(pattern)
    case .assign(let place, let value):
      visit(place)
      visit(value)
    case .assignTuple(let places, let value):
      for place in places { if let place { visit(place) } }
      visit(value)
    case .compoundAssign(let place, _, let value):
      visit(place)
      visit(value)
    case .function(let id): onFunction(id)
    case .if(let conditions, let then, let otherwise):
      visit(conditions)
      visit(then)
      visit(otherwise)
    case .guard(let conditions, let otherwise):
      visit(conditions)
      visit(otherwise)
    case .switch(let subject, let cases, _):
      visit(subject)
      for branch in cases {
        for (pattern, condition) in branch.patterns {
          visit(pattern)
          if let condition { visit(condition) }
        }
        visit(branch.body)
      }
    case .while(let conditions, let body, _):
      visit(conditions)
      visit(body)
    case .repeatWhile(let body, let condition, _):
      visit(body)
      visit(condition)
    case .for(let pattern, let sequence, let condition, let body, _):
      visit(sequence)
      visit(pattern)
      if let condition { visit(condition) }
      visit(body)
    case .do(let body, _), .defer(let body): visit(body)
    case .return(let value): if let value { visit(value) }
    case .yield(let value): visit(value)
    case .break, .continue, .fallthrough: break
    case .error: onError(statement.span)
    }
  }

  func visit(_ conditions: [TypedCondition]) {
    for condition in conditions {
      switch condition {
      case .expression(let value): visit(value)
      case .pattern(let pattern, let value):
        visit(value)
        visit(pattern)
      }
    }
  }

  func visit(_ pattern: TypedPattern) {
    switch pattern {
    case .wildcard, .none, .variable: break
    case .tuple(let parts): for part in parts { visit(part) }
    case .some(let inner): visit(inner)
    case .expression(let value, _): visit(value)
    }
  }

  func visit(_ place: TypedPlace) {
    onVariable(place.root)
    for step in place.steps {
      switch step {
      case .element(let value), .slice(let value): visit(value)
      case .tupleElement, .forceUnwrap: break
      }
    }
  }

  func visit(_ expression: TypedExpression) {
    onExpression(expression)
    switch expression.kind {
    case .int, .double, .bool, .string, .character, .none: break
    case .error: onError(expression.span)
    case .interpolation(let list), .tuple(let list), .array(let list): list.forEach(visit)
    case .variable(let id): onVariable(id)
    case .function(let id), .closure(let id): onFunction(id)
    case .call(let id, let arguments):
      onFunction(id)
      visit(arguments)
    case .callValue(let callee, let arguments):
      visit(callee)
      visit(arguments)
    case .intrinsic(_, let arguments): visit(arguments)
    case .record(_, let receiver, let arguments):
      if let receiver { visit(receiver) }
      for argument in arguments { if let argument { visit(argument) } }
    case .builder(let statements), .conditional(let statements): visit(statements)
    case .tupleElement(let base, _), .some(let base), .forceUnwrap(let base): visit(base)
    case .optionalChain(let base, _, let body, _):
      visit(base)
      visit(body)
    case .coalesce(let a, let b, _), .and(let a, let b), .or(let a, let b):
      visit(a)
      visit(b)
    case .ternary(let test, let a, let b):
      visit(test)
      visit(a)
      visit(b)
    }
  }

  private func visit(_ arguments: [TypedArgument]) {
    for argument in arguments {
      switch argument {
      case .value(let value): visit(value)
      case .inout(let place): visit(place)
      }
    }
  }
}
