import Diagnostics
import SwiftSyntax

extension CellReading {
  func expression(_ syntax: ExprSyntax) -> SourceExpression {
    let place = span(syntax)
    // An error inside of a closure's statements is left out there.
    if syntax.hasError, !Self.holdsStatements(syntax) { return error(place) }
    return nested(syntax) { unguardedExpression(syntax, place) } ?? error(place)
  }

  /// Whether errors below may be in statements of a closure or a branch, which are left out one by one.
  private static func holdsStatements(_ syntax: ExprSyntax) -> Bool {
    switch syntax.as(ExprSyntaxEnum.self) {
    case .closureExpr, .ifExpr, .switchExpr: true
    case .functionCallExpr(let call):
      !call.calledExpression.hasError && !call.arguments.hasError
        && (call.trailingClosure?.hasError == true || call.additionalTrailingClosures.hasError)
    default: false
    }
  }

  private func unguardedExpression(_ syntax: ExprSyntax, _ place: Span) -> SourceExpression {
    switch syntax.as(ExprSyntaxEnum.self) {
    case .integerLiteralExpr(let literal): return make(.integer(literal.literal.text), place)
    case .floatLiteralExpr(let literal): return make(.float(literal.literal.text), place)
    case .booleanLiteralExpr(let literal):
      return make(.bool(literal.literal.tokenKind == .keyword(.true)), place)
    case .stringLiteralExpr(let literal): return string(literal, place)
    case .nilLiteralExpr: return make(.null, place)
    case .discardAssignmentExpr: return make(.wildcard, place)
    case .declReferenceExpr(let reference): return self.reference(reference, place)
    case .memberAccessExpr(let member): return self.member(member, place)
    case .tupleExpr(let tuple): return self.tuple(tuple, place)
    case .arrayExpr(let array):
      let elements = array.elements.map { expression($0.expression) }
      return make(.array(elements), place, above: height(elements))
    case .dictionaryExpr: reportLater("a dictionary", at: place)
    case .functionCallExpr(let call): return self.call(call, place)
    case .subscriptCallExpr(let call): return self.subscript(call, place)
    case .closureExpr(let closure): return self.closure(closure, place)
    case .sequenceExpr(let sequence): return self.sequence(sequence, place)
    case .prefixOperatorExpr(let prefix):
      let operand = expression(prefix.expression)
      return make(.prefix(symbol(prefix.operator), operand), place, above: operand.height)
    case .postfixOperatorExpr(let postfix):
      let operand = expression(postfix.expression)
      return make(.postfix(symbol(postfix.operator), operand), place, above: operand.height)
    case .inOutExpr(let reference):
      return wrap(reference.expression, place) { .addressOf($0) }
    case .optionalChainingExpr(let optional):
      return wrap(optional.expression, place) { .optionalLink($0) }
    case .forceUnwrapExpr(let optional):
      return wrap(optional.expression, place) { .forceUnwrap($0) }
    case .ifExpr(let conditional):
      return self.conditional(place) { self.conditional(conditional) }
    case .switchExpr(let conditional):
      return self.conditional(place) { choice(conditional, label: nil) }
    case .typeExpr(let type): return make(.type(self.type(type.type)), place)
    case .genericSpecializationExpr(let special): return specialization(special, place)
    case .macroExpansionExpr(let macro) where macro.macroName.text == "expect":
      return expectation(macro, place)
    case .patternExpr: reportOutside("a binding inside of this pattern", at: place)
    case .missingExpr: break
    default: reportOutside(Subset.name(of: syntax), at: place)
    }
    return error(place)
  }

  private func wrap(
    _ inner: ExprSyntax, _ place: Span, _ kind: (SourceExpression) -> SourceExpression.Kind
  ) -> SourceExpression {
    let inner = expression(inner)
    return make(kind(inner), place, above: inner.height)
  }

  func symbol(_ token: TokenSyntax) -> SourceExpression.Name {
    SourceExpression.Name(text: token.text, span: span(token))
  }

  private func height(_ expressions: [SourceExpression]) -> Int {
    expressions.reduce(-1) { max($0, $1.height) }
  }

  private func height(_ arguments: [SourceExpression.Argument]) -> Int {
    arguments.reduce(-1) { max($0, $1.value.height) }
  }

  private func conditional(
    _ place: Span, _ read: () -> SourceStatement.Kind
  ) -> SourceExpression {
    let (kind, height) = body(read)
    return make(.conditional(SourceStatement(kind: kind, span: place)), place, above: height)
  }
}

// MARK: Names

