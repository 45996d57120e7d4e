extension CertifiedValues {
  /// The largest value of a function on a closed interval, its ends considered.
  ///
  /// - Throws: `none` where the function jumps and only comes near to its least upper bound.
  public static func maximum(
    of pieces: [FunctionPiece], variable: String,
    over interval: (lower: Expression, upper: Expression)
  ) throws(CertifiedValueFailure) -> CertifiedValue {
    try Extremum(.maximum, of: pieces, variable, over: interval).value()
  }

  /// The least value of a function on a closed interval, its ends considered.
  ///
  /// - Throws: `none` where the function jumps and only comes near to its greatest lower bound.
  public static func minimum(
    of pieces: [FunctionPiece], variable: String,
    over interval: (lower: Expression, upper: Expression)
  ) throws(CertifiedValueFailure) -> CertifiedValue {
    try Extremum(.minimum, of: pieces, variable, over: interval).value()
  }

  /// The only point of a closed interval where the function has its largest value.
  ///
  /// - Throws: `several` where there are more.
  public static func argmax(
    of pieces: [FunctionPiece], variable: String,
    over interval: (lower: Expression, upper: Expression)
  ) throws(CertifiedValueFailure) -> CertifiedValue {
    try Extremum(.maximum, of: pieces, variable, over: interval).place()
  }

  /// The only point of a closed interval where the function has its least value.
  ///
  /// - Throws: `several` where there are more.
  public static func argmin(
    of pieces: [FunctionPiece], variable: String,
    over interval: (lower: Expression, upper: Expression)
  ) throws(CertifiedValueFailure) -> CertifiedValue {
    try Extremum(.minimum, of: pieces, variable, over: interval).place()
  }
}

/// The largest value of a function or of its opposite, and the points where it may be taken.
private struct Extremum {
  enum Kind: String { case maximum, minimum }

  private let kind: Kind
  private let problem: CertifiedInterval
  /// Of the function for a maximum, of its opposite for a minimum: those that no other is certainly
  /// above.
  private let contenders: [ExtremumSearch.Candidate]
  private let plateaus: [(interval: RationalInterval, value: Expression)]
  private let of: [FunctionPiece]

  /// In bits: values that are nearer to each other are compared exactly.
  private static let precisions = [64, 256]

  init(
    _ kind: Kind, of pieces: [FunctionPiece], _ variable: String,
    over interval: (lower: Expression, upper: Expression)
  ) throws(CertifiedValueFailure) {
    self.kind = kind
    of = pieces
    problem = try CertifiedInterval(pieces, variable, interval)
    let text = "the \(kind.rawValue) of \(problem.functionText) over \(problem.text)"
    let search: ExtremumSearch
    do {
      let values = kind == .maximum ? problem.pieces : try problem.pieces.map { try $0.opposite() }
      search = try ExtremumSearch(values, variable: variable, over: problem.domain)
    } catch ExtremumSearch.Failure.undefined(let reason) {
      throw .invalid("\(text) is not found: \(reason)")
    } catch ExtremumSearch.Failure.undecided(let reason) {
      throw .undecided("\(text) is not found: \(reason)")
    } catch {
      throw .undecided("\(text) is not found: the function is too large")
    }
    var all = search.candidates
    all += search.plateaus.map { plateau in
      ExtremumSearch.Candidate(
        point: .exact(Expression(plateau.interval.sample)), value: .exact(plateau.value),
        isLimit: false)
    }
    contenders = Self.best(of: all)
    plateaus = search.plateaus
    guard contenders.contains(where: { !$0.isLimit }),
      contenders.filter(\.isLimit).allSatisfy({ limit in
        contenders.contains { !$0.isLimit && Self.areEqual($0, limit) }
      })
    else { throw .none("\(text) does not exist: the function jumps where it would be taken") }
  }

