/// A claim about the values of a function, or of its slope, on a domain.
struct EnclosureClaim {
  /// As given.
  let pieces: [FunctionPiece]
  let variables: [String]
  let domain: [RationalInterval]
  let targets: EnclosureTargets
  let zeros: EnclosureSearch.Zeros
  /// The variable of the slope that the claim is about; nil where it is about the function.
  let slope: String?

  init(
    _ pieces: [FunctionPiece], on domain: Domain, targets: EnclosureTargets,
    zeros: EnclosureSearch.Zeros = .asClaimed, slope: String? = nil
  ) {
    self.pieces = pieces
    variables = pieces.variables
    self.domain = pieces.variables.map { domain[$0] }
    self.targets = targets
    self.zeros = zeros
    self.slope = slope
  }

  /// What proofs of all cells come to.
  enum Result {
    case proved([CellProof])
    case refuted(EnclosureFault)
    case unknown(String)
  }

  static let largestVariableCount = 2
}

extension EnclosureClaim {
  /// With a certificate.
  func outcome() -> ProofOutcome {
    switch result() {
    case .proved(let proofs): .proved(demonstration(proofs))
    case .refuted(let fault): .refuted(fault.description)
    case .unknown(let reason): .unknown(reason)
    }
  }

  func demonstration(_ proofs: [CellProof]) -> Demonstration {
    var whole = Demonstration(.intervalEnclosure, certificates: certificates(proofs))
    for part in proofs.flatMap(\.sideProofs) { whole = whole.and(part) }
    return whole
  }

  func result() -> Result {
    guard let cells = cells() else {
      return .unknown("it has too many cases, or none on a part of the domain")
    }
    return result(for: cells)
  }

  func cells() -> FunctionCells? {
    guard variables.count <= Self.largestVariableCount, !domain.contains(where: \.isEmpty) else {
      return nil
    }
    return FunctionCells(pieces, variables: variables, on: domain)
  }

  func result(for cells: FunctionCells) -> Result {
    var search = EnclosureSearch(targets: targets, zeros: zeros, variables: variables)
    var proofs: [CellProof] = []
    var doubts: [String] = []
    for cell in cells.cells {
      switch search.search(cell) {
      case .proved(let proof): proofs.append(proof)
      case .refuted(let fault): return .refuted(fault)
      case .unknown(let reason):
        if let proof = algebraicProof(of: cell) {
          proofs.append(proof)
        } else {
          doubts.append(reason)
        }
      }
    }
    return doubts.first.map { .unknown($0) } ?? .proved(proofs)
  }

  /// A cell on which boxes are not enough, by normal forms: where the function is constant, say.
  private func algebraicProof(of cell: FunctionCell) -> CellProof? {
    guard zeros == .asClaimed, cell.cases.allSatisfy({ $0.conditions.isEmpty }) else { return nil }
    let domain = Domain(
      Dictionary(zip(variables, cell.domain), uniquingKeysWith: { a, _ in a }))
    var proof = CellProof(cell: cell)
    for function in cell.cases {
      guard let part = targets.proof(of: function.value, on: domain) else { return nil }
      proof.algebra.append(part)
    }
    return proof
  }
}
