/// How certificates write what algebra found, so that a program checks it and need not seek it.
///
/// A claim's `steps` are parts of its domain, which together are all of it, each with a proof there:
///
///     {"domain": {"x": "[0, inf)"},
///      "generators": [["variable", "x"], ["exp", [["1", 0, 1]]], …]
///      "forms": [[F, …], …]  for each function of the claim, in its order, the normal form of each
///                            of its nodes
///      "signs": [[p, m, s, r], …]
///                            m·p = s² + r, where the signs of m and r tell that of p
///      "logarithms": [[p, n, F], …]
///                            exp(n·p) = 1 + F for a positive n, so that p has the signs of F}
///
/// (The last two are left out where empty.) **Generators** are numbered from 0, and made of those
/// before them:
///
///     ["variable", "x"]      also ["pi"] and ["defined", {…}]
///     ["exp", F]             also "log", "abs", "cbrt", "sin", "cos", "erf", … with one argument or two
///     ["root", F]            F itself, but only powers of it below 1 are written as its own
///
/// A **polynomial** p is a list of terms, each a coefficient, then generators and their powers:
/// `[["1/4", 1, 2], ["-1/2", 1, 1, 0, "1/2"]]` is g₁²/4 − g₁·√g₀/2. A **normal form** F is a list of
/// the numerator and, if there are any, the factors of the denominator with their powers:
/// `[p, [q, 2], …]` is p/(q²…).
enum SignReason: Hashable, Sendable {
  case square(of: Polynomial, times: Polynomial, Polynomial, plus: Polynomial)
  case exponential(of: Polynomial, times: Rational, RationalFunction)
}

extension NormalForms {
  /// The step that proves what these functions' forms prove; nil where it cannot be written.
  mutating func step(for functions: [Expression]) -> Certificate? {
    var forms: [Certificate] = []
    for function in functions {
      guard let basic = try? function.inBasicFunctions(), (try? form(of: basic)) != nil else {
        return nil
      }
      let own = basic.distinctParts.compactMap { memo[$0] }
      forms.append(.list(own.map { written($0) }))
    }
    let kinds = generators.compactMap { written($0.kind) }
    guard unproved.isEmpty, kinds.count == generators.count else { return nil }
    let fields: [(String, [Certificate])] = [
      ("signs", signReasons.compactMap(square)), ("logarithms", signReasons.compactMap(logarithm)),
    ]
    return .object(
      [
        .init("domain", .domain(domain)), .init("generators", .list(kinds)),
        .init("forms", .list(forms)),
      ] + fields.filter { !$0.1.isEmpty }.map { .init($0.0, .list($0.1)) })
  }

  private func square(_ reason: SignReason) -> Certificate? {
    guard case .square(let p, let factor, let root, let rest) = reason else { return nil }
    return .list([p, factor, root, rest].map { written($0) })
  }

  private func logarithm(_ reason: SignReason) -> Certificate? {
    guard case .exponential(let p, let factor, let excess) = reason else { return nil }
    return .list([written(p), .rational(factor), written(excess)])
  }

  private func written(_ polynomial: Polynomial) -> Certificate {
    .list(
      polynomial.terms.map { term in
        let powers = term.monomial.factors.flatMap { factor in
          [
            .number(factor.generator),
            factor.exponent.int.map { .number($0) } ?? .rational(factor.exponent),
          ] as [Certificate]
        }
        return .list([.rational(term.coefficient)] + powers)
      })
  }

  private func written(_ form: RationalFunction) -> Certificate {
    .list(
      [written(form.numerator)]
        + form.denominator.map { .list([written($0.polynomial), .number($0.power)]) })
  }

  /// Nil where a number in it has no certificate.
  private func written(_ kind: Generator.Kind) -> Certificate? {
    switch kind {
    case .variable(let name): .list([.text("variable"), .text(name)])
    case .pi: .list([.text("pi")])
    case .defined(let constant):
      constant.number.certificate.map { .list([.text("defined"), $0]) }
    case .exponential(let term): .list([.text("exp"), written(term)])
    case .sine(let angle): .list([.text("sin"), written(angle)])
    case .cosine(let angle): .list([.text("cos"), written(angle)])
    case .root(let p): .list([.text("root"), .list([written(p)])])
    case .cubeRoot(let p): .list([.text("cbrt"), .list([written(p)])])
    case .absolute(let p): .list([.text("abs"), .list([written(p)])])
    case .logarithm(let p): .list([.text("log"), .list([written(p)])])
    case .function(let function, let x): .list([.text(function.rawValue), written(x)])
    case .binaryFunction(let function, let x, let y):
      .list([.text(function.rawValue), written(x), written(y)])
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
