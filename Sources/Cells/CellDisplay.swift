import Diagnostics
import SwiftEval

/// What the page shows of a value that stands alone in a cell.
struct CellDisplay {
  let context: CellContext
  let idPrefix: String

  /// Nil where something failed, which is reported.
  func output(_ value: CellValue, type: Type, span: Span, in cell: Excerpt) -> CellOutput? {
    guard let call = RecordCall(value) else {
      if case .function = value.unwrapped {
        context.report(.functionDisplayed, in: cell, at: cell.span(span))
        return nil
      }
      return plain(value, type: type, span: span, in: cell)
    }
    switch call.signature.result {
    case .nominal("Chart", _), .nominal("HStack", _):
      return ChartDisplay(context: context, idPrefix: idPrefix).output(call).map { .figure($0) }
    case .nominal("Table", _):
      return TableDisplay(call: call, context: context).output().map { .table($0) }
    case .nominal("Formula", _):
      return FormulaDisplay(call: call, context: context).output().map { .formula($0) }
    case .nominal("Claims", _): return .claims(ClaimsDisplay(call: call).output())
    case .nominal(let name, _): return check(name, call)
    default: return notADisplay(call)
    }
  }

  /// A plain value as Swift prints it, and beside it the real one where that is asked for.
  private func plain(
    _ value: CellValue, type: Type, span: Span, in cell: Excerpt
  ) -> CellOutput? {
    do {
      if let difference = try value.computedDifference(type: type) {
        context.warn(difference, in: cell, at: span)
      }
      let text = value.description(type: type)
      guard context.settings.showsBothReadings, let real = value.realDescription(type: type) else {
        return .text(text)
      }
      return .text("real   \(real)\nSwift  \(text)")
    } catch {
      context.report(error.message, in: cell, at: cell.span(span))
      return nil
    }
  }

  private func check(_ name: String, _ call: RecordCall) -> CellOutput? {
    let output: CheckOutput?
    switch name {
    case "DerivativeCheck": output = DerivativeCheck(call: call, context: context).output()
    case "IdentityCheck": output = IdentityCheck(call: call, context: context).output()
    case "BoundCheck": output = BoundCheck(call: call, context: context).output()
    case "MonotonicityCheck": output = MonotonicityCheck(call: call, context: context).output()
    case "LimitCheck": output = LimitCheck(call: call, context: context).output()
    case "RootCheck": output = RootCheck(call: call, context: context).output()
    case "IntegralCheck": output = IntegralCheck(call: call, context: context).output()
    case "AgreementCheck": output = AgreementCheck(call: call, context: context).output()
    case "Derivation": output = DerivationDisplay(call: call, context: context).output()
    case "Expectation": output = Expectation(call: call, context: context).output()
    default: return notADisplay(call)
    }
    guard var output else { return nil }
    output.kind = name == "Expectation" ? "#expect" : name
    output.notation = context.settings.notation
    return .check(output)
  }

  private func notADisplay(_ call: RecordCall) -> CellOutput? {
    context.report(.notADisplay(call.typeName), in: call.record.excerpt, at: call.record.span)
    return nil
  }
}

extension Diagnostic.Message {
  static let functionDisplayed = Self(
    id: "not-a-display", text: "a function is not displayed: call it, or draw it in a chart")

  static func notADisplay(_ name: String) -> Self {
    Self(id: "not-a-display", text: "\(name) is displayed only as a part of something else")
  }
}
