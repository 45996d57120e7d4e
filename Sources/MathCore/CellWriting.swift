/// How the boxes of cells become the proof of a certificate.
struct CellWriting {
  let aim: EnclosureAim
  let countsZeros: Bool
  let variables: [String]
}

extension CellWriting {
  /// The cells are those of a grid, each after those below it.
  func proof(of cells: [CellProof]) -> Certificate {
    guard let first = cells.first else { return .object([]) }
    for (place, variable) in variables.enumerated() {
      let end = first.cell.domain[place].upper
      let left = cells.filter { $0.cell.domain[place].upper == end }
      guard left.count < cells.count, let end else { continue }
      let right = cells.filter { $0.cell.domain[place].upper != end }
      return .split(
        variable, at: end.value, isLeftClosed: end.isClosed, [proof(of: left), proof(of: right)])
    }
    if first.nodes.isEmpty {
      return proof(on: first.cell.domain, first.algebra.map { .algebraic($0) })
    }
    var rest = first.nodes[...]
    return tree(&rest, first.cell.domain)
  }

  /// - Parameter box: without the points of the parts before it.
  private func tree(
    _ nodes: inout ArraySlice<CellProof.Node>, _ box: [RationalInterval]
  ) -> Certificate {
    switch nodes.popFirst() {
    case .split(let place, let point):
      var (low, high) = box.split(place, at: point)
      let end = RationalInterval.End(point, isClosed: false)
      high[place] = RationalInterval(lower: end, upper: high[place].upper)
      let left = tree(&nodes, low)
      return .split(variables[place], at: point, [left, tree(&nodes, high)])
    case .box(let evidence): return proof(on: box, evidence)
    case nil: return .object([])
    }
  }

  /// Where several signs of what stands in absolute values are possible, the values are enclosed.
  private func proof(on box: [RationalInterval], _ evidence: [BoxEvidence]) -> Certificate {
    evidence.count == 1 ? proof(on: box, evidence[0]) : .object([])
  }

  private func proof(on box: [RationalInterval], _ evidence: BoxEvidence) -> Certificate {
    switch evidence {
    case .absent: return .object([])
    case .enclosed(let values):
      // The value at a point is enclosed anew as narrowly as it needs to be.
      if box.allSatisfy(\.isPoint) { return .object([]) }
      return .object([.init("in", .interval(values + .point(-aim.end)))])
    case .monotone(let signs, let values):
      guard let sign = signs.first, signs.count == 1 else { return .object([]) }
      return fromEnd(of: box[0], values, isRising: sign > 0)
    case .crossing(let sign): return .object([.init("crossing", .number(sign))])
    case .algebraic(let whole):
      return whole.certificates.lazy.compactMap { $0.proof(ofSigns: aim.signs) }.first
        ?? .object([])
    case .vanishing(let point, let sign):
      guard box.count == 1, point.value == aim.end, let place = point.point.number,
        box[0].lower?.value ?? place <= place, place <= box[0].upper?.value ?? place
      else { return .object([]) }
      return Neighbourhood(
        variable: variables[0], place: place, order: point.order, sign: sign,
        countsZeros: countsZeros
      ).proof(on: box[0])
    }
  }
}

extension CellWriting {
  /// From the end where values are the nearest to the number that they are compared with; by boxes
  /// where that end is infinite.
  private func fromEnd(
    of box: RationalInterval, _ values: RationalInterval, isRising: Bool
  ) -> Certificate {
    let isAbove = values.lower.map { $0.value >= aim.end } ?? false
    guard let end = isAbove == isRising ? box.lower : box.upper else { return .object([]) }
    return .fromEnd(end.value, slopes: isRising ? .nonnegative : .nonpositive, .object([]))
  }
}

extension Certificate {
  /// By the signs of the slope, which has its own proof, of a function that boxes show to be defined.
  fileprivate static func fromEnd(
    _ end: Rational, slopes: SignSet, _ proof: Certificate
  ) -> Certificate {
    .object([
      .init("from", .rational(end)), .init("signs", slopes), .init("slope", proof),
      .init("defined", .object([])),
    ])
  }
}

/// A box with a point where a function and its first derivatives are 0.
private struct Neighbourhood {
  let variable: String
  let place: Rational
  let order: Int
  /// Of the first derivative that is not 0.
  let sign: Int
  let countsZeros: Bool

  func proof(on box: RationalInterval) -> Certificate {
    let (start, end) = (box.lower?.value == place, box.upper?.value == place)
    guard countsZeros, box.contains(place) else {
      if start { return side(1) }
      if end { return side(-1) }
      return .split(variable, at: place, [side(-1), side(1)])
    }
    let zero = Certificate.object([.init("zero", .boolean(true))])
    if start, end { return zero }
    let right = end ? zero : Certificate.split(variable, at: place, [zero, side(1)])
    return start ? right : .split(variable, at: place, isLeftClosed: false, [side(-1), right])
  }

  /// From the point on, by the signs of the derivatives, each from that of the next.
  private func side(_ direction: Int) -> Certificate {
    var proof = Certificate.object([])
    for below in (0..<order).reversed() {
      let isOpposite = direction < 0 && (order - below - 1) % 2 == 1
      let slope: SignSet = (sign > 0) != isOpposite ? .positive : .negative
      proof = .fromEnd(place, slopes: slope, proof)
    }
    return proof
  }
}
