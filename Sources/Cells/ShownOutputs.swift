import Diagnostics

/// What a cell shows, in order, with the places of the expressions.
struct ShownOutputs {
  /// What an output was made of.
  enum Part: Hashable {
    case printed
    /// In the cell's text.
    case expression(Span)

    var expression: Span? { if case .expression(let span) = self { span } else { nil } }
  }

  /// Nil where something is shown that is not asked for.
  private(set) var outputs: [CellOutput?] = []
  /// In the lesson.
  private(set) var spans: [Span] = []
  private(set) var parts: [[Part]] = []

  /// What is not a display.
  var text: String {
    outputs.compactMap { if case .text(let text) = $0 { text } else { nil } }
      .joined(separator: "\n")
  }

  /// Takes one output from another run of the same cell.
  mutating func replace(_ output: Int, by other: ShownOutputs) {
    guard outputs.indices.contains(output), other.outputs.indices.contains(output) else { return }
    outputs[output] = other.outputs[output]
  }

  /// Texts that follow each other are lines of one.
  mutating func append(_ output: CellOutput?, _ part: Part, at span: Span) {
    if case .text(let text) = output, case .text(let before)? = outputs.last {
      let separator = before.hasSuffix("\n") ? "" : "\n"
      outputs[outputs.count - 1] = .text(before + separator + text)
      parts[parts.count - 1].append(part)
    } else {
      outputs.append(output)
      spans.append(span)
      parts.append([part])
    }
  }
}
