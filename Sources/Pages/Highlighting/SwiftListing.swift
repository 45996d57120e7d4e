import Diagnostics
import SwiftIDEUtils
import SwiftParser
import SwiftParserDiagnostics
import SwiftSyntax

/// Swift code as swift-syntax reads it.
enum SwiftListing {
  static func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    for range in Parser.parse(source: text).classifications {
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
    let tree = Parser.parse(source: listing.text)
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
