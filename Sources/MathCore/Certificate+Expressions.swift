/// How certificates write expressions, intervals and domains, so that a program that shares no code
/// with Lemma reads them.
///
/// An **expression** is a list of nodes, each after the nodes that it is made of; the last is the
/// expression itself. A node is a list that begins with its kind; a whole number in it is the
/// place, from 0, of an earlier node:
///
///     ["number", "-25/34"]     a rational number in lowest terms
///     ["pi"]
///     ["variable", "x"]
///     ["defined", {…}]         a number by its certificate: the same certificate, the same number
///     ["negate", 3]
///     ["add", 0, 1]            also "subtract", "multiply", "divide", "power"
///     ["exp", 2]               also "log", "abs", "sin", "cos", and by their names in Swift those
///                              functions that are not made of these: "cbrt", "erf", "floor", …
///
/// So 1/(1 + e^(−x)) is `[["number","1"],["variable","x"],["negate",1],["exp",2],["add",0,3],
/// ["divide",0,4]]`. Equal parts are written once.
///
/// An **interval** is a text like `"[-6, 1/2)"` or `"(0, inf)"`; a **domain** is an object with an
/// interval for each variable that does not take all reals.
extension Certificate {
  /// Nil where the expression holds a number that has no certificate.
  public static func expression(_ expression: Expression) -> Certificate? {
    guard let basic = try? expression.inBasicFunctions() else { return nil }
    var places: [Expression: Int] = [:]
    var nodes: [Certificate] = []
    for part in basic.distinctParts {
      guard let node = node(part.node, places) else { return nil }
      places[part] = nodes.count
      nodes.append(.list(node))
    }
    return .list(nodes)
  }

  private static func node(
    _ node: Expression.Node, _ places: [Expression: Int]
  ) -> [Certificate]? {
    let head: [Certificate]
    switch node {
    case .number(let value): return [.text("number"), .rational(value)]
    case .pi: return [.text("pi")]
    case .variable(let name): return [.text("variable"), .text(name)]
    case .defined(let number):
      guard let certificate = number.certificate else { return nil }
      return [.text("defined"), certificate]
    case .negate: head = [.text("negate")]
    case .add: head = [.text("add")]
    case .subtract: head = [.text("subtract")]
    case .multiply: head = [.text("multiply")]
    case .divide: head = [.text("divide")]
    case .power: head = [.text("power")]
    case .apply(let function, _): head = [.text(function.rawValue)]
    case .applyBinary(let function, _, _): head = [.text(function.rawValue)]
    }
    let places = node.children.compactMap { places[$0] }
    guard places.count == node.children.count else { return nil }
    return head + places.map { .number($0) }
  }

  /// `-25/34`, in lowest terms.
  public static func rational(_ value: Rational) -> Certificate { .text(value.description) }

  /// `"[-6, 1/2)"`; a missing end is infinite, and open.
  public static func interval(_ interval: RationalInterval) -> Certificate {
    let lower = interval.lower.map { ($0.isClosed ? "[" : "(") + $0.value.description } ?? "(-inf"
    let upper = interval.upper.map { $0.value.description + ($0.isClosed ? "]" : ")") } ?? "inf)"
    return .text("\(lower), \(upper)")
  }

  /// Variables in the order of their names.
  public static func domain(_ domain: Domain) -> Certificate {
    .object(
      domain.intervals.sorted { $0.key < $1.key }.filter { $0.value != .reals }.map {
        Field($0.key, .interval($0.value))
      })
  }
}
