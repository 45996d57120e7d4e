/// Writes functions in such a way that their signs can be read off the parts.
struct SignWriting {
  var forms: NormalForms
  var nodes = CertificateNodes()

  init(forms: NormalForms) { self.forms = forms }

  mutating func place(of form: RationalFunction) throws(NormalFormFailure) -> Int {
    var result = try place(of: form.numerator)
    for factor in form.denominator {
      let below = power(try place(of: factor.polynomial), Rational(factor.power))
      result = nodes.place(of: "divide", result, below)
    }
    return result
  }

  private mutating func power(_ base: Int, _ exponent: Rational) -> Int {
    exponent.isOne ? base : nodes.place(of: "power", base, nodes.place(of: exponent))
  }

  /// As the signs were found: by the terms, by factors, as a square, by an exponential, by counting
  /// zeros.
  private mutating func place(of polynomial: Polynomial) throws(NormalFormFailure) -> Int {
    let signs = try forms.signs(of: polynomial)
    let byTerms = forms.signsOfTerms(polynomial)
    if byTerms.isSubset(of: signs), !byTerms.contains(.zero) { return try sum(polynomial) }
    let content = polynomial.monomialContent
    let rest = polynomial.multiplied(by: content.raised(to: -1))
    if content != .one {
      let front = try place(of: content)
      if rest == .one { return front }
      return nodes.place(of: "multiply", front, try place(of: rest))
    }
    if let (generator, step, univariate) = rest.univariate(
      maximalDegree: NormalForms.largestDegree)
    {
      let quantity = power(try place(ofGenerator: generator), Rational(1, over: step) ?? .one)
      return product(univariate, of: quantity)
    }
    guard let reason = forms.signReasons.first(where: { $0.polynomial == rest }) else {
      return try sum(rest)
    }
    return try place(of: reason)
  }

  private mutating func place(of reason: SignReason) throws(NormalFormFailure) -> Int {
    switch reason {
    case .square(let polynomial, let factor, let root, let rest):
      // The square is not that of anything simpler where it is that of the polynomial itself.
      let base = try root == polynomial ? sum(root) : place(of: root)
      let square = power(base, 2)
      let above = try rest.isZero ? square : nodes.place(of: "add", square, place(of: rest))
      return nodes.place(of: "divide", above, try place(of: factor))
    case .exponential(_, let factor, let excess):
      let ratio = nodes.place(of: "add", nodes.place(of: .one), try place(of: excess))
      return nodes.place(of: "divide", nodes.place(of: "log", ratio), nodes.place(of: factor))
    }
  }

  /// As a product of polynomials without multiple zeros.
  private mutating func product(_ polynomial: UnivariatePolynomial, of quantity: Int) -> Int {
    var rest = polynomial.leading
    var result: Int?
    for (index, factor) in polynomial.squarefreeFactors.enumerated() where factor.degree > 0 {
      let values = factor.coefficients.map { Certificate.rational($0) }
      let place = power(
        nodes.place(of: "polynomial", [.number(quantity)] + values), Rational(index + 1))
      for _ in 0...index { rest = rest.divided(by: factor.leading) ?? rest }
      result = result.map { nodes.place(of: "multiply", $0, place) } ?? place
    }
    let factors =
      rest.isOne ? result : result.map { nodes.place(of: "multiply", nodes.place(of: rest), $0) }
    return factors ?? nodes.place(of: rest)
  }

  private mutating func sum(_ polynomial: Polynomial) throws(NormalFormFailure) -> Int {
    var result: Int?
    for term in polynomial.terms {
      let coefficient = nodes.place(of: term.coefficient)
      var place = coefficient
      if term.monomial != .one {
        place = try self.place(of: term.monomial)
        if !term.coefficient.isOne { place = nodes.place(of: "multiply", coefficient, place) }
      }
      result = result.map { nodes.place(of: "add", $0, place) } ?? place
    }
    return result ?? nodes.place(of: .zero)
  }

  private mutating func place(of monomial: Monomial) throws(NormalFormFailure) -> Int {
    var result: Int?
    for factor in monomial.factors {
      let place = power(try place(ofGenerator: factor.generator), factor.exponent)
      result = result.map { nodes.place(of: "multiply", $0, place) } ?? place
    }
    return result ?? nodes.place(of: .one)
  }

  private mutating func place(ofGenerator generator: Int) throws(NormalFormFailure) -> Int {
    switch forms.generators[generator].kind {
    case .variable(let name):
      let variable = nodes.place(of: "variable", [.text(name)])
      return forms.shifts[name].map { nodes.place(of: "add", variable, nodes.place(of: $0)) }
        ?? variable
    case .pi: return nodes.place(of: "pi", [])
    case .defined(let constant):
      guard let certificate = constant.number.certificate else {
        throw .undefined("a number without a certificate")
      }
      return nodes.place(of: "defined", [certificate])
    case .exponential(let term): return nodes.place(of: "exp", try place(of: term))
    case .sine(let angle): return nodes.place(of: "sin", try place(of: angle))
    case .cosine(let angle): return nodes.place(of: "cos", try place(of: angle))
    case .root(let p): return try place(of: p)
    case .cubeRoot(let p): return nodes.place(of: "cbrt", try place(of: p))
    case .absolute(let p): return nodes.place(of: "abs", try place(of: p))
    case .logarithm(let p): return try logarithm(p)
    case .function(let function, let x):
      return nodes.place(of: function.rawValue, try place(of: x))
    case .binaryFunction(let function, let x, let y):
      return nodes.place(of: function.rawValue, try place(of: x), try place(of: y))
    }
  }

  /// ln(1 + (p − 1)), where that tells the sign.
  private mutating func logarithm(_ p: Polynomial) throws(NormalFormFailure) -> Int {
    guard p.constant == nil, try forms.signs(of: p - .one) != .any else {
      return nodes.place(of: "log", try place(of: p))
    }
    let excess = try place(of: p - .one)
    return nodes.place(of: "log", nodes.place(of: "add", nodes.place(of: .one), excess))
  }
}
