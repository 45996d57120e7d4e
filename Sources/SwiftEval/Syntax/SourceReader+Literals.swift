import Diagnostics
@_spi(Compiler) import SwiftParser
import SwiftSyntax

extension CellReading {
  /// A string literal: its escapes are resolved and the indentation of a multi-line one is gone.
  func string(_ syntax: StringLiteralExprSyntax, _ place: Span) -> SourceExpression {
    guard let kind = syntax.stringLiteralKind else { return error(place) }
    var pieces: [SourceExpression] = []
    var text = ""
    var start = place
    var isPlain = true
    func finishText() {
      if !text.isEmpty { pieces.append(make(.string(text), start)) }
      text = ""
    }
    for segment in syntax.segments {
      switch segment {
      case .stringSegment(let segment):
        if text.isEmpty { start = span(segment) }
        segment.appendUnescapedLiteralValue(
          stringLiteralKind: kind, delimiterLength: syntax.delimiterLength, to: &text)
      case .expressionSegment(let segment):
        isPlain = false
        finishText()
        pieces.append(interpolated(segment))
      }
    }
    if isPlain { return make(.string(text), place) }
    finishText()
    let height = pieces.reduce(-1) { max($0, $1.height) }
    return make(.interpolation(pieces), place, above: height)
  }

  private func interpolated(_ segment: ExpressionSegmentSyntax) -> SourceExpression {
    guard segment.expressions.count == 1, let only = segment.expressions.first, only.label == nil
    else {
      reportOutside("an interpolation with labels", at: span(segment))
      return error(span(segment))
    }
    return expression(only.expression)
  }
}
