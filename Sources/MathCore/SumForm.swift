/// Numerals times products, in the order of their first occurrence.
struct SumForm {
  private(set) var terms: [ProductForm] = []
  private var places: [Set<ProductForm.Factor>: Int] = [:]

  mutating func add(_ expression: Expression, isNegative: Bool) throws(ScalarFailure) {
    var open = [(expression, isNegative)]
    while let (part, isNegative) = open.popLast() {
      switch part.node {
      case .add(let x, let y): open += [(y, isNegative), (x, isNegative)]
      case .subtract(let x, let y): open += [(y, !isNegative), (x, isNegative)]
      case .negate(let x): open.append((x, !isNegative))
      default:
        var product = try ProductForm(part)
        if isNegative { product.coefficient = -product.coefficient }
        include(product)
      }
    }
  }

  mutating func include(_ product: ProductForm) {
    let key = Set(product.factors)
    if let place = places[key] {
      let sum = terms[place].coefficient + product.coefficient
      terms[place].coefficient = sum
    } else {
      places[key] = terms.count
      terms.append(product)
    }
  }

  /// The shortest of: the terms as they are, multiplied out, and with what they have in common in
  /// front.
  func expression() throws(ScalarFailure) -> Expression {
    let sum = withSquaresCollected
    var best = try sum.written()
    for variant in try sum.variants() where variant.writtenLength < best.writtenLength {
      best = variant
    }
    return best
  }

  /// The terms that are not 0, a positive one first if there is one.
  func written() throws(ScalarFailure) -> Expression {
    var present = terms.filter { !$0.coefficient.isZero }
    guard !present.isEmpty else { return .zero }
    if let first = present.firstIndex(where: { $0.coefficient.sign > 0 }) {
      present.insert(present.remove(at: first), at: 0)
    }
    var result = try present[0].expression()
    for var term in present.dropFirst() {
      let isNegative = term.coefficient.sign < 0
      if isNegative { term.coefficient = -term.coefficient }
      let written = try term.expression()
      result = isNegative ? try result - written : try result + written
    }
    return result
  }
}
