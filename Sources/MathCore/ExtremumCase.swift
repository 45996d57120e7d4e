/// A case of a function whose largest value is looked for, with its slope.
struct ExtremumCase {
  let variable: String
  let piece: Int
  /// For values; nothing is claimed of them.
  let function: CaseForms
  /// For the claim that the slope is not 0, but for single points.
  let slope: CaseForms
  private let conditions: [PathCondition]
  private let value: Expression

  /// Nil where one of the cases has no slope.
  static func all(in cell: FunctionCell, _ variable: String) -> [ExtremumCase]? {
    var result: [ExtremumCase] = []
    for function in cell.cases {
      var derivative = function
      guard let slope = try? function.value.derivative(withRespectTo: variable) else { return nil }
      derivative.value = slope
      derivative.conditions = []
      guard
        let values = CaseForms(
          function, cell: cell.domain, variables: [variable],
          targets: EnclosureTargets(signs: .any)),
        let slopes = CaseForms(
          derivative, cell: [cell.domain[0].interior], variables: [variable],
          targets: EnclosureTargets(signs: .nonzero))
      else { return nil }
      result.append(
        ExtremumCase(
          variable: variable, piece: function.piece, function: values, slope: slopes,
          conditions: function.conditions, value: function.value))
    }
    return result
  }

  /// By the values themselves, or by the mean value form.
  func upperBound(on box: RationalInterval, _ values: DoubleInterval) -> Double {
    guard let middle = box.splitPoint else { return values.upper }
    let x = DoubleInterval(box, precision: 53)
    let slope = slope.valueTape.values(at: [x], precision: 53)[0]
    let point = DoubleInterval(exactly: middle, precision: 53)
    let center = function.valueTape.values(at: [point], precision: 53)[0]
    guard slope.isDefined, slope.isBounded, center.isDefined else { return values.upper }
    return min(values.upper, (center + slope * (x - point)).upper)
  }

  func candidate(at point: Expression) -> ExtremumSearch.Candidate {
    let there = (try? value.replacing(variable, with: point)) ?? value
    return ExtremumSearch.Candidate(
      point: .exact(point), value: .exact(there.simplified()), isLimit: false)
  }

  /// At the only zero of the slope in a box.
  func candidate(inside box: RationalInterval) -> ExtremumSearch.Candidate? {
    candidate(whereZero: slope.function.value, inside: box)
  }

  /// At the only point of a box where this case ends and another begins.
  func candidate(
    whereItMeets other: ExtremumCase, inside box: RationalInterval
  ) -> ExtremumSearch.Candidate? {
    for condition in conditions where other.conditions.contains(condition.negation) {
      guard let difference = try? condition.left.minus(condition.right),
        let forms = CaseForms(
          FunctionCase(conditions: [], value: difference, piece: piece), cell: [box],
          variables: [variable], targets: EnclosureTargets(signs: .nonzero)),
        case .crossing? = forms.crossing(on: [box], precision: 53, Double.self)
      else { continue }
      return candidate(whereZero: difference, inside: box)
    }
    return nil
  }

  private func candidate(
    whereZero equation: Expression, inside box: RationalInterval
  ) -> ExtremumSearch.Candidate? {
    guard
      let point = CertifiedValues.number(
        whereZero: equation, variable, in: box,
        description: "the zero of \(equation) in \(box)")
    else { return nil }
    if case .exact(let exact) = point { return candidate(at: exact) }
    guard let there = try? value.replacing(variable, with: point.expression) else { return nil }
    return ExtremumSearch.Candidate(point: point, value: .exact(there), isLimit: false)
  }
}

extension FunctionCase {
  /// The value of a function that does not depend on the variable, where it is defined on the
  /// whole interval.
  func constantValue(on interval: RationalInterval, _ variable: String) -> Expression? {
    let simple = value.simplified()
    guard conditions.isEmpty, simple.variables.isEmpty else { return nil }
    let isDefined =
      value.variables.isEmpty || Proof.defined(value, on: Domain([variable: interval])).isProved
    return isDefined ? simple : nil
  }

  /// False where a condition certainly fails at a point.
  func mayHold(at point: Rational, _ variable: String) -> Bool {
    conditions.allSatisfy { condition in
      guard
        let there = try? condition.replacing(.variable(variable), with: Expression(point)),
        let difference = try? there.left.minus(there.right), let sign = difference.certainSign
      else { return true }
      switch condition.relation {
      case .less: return sign <= 0
      case .lessOrEqual: return sign <= 0
      case .equal: return sign == 0
      case .notEqual: return true
      }
    }
  }
}
