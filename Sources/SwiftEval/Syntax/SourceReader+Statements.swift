import Diagnostics
import SwiftSyntax

extension CellReading {
  func statements(_ items: CodeBlockItemListSyntax) -> [SourceStatement] {
    noteLeftOutTypes(items)
    return items.compactMap { item in
      if item.item.is(MissingExprSyntax.self) || item.item.is(MissingDeclSyntax.self) { return nil }
      return nested(item) { statement(item) }
        ?? SourceStatement(kind: .error, span: span(item))
    }
  }

  private func statement(_ item: CodeBlockItemSyntax) -> SourceStatement {
    let place = span(item.item)
    let kind: SourceStatement.Kind =
      switch item.item {
      case .decl(let declaration): self.declaration(declaration)
      case .stmt(let statement): self.statement(statement, label: nil)
      case .expr(let expression): self.statement(expression, label: nil)
      }
    return SourceStatement(kind: kind, span: place)
  }

  private func statement(_ syntax: StmtSyntax, label: String?) -> SourceStatement.Kind {
    switch syntax.as(StmtSyntaxEnum.self) {
    case .expressionStmt(let statement):
      return self.statement(statement.expression, label: label)
    case .labeledStmt(let labeled):
      return nested(labeled) { statement(labeled.statement, label: name(of: labeled.label)) }
        ?? .error
    case .guardStmt(let statement):
      let conditions = self.conditions(statement.conditions)
      return .guard(conditions, statements(statement.body.statements))
    case .whileStmt(let statement):
      let conditions = self.conditions(statement.conditions)
      return .while(conditions, statements(statement.body.statements), label: label)
    case .repeatStmt(let statement):
      let body = statements(statement.body.statements)
      return .repeatWhile(body, expression(statement.condition), label: label)
    case .forStmt(let statement): return loop(statement, label: label)
    case .doStmt(let statement):
      if let clause = statement.throwsClause { reportOutside("`throws`", at: span(clause)) }
      if let clause = statement.catchClauses.first { reportOutside("`catch`", at: span(clause)) }
      return .do(statements(statement.body.statements), label: label)
    case .deferStmt(let statement): return .defer(statements(statement.body.statements))
    case .breakStmt(let statement): return .break(label: statement.label.map(name))
    case .continueStmt(let statement): return .continue(label: statement.label.map(name))
    case .fallThroughStmt: return .fallthrough
    case .returnStmt(let statement): return .return(statement.expression.map(expression))
    case .missingStmt: return .error
    default:
      reportOutside(Subset.name(of: syntax), at: span(syntax))
      return .error
    }
  }

  /// `if` and `switch` stand as statements here, everything else for its value or effect.
  private func statement(_ syntax: ExprSyntax, label: String?) -> SourceStatement.Kind {
    if let conditional = syntax.as(IfExprSyntax.self) {
      if label != nil { reportOutside("a label of an `if`", at: span(syntax)) }
      return self.conditional(conditional)
    }
    if let conditional = syntax.as(SwitchExprSyntax.self) {
      return choice(conditional, label: label)
    }
    if syntax.is(MissingExprSyntax.self) { return .error }
    return .expression(expression(syntax))
  }

  func conditional(_ syntax: IfExprSyntax) -> SourceStatement.Kind {
    let conditions = self.conditions(syntax.conditions)
    let then = statements(syntax.body.statements)
    switch syntax.elseBody {
    case nil: return .if(conditions, then, nil)
    case .codeBlock(let block): return .if(conditions, then, statements(block.statements))
    case .ifExpr(let next):
      let kind = nested(next) { conditional(next) } ?? .error
      return .if(conditions, then, [SourceStatement(kind: kind, span: span(next))])
    }
  }

  func choice(_ syntax: SwitchExprSyntax, label: String?) -> SourceStatement.Kind {
    let subject = expression(syntax.subject)
    var cases: [SourceStatement.Case] = []
    for element in syntax.cases {
      switch element {
      case .ifConfigDecl(let declaration): reportOutside("`#if`", at: span(declaration))
      case .switchCase(let item): cases.append(self.case(item))
      }
    }
    return .switch(subject, cases, label: label)
  }

  private func `case`(_ syntax: SwitchCaseSyntax) -> SourceStatement.Case {
    var patterns: [(pattern: SourcePattern, condition: SourceExpression?)] = []
    if let attribute = syntax.attribute {
      reportOutside("`@\(attribute.attributeName.trimmedDescription)`", at: span(attribute))
    }
    if case .case(let label) = syntax.label {
      patterns = label.caseItems.map { item in
        let pattern = self.pattern(item.pattern, bindingMutably: nil)
        return (pattern, item.whereClause.map { expression($0.condition) })
      }
    }
    let body = nested(syntax) { statements(syntax.statements) } ?? []
    return SourceStatement.Case(patterns: patterns, body: body, span: span(syntax.label))
  }

  private func loop(_ syntax: ForStmtSyntax, label: String?) -> SourceStatement.Kind {
    for token in [syntax.tryKeyword, syntax.awaitKeyword] {
      if let token { reportOutside("`\(token.text)`", at: span(token)) }
    }
    if let annotation = syntax.typeAnnotation {
      reportOutside("a type in `for`", at: span(annotation))
    }
    let isPattern = syntax.caseKeyword != nil
    let pattern = self.pattern(syntax.pattern, bindingMutably: isPattern ? nil : false)
    let sequence = expression(syntax.sequence)
    let condition = syntax.whereClause.map { expression($0.condition) }
    return .for(pattern, sequence, condition, statements(syntax.body.statements), label: label)
  }
}

// MARK: Conditions

extension CellReading {
  func conditions(_ elements: ConditionElementListSyntax) -> [SourceStatement.Condition] {
    elements.compactMap { element in
      switch element.condition {
      case .expression(let syntax): return .expression(expression(syntax))
      case .availability(let syntax):
        reportOutside("`#available`", at: span(syntax))
        return nil
      case .matchingPattern(let syntax):
        let pattern = self.pattern(syntax.pattern, bindingMutably: nil)
        let type = syntax.typeAnnotation.map { self.type($0.type) }
        return .pattern(pattern, type, expression(syntax.initializer.value))
      case .optionalBinding(let syntax): return binding(syntax)
      }
    }
  }

  /// `let x = e`, or `let x` for `let x = x`; a type is that of the value that is bound.
  private func binding(_ syntax: OptionalBindingConditionSyntax) -> SourceStatement.Condition {
    let isMutable = syntax.bindingSpecifier.tokenKind == .keyword(.var)
    let pattern = self.pattern(syntax.pattern, bindingMutably: isMutable)
    let type = syntax.typeAnnotation.map { self.type($0.type) }
    let value: SourceExpression
    if let initializer = syntax.initializer {
      value = expression(initializer.value)
    } else if case .name(let name, _) = pattern.kind {
      value = make(.name(SourceExpression.Name(text: name, span: pattern.span)), pattern.span)
    } else {
      value = error(pattern.span)
    }
    return .pattern(
      SourcePattern(kind: .optional(pattern), span: pattern.span),
      type.map { $0 == .error ? .error : .optional($0) }, value)
  }
}
