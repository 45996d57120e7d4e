import Diagnostics
import MathCore

@testable import SwiftEval

/// Evaluates the cells of one lesson and shows what comes out as text.
struct Evaluating {
  let evaluator: Evaluator

  init(limits: Limits = .standard, reading mode: Evaluator.Mode = .both) {
    evaluator = Evaluator(vocabulary: Vocabulary(), limits: limits, reading: mode)
  }

  /// Printed text as it is, displayed values one a line, then what is reported, each with the source
  /// that it points at: `overflow: n + 1`.
  func cell(_ text: String) -> String {
    let result = evaluator.evaluate(Excerpt(text))
    let outputs = result.outputs.map { output in
      switch output {
      case .printed(let text): text
      case .slider(let slider): "\(slider.name): \(slider.choices.choices.map(\.value))\n"
      case .value(let value, let type, _): description(of: value, type) + "\n"
      }
    }
    return outputs.joined() + Self.text(of: result.diagnostics)
  }

  static func cell(_ text: String, limits: Limits = .standard) -> String {
    Evaluating(limits: limits).cell(text)
  }

  func value(_ text: String) -> String {
    let result = evaluator.evaluate(expression: Excerpt(text))
    guard let value = result.value else { return Self.text(of: result.diagnostics) }
    return description(of: value, result.type)
  }

  /// The paths of a function: `0 < x: x; x ≤ 0: 0`.
  func trace(_ text: String, _ variables: String..., part: Int? = nil) -> String {
    let result = evaluator.evaluate(expression: Excerpt(text))
    guard case .function(let function)? = result.value else {
      return Self.text(of: result.diagnostics)
    }
    do {
      return try evaluator.trace(function, part: part, variables: variables).paths
        .map(Self.text).joined(separator: "; ")
    } catch {
      switch error {
      case .untraceable(let reason): return "untraceable: \(reason)"
      case .failure(let failure): return Self.text(of: [failure.diagnostic])
      }
    }
  }

  func function(_ text: String) -> FunctionValue? {
    guard case .function(let function)? = evaluator.evaluate(expression: Excerpt(text)).value else {
      return nil
    }
    return function
  }

  func description(of value: CellValue, _ type: Type) -> String {
    value.description(type: type)
  }

  private static func text(of path: FunctionPiece) -> String {
    let conditions = path.conditions.map(\.description)
    let value = path.value.simplified().description
    return conditions.isEmpty ? value : conditions.joined(separator: ", ") + ": " + value
  }

  private static func text(of diagnostics: [Diagnostic]) -> String {
    diagnostics.map { "\($0.message.id): \($0.file.text(in: $0.span))\n" }.joined()
  }
}