extension CellReading {
  private func name(_ reference: DeclReferenceExprSyntax) -> SourceExpression.Name {
    var labels: [String?]?
    if let names = reference.argumentNames {
      labels = names.arguments.map { argument in
        argument.name.tokenKind == .wildcard ? nil : name(of: argument.name)
      }
    }
    return SourceExpression.Name(
      text: name(of: reference.baseName), span: span(reference), labels: labels)
  }

  private func reference(_ syntax: DeclReferenceExprSyntax, _ place: Span) -> SourceExpression {
    switch syntax.baseName.tokenKind {
    case .binaryOperator, .prefixOperator, .postfixOperator:
      return make(.operatorReference(symbol(syntax.baseName)), place)
    case .keyword(.self), .keyword(.Self), .keyword(.Any):
      reportOutside("`\(syntax.baseName.text)`", at: place)
      return error(place)
    case .dollarIdentifier(let text):
      if let number = Int(text.dropFirst()) {
        anonymousCount = max(anonymousCount, min(number, Self.mostAnonymous) + 1)
      }
    default: break
    }
    if leftOutTypes.contains(name(of: syntax.baseName)) { return error(place) }
    return make(.name(name(syntax)), place)
  }

  /// A closure has no more parameters than this that are not named.
  private static let mostAnonymous = 20

  private func member(_ syntax: MemberAccessExprSyntax, _ place: Span) -> SourceExpression {
    if syntax.declName.baseName.tokenKind == .keyword(.self) {
      reportOutside("`.self`", at: place)
      return error(place)
    }
    let name = name(syntax.declName)
    guard let base = syntax.base else { return make(.member(nil, name), place) }
    let value = typeExpression(base) ?? expression(base)
    return make(.member(value, name), place, above: value.height)
  }

  private func specialization(
    _ syntax: GenericSpecializationExprSyntax, _ place: Span
  ) -> SourceExpression {
    guard let reference = syntax.expression.as(DeclReferenceExprSyntax.self) else {
      reportOutside("this expression", at: place)
      return error(place)
    }
    let arguments = types(syntax.genericArgumentClause)
    return make(.type(named(reference.baseName, arguments, at: place)), place)
  }

  /// `[Int]` of `[Int]()` and `Int?` of `Int?.none`, which parse as an array and as a chain.
  private func typeExpression(_ syntax: ExprSyntax) -> SourceExpression? {
    guard syntax.is(ArrayExprSyntax.self) || syntax.is(OptionalChainingExprSyntax.self),
      let type = writtenType(syntax)
    else { return nil }
    return make(.type(type), span(syntax))
  }

  private func writtenType(_ syntax: ExprSyntax) -> Type? {
    nested(syntax) {
      switch syntax.as(ExprSyntaxEnum.self) {
      case .declReferenceExpr(let reference):
        let name = name(of: reference.baseName)
        if leftOutTypes.contains(name) { return .error }
        guard name == "Void" || library.types[name].map({ !$0.isProtocol }) == true else {
          return nil
        }
        return named(reference.baseName, [], at: span(reference))
      case .typeExpr(let type): return self.type(type.type)
      case .genericSpecializationExpr(let special):
        guard let reference = special.expression.as(DeclReferenceExprSyntax.self) else {
          return nil
        }
        return named(
          reference.baseName, types(special.genericArgumentClause), at: span(special))
      case .arrayExpr(let array):
        guard array.elements.count == 1, let element = array.elements.first else { return nil }
        return writtenType(element.expression).map { $0 == .error ? .error : .array($0) }
      case .optionalChainingExpr(let optional):
        return writtenType(optional.expression).map { $0 == .error ? .error : .optional($0) }
      case .tupleExpr(let tuple):
        var elements: [Type.TupleElement] = []
        for element in tuple.elements {
          guard let type = writtenType(element.expression) else { return nil }
          if type == .error { return .error }
          elements.append(Type.TupleElement(label: element.label?.text, type: type))
        }
        if elements.isEmpty { return .void }
        return elements.count == 1 ? elements[0].type : .tuple(elements)
      default: return nil
      }
    } ?? nil
  }
}

// MARK: Calls

extension CellReading {
  private func tuple(_ syntax: TupleExprSyntax, _ place: Span) -> SourceExpression {
    let elements = arguments(syntax.elements)
    if elements.count == 1, elements[0].label == nil {
      return make(.parenthesized(elements[0].value), place, above: elements[0].value.height)
    }
    return make(.tuple(elements), place, above: height(elements))
  }

  private func arguments(_ list: LabeledExprListSyntax) -> [SourceExpression.Argument] {
    list.map { argument in
      SourceExpression.Argument(
        label: argument.label.map { name(of: $0) }, value: expression(argument.expression))
    }
  }

