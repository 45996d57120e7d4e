import Diagnostics
import SwiftParser
import SwiftParserDiagnostics
import SwiftSyntax

/// Reads the Swift of a cell: swift-syntax parses it, and what belongs to the evaluated Swift becomes
/// the tree that the type checker reads.
///
/// What does not parse or is outside of the evaluated Swift is reported, and left out as an error node,
/// which nothing later complains about.
struct SourceReader {
  /// Nested expressions, statements and types; a long sum counts, since it is a deep tree.
  static let greatestHeight = 200

  private let library: Library
  private var nextID = 0
  /// Types that the author declared but that are not evaluated: reported once, where they stand.
  private var leftOutTypes: Set<String> = []

  init(library: Library) {
    self.library = library
  }

  /// The statements of a cell; ids of expressions are unique over the reader's life.
  mutating func statements(
    of cell: Excerpt
  ) -> (statements: [SourceStatement], diagnostics: [Diagnostics.Diagnostic]) {
    let reading = CellReading(
      cell, library: library, nextID: nextID, leftOutTypes: leftOutTypes)
    guard let tree = reading.parse() else { return ([], reading.diagnostics) }
    let statements = reading.statements(tree.statements)
    nextID = reading.nextID
    leftOutTypes = reading.leftOutTypes
    return (statements, reading.diagnostics)
  }

  /// Nil where the text does not parse as exactly one expression.
  mutating func expression(
    of text: Excerpt
  ) -> (expression: SourceExpression?, diagnostics: [Diagnostics.Diagnostic]) {
    let reading = CellReading(
      text, library: library, nextID: nextID, leftOutTypes: leftOutTypes)
    guard let tree = reading.parse() else { return (nil, reading.diagnostics) }
    guard tree.statements.count == 1, let item = tree.statements.first, item.semicolon == nil,
      let syntax = item.item.as(ExprSyntax.self)
        ?? item.item.as(ExpressionStmtSyntax.self)?.expression
    else {
      if !reading.diagnostics.hasErrors {
        reading.report(.notAnExpression, at: Span(0, text.text.utf8.count))
      }
      return (nil, reading.diagnostics)
    }
    let expression = item.hasError ? nil : reading.expression(syntax)
    nextID = reading.nextID
    return (expression, reading.diagnostics)
  }
}

/// One cell being read.
///
/// A class because the parts of the reading add to one list of diagnostics and count one depth;
/// confined to the call that makes it.
final class CellReading {
  let cell: Excerpt
  let library: Library
  private(set) var diagnostics: [Diagnostics.Diagnostic] = []
  private(set) var nextID: Int
  private(set) var leftOutTypes: Set<String>
  private var level = 0
  private var reportedNesting = false
  /// The greatest height of the expressions that were made in the body that is being read.
  var bodyHeight = 0
  /// One more than the greatest n of `$n` in the closure that is being read.
  var anonymousCount = 0

  init(_ cell: Excerpt, library: Library, nextID: Int, leftOutTypes: Set<String>) {
    self.cell = cell
    self.library = library
    self.nextID = nextID
    self.leftOutTypes = leftOutTypes
  }

  /// Types may be used above their declarations; one that a function declares is known after it, too,
  /// where what uses it is silent.
  func noteLeftOutTypes(_ items: CodeBlockItemListSyntax) {
    for item in items {
      guard case .decl(let declaration) = item.item, let name = Subset.typeName(of: declaration)
      else {
        continue
      }
      leftOutTypes.insert(name.text)
    }
  }

  /// Nil where the text is nested too deeply to be looked at.
  func parse() -> SourceFileSyntax? {
    if let place = NestingScan.placeTooDeep(in: cell.text) {
      reportNesting(at: Span(place, place))
      return nil
    }
    var parser = Parser(cell.text, maximumNestingLevel: SourceReader.greatestHeight / 2)
    let tree = SourceFileSyntax.parse(from: &parser)
    if let place = SyntaxDepth.firstNode(in: tree, deeperThan: Self.greatestSyntaxDepth) {
      reportNesting(at: Span(place, place))
      return nil
    }
    if tree.hasError { reportMistakes(of: tree) }
    return tree
  }

