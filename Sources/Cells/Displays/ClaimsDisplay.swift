import Diagnostics
import SwiftEval

/// Reads a `Claims(of:)`: which lessons or claims it names, and where.
struct ClaimsDisplay {
  let call: RecordCall

  func output() -> ClaimsOutput {
    let caption = call.text("caption").flatMap { $0.isEmpty ? nil : $0 }
    guard let lessons = call["lessons"] else { return ClaimsOutput(caption: caption, names: nil) }
    let names = lessons.listElements.map { value in
      if case .string(let name) = value.unwrapped { name } else { "" }
    }
    return ClaimsOutput(
      caption: caption, names: names.map { ClaimsOutput.Name($0, span: span(of: $0)) })
  }

  /// Where a name stands in the argument, quoted; the whole call where it is put together otherwise.
  private func span(of name: String) -> Span {
    let argument = CallText(call.record).labelled("of").first
    guard let argument, let range = argument.text.firstRange(of: "\"\(name)\"") else {
      return call.record.span
    }
    let text = argument.text
    let start =
      argument.local.start + text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return call.record.excerpt.span(start, start + name.utf8.count + 2)
  }
}
