/// A function on a closed interval, for the search of certified values.
///
/// Where an end is no rational number, the function is taken at x = a + (b − a)·t, with t from 0 to
/// 1: so the ends are exact, and what is found at a rational t is exact too.
struct CertifiedInterval {
  let pieces: [FunctionPiece]
  let variable: String
  let domain: RationalInterval
  let lower: Expression
  let upper: Expression
  /// Whether the variable is the t of x = a + (b − a)·t.
  private let isScaled: Bool

  init(
    _ pieces: [FunctionPiece], _ variable: String, _ ends: (lower: Expression, upper: Expression)
  ) throws(CertifiedValueFailure) {
    lower = ends.lower.simplified()
    upper = ends.upper.simplified()
    self.variable = variable
    guard PathCondition.Relation.less.isProved(lower, upper) else {
      throw .invalid("\(lower) is not proved to be less than \(upper)")
    }
    if let low = lower.number, let high = upper.number {
      self.pieces = pieces
      domain = .closed(low, high)
      isScaled = false
    } else {
      do {
        let width = try upper.minus(lower)
        let place = try lower.plus(width.times(.variable(variable)))
        self.pieces = try pieces.map { try $0.replacing(variable, with: place) }
      } catch {
        throw .undecided("the function is too large")
      }
      domain = .closed(0, 1)
      isScaled = true
    }
  }

  /// "0...1", for messages.
  var text: String { "\(lower)...\(upper)" }

  /// "x² − 2", the function for messages.
  var functionText: String {
    pieces.count == 1 && !isScaled ? "\(pieces[0].value)" : "the function"
  }

  /// The length of the interval in x for a length of 1 in the variable.
  func scale() throws(CertifiedValueFailure) -> Expression {
    guard isScaled else { return .one }
    guard let width = try? upper.minus(lower) else { throw .undecided("the interval is too large") }
    return width
  }

  /// The point of the interval that a value of the variable stands for.
  func point(_ value: CertifiedValue, description: String) -> CertifiedValue {
    guard isScaled else { return value }
    guard let width = try? upper.minus(lower),
      let place = try? lower.plus(width.times(value.expression))
    else { return value }
    if case .exact = value { return .exact(place.simplified()) }
    return .defined(
      DefinedNumber(description: description) { place.enclosure(precision: $0 + 8) })
  }
}

extension FunctionPiece {
  func replacing(
    _ variable: String, with place: Expression
  ) throws(ScalarFailure) -> FunctionPiece {
    var conditions: [PathCondition] = []
    for condition in self.conditions {
      conditions.append(try condition.replacing(.variable(variable), with: place))
    }
    return FunctionPiece(
      conditions: conditions, value: try value.replacing(variable, with: place))
  }
}