  private static func best(
    of candidates: [ExtremumSearch.Candidate]
  ) -> [ExtremumSearch.Candidate] {
    var best = candidates
    for precision in precisions {
      let values = best.map { $0.value.expression.enclosure(precision: precision) }
      guard let floor = values.compactMap({ $0?.lower }).max() else { return best }
      best = zip(best, values).filter { $1.map { $0.upper >= floor } ?? true }.map(\.0)
    }
    return best
  }

  private static func areEqual(
    _ a: ExtremumSearch.Candidate, _ b: ExtremumSearch.Candidate
  ) -> Bool {
    (try? a.value.expression.minus(b.value.expression).certainSign) == 0
  }
}

extension Extremum {
  private var text: String { "\(problem.functionText) over \(problem.text)" }

  func value() throws(CertifiedValueFailure) -> CertifiedValue {
    let first = contenders[0]
    let isExact = contenders.dropFirst().allSatisfy { Self.areEqual(first, $0) }
    if isExact, let exact = contenders.first(where: { $0.value.expression.isClosedForm }) {
      let value = exact.value.expression
      return .exact(kind == .maximum ? value : ((try? value.negated()) ?? value).simplified())
    }
    let values = contenders.map(\.value.expression)
    let isMaximum = kind == .maximum
    return .defined(
      DefinedNumber(description: "the \(kind.rawValue) of \(text)", certificate: certificate()) {
        precision in
        let all = values.compactMap { $0.enclosure(precision: precision + 8) }
        guard all.count == values.count, let low = all.map(\.lower).max(),
          let high = all.map(\.upper).max(), let largest = WideInterval(lower: low, upper: high)
        else { return nil }
        return isMaximum ? largest : -largest
      })
  }

  func place() throws(CertifiedValueFailure) -> CertifiedValue {
    let places = contenders.filter { !$0.isLimit }
    let tops = plateaus.filter { plateau in
      places.contains { $0.value.expression == plateau.value }
    }
    if let top = tops.first {
      throw .several("\(text) has its \(kind.rawValue) everywhere in \(top.interval)")
    }
    guard places.count == 1 else {
      let points = places.prefix(3).map { text(of: $0.point) }.joined(separator: ", ")
      guard places.dropFirst().allSatisfy({ Self.areEqual(places[0], $0) }) else {
        throw .undecided(
          "it is not decided where \(text) has its \(kind.rawValue): at one of \(points)")
      }
      throw .several("\(text) has its \(kind.rawValue) at several points: \(points)")
    }
    let name = kind == .maximum ? "argmax" : "argmin"
    let description = "the \(name) of \(text)"
    return problem.point(places[0].point.described(description), description: description)
  }

  private func text(of point: CertifiedValue) -> String {
    let place = problem.point(point, description: "")
    if case .exact(let exact) = place { return "\(exact)" }
    return "\(place.expression.enclosure(precision: 64)?.double.midpoint ?? .nan)"
  }

  private func certificate() -> Certificate? {
    guard of.count == 1, let function = Certificate.expression(of[0].value),
      let lower = Certificate.expression(problem.lower),
      let upper = Certificate.expression(problem.upper)
    else { return nil }
    return .object([
      .init("kind", .text(kind.rawValue)), .init("of", function),
      .init("variable", .text(problem.variable)), .init("from", lower), .init("to", upper),
    ])
  }
}

extension CertifiedValue {
  /// Under another name.
  fileprivate func described(_ description: String) -> CertifiedValue {
    guard case .defined(let number) = self else { return self }
    return .defined(
      DefinedNumber(
        description: description, certificate: number.certificate, membership: number.membership
      ) { number.enclosure(precision: $0) })
  }
}

extension FunctionPiece {
  fileprivate func opposite() throws(ScalarFailure) -> FunctionPiece {
    FunctionPiece(conditions: conditions, value: try value.negated())
  }
}

extension Expression {
  /// Whether no number in it is known by enclosures alone.
  fileprivate var isClosedForm: Bool {
    !parts.contains { part in
      if case .defined = part.node { true } else { false }
    }
  }
}
