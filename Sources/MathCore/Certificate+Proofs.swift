/// How certificates write what proves a claim on a domain.
///
/// It shows which signs a function has, and that it is defined. Of `equal` and `derivative` it shows
/// only that all is defined; that the two sides are the same is for a checker to see, as it is of the
/// functions that a proof says are the same. A **proof** P splits the domain, or it is a reason why the
/// claim holds on all of it:
///
///     {"split": "x", "at": "3/2", "parts": [P, P]}
///                    by a proof where x ≤ 3/2, and one where x > 3/2; with `"left": false` besides,
///                    one where x < 3/2, and one where x ≥ 3/2
///     {"is": g, "same": [[h, k], …]}
///                    the **signs** of f are those of g, which is the same function; and in f and g
///                    those of h are those of k, which is the same, too. Both may be left out: {}
///                    says that the signs are seen, or found by interval arithmetic
///     {"given": [[h, [1], P], …]}
///                    besides these two: h, which is a part of f, has these signs by a proof of its own
///     {"in": "[1/8, 1/4]"}
///                    the same, by interval arithmetic on all of it or on small enough parts; the
///                    values are among these
///     {"from": "0", "signs": [0, 1], "slope": P, "defined": P}
///                    of a sign, in one variable: f is defined up to this end of the domain, where it
///                    has a sign or is 0, and its slope has these signs inside, so that f does not
///                    come to have others
///
/// and, for a number of zeros, besides those for a sign that is not 0:
///
///     {"is": g, …}        as many as the polynomials that are factors of g have
///     {"crossing": 1}     the slope has this sign by interval arithmetic, and the values at the ends
///                         have opposite signs: one
///     {"zero": true}      the domain is a point, where f is 0: one
///
/// The signs that an expression may have are read off it: those of a sum or a product from those of
/// its parts, e^x is positive, an even power not negative, ln(1 + x), ∛x, erf x, arctan x, … have the
/// signs of x; or by interval arithmetic. What is divided by must not be 0, what a logarithm is taken
/// of must be positive, and so on: so the signs of f show that f is defined. In g and k, one more kind
/// of node is a polynomial of a part, whose signs are found by counting its zeros:
///
///     ["polynomial", 2, "-1", "0", "3/4"]       −1 + 3u²/4, where u is the node of place 2
extension Certificate {
  /// A proof in two parts; where a part has none, by interval arithmetic.
  static func split(
    _ variable: String, at point: Rational, isLeftClosed: Bool = true, _ parts: [Certificate?]
  ) -> Certificate {
    var fields: [Field] = [.init("split", .text(variable)), .init("at", .rational(point))]
    if !isLeftClosed { fields.append(.init("left", .boolean(false))) }
    return .object(fields + [.init("parts", .list(parts.map { $0 ?? .object([]) }))])
  }
}

extension NormalForms {
  /// What shows that functions are defined, and the signs of one of them.
  ///
  /// Nil where it cannot be written.
  mutating func evidence(
    that functions: [Expression], areDefinedAndSignsOf decided: Expression?, settling: Bool
  ) -> Certificate? {
    var fields: [Certificate.Field] = []
    if let decided {
      guard let basic = try? decided.inBasicFunctions(), let form = try? form(of: basic),
        let g = evidence(form)
      else { return nil }
      fields.append(.init("is", g))
    }
    var parts: [Expression] = []
    var known: Set<Expression> = []
    for function in functions {
      guard let basic = try? function.inBasicFunctions(), (try? form(of: basic)) != nil else {
        return nil
      }
      parts += basic.distinctParts.compactMap(\.conditioned)
        .filter { !$0.isPlainlyPositive && known.insert($0).inserted }
    }
    if settling { settleConditions() }
    let given = givenSigns
    var pairs: [Certificate] = []
    for part in parts where given[part] == nil {
      guard let form = memo[part], let h = Certificate.expression(part), let k = evidence(form)
      else { return nil }
      pairs.append(.list([h, k]))
    }
    if !pairs.isEmpty { fields.append(.init("same", .list(pairs))) }
    let signs = parts.compactMap { given[$0] }
    if !signs.isEmpty { fields.append(.init("given", .list(signs))) }
    return unproved.isEmpty ? .object(fields) : nil
  }

  /// Of the parts, in basic functions, that have the signs they must have by proofs of their own.
  private var givenSigns: [Expression: Certificate] {
    var result: [Expression: Certificate] = [:]
    for (condition, demonstration) in settled where condition.bound == 0 {
      guard let part = try? condition.part.inBasicFunctions(),
        let h = Certificate.expression(part),
        let proof = demonstration.certificates.first?.proof(ofSigns: condition.signs)
      else { continue }
      result[part] = .list([h, .signs(condition.signs), proof])
    }
    return result
  }

  private mutating func evidence(_ form: RationalFunction) -> Certificate? {
    var writing = SignWriting(forms: self)
    defer { self = writing.forms }
    return (try? writing.place(of: form)).map { writing.nodes.certificate(endingAt: $0) }
  }
}

extension Expression {
  /// The part whose sign decides whether the operation is defined; nil where it always is.
  fileprivate var conditioned: Expression? {
    switch node {
    case .divide(_, let divisor): divisor
    case .power(let base, let exponent):
      exponent.number.map { $0.isInteger && $0.sign >= 0 } == true ? nil : base
    case .apply(let function, let x): [.log, .tgamma, .lgamma].contains(function) ? x : nil
    case .number, .pi, .variable, .defined, .negate, .add, .subtract, .multiply, .applyBinary,
      .restricted:
      nil
    }
  }

  /// Whether it is made of positive numbers and exponentials by operations that keep it positive.
  var isPlainlyPositive: Bool {
    switch node {
    case .number(let value): value.sign > 0
    case .pi, .apply(.exp, _): true
    case .add(let x, let y), .multiply(let x, let y), .divide(let x, let y):
      x.isPlainlyPositive && y.isPlainlyPositive
    case .power(let base, _), .restricted(let base, _): base.isPlainlyPositive
    case .variable, .defined, .negate, .subtract, .apply, .applyBinary: false
    }
  }
}
