extension CertifiedValues {
  /// The solution of a system of as many equations g(x) = 0 as variables, at most 10, near a point
  /// from which Newton's method leads to it; it is the only one in a box around it.
  ///
  /// - Throws: `undecided` where no solution is proved near there, `invalid` where the numbers of
  ///   equations, variables and coordinates differ or are too large.
  public static func solution(
    of equations: [Expression], variables: [String], near start: [Double]
  ) throws(CertifiedValueFailure) -> [CertifiedValue] {
    let count = variables.count
    guard equations.count == count, start.count == count, count > 0 else {
      throw .invalid(
        "there must be as many equations (here \(equations.count)) as variables (\(count)) and "
          + "coordinates of the start (\(start.count))")
    }
    guard count <= Krawczyk.largestDimension else {
      throw .invalid("systems of more than \(Krawczyk.largestDimension) equations are not solved")
    }
    guard start.allSatisfy(\.isFinite),
      let solution = Krawczyk(equations, variables: variables, near: start)
    else {
      throw .undecided(
        "no solution is proved near (\(start.map { "\($0)" }.joined(separator: ", ")))")
    }
    if let exact = exactSolution(equations, variables, solution) { return exact }
    let system = DefiningSystem(variables: variables, equations: equations)
    let certificate = certificate(equations, variables, solution.box)
    return variables.indices.map { index in
      .defined(
        DefinedNumber(
          description: "\(variables[index]) of the solution of the system",
          certificate: certificate.map {
            .object([.init("kind", .text("solution")), .init("index", .number(index))] + $0)
          },
          membership: (system, index)
        ) { solution.narrowed(precision: $0)?[index] })
    }
  }

  /// Numbers with closed forms that make all equations exactly 0.
  private static func exactSolution(
    _ equations: [Expression], _ variables: [String], _ solution: Krawczyk
  ) -> [CertifiedValue]? {
    guard let near = solution.narrowed(precision: 48) else { return nil }
    var found: [Expression] = []
    for (coordinate, box) in zip(near, solution.box) {
      guard
        let guess = ClosedForms.near(coordinate.double.midpoint).first(where: { $0.isIn(box) })
      else { return nil }
      found.append(guess)
    }
    let isExact = equations.allSatisfy { equation in
      var value = equation
      for (variable, guess) in zip(variables, found) {
        guard let next = try? value.replacing(variable, with: guess) else { return false }
        value = next
      }
      return Proof.equal(value, .zero).isProved
    }
    return isExact ? found.map { .exact($0) } : nil
  }

  private static func certificate(
    _ equations: [Expression], _ variables: [String], _ box: [RationalInterval]
  ) -> [Certificate.Field]? {
    let written = equations.compactMap { Certificate.expression($0) }
    guard written.count == equations.count else { return nil }
    return [
      .init("of", .list(written)), .init("variables", .list(variables.map { .text($0) })),
      .init("in", .list(box.map { .interval($0) })),
    ]
  }
}
