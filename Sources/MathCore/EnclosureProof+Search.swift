/// Branch and bound: a cell is split until, on every box, every case agrees with the claim.
struct EnclosureSearch {
  /// What may be where the function is at an end of the targets.
  enum Zeros: Hashable {
    /// The value there is one of the targets, like any other.
    case asClaimed
    /// Any number of single points where it is not.
    case isolated
    /// As `isolated`, and zeros between values of different signs: they are counted.
    case counted
  }

  enum Outcome {
    case proved(CellProof)
    case refuted(EnclosureFault)
    case unknown(String)
  }

  /// More boxes than these are not looked at, over all cells of a proof.
  static let largestBoxCount = 2_000
  /// In bits: binary64 first, more where a single point's value is not told from a target's end.
  static let precisions = [53, 128, 512]

  let targets: EnclosureTargets
  let zeros: Zeros
  let variables: [String]
  private(set) var remainingBoxes = largestBoxCount
  /// Operations on intervals of binary64, or what takes as long.
  private var remainingWork = 250_000

  init(targets: EnclosureTargets, zeros: Zeros = .asClaimed, variables: [String]) {
    self.targets = targets
    self.zeros = zeros
    self.variables = variables
  }
}

/// The boxes of a cell, and what was found on each.
struct CellProof {
  enum Node {
    case split(variable: Int, at: Rational)
    /// For each case, in order.
    case box([BoxEvidence])
  }

  let cell: FunctionCell
  /// In pre-order, lower halves first.
  fileprivate(set) var nodes: [Node] = []
  /// What algebra had to prove for the boxes to count.
  fileprivate(set) var definedness: [Demonstration] = []
  /// Where the function is 0 without a change of the slope's sign being needed: each once.
  fileprivate(set) var zeros: Set<VanishingPoint> = []
  /// Boxes with one zero each, at no end of theirs.
  fileprivate(set) var crossings: [RationalInterval] = []
  /// Instead of boxes.
  var algebra: [Demonstration] = []
}

extension EnclosureSearch {
  private struct Item {
    let box: [RationalInterval]
    let precision: Int
  }

  mutating func search(_ cell: FunctionCell) -> Outcome {
    var cases: [CaseForms] = []
    for function in cell.cases {
      guard
        let forms = CaseForms(
          function, cell: cell.domain, variables: variables, targets: targets)
      else { return .unknown("the function is too large") }
      cases.append(forms)
    }
    for point in [cell.domain.map(\.sample)] + cell.domain.corners {
      if let fault = fault(among: cases, at: point) { return .refuted(fault) }
    }
    var proof = CellProof(cell: cell)
    var open = [Item(box: cell.domain, precision: Self.precisions[0])]
    while let item = open.popLast() {
      guard remainingBoxes > 0, remainingWork > 0 else {
        return .unknown("\(Self.largestBoxCount - remainingBoxes) boxes do not suffice")
      }
      remainingBoxes -= 1
      switch step(item, cases, &proof) {
      case .done: break
      case .refuted(let fault): return .refuted(fault)
      case .split(let variable, let point, let precision):
        proof.nodes.append(.split(variable: variable, at: point))
        let (low, high) = item.box.split(variable, at: point)
        open += [Item(box: high, precision: precision), Item(box: low, precision: precision)]
      case .stuck(let reason): return .unknown(reason)
      }
    }
    for forms in cases { proof.definedness += forms.sideProofs }
    return .proved(proof)
  }

  private enum Step {
    case done
    case refuted(EnclosureFault)
    case split(variable: Int, at: Rational, precision: Int)
    case stuck(String)
  }

