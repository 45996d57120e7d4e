@testable import MathCore

/// Expressions for tests, written as in Swift with `^` for powers: `1/(1 + exp(-x))`.
func parse(_ text: String) throws -> Expression {
  var reader = ExpressionReader(text)
  let result = try reader.sum()
  guard reader.rest.isEmpty else { throw ExpressionReader.Failure(rest: String(reader.rest)) }
  return result
}

private struct ExpressionReader {
  struct Failure: Error { let rest: String }
  var rest: Substring

  init(_ text: String) { rest = text.filter { $0 != " " }[...] }

  private mutating func accepts(_ character: Character) -> Bool {
    guard rest.first == character else { return false }
    rest.removeFirst()
    return true
  }

  mutating func sum() throws -> Expression {
    var result = accepts("-") ? try -product() : try product()
    while true {
      if accepts("+") {
        result = try result + product()
      } else if accepts("-") {
        result = try result - product()
      } else {
        return result
      }
    }
  }

  private mutating func product() throws -> Expression {
    var result = try power()
    while true {
      if accepts("*") {
        result = try result * power()
      } else if accepts("/") {
        result = try result / power()
      } else {
        return result
      }
    }
  }

  private mutating func power() throws -> Expression {
    let base = try atom()
    guard accepts("^") else { return base }
    if accepts("-") { return try base.raised(to: -atom()) }
    return try base.raised(to: atom())
  }

  private mutating func atom() throws -> Expression {
    if accepts("(") {
      let result = try sum()
      guard accepts(")") else { throw Failure(rest: String(rest)) }
      return result
    }
    let digits = rest.prefix { $0.isNumber || $0 == "." }
    if !digits.isEmpty {
      rest = rest.dropFirst(digits.count)
      guard let value = Rational(literal: String(digits)) else { throw Failure(rest: String(rest)) }
      return Expression(value)
    }
    let name = rest.prefix { $0.isLetter || $0.isNumber }
    rest = rest.dropFirst(name.count)
    guard !name.isEmpty else { throw Failure(rest: String(rest)) }
    guard accepts("(") else { return name == "pi" ? .pi : .variable(String(name)) }
    let argument = try sum()
    if let function = ElementaryFunction(rawValue: String(name)), accepts(")") {
      return try .apply(function, argument)
    }
    guard let function = BinaryFunction(rawValue: String(name)), accepts(",") else {
      throw Failure(rest: String(rest))
    }
    let second = try sum()
    guard accepts(")") else { throw Failure(rest: String(rest)) }
    return try .apply(function, argument, second)
  }
}

/// The sigmoid of an argument's text.
func sigmoid(_ argument: String) -> String { "(1/(1 + exp(-(\(argument)))))" }
