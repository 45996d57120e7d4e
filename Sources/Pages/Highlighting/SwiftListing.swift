import Diagnostics
import SwiftIDEUtils
import SwiftParser
import SwiftParserDiagnostics
import SwiftSyntax

/// Swift code as swift-syntax reads it.
enum SwiftListing {
  static func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    guard let tree = parse(text) else { return [] }
    for range in tree.classifications {
      guard let kind = kind(of: range.kind) else { continue }
      if let last = tokens.last, last.kind == kind, last.end == range.range.lowerBound.utf8Offset {
        tokens[tokens.count - 1].end = range.range.upperBound.utf8Offset
      } else {
        tokens.append(
          Token(
            kind: kind, start: range.range.lowerBound.utf8Offset,
            end: range.range.upperBound.utf8Offset))
      }
    }
    return tokens
  }

  /// What keeps a listing from being Swift, at its place in the lesson.
  static func mistakes(in listing: Excerpt) -> [Diagnostics.Diagnostic] {
    guard let tree = parse(listing.text) else {
      return [
        Diagnostic(
          .error, .listingSyntax("it is nested too deeply"), in: listing, at: Span(0, 0),
          help: ["write ` ```swift unchecked ` for a listing that is not to be read"])
      ]
    }
    guard tree.hasError else { return [] }
    return ParseDiagnosticsGenerator.diagnostics(for: tree)
      .filter { $0.diagMessage.severity == .error }
      .prefix(mostMistakes)
      .map { mistake in
        let offset = mistake.position.utf8Offset
        return Diagnostic(
          .error, .listingSyntax(mistake.message), in: listing, at: Span(offset, offset),
          help: ["write ` ```swift unchecked ` for a listing that is not whole"])
      }
  }

  private static let mostMistakes = 5
  private static let greatestNesting = 100
  /// Levels of the tree: a statement in a block takes five.
  private static let greatestDepth = 1_000

  /// Nil where the text is nested too deeply for what walks the tree.
  static func parse(_ text: String) -> SourceFileSyntax? {
    guard NestingScan.placeTooDeep(in: text) == nil else { return nil }
    var parser = Parser(text, maximumNestingLevel: greatestNesting)
    let tree = SourceFileSyntax.parse(from: &parser)
    return isTooDeep(tree) ? nil : tree
  }

  /// What walks the tree recurses, so that a chain of 50,000 members would overflow the stack.
  private static func isTooDeep(_ tree: SourceFileSyntax) -> Bool {
    var pending = [(node: Syntax(tree), depth: 0)]
    while let (node, depth) = pending.popLast() {
      if depth > greatestDepth { return true }
      for child in node.children(viewMode: .all) where !child.is(TokenSyntax.self) {
        pending.append((child, depth + 1))
      }
    }
    return false
  }

  private static func kind(of classification: SyntaxClassification) -> TokenKind? {
    switch classification {
    case .attribute, .ifConfigDirective: .attribute
    case .blockComment, .docBlockComment, .docLineComment, .lineComment: .comment
    case .floatLiteral, .integerLiteral: .number
    case .keyword: .keyword
    case .regexLiteral, .stringLiteral: .string
    case .type: .type
    case .argumentLabel, .dollarIdentifier, .editorPlaceholder, .identifier, .none, .operator: nil
    @unknown default: nil
    }
  }
}

extension Diagnostics.Diagnostic.Message {
  static func listingSyntax(_ reason: String) -> Self {
    Self(id: "listing-syntax", text: "this listing is not Swift: \(reason)")
  }
}
