/// How a claim was proved.
public struct Demonstration: Hashable, Sendable {
  /// Each once.
  public private(set) var methods: [Proof.Method]
  /// What had to hold for the functions to be defined, and was proved too.
  public private(set) var sideConditions: [SideCondition]
  /// One for each part of the proof.
  public private(set) var certificates: [Certificate]
  /// Of the next certificate: `Certificate+Proofs.swift`.
  private(set) var proof: Certificate?

  public init(
    _ method: Proof.Method, sideConditions: [SideCondition] = [], certificates: [Certificate] = []
  ) {
    methods = [method]
    self.sideConditions = sideConditions
    self.certificates = certificates
  }

  /// This proof, and another that the claim needs as well.
  public func and(_ other: Demonstration) -> Demonstration {
    var both = self
    both.methods += other.methods.filter { !methods.contains($0) }
    both.sideConditions += other.sideConditions.filter { !sideConditions.contains($0) }
    both.certificates += other.certificates.filter { !certificates.contains($0) }
    return both
  }

  func with(sideConditions: [SideCondition]) -> Demonstration {
    var result = self
    result.sideConditions = sideConditions
    return result
  }

  func with(proof: Certificate?) -> Demonstration {
    var result = self
    result.proof = proof
    return result
  }

  public func with(certificates: [Certificate]) -> Demonstration {
    var result = self
    result.certificates = certificates
    return result
  }
}
