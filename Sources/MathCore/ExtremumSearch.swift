/// Where a function of one variable can have its largest value on an interval: branch and bound,
/// then the zeros of the slope.
///
/// A box is dropped where its values are less than one that is known to be taken, or where the slope
/// has one sign (its ends belong to its neighbours as well, or are the ends of a cell). What is left
/// are single points.
struct ExtremumSearch {
  /// A point where the largest value may be.
  struct Candidate: Sendable {
    let point: CertifiedValue
    /// The function's value there.
    let value: CertifiedValue
    /// Whether the function only comes as near to the value as one likes: it jumps at that point.
    let isLimit: Bool
  }

  enum Failure: Error, Hashable {
    case undefined(String)
    case undecided(String)
  }

  /// More boxes than these are not looked at.
  static let largestBoxCount = 2_000
  /// How many points of each cell are tried first.
  private static let sampleCount = 32
  /// Two cases can meet in a box that is no wider than this.
  private static let largestKinkWidth = Rational(1, over: 1 << 10) ?? .one

  let variable: String
  private let cells: [FunctionCell]
  private(set) var candidates: [Candidate] = []
  /// Where the function is constant on an interval, and with which value.
  private(set) var plateaus: [(interval: RationalInterval, value: Expression)] = []
  /// A number that is not above the largest value.
  private var floor = -Double.infinity
  private var remainingBoxes = largestBoxCount

  init(
    _ pieces: [FunctionPiece], variable: String, over interval: RationalInterval
  ) throws(Failure) {
    guard let cells = FunctionCells(pieces, variables: [variable], on: [interval]) else {
      throw .undecided("it has too many cases, or none on a part of the interval")
    }
    self.variable = variable
    self.cells = cells.cells
    try addEnds()
    for cell in self.cells where !cell.domain[0].isPoint { try search(cell) }
  }
}

extension ExtremumSearch {
  private func place(_ point: Rational) -> String {
    EnclosureSearch.place([point], [variable])
  }

  /// The ends of cells, and from both sides of them what the function comes near to.
  private mutating func addEnds() throws(Failure) {
    for cell in cells {
      for end in [cell.domain[0].lower, cell.domain[0].upper].compactMap({ $0 }) {
        for function in cell.cases {
          guard function.mayHold(at: end.value, variable) else { continue }
          let point = Expression(end.value)
          guard let value = try? function.value.replacing(variable, with: point),
            let enclosure = value.enclosure(precision: 64), enclosure.isDefined
          else { throw .undefined("it is not known to be defined at \(place(end.value))") }
          if end.isClosed { floor = max(floor, enclosure.double.lower) }
          let candidate = Candidate(
            point: .exact(point), value: .exact(value.simplified()), isLimit: !end.isClosed)
          add(candidate)
        }
      }
    }
  }

  /// Neighbouring boxes may find the same point.
  private mutating func add(_ candidate: Candidate) {
    let isKnown = candidates.contains { known in
      known.point.expression == candidate.point.expression
        && known.value.expression == candidate.value.expression
        && (!known.isLimit || candidate.isLimit)
    }
    if !isKnown { candidates.append(candidate) }
  }

  private mutating func search(_ cell: FunctionCell) throws(Failure) {
    if cell.cases.count == 1, let value = cell.cases[0].constantValue(on: cell.domain[0], variable)
    {
      plateaus.append((cell.domain[0], value))
      floor = max(floor, value.enclosure(precision: 64)?.double.lower ?? floor)
      return
    }
    guard let cases = ExtremumCase.all(in: cell, variable) else {
      throw .undecided("it has no slope, or none that is known")
    }
    for sample in cell.domain[0].samples(Self.sampleCount) { try raiseFloor(cases, at: sample) }
    var open = [cell.domain[0]]
    while let box = open.popLast() {
      guard remainingBoxes > 0 else {
        throw .undecided("\(Self.largestBoxCount) boxes do not suffice")
      }
      remainingBoxes -= 1
      if try isDone(cases, box) { continue }
      guard let middle = box.splitPoint else {
        throw .undecided("its values near \(place(box.sample)) are not told apart")
      }
      try raiseFloor(cases, at: middle)
      let end = RationalInterval.End(middle, isClosed: true)
      open.append(RationalInterval(lower: end, upper: box.upper))
      open.append(RationalInterval(lower: box.lower, upper: end))
    }
  }

  private mutating func raiseFloor(
    _ cases: [ExtremumCase], at point: Rational
  ) throws(Failure) {
    let x = [DoubleInterval(exactly: point, precision: 53)]
    for item in cases {
      let (value, presence, _) = item.function.values(on: x, precision: 53)
      guard presence == .certain else { continue }
      if value.definedness == .nowhere {
        throw .undefined("it is undefined at \(place(point))")
      }
      if value.isDefined { floor = max(floor, value.lower) }
    }
  }

  /// Whether nothing of the box is left to be looked at.
  private mutating func isDone(
    _ cases: [ExtremumCase], _ box: RationalInterval
  ) throws(Failure) -> Bool {
    let x = [DoubleInterval(box, precision: 53)]
    var present: [ExtremumCase] = []
    var isBelow = true
    for item in cases {
      let (value, presence, isDefined) = item.function.values(on: x, precision: 53)
      if presence == .absent { continue }
      guard isDefined || item.function.isProvedDefined else { return false }
      present.append(item)
      isBelow = isBelow && item.upperBound(on: box, value) < floor
    }
    if isBelow { return true }
    if present.count == 1 { return isDone(present[0], box) }
    return isDone(meeting: present, box)
  }

  private mutating func isDone(_ item: ExtremumCase, _ box: RationalInterval) -> Bool {
    let evidence =
      item.slope.evidence(on: [box], precision: 53, Double.self)
      ?? item.slope.vanishing(on: [box], precision: 53, allowsZeros: true, Double.self)
      ?? item.slope.crossing(on: [box], precision: 53, Double.self)
    switch evidence {
    case nil: return false
    case .absent, .enclosed, .monotone, .algebraic: return true
    case .vanishing(let found, let sign):
      if found.order % 2 == 1, sign < 0, found.isIn(box) { add(item.candidate(at: found.point)) }
      return true
    case .crossing(let sign):
      guard sign < 0 else { return true }
      guard let candidate = item.candidate(inside: box) else { return false }
      add(candidate)
      return true
    }
  }

  /// Where cases of one piece meet, at one point, each with a slope of one sign.
  private mutating func isDone(meeting cases: [ExtremumCase], _ box: RationalInterval) -> Bool {
    guard let low = box.lower?.value, let high = box.upper?.value,
      cases.allSatisfy({ $0.piece == cases[0].piece })
    else { return false }
    let x = [DoubleInterval(box, precision: 53)]
    let signs = cases.map { $0.slope.valueTape.values(at: x, precision: 53)[0].sign }
    guard signs.allSatisfy({ $0 == 1 || $0 == -1 }) else { return false }
    if Set(signs).count == 1 { return true }
    guard cases.count == 2, high - low <= Self.largestKinkWidth,
      let candidate = cases[0].candidate(whereItMeets: cases[1], inside: box)
    else { return false }
    add(candidate)
    return true
  }
}

extension RationalInterval {
  /// Points inside of a bounded interval, equally far from each other.
  fileprivate func samples(_ count: Int) -> [Rational] {
    guard let low = lower?.value, let high = upper?.value,
      let step = (high - low).divided(by: Rational(count))
    else { return [] }
    return (1..<count).map { low + step * Rational($0) }
  }
}
