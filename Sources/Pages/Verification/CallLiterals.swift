import MathCore
@_spi(Compiler) import SwiftParser
import SwiftSyntax

/// The numbers that a display's call is written with; its caption stands aside, and so does what says
/// how it looks.
struct CallLiterals {
  /// With their signs; of `9 / 10` the quotient, too.
  private(set) var numbers: [(text: String, value: Rational)] = []
  /// The text of the caption as it is typed, with U+FFFC for what is interpolated; nil where the call
  /// has no caption of its own.
  private(set) var caption: String?

  /// - Parameter source: the expression that makes the display.
  init(_ source: String) {
    guard let tree = SwiftListing.parse(source) else { return }
    let caption = Self.caption(of: tree)
    self.caption = caption.flatMap(Self.typedText)
    let tokens = tree.tokens(viewMode: .sourceAccurate).filter { token in
      caption.map { token.position < $0.position || token.position >= $0.endPosition } ?? true
    }
    for index in tokens.indices { add(tokens, index) }
  }

  private mutating func add(_ tokens: [TokenSyntax], _ index: Int) {
    guard let value = Self.number(tokens, index), !Self.isStyle(tokens, index) else { return }
    numbers.append((Self.text(tokens, index), value))
    guard !Self.isSlash(tokens, index, -1), !Self.isSlash(tokens, index, -2),
      Self.isSlash(tokens, index, 1), let divisor = Self.number(tokens, index + 2),
      let quotient = value.divided(by: divisor)
    else { return }
    numbers.append((Self.text(tokens, index) + "/" + tokens[index + 2].text, quotient))
  }

  /// The signed number at a place among the tokens; nil for any other token.
  private static func number(_ tokens: [TokenSyntax], _ index: Int) -> Rational? {
    guard tokens.indices.contains(index) else { return nil }
    switch tokens[index].tokenKind {
    case .integerLiteral(let text), .floatLiteral(let text):
      let value = Rational(literal: text)
      return isNegative(tokens, index) ? value.map { -$0 } : value
    default: return nil
    }
  }

  private static func text(_ tokens: [TokenSyntax], _ index: Int) -> String {
    (isNegative(tokens, index) ? "\u{2212}" : "") + tokens[index].text
  }

  /// `decimals: 2`, `.opacity(0.5)`
  private static func isStyle(_ tokens: [TokenSyntax], _ index: Int) -> Bool {
    guard index > 1 else { return false }
    let mark = tokens[index - 1].tokenKind
    return (mark == .colon || mark == .leftParen) && styles.contains(tokens[index - 2].text)
  }

  private static let styles: Set<String> = [
    "decimals", "significant", "lineWidth", "opacity", "width", "height",
  ]

  private static func isNegative(_ tokens: [TokenSyntax], _ index: Int) -> Bool {
    index > 0 && tokens[index - 1].tokenKind == .prefixOperator("-")
  }

  private static func isSlash(_ tokens: [TokenSyntax], _ index: Int, _ offset: Int) -> Bool {
    tokens.indices.contains(index + offset)
      && tokens[index + offset].tokenKind == .binaryOperator("/")
  }

  /// Of several calls in a chain the innermost makes the display: modifiers are called on it. An
  /// expectation has its title after the condition.
  private static func caption(of tree: SourceFileSyntax) -> StringLiteralExprSyntax? {
    let item = tree.statements.first?.item
    if let arguments = item?.as(MacroExpansionExprSyntax.self)?.arguments
      ?? item?.as(MacroExpansionDeclSyntax.self)?.arguments
    {
      return arguments.dropFirst().first?.expression.as(StringLiteralExprSyntax.self)
    }
    var call = item?.as(FunctionCallExprSyntax.self)
    while let receiver = call?.calledExpression.as(MemberAccessExprSyntax.self)?.base {
      call = receiver.as(FunctionCallExprSyntax.self)
    }
    guard let first = call?.arguments.first, first.label == nil else { return nil }
    return first.expression.as(StringLiteralExprSyntax.self)
  }

  private static func typedText(of literal: StringLiteralExprSyntax) -> String? {
    guard let kind = literal.stringLiteralKind else { return nil }
    var text = ""
    for segment in literal.segments {
      switch segment {
      case .stringSegment(let segment):
        segment.appendUnescapedLiteralValue(
          stringLiteralKind: kind, delimiterLength: literal.delimiterLength, to: &text)
      case .expressionSegment: text += "\u{FFFC}"
      }
    }
    return text
  }
}
