import Diagnostics

/// A value that a run cell printed, as a `run:` link names it: `#arange/mid` is what follows `mid =`
/// on a line of its output, `#arange` the one line that is all of it.
struct PrintedValue {
  let text: String

  /// - Parameter link: what follows `run:`.
  init(_ link: String, in results: RunResults) throws(RunFailure) {
    let parts = link.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let label = parts.first ?? ""
    let result = try results.result(of: label)
    if result.hasFailed { throw .reported }
    if parts.count == 1 {
      text = try Self.onlyLine(of: result.output, label)
    } else {
      text = try Self.value(parts[1].trimmed, in: result.output, label)
    }
    if text.contains("…") { throw RunFailure(.openValue(link)) }
  }

  private static func onlyLine(
    of output: ProgramOutput, _ label: Substring
  ) throws(RunFailure) -> String {
    guard output.lines.count == 1 else {
      throw RunFailure(.notOneLine(label, output.lines.count), help: listing(output, label))
    }
    return output.lines[0].trimmed
  }

  private static func value(
    _ name: String, in output: ProgramOutput, _ label: Substring
  ) throws(RunFailure) -> String {
    let values = named(output).filter { $0.name == name }
    guard let value = values.first else {
      let nearest = NearestName.nearest(to: name, in: named(output).map(\.name))
      throw RunFailure(
        .unknownRunValue(label, name),
        help: nearest.map { ["did you mean `\(label)/\($0)`?"] } ?? listing(output, label))
    }
    guard values.allSatisfy({ $0.value == value.value }) else {
      throw RunFailure(.ambiguousRunValue(label, name, values.count))
    }
    return value.value
  }

  /// The lines `name = value`.
  private static func named(_ output: ProgramOutput) -> [(name: String, value: String)] {
    output.lines.compactMap { line in
      let sides = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, !sides[1].hasPrefix("="), let last = sides[0].last,
        !"<>!".contains(last), !sides[0].trimmed.isEmpty
      else { return nil }
      return (sides[0].trimmed, sides[1].trimmed)
    }
  }

  private static func listing(_ output: ProgramOutput, _ label: Substring) -> [String] {
    var names: [String] = []
    for (name, _) in named(output) where !names.contains(name) { names.append(name) }
    guard !names.isEmpty else {
      return ["a value is named by the line that prints it: `mid = 0.5` is `\(label)/mid`"]
    }
    return ["it prints " + names.prefix(8).map { "`\($0)`" }.joined(separator: ", ")]
  }
}

extension Diagnostic.Message {
  static func notOneLine(_ label: some StringProtocol, _ count: Int) -> Self {
    Self(
      id: "unknown-run-value",
      text: count == 0 ? "`\(label)` prints nothing" : "`\(label)` prints \(count) lines: name one")
  }

  static func unknownRunValue(_ label: some StringProtocol, _ name: String) -> Self {
    Self(id: "unknown-run-value", text: "`\(label)` prints no line `\(name) = …`")
  }

  static func ambiguousRunValue(_ label: some StringProtocol, _ name: String, _ count: Int) -> Self
  {
    Self(
      id: "ambiguous-run-value",
      text: "`\(label)` prints \(count) lines `\(name) = …` that differ")
  }

  static func openValue(_ link: String) -> Self {
    Self(
      id: "open-run-value", text: "the `output` block leaves the value of `\(link)` open, by `…`")
  }
}
