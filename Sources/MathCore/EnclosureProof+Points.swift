/// A point that enclosures show to be a counterexample.
struct EnclosureFault: Hashable, CustomStringConvertible {
  let point: [Rational]
  let variables: [String]
  /// The function has no value there; else a wrong one.
  let isUndefined: Bool

  var description: String {
    (isUndefined ? "it is undefined at " : "at ") + EnclosureSearch.place(point, variables)
  }
}

/// What enclosures say of single points.
extension EnclosureSearch {
  enum PointValue { case inside, outside, undefined, undecided }

  /// Nil where the point is none, or not for sure.
  func fault(among cases: [CaseForms], at point: [Rational]) -> EnclosureFault? {
    for precision in Self.precisions {
      switch value(of: cases, at: point, precision: precision) {
      case .outside: return fault(at: point)
      case .undefined: return fault(at: point, isUndefined: true)
      case .inside: return nil
      case .undecided: continue
      }
    }
    return nil
  }

  func fault(at point: [Rational], isUndefined: Bool = false) -> EnclosureFault {
    EnclosureFault(point: point, variables: variables, isUndefined: isUndefined)
  }

  func value(of cases: [CaseForms], at point: [Rational], precision: Int) -> PointValue {
    precision == 53
      ? value(of: cases, at: point.map { DoubleInterval(exactly: $0, precision: 53) }, precision)
      : value(
        of: cases, at: point.map { WideInterval(exactly: $0, precision: precision) }, precision)
  }

  private func value<B>(
    of cases: [CaseForms], at point: [Interval<B>], _ precision: Int
  ) -> PointValue {
    var result = PointValue.inside
    for forms in cases {
      let (value, presence, _) = forms.values(on: point, precision: precision)
      if presence == .absent { continue }
      let isCertain = presence == .certain
      if value.definedness == .nowhere {
        if isCertain { return .undefined }
      } else if targets.exclude(value), zeros == .asClaimed || (value.sign ?? 0) != 0 {
        if isCertain { return .outside }
      } else if targets.contain(value), value.isDefined {
        continue
      }
      result = .undecided
    }
    return result
  }

  /// "x = 3/2, y = 0".
  static func place(_ point: [Rational], _ variables: [String]) -> String {
    zip(variables, point).map { variable, value in
      let text = value.decimalText ?? value.description
      return "\(variable) = \(text.replacing("-", with: "\u{2212}"))"
    }.joined(separator: ", ")
  }

  static func at(_ box: [RationalInterval], _ variables: [String]) -> String {
    box.isEmpty ? "" : " at " + place(box.map(\.sample), variables)
  }
}

extension CaseForms {
  /// Whether it is exactly at an end of the targets there.
  func touches(at point: [Rational]) -> Bool {
    guard point.count == 1 else { return false }
    let place = Expression(point[0])
    return targets.ends.contains { end in
      vanishingPoint(VanishingCandidate(point: place, value: end)) != nil
    }
  }
}
