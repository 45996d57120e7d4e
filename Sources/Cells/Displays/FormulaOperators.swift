import MathCore
import Typesetting

/// The library's functions and operators, by their names, as mathematics writes them.
enum FormulaOperators {
  /// Without the types that tell overloads apart: `Double.init(_:)#Int`.
  static func plain(_ name: String) -> String {
    name.split(separator: "#", maxSplits: 1).first.map(String.init) ?? name
  }

  /// They drop what is behind the point.
  private static let wholeDivisions: Set = ["Int./(_:_:)", "UInt64./(_:_:)"]

  /// `+`, `-`, `*` or `/` of numbers that stay what they are in mathematics; nil for everything else.
  static func symbol(_ name: String) -> Character? {
    let plain = plain(name)
    guard plain.hasSuffix("(_:_:)"), !wholeDivisions.contains(plain) else { return nil }
    let symbol = plain.dropLast(6).split(separator: ".").last ?? ""
    return symbol.count == 1 && "+-*/".contains(symbol) ? symbol.first : nil
  }

  static func constant(_ name: String) -> FormulaTree? {
    if name.hasSuffix(".pi") { return .symbol("π") }
    return name.hasSuffix(".infinity") ? .symbol("∞") : nil
  }

  static func unary(_ name: String, _ x: FormulaTree) -> FormulaTree? {
    if name.hasSuffix("prefix -(_:)") { return .negate(x) }
    if name.hasSuffix("prefix +(_:)") { return x }
    if name.hasSuffix("prefix !(_:)") { return .prefix("¬", x) }
    if name == "abs(_:)" || name.hasSuffix(".magnitude") { return .absolute(x) }
    if name == "Double.squareRoot()" { return .root(x, degree: nil) }
    if name == "Double.init(_:)" { return x }
    guard name.hasSuffix("(_:)"),
      let function = ElementaryFunction(rawValue: String(name.dropLast(4)))
    else { return nil }
    return .elementary(function, x)
  }

  static func binary(_ name: String, _ x: FormulaTree, _ y: FormulaTree) -> FormulaTree? {
    guard name.hasSuffix("(_:_:)") else { return nil }
    let base = String(name.dropLast(6))
    if base == "pow" { return .power(x, y) }
    if let function = BinaryFunction(rawValue: base) { return .elementaryPair(function, x, y) }
    switch base.split(separator: ".").last {
    case "+": return .plus(x, y)
    case "-": return .minus(x, y)
    case "*": return .times(x, y)
    case "/":
      let quotient = FormulaTree.quotient(x, y)
      return wholeDivisions.contains(name) ? .elementary(.trunc, quotient) : quotient
    case "%": return .infix("mod", [x, y])
    case "<": return .relation(x, "<", y)
    case ">": return .relation(x, ">", y)
    case "<=": return .relation(x, "≤", y)
    case ">=": return .relation(x, "≥", y)
    case "==": return .relation(x, "=", y)
    case "!=": return .relation(x, "≠", y)
    default: return nil
    }
  }
}
