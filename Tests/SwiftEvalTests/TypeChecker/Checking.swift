import Diagnostics

@testable import SwiftEval

/// Checks cells of one lesson, one after another, without running them.
struct Checking {
  private var reader = SourceReader(library: Library.with(vocabulary: []))
  private let checker = TypeChecker(library: Library.with(vocabulary: []))

  mutating func cell(_ text: String) -> CheckedCell {
    let excerpt = Excerpt(text)
    let (statements, diagnostics) = reader.statements(of: excerpt)
    var checked = checker.check(statements, in: excerpt)
    checked.diagnostics += diagnostics
    return checked
  }

  /// The type of the last statement's expression or variable.
  static func type(of text: String) -> String {
    var checking = Checking()
    let cell = checking.cell(text)
    if let first = cell.diagnostics.first { return "error: \(first.message.text)" }
    guard let last = cell.statements.last else { return "nothing" }
    switch last.kind {
    case .expression(let value, _), .binding(_, let value?): return value.type.text
    default: return "no value"
    }
  }

  /// What is reported, each with the source that it points at: `type-mismatch: "a"`.
  static func reports(of text: String) -> [String] {
    var checking = Checking()
    return checking.cell(text).diagnostics.map {
      "\($0.message.id): \($0.file.text(in: $0.span))"
    }
  }
}