  private func arguments(
    _ list: LabeledExprListSyntax, _ trailing: ClosureExprSyntax?,
    _ additional: MultipleTrailingClosureElementListSyntax
  ) -> [SourceExpression.Argument] {
    var arguments = self.arguments(list)
    if let trailing {
      arguments.append(
        SourceExpression.Argument(
          label: nil, value: expression(ExprSyntax(trailing)), isTrailing: true))
    }
    for element in additional {
      let label = element.label.tokenKind == .wildcard ? nil : name(of: element.label)
      arguments.append(
        SourceExpression.Argument(
          label: label, value: expression(ExprSyntax(element.closure)), isTrailing: true))
    }
    return arguments
  }

  private func call(_ syntax: FunctionCallExprSyntax, _ place: Span) -> SourceExpression {
    let callee = typeExpression(syntax.calledExpression) ?? expression(syntax.calledExpression)
    let arguments = arguments(
      syntax.arguments, syntax.trailingClosure, syntax.additionalTrailingClosures)
    return make(
      .call(callee, arguments), place, above: max(callee.height, height(arguments)))
  }

  private func `subscript`(_ syntax: SubscriptCallExprSyntax, _ place: Span) -> SourceExpression {
    let base = expression(syntax.calledExpression)
    let arguments = arguments(
      syntax.arguments, syntax.trailingClosure, syntax.additionalTrailingClosures)
    return make(
      .subscript(base, arguments), place, above: max(base.height, height(arguments)))
  }

  /// `#expect(…)` is a call of what the vocabulary declares under that name.
  private func expectation(
    _ syntax: some FreestandingMacroExpansionSyntax, _ place: Span
  ) -> SourceExpression {
    let start = span(syntax.pound).union(span(syntax.macroName))
    let name = SourceExpression.Name(text: "#" + syntax.macroName.text, span: start)
    let callee = make(.name(name), start)
    let arguments = arguments(
      syntax.arguments, syntax.trailingClosure, syntax.additionalTrailingClosures)
    return make(.call(callee, arguments), place, above: max(callee.height, height(arguments)))
  }

  func expectation(_ syntax: MacroExpansionDeclSyntax) -> SourceExpression {
    expectation(syntax, span(syntax))
  }
}

// MARK: Operators

extension CellReading {
  private func sequence(_ syntax: SequenceExprSyntax, _ place: Span) -> SourceExpression {
    var elements = Array(syntax.elements)
    guard !elements.isEmpty else { return error(place) }
    let first = expression(elements.removeFirst())
    var rest: [(OperatorFolding.Operator, SourceExpression?)] = []
    var index = 0
    while index < elements.count {
      guard let next = infix(elements[index]), index + 1 < elements.count else {
        return error(place)
      }
      let operand = elements[index + 1]
      index += 2
      if case .cast = next {
        guard let type = operand.as(TypeExprSyntax.self) else { return error(place) }
        rest.append((.cast(self.type(type.type), span(type)), nil))
      } else {
        rest.append((next, expression(operand)))
      }
    }
    do {
      return try OperatorFolding.fold(first: first, rest: rest) { self.make($0, $1, above: $2) }
    } catch {
      report(error, in: place)
      return self.error(place)
    }
  }

  /// Nil, and reported, where it is no operator of the evaluated Swift.
  private func infix(_ syntax: ExprSyntax) -> OperatorFolding.Operator? {
    switch syntax.as(ExprSyntaxEnum.self) {
    case .binaryOperatorExpr(let infix): return .infix(symbol(infix.operator))
    case .assignmentExpr(let assignment): return .infix(symbol(assignment.equal))
    case .unresolvedTernaryExpr(let ternary): return .ternary(expression(ternary.thenExpression))
    case .unresolvedAsExpr(let cast) where cast.questionOrExclamationMark == nil:
      return .cast(.error, span(cast))
    case .unresolvedAsExpr(let cast):
      let mark = cast.questionOrExclamationMark?.text ?? ""
      reportOutside("`as\(mark)`", at: span(syntax))
    default: reportOutside(Subset.name(of: syntax), at: span(syntax))
    }
    return nil
  }

  private func report(_ failure: OperatorFolding.Failure, in place: Span) {
    switch failure {
    case .unknown(let name):
      report(.unknownOperator(name.text), at: name.span.isEmpty ? place : name.span)
    case .notAssociative(let first, let second, let span):
      report(.notAssociative(first, second), at: span)
    }
  }
}

extension Diagnostics.Diagnostic.Message {
  static func notAssociative(_ first: String, _ second: String) -> Self {
    Self(
      id: "swift-syntax",
      text: "`\(first)` and `\(second)` side by side need parentheses")
  }
}
