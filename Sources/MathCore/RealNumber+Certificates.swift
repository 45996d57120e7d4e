extension RealNumber {
  /// Of the roots, extrema and integrals that the number is made of: what shows that they exist, and
  /// where. In the order of the operations, each once.
  public var certificates: [Certificate] {
    guard let node, node.hasDefinedParts else { return [] }
    var known: Set<ObjectIdentifier> = []
    var found: [Certificate] = []
    var pending = [node]
    while let next = pending.popLast() {
      guard next.hasDefinedParts, known.insert(ObjectIdentifier(next)).inserted else { continue }
      if case .defined(let number) = next.operation, let certificate = number.certificate,
        !found.contains(certificate)
      {
        found.append(certificate)
      }
      pending += [next.right?.node, next.left?.node].compactMap { $0 }
    }
    return found
  }
}
