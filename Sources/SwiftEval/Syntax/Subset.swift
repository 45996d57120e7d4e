import Diagnostics
import SwiftSyntax

/// What is Swift but not the evaluated Swift, in the author's words.
enum Subset {
  /// Parts of Swift that the evaluated Swift leaves out, by the word that the author wrote.
  static func name(of declaration: DeclSyntax) -> (name: String, comesLater: Bool) {
    switch declaration.as(DeclSyntaxEnum.self) {
    case .structDecl: ("`struct`", true)
    case .enumDecl: ("`enum`", true)
    case .classDecl: ("`class`", false)
    case .actorDecl: ("`actor`", false)
    case .protocolDecl: ("`protocol`", false)
    case .extensionDecl: ("`extension`", false)
    case .importDecl: ("`import`", false)
    case .typeAliasDecl: ("`typealias`", false)
    case .associatedTypeDecl: ("`associatedtype`", false)
    case .operatorDecl: ("declaring an operator", false)
    case .precedenceGroupDecl: ("`precedencegroup`", false)
    case .ifConfigDecl: ("`#if`", false)
    case .macroDecl, .macroExpansionDecl: ("a macro", false)
    case .initializerDecl: ("`init` outside of a type", false)
    case .deinitializerDecl: ("`deinit` outside of a type", false)
    case .subscriptDecl: ("`subscript` outside of a type", false)
    default: ("this declaration", false)
    }
  }

  /// The name of a type that a declaration makes.
  static func typeName(of declaration: DeclSyntax) -> TokenSyntax? {
    switch declaration.as(DeclSyntaxEnum.self) {
    case .structDecl(let type): type.name
    case .enumDecl(let type): type.name
    case .classDecl(let type): type.name
    case .actorDecl(let type): type.name
    case .protocolDecl(let type): type.name
    case .typeAliasDecl(let type): type.name
    default: nil
    }
  }

  static func name(of statement: StmtSyntax) -> String {
    switch statement.as(StmtSyntaxEnum.self) {
    case .throwStmt: "`throw`"
    case .yieldStmt: "`yield`"
    case .discardStmt: "`discard`"
    default: "this statement"
    }
  }

  static func name(of expression: ExprSyntax) -> String {
    switch expression.as(ExprSyntaxEnum.self) {
    case .tryExpr: "`try`"
    case .awaitExpr: "`await`"
    case .isExpr, .unresolvedIsExpr: "`is`"
    case .asExpr, .unresolvedAsExpr: "a conditional cast"
    case .keyPathExpr: "a key path"
    case .regexLiteralExpr: "a regular expression literal"
    case .macroExpansionExpr: "a macro other than `#expect`"
    case .superExpr: "`super`"
    case .borrowExpr: "`borrow`"
    case .consumeExpr: "`consume`"
    case .copyExpr: "`copy`"
    case .unsafeExpr: "`unsafe`"
    case .editorPlaceholderExpr: "an editor placeholder"
    case .packElementExpr, .packExpansionExpr: "a parameter pack"
    case .postfixIfConfigExpr: "`#if`"
    case .arrowExpr: "`->` in an expression"
    default: "this expression"
    }
  }

  /// Types of the standard library that lessons may expect, but that are not evaluated yet.
  static let laterTypes: Set = ["Dictionary", "Set"]
}

extension CellReading {
  func reportOutside(_ name: String, at span: Span) {
    report(.outsideSubset(name), at: span)
  }

  func reportLater(_ name: String, at span: Span) {
    report(.notYetInSubset(name), at: span)
  }

  /// Attributes and modifiers, which no declaration of a cell may have.
  func reportDecorations(_ attributes: AttributeListSyntax, _ modifiers: DeclModifierListSyntax) {
    if let attribute = attributes.first {
      let name = attribute.as(AttributeSyntax.self)?.attributeName.trimmedDescription
      reportOutside(name.map { "`@\($0)`" } ?? "`#if`", at: span(attribute))
    }
    if let modifier = modifiers.first {
      reportOutside("`\(modifier.name.text)`", at: span(modifier))
    }
  }
}

extension Diagnostics.Diagnostic.Message {
  static func outsideSubset(_ name: String) -> Self {
    Self(
      id: "outside-subset",
      text: "\(name) is not in the evaluated Swift; use a `swift run` cell")
  }

  static func notYetInSubset(_ name: String) -> Self {
    Self(
      id: "outside-subset",
      text: "\(name) is not yet in the evaluated Swift; use a `swift run` cell")
  }
}
