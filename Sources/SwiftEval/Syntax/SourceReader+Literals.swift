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
    let place = span(segment)
    guard let first = segment.expressions.first, first.label == nil else {
      reportOutside("an interpolation with a label", at: place)
      return error(place)
    }
    let rest = segment.expressions.dropFirst()
    guard !rest.isEmpty else { return expression(first.expression) }
    guard let format = rest.first, rest.count == 1, let label = format.label?.identifier?.name,
      ["decimals", "significant"].contains(label)
    else {
      reportOutside("an interpolation with these labels", at: place)
      return error(place)
    }
    let name = SourceExpression.Name(text: "text", span: place)
    let type = make(.type(.nominal("DefaultStringInterpolation", [])), place)
    let arguments = [
      SourceExpression.Argument(label: nil, value: expression(first.expression)),
      SourceExpression.Argument(label: label, value: expression(format.expression)),
    ]
    let height = arguments.reduce(1) { max($0, $1.value.height) }
    return make(.call(make(.member(type, name), place, above: 0), arguments), place, above: height)
  }
}
