extension Expression: CustomStringConvertible {
  /// Plain mathematical text, as in `1/(1 + e^(−x))`; cut off with `…` after some 400 characters.
  public var description: String {
    var writer = ExpressionTextWriter()
    return writer.text(self, atLeast: .sum)
  }
}

/// Writes an expression with the parentheses that it needs.
private struct ExpressionTextWriter {
  /// How tightly the outermost operation of a text binds.
  enum Binding: Int, Comparable {
    case sum, product, sign, power, atom

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// Characters that may still be written: a shared tree can be exponentially long.
  private var budget = 400
  private var depth = 0

  /// The text, in parentheses where it binds less tightly than `binding`.
  mutating func text(_ expression: Expression, atLeast binding: Binding) -> String {
    guard budget > 0, depth < 60 else { return "…" }
    depth += 1
    defer { depth -= 1 }
    let (text, own) = plain(expression)
    return own < binding ? "(\(text))" : text
  }

  private mutating func leaf(_ text: String, _ binding: Binding = .atom) -> (String, Binding) {
    budget -= text.count
    return (text, binding)
  }

  private mutating func plain(_ expression: Expression) -> (String, Binding) {
    budget -= 1
    switch expression.node {
    case .number(let value): return number(value)
    case .pi: return leaf("π")
    case .variable(let name): return leaf(name)
    case .defined(let number): return leaf("(\(number.description))")
    case .negate(let x): return ("−" + text(x, atLeast: .product), .sum)
    case .add(let x, let y):
      return (text(x, atLeast: .sum) + " + " + text(y, atLeast: .product), .sum)
    case .subtract(let x, let y):
      return (text(x, atLeast: .sum) + " − " + text(y, atLeast: .product), .sum)
    case .multiply(let x, let y):
      return (text(x, atLeast: .product) + "·" + text(y, atLeast: .power), .product)
    case .divide(let x, let y):
      return (text(x, atLeast: .product) + "/" + text(y, atLeast: .power), .product)
    case .power(let x, let y): return power(x, y)
    case .apply(let function, let x): return call(function, x)
    case .applyBinary(.pow, let x, let y): return power(x, y)
    case .restricted(let x, _): return plain(x)
    case .applyBinary(let function, let x, let y):
      let arguments = text(x, atLeast: .sum) + ", " + text(y, atLeast: .sum)
      return ("\(function.rawValue)(\(arguments))", .atom)
    }
  }

  private mutating func number(_ value: Rational) -> (String, Binding) {
    let size = value.bitSize > 1000 ? "(a number of \(value.bitSize) bits)" : nil
    let text = size ?? value.magnitude.description
    guard value.sign >= 0 else { return leaf("−" + text, .sum) }
    return leaf(text, value.isInteger ? .atom : .product)
  }

  private mutating func power(_ base: Expression, _ exponent: Expression) -> (String, Binding) {
    let base = text(base, atLeast: .atom)
    let exponent = text(exponent, atLeast: .atom)
    return ("\(base)^\(exponent)", .power)
  }

  private mutating func call(
    _ function: ElementaryFunction, _ x: Expression
  ) -> (String, Binding) {
    switch function {
    case .exp: return ("e^" + text(x, atLeast: .atom), .power)
    case .abs: return ("|\(text(x, atLeast: .sum))|", .atom)
    case .sqrt: return ("√" + text(x, atLeast: .atom), .power)
    case .log: return ("ln(\(text(x, atLeast: .sum)))", .atom)
    default: return ("\(function.rawValue)(\(text(x, atLeast: .sum)))", .atom)
    }
  }
}
