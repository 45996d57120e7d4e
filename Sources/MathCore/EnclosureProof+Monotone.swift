extension EnclosureProof {
  /// Whether a function rises (or falls) strictly in one variable.
  ///
  /// It does where it is continuous and its slope has the right sign, but for single points, at which
  /// it may have no slope; where two pieces meet it may jump in the right direction.
  public static func monotone(
    _ pieces: [FunctionPiece], increasing: Bool, in variable: String,
    on domain: Domain = .reals
  ) -> ProofOutcome {
    monotone(pieces, increasing: increasing, in: variable, on: domain, splits: largestSplitDepth)
  }

  /// How often a part of the domain is split in two where there is no slope.
  private static let largestSplitDepth = 4

  private static func monotone(
    _ pieces: [FunctionPiece], increasing: Bool, in variable: String, on domain: Domain,
    splits: Int
  ) -> ProofOutcome {
    let claim = EnclosureClaim(
      pieces, on: domain,
      targets: EnclosureTargets(signs: increasing ? .positive : .negative), zeros: .isolated,
      slope: variable)
    guard let cells = claim.cells() else {
      return .unknown("it has too many cases, or none on a part of the domain")
    }
    guard let place = claim.variables.firstIndex(of: variable) else {
      return .refuted("the function does not depend on \(variable)")
    }
    // A point has no slope of its own; it is where its neighbours must fit.
    let open = cells.cells.filter { !$0.domain[place].isPoint }
    guard let slopes = try? open.map({ try $0.slopes(place, variable) }) else {
      return .unknown("the function has no slope, or none that is known")
    }
    guard open.allSatisfy({ cell in cell.cases.allSatisfy { $0.piece == cell.cases[0].piece } })
    else { return .unknown("it is not known where its pieces meet") }
    if claim.variables.count > 1, open.count > 1 {
      return .unknown("pieces of functions of several variables are not joined")
    }
    switch claim.result(for: FunctionCells(variables: claim.variables, cells: slopes)) {
    case .refuted(let fault) where fault.isUndefined:
      // What rises up to a point and from it on rises on the whole, with a slope there or without.
      guard splits > 0, claim.variables.count == 1 else { return .unknown("its slope: \(fault)") }
      return .all(domain.split(at: fault.point[0], in: variable)) { part in
        monotone(pieces, increasing: increasing, in: variable, on: part, splits: splits - 1)
      }
    case .refuted(let fault): return .refuted("its slope has the wrong sign: \(fault)")
    case .unknown(let reason): return .unknown(reason)
    case .proved(let proofs):
      guard claim.variables.count > 1 || cells.fit(increasing: increasing) else {
        return .unknown("the pieces are not proved to fit where they meet")
      }
      return .proved(claim.demonstration(proofs))
    }
  }
}

extension FunctionCell {
  /// The slopes inside.
  fileprivate func slopes(_ place: Int, _ variable: String) throws(ScalarFailure) -> FunctionCell {
    var domain = domain
    domain[place] = domain[place].interior
    var slopes: [FunctionCase] = []
    for var function in cases {
      function.value = try function.value.derivative(withRespectTo: variable)
      slopes.append(function)
    }
    return FunctionCell(domain: domain, cases: slopes)
  }

  /// The values that the cases take at a point, where they are continuous.
  fileprivate func values(at point: Rational, _ variable: String) -> [Expression]? {
    var values: [Expression] = []
    for function in cases {
      let tape = ExpressionTape([function.value], variables: [variable])
      let there = DoubleInterval(exactly: point, precision: 53)
      guard tape.values(at: [there], precision: 53)[0].definedness == .continuous,
        let value = try? function.value.replacing(variable, with: Expression(point))
      else { return nil }
      values.append(value)
    }
    return values
  }
}

extension FunctionCells {
  init(variables: [String], cells: [FunctionCell]) {
    self.variables = variables
    self.cells = cells
  }

  /// In one variable: whether each cell is continuous up to the ends that belong to it, and does not
  /// jump against the direction where the next begins.
  fileprivate func fit(increasing: Bool) -> Bool {
    let variable = variables[0]
    for cell in cells {
      for end in [cell.domain[0].lower, cell.domain[0].upper] {
        if let end, end.isClosed, cell.values(at: end.value, variable) == nil { return false }
      }
    }
    for (left, right) in zip(cells, cells.dropFirst()) {
      guard let joint = left.domain[0].upper?.value,
        let before = left.values(at: joint, variable), let after = right.values(at: joint, variable)
      else { return false }
      let pairs = before.flatMap { low in after.map { (low, $0) } }
      let sides = pairs.map { increasing ? ($0.0, $0.1) : ($0.1, $0.0) }
      guard sides.allSatisfy({ $0.0.isAtMost($0.1) }) else { return false }
    }
    return true
  }
}

extension RationalInterval {
  var isPoint: Bool { lower != nil && lower?.value == upper?.value }
}

extension Expression {
  /// Whether a constant is proved to be not above another.
  fileprivate func isAtMost(_ other: Expression) -> Bool {
    (try? other.minus(self).certainSign).map { $0 >= 0 } ?? false
  }
}
