/// Diagnostics for programs: a JSON array, one object each, in the order of the text renderer.
public struct JSONRenderer: Sendable {
  public init() {}

  public func render(_ diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "[]\n" }
    return "[\n" + diagnostics.map { "  " + object($0) }.joined(separator: ",\n") + "\n]\n"
  }
}

extension JSONRenderer {
  private func object(_ diagnostic: Diagnostic) -> String {
    let file = diagnostic.file
    let start = file.location(at: diagnostic.span.start)
    let end = file.location(at: diagnostic.span.end)
    var fields = [
      "\"file\": \(string(file.path))",
      "\"line\": \(start.line)", "\"column\": \(start.column)",
      "\"endLine\": \(end.line)", "\"endColumn\": \(end.column)",
      "\"start\": \(diagnostic.span.start)", "\"end\": \(diagnostic.span.end)",
      "\"severity\": \(string(diagnostic.severity.rawValue))",
      "\"id\": \(string(diagnostic.message.id))",
      "\"message\": \(string(diagnostic.message.text))",
    ]
    if let label = diagnostic.label { fields.append("\"label\": \(string(label))") }
    if !diagnostic.help.isEmpty {
      fields.append("\"help\": [\(diagnostic.help.map(string).joined(separator: ", "))]")
    }
    if let edit = diagnostic.edit {
      fields.append(
        "\"edit\": {\"start\": \(edit.span.start), \"end\": \(edit.span.end), "
          + "\"replacement\": \(string(edit.replacement))}")
    }
    return "{\(fields.joined(separator: ", "))}"
  }

  private func string(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case let control where control.value < 0x20 || control.value == 0x7F:
        let digits = String(control.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
