import MathCore

extension CheckOutput {
  /// Frames of a check with one verdict, the weakest of theirs; the certificates of all stand with
  /// each, since the verdict rests on all of them.
  ///
  /// - Parameter name: of the frame with an index, which is added where verdicts differ.
  static func withWeakestVerdict(
    _ frames: [CellOutput], name: (Int) -> String
  ) -> [CellOutput] {
    let verdicts = frames.compactMap {
      if case .check(let check) = $0 { check.verdict } else { nil }
    }
    guard verdicts.count == frames.count,
      let weakest = verdicts.enumerated().min(by: {
        ($0.element.strength.rank, $0.offset) < ($1.element.strength.rank, $1.offset)
      })
    else { return frames }
    let isSame = verdicts.allSatisfy { $0.strength == weakest.element.strength }
    var certificates: [Certificate] = []
    for certificate in verdicts.flatMap(\.certificates) where !certificates.contains(certificate) {
      certificates.append(certificate)
    }
    return frames.map { frame in
      guard case .check(var check) = frame else { return frame }
      check.verdict.certificates = certificates
      if !isSame {
        check.verdict.strength = weakest.element.strength
        check.verdict.method = weakest.element.method
        check.verdict.detail = weakest.element.detail
        check.verdict.frame = name(weakest.offset)
        check.verdict.sideConditions = weakest.element.sideConditions
      }
      return .check(check)
    }
  }
}
