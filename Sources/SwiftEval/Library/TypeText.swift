extension Type {
  /// The type as a Swift programmer writes it.
  public var text: String { written(optionalsNeedParentheses: false) }

  /// Associated types without what they are of: `Element`, not `Self.Element`.
  var declaredText: String { text.replacing("Self.", with: "") }

  private func written(optionalsNeedParentheses: Bool) -> String {
    switch self {
    case .int: return "Int"
    case .double: return "Double"
    case .float: return "Float"
    case .bool: return "Bool"
    case .string: return "String"
    case .character: return "Character"
    case .void: return "()"
    case .never: return "Never"
    case .optional(let wrapped): return wrapped.written(optionalsNeedParentheses: true) + "?"
    case .array(let element): return "[" + element.text + "]"
    case .tuple(let elements):
      let texts = elements.map { ($0.label.map { $0 + ": " } ?? "") + $0.type.text }
      return "(" + texts.joined(separator: ", ") + ")"
    case .function(let function):
      let parameters = function.parameters.map { ($0.isInout ? "inout " : "") + $0.type.text }
      let text = "(" + parameters.joined(separator: ", ") + ") -> " + function.result.text
      return optionalsNeedParentheses ? "(" + text + ")" : text
    case .nominal(let name, let arguments):
      if name.hasPrefix("."), let base = arguments.first { return base.text + name }
      guard !arguments.isEmpty else { return name }
      return name + "<" + arguments.map(\.text).joined(separator: ", ") + ">"
    case .parameter(let name): return name
    case .variable: return "_"
    case .error: return "<error>"
    }
  }
}
