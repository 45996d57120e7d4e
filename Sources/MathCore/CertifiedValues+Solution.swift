extension CertifiedValues {
  /// The solution of a system of as many equations g(x) = 0 as variables, at most 10, near a point
  /// from which Newton's method leads to it; it is the only one in a box around it.
  ///
  /// - Throws: `undecided` where no solution is proved near there.
  public static func solution(
    of equations: [Expression], variables: [String], near start: [Double]
  ) throws(CertifiedValueFailure) -> [CertifiedValue] {
    throw .undecided("no solution is proved near the start")
  }
}
