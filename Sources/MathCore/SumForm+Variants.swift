/// Other ways to write a sum.
extension SumForm {
  /// Longer sums stay as they are.
  private static let mostTerms = 12
  private static let mostExpandedTerms = 40
  private static let mostProducts = 400

  /// The sum multiplied out, and with each of its common factors in front of the rest.
  func variants() throws(ScalarFailure) -> [Expression] {
    let present = terms.filter { !$0.coefficient.isZero }
    guard (2...Self.mostTerms).contains(present.count),
      present.contains(where: { !$0.isMonomial })
    else { return [] }
    var result: [Expression] = []
    if let expanded = try expanded() { result.append(try expanded.written()) }
    for common in try Self.commonFactors(of: present) {
      var rest = SumForm()
      for var term in present {
        try term.multiply(by: common, exponent: -1)
        rest.include(term)
      }
      for sum in [rest, try rest.expanded()].compactMap({ $0 }) {
        var product = common
        try product.multiply(by: ProductForm(sum.withSquaresCollected.written()), exponent: 1)
        result.append(try product.expression())
      }
    }
    return result
  }

  /// With sums in products multiplied out; nil where there are none, or too many terms come of it.
  private func expanded() throws(ScalarFailure) -> SumForm? {
    guard terms.contains(where: { $0.sumFactor != nil }) else { return nil }
    var result = SumForm()
    var open = terms
    var productCount = 0
    while let term = open.popLast() {
      guard let index = term.sumFactor else {
        result.include(term)
        continue
      }
      var inner = SumForm()
      try inner.add(term.factors[index].base, isNegative: false)
      productCount += inner.terms.count
      guard productCount <= Self.mostProducts,
        open.count + result.terms.count + inner.terms.count <= Self.mostExpandedTerms
      else { return nil }
      for part in inner.terms.reversed() {
        var product = term.lowered(at: index)
        try product.multiply(by: part, exponent: 1)
        open.append(product)
      }
    }
    return result.inOrder
  }

  /// The last term first became the last: in the order of the sum again.
  private var inOrder: SumForm {
    var result = SumForm()
    for term in terms.reversed() { result.include(term) }
    return result
  }

  /// What can be taken out of every term: the lowest power of each base, with powers of variables and
  /// without; with each of the exponentials that occur.
  private static func commonFactors(
    of terms: [ProductForm]
  ) throws(ScalarFailure) -> [ProductForm] {
    var lowest: [ProductForm.Factor] = []
    for base in Set(terms.flatMap { $0.factors.map(\.base) }) where !base.isExponential {
      let exponents = terms.map { term in
        term.factors.first { $0.base == base }?.exponent ?? .zero
      }
      if let least = exponents.min(), !least.isZero {
        lowest.append(ProductForm.Factor(base: base, exponent: least))
      }
    }
    let order = terms.flatMap { $0.factors.map(\.base) }
    lowest.sort {
      (order.firstIndex(of: $0.base) ?? 0) < (order.firstIndex(of: $1.base) ?? 0)
    }
    let exponentials = terms.compactMap { term in term.factors.first { $0.base.isExponential } }
    var result: [ProductForm] = []
    for factors in [lowest, lowest.filter { $0.exponent.sign > 0 }] {
      result.append(ProductForm(factors: factors))
      guard exponentials.count == terms.count else { continue }
      for exponential in Set(exponentials) {
        result.append(ProductForm(factors: factors + [exponential]))
      }
    }
    return result.filter { !$0.factors.isEmpty }
  }

  /// c·sin²u + c·cos²u is c.
  var withSquaresCollected: SumForm {
    for (first, term) in terms.enumerated() {
      for second in terms.indices where second != first {
        guard terms[second].coefficient == term.coefficient, !term.coefficient.isZero,
          let rest = term.withoutSquare(of: .sin, matching: .cos, in: terms[second])
        else { continue }
        var result = SumForm()
        for index in terms.indices where index != second {
          result.include(index == first ? rest : terms[index])
        }
        return result.withSquaresCollected
      }
    }
    return self
  }
}

extension ProductForm {
  init(factors: [Factor]) { self.factors = factors }

  /// Numerals and powers of variables.
  fileprivate var isMonomial: Bool {
    factors.allSatisfy { if case .variable = $0.base.node { true } else { false } }
  }

  /// A factor that is a sum to a small whole power.
  fileprivate var sumFactor: Int? {
    factors.firstIndex { factor in
      guard let power = factor.exponent.int, (1...4).contains(power) else { return false }
      switch factor.base.node {
      case .add, .subtract: return true
      default: return false
      }
    }
  }

  /// Without one power of a factor.
  fileprivate func lowered(at index: Int) -> ProductForm {
    var result = self
    result.factors[index].exponent = result.factors[index].exponent - .one
    if result.factors[index].exponent.isZero { result.factors.remove(at: index) }
    return result
  }

  /// The other factors of f(u)², if those of g(u)² in the other product are the same.
  fileprivate func withoutSquare(
    of f: ElementaryFunction, matching g: ElementaryFunction, in other: ProductForm
  ) -> ProductForm? {
    for factor in factors where factor.exponent == 2 {
      guard case .apply(f, let argument) = factor.base.node,
        let square = try? Expression.apply(g, argument)
      else { continue }
      let partner = Factor(base: square, exponent: 2)
      guard other.factors.contains(partner) else { continue }
      let rest = factors.filter { $0 != factor }
      guard Set(rest) == Set(other.factors.filter { $0 != partner }) else { continue }
      var result = ProductForm(factors: rest)
      result.coefficient = coefficient
      return result
    }
    return nil
  }
}

extension Expression {
  /// How long it is to read: its parts, where a numeral counts by its size.
  var writtenLength: Int {
    guard treeSize < 1000 else { return treeSize }
    if let number { return max(1, number.bitSize) }
    return node.children.reduce(1) { $0 + $1.writtenLength }
  }

  fileprivate var isExponential: Bool {
    if case .apply(.exp, _) = node { true } else { false }
  }
}