  private mutating func step(
    _ item: Item, _ cases: [CaseForms], _ proof: inout CellProof
  ) -> Step {
    let center = item.box.map { $0.splitPoint ?? $0.sample }
    for precision in Self.precisions where precision >= item.precision {
      remainingWork -= cases.reduce(0) { $0 + $1.operationCount } * (precision == 53 ? 1 : 64)
      let found =
        precision == 53
        ? evidence(cases, item.box, precision, Double.self)
        : evidence(cases, item.box, precision, BigFloat.self)
      if let found {
        proof.record(found, on: item.box)
        return .done
      }
      switch value(of: cases, at: center, precision: precision) {
      case .outside: return .refuted(fault(at: center))
      case .undefined: return .refuted(fault(at: center, isUndefined: true))
      case .inside:
        return split(item.box, cases, precision)
      case .undecided:
        // Where it touches an end exactly, more bits would not help.
        if cases.contains(where: { $0.touches(at: center) }) {
          return split(item.box, cases, precision)
        }
      }
    }
    return split(item.box, cases, item.precision)
  }

  private func split(_ box: [RationalInterval], _ cases: [CaseForms], _ precision: Int) -> Step {
    var best: (variable: Int, at: Rational, size: Double)?
    let x = box.map { DoubleInterval($0, precision: 53) }
    let slopes = box.count > 1 ? cases.first?.slopes(on: x, precision: 53) : nil
    for (variable, interval) in box.enumerated() {
      guard let point = interval.splitPoint else { continue }
      var size = x[variable].width
      if let slope = slopes?[variable], slope.isBounded, size.isFinite {
        size *= max(slope.upper.magnitude, slope.lower.magnitude)
      }
      if best.map({ size > $0.size }) ?? true { best = (variable, point, size) }
    }
    guard let best else {
      return .stuck("its value\(Self.at(box, variables)) is not told from the bound")
    }
    return .split(variable: best.variable, at: best.at, precision: precision)
  }

  private func evidence<B: IntervalBound>(
    _ cases: [CaseForms], _ box: [RationalInterval], _ precision: Int, _ bound: B.Type
  ) -> [BoxEvidence]? {
    var result: [BoxEvidence] = []
    for forms in cases {
      guard
        let found = forms.evidence(on: box, precision: precision, bound)
          ?? touching(forms, isOnly: cases.count == 1, box, precision, bound)
          ?? forms.algebraicEvidence(on: box)
      else { return nil }
      result.append(found)
    }
    return result
  }

  private func touching<B: IntervalBound>(
    _ forms: CaseForms, isOnly: Bool, _ box: [RationalInterval], _ precision: Int, _ bound: B.Type
  ) -> BoxEvidence? {
    // A zero counts only where its case is known to apply.
    guard zeros != .counted || isOnly && forms.function.conditions.isEmpty else { return nil }
    let allowsZeros = zeros != .asClaimed
    return forms.vanishing(on: box, precision: precision, allowsZeros: allowsZeros, bound)
      ?? (zeros == .counted ? forms.crossing(on: box, precision: precision, bound) : nil)
  }
}

extension CellProof {
  var sideProofs: [Demonstration] { definedness + algebra }

  fileprivate mutating func record(_ evidence: [BoxEvidence], on box: [RationalInterval]) {
    nodes.append(.box(evidence))
    for item in evidence {
      switch item {
      case .vanishing(let point, _): if point.isIn(box[0]) { zeros.insert(point) }
      case .crossing: crossings.append(box[0])
      case .absent, .enclosed, .monotone, .algebraic: break
      }
    }
  }
}

extension [RationalInterval] {
  /// Those that belong to the box.
  fileprivate var corners: [[Rational]] {
    reduce([[]]) { points, interval in
      let ends = [interval.lower, interval.upper].compactMap { $0 }.filter(\.isClosed)
      return points.flatMap { point in ends.map { point + [$0.value] } }
    }
  }

  /// The point belongs to both halves.
  func split(_ variable: Int, at point: Rational) -> (low: Self, high: Self) {
    var (low, high) = (self, self)
    let end = RationalInterval.End(point, isClosed: true)
    low[variable] = RationalInterval(lower: self[variable].lower, upper: end)
    high[variable] = RationalInterval(lower: end, upper: self[variable].upper)
    return (low, high)
  }
}
