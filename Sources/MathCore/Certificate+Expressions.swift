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
///     ["restricted", 0, 1]     the first, which has no value where the second has none
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
    var nodes = CertificateNodes()
    return nodes.place(of: basic).map { nodes.certificate(endingAt: $0) }
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

/// The nodes of an expression as they are written: equal ones once.
struct CertificateNodes {
  private var nodes: [Certificate] = []
  private var places: [Certificate: Int] = [:]

  /// Of the expression at a place, without the nodes after it.
  func certificate(endingAt place: Int) -> Certificate { .list(Array(nodes[...place])) }

  mutating func place(of kind: String, _ parts: [Certificate]) -> Int {
    let node = Certificate.list([.text(kind)] + parts)
    if let known = places[node] { return known }
    nodes.append(node)
    places[node] = nodes.count - 1
    return nodes.count - 1
  }

  mutating func place(of kind: String, _ parts: Int...) -> Int {
    place(of: kind, parts.map { .number($0) })
  }

  mutating func place(of number: Rational) -> Int { place(of: "number", [.rational(number)]) }

  /// Of one in basic functions; nil where it holds a number that has no certificate.
  mutating func place(of expression: Expression) -> Int? {
    var known: [Expression: Int] = [:]
    for part in expression.distinctParts {
      let children = part.node.children.compactMap { known[$0].map { Certificate.number($0) } }
      guard let (kind, values) = part.node.written else { return nil }
      known[part] = place(of: kind, values + children)
    }
    return known[expression]
  }
}

extension Expression.Node {
  /// Its kind, and what stands in the node besides other nodes; nil for a number without a
  /// certificate.
  fileprivate var written: (kind: String, values: [Certificate])? {
    switch self {
    case .number(let value): ("number", [.rational(value)])
    case .pi: ("pi", [])
    case .variable(let name): ("variable", [.text(name)])
    case .defined(let number): number.certificate.map { ("defined", [$0]) }
    case .negate: ("negate", [])
    case .add: ("add", [])
    case .subtract: ("subtract", [])
    case .multiply: ("multiply", [])
    case .divide: ("divide", [])
    case .power: ("power", [])
    case .apply(let function, _): (function.rawValue, [])
    case .applyBinary(let function, _, _): (function.rawValue, [])
    case .restricted: ("restricted", [])
    }
  }
}

extension Expression {
  /// Each part once, after those that it is made of: the nodes of a certificate.
  var distinctParts: [Expression] {
    var known: Set<Expression> = []
    return parts.filter { known.insert($0).inserted }
  }
}