  /// Levels of swift-syntax's tree: an expression in parentheses takes three, a statement in a block
  /// five.
  private static let greatestSyntaxDepth = 5 * SourceReader.greatestHeight
  private static let mostMistakes = 10
  private static let mostStatements = 200

  private func reportMistakes(of tree: SourceFileSyntax) {
    // Of very many statements only the first that are mistaken are looked at: the time that the
    // generator takes grows with the square of the mistakes.
    let isLong = tree.statements.count > Self.mostStatements
    let items = tree.statements.lazy.filter(\.hasError).prefix(Self.mostMistakes)
    let all =
      isLong && !items.isEmpty
      ? items.flatMap { ParseDiagnosticsGenerator.diagnostics(for: $0) }
      : ParseDiagnosticsGenerator.diagnostics(for: tree)
    let mistakes = all.filter { $0.diagMessage.severity == .error }
    for mistake in mistakes.prefix(Self.mostMistakes) {
      let start = mistake.position.utf8Offset
      let end = max(start, mistake.node.endPositionBeforeTrailingTrivia.utf8Offset)
      let isAtNode = mistake.node.positionAfterSkippingLeadingTrivia == mistake.position
      report(.parseError(mistake.message), at: Span(start, isAtNode ? end : start))
    }
    if mistakes.isEmpty { report(.parseError("this is not Swift"), at: span(tree)) }
  }
}

// MARK: Diagnostics

extension CellReading {
  func report(_ message: Diagnostics.Diagnostic.Message, at span: Span, help: [String] = []) {
    diagnostics.append(Diagnostic(.error, message, in: cell, at: span, help: help))
  }

  func reportNesting(at span: Span) {
    guard !reportedNesting else { return }
    reportedNesting = true
    report(.nestingLimit(SourceReader.greatestHeight), at: span)
  }
}

// MARK: Making nodes

extension CellReading {
  func span(_ node: some SyntaxProtocol) -> Span {
    Span(
      node.positionAfterSkippingLeadingTrivia.utf8Offset,
      node.endPositionBeforeTrailingTrivia.utf8Offset)
  }

  /// - Parameter height: of the greatest expression inside.
  func make(_ kind: SourceExpression.Kind, _ span: Span, above height: Int = -1) -> SourceExpression
  {
    nextID += 1
    guard height + 1 <= SourceReader.greatestHeight else {
      reportNesting(at: span)
      return SourceExpression(kind: .error, span: span, id: nextID, height: 0)
    }
    bodyHeight = max(bodyHeight, height + 1)
    return SourceExpression(kind: kind, span: span, id: nextID, height: height + 1)
  }

  func error(_ span: Span) -> SourceExpression { make(.error, span) }

  /// Goes one level deeper into the tree; nil, and reported, where that is too deep.
  func nested<T>(_ node: some SyntaxProtocol, _ read: () -> T) -> T? {
    guard level < SourceReader.greatestHeight else {
      reportNesting(at: span(node))
      return nil
    }
    level += 1
    defer { level -= 1 }
    return read()
  }

  /// Reads statements that stand inside of an expression; the height is that of the expressions in them.
  func body<T>(_ read: () -> T) -> (T, height: Int) {
    let outer = bodyHeight
    bodyHeight = 0
    defer { bodyHeight = outer }
    let result = read()
    return (result, bodyHeight)
  }
}

/// How deep a tree of swift-syntax is, found without recursion.
enum SyntaxDepth {
  /// The UTF-8 offset of a node that has more nodes above it than the bound.
  static func firstNode(in tree: some SyntaxProtocol, deeperThan bound: Int) -> Int? {
    var pending = [(node: Syntax(tree), depth: 0)]
    while let (node, depth) = pending.popLast() {
      if depth > bound { return node.position.utf8Offset }
      for child in node.children(viewMode: .all) where !child.is(TokenSyntax.self) {
        pending.append((child, depth + 1))
      }
    }
    return nil
  }
}

extension Diagnostics.Diagnostic.Message {
  static func parseError(_ reason: String) -> Self { Self(id: "swift-syntax", text: reason) }

  static let notAnExpression = Self(id: "swift-syntax", text: "expected one expression")

  static func nestingLimit(_ bound: Int) -> Self {
    Self(id: "nesting-limit", text: "the code is nested more than \(bound) levels deep")
  }
}
