/// Signs of polynomials that are quadratic in something.
extension NormalForms {
  /// a·g² + b·g + c with b² ≤ 4ac is nowhere of another sign than a: squares, and sums of squares.
  mutating func signsByDiscriminant(
    _ polynomial: Polynomial
  ) throws(NormalFormFailure) -> SignSet {
    for generator in polynomial.generators {
      guard let (a, b, c) = polynomial.quadratic(in: generator) else { continue }
      let leading = try signs(of: a)
      guard leading == .positive || leading == .negative else { continue }
      let discriminant = try product(b, b) - product(a, c).scaled(by: 4)
      let signs = discriminant.isZero ? .zero : try signs(of: discriminant)
      guard signs.isSubset(of: .nonpositive) else { continue }
      // 4a·(ag² + bg + c) = (2ag + b)² + (4ac − b²)
      let root = try product(a.scaled(by: 2), Polynomial(Monomial(generator))) + b
      signReasons.append(
        .square(
          of: polynomial, times: a.scaled(by: 4), root, plus: discriminant.scaled(by: -1)))
      return signs.contains(.zero) ? leading.union(.zero) : leading
    }
    return .any
  }

  /// p + q·√n with whole coefficients: of two parts, the one whose square is never the smaller gives
  /// the sign, and the sum vanishes only where the squares are equal.
  mutating func signsByNorm(_ polynomial: Polynomial) throws(NormalFormFailure) -> SignSet {
    for generator in polynomial.generators {
      guard case .root(let radicand) = generators[generator].kind, let n = radicand.constant,
        polynomial.terms.allSatisfy({
          [.zero, .half].contains($0.monomial.exponent(of: generator))
        })
      else { continue }
      let p = polynomial.part(ofExponent: .zero, in: generator)
      let q = polynomial.part(ofExponent: .half, in: generator)
      let norm = try product(p, p) - product(q, q).scaled(by: n)
      let root = Polynomial(Monomial(generator, .half))
      for (part, excess, unit) in [(p, norm, .one), (q, norm.scaled(by: -1), root)] {
        let sign = try signs(of: part)
        guard sign == .positive || sign == .negative else { continue }
        let signs = try signs(of: excess)
        guard signs.isSubset(of: .nonnegative) else { continue }
        // 2p·(p + q√n) = (p + q√n)² + (p² − q²n), and 2q√n·(p + q√n) likewise
        let factor = try product(part.scaled(by: 2), unit)
        signReasons.append(.square(of: polynomial, times: factor, polynomial, plus: excess))
        return signs.contains(.zero) ? sign.union(.zero) : sign
      }
    }
    return .any
  }
}

extension Polynomial {
  /// The sum of the terms with one exponent of a generator, divided by that power of it.
  func part(ofExponent exponent: Rational, in generator: Int) -> Polynomial {
    Polynomial(
      collecting: terms.filter { $0.monomial.exponent(of: generator) == exponent }.map {
        Term(monomial: $0.monomial.removing(generator), coefficient: $0.coefficient)
      })
  }

  /// The coefficients of g², g and 1, if there are no other powers of g.
  fileprivate func quadratic(
    in generator: Int
  ) -> (a: Polynomial, b: Polynomial, c: Polynomial)? {
    let parts = [2, 1, 0].map { part(ofExponent: $0, in: generator) }
    guard !parts[0].isZero, parts.reduce(0, { $0 + $1.terms.count }) == terms.count else {
      return nil
    }
    return (parts[0], parts[1], parts[2])
  }
}
