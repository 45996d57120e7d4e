extension Proof {
  /// Whether a function is proved to grow beyond all bounds, upwards or downwards, towards an exact
  /// number that is near to the place: 1/f tends to 0 there.
  ///
  /// On which sides it has values at all is not said.
  public static func hasPole(_ f: Expression, in variable: String, near place: Double) -> Bool {
    guard let inverse = try? Expression.one / f else { return false }
    return ClosedForms.near(place).contains { point in
      limit(of: inverse, in: variable, at: .finite(point), is: .finite(.zero)).isProved
    }
  }
}
