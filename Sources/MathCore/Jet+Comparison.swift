/// Comparisons go by the values; where those are equal, by the side to which the variables move.
///
/// A function may have other formulas on both sides of such a point, `x > 0 ? x : 0` at 0. A
/// derivative starts from both sides at once (an even level) and is told by `branchPoint` where that
/// does not work; then it is taken from each side (the odd level that follows), and exists where both
/// agree.
extension Jet {
  /// The level of a derivative that `depth` others are around.
  public static func level(depth: Int) -> Int { 2 * depth }

  /// x − ε: the variable of a derivative from the left.
  public static func variable(_ x: Jet, movingDownAt level: Int) throws(ScalarFailure) -> Jet {
    try negate(variable(negate(x), level: level))
  }

  @inlinable
  public static func isEqual(_ a: Jet, _ b: Jet) throws(ScalarFailure) -> Bool {
    guard try Base.isEqual(a.base, b.base) else { return false }
    return try isSettled(a, b) ? true : side(of: a, b) == 0
  }

  @inlinable
  public static func isLess(_ a: Jet, _ b: Jet) throws(ScalarFailure) -> Bool {
    if try Base.isLess(a.base, b.base) { return true }
    return try isSettled(a, b) ? false : side(of: a, b) < 0
  }

  @inlinable
  public static func isLessOrEqual(_ a: Jet, _ b: Jet) throws(ScalarFailure) -> Bool {
    guard try Base.isLessOrEqual(a.base, b.base) else { return false }
    return try isSettled(a, b) ? true : side(of: a, b) <= 0
  }

  /// Toward zero, which jumps at every other whole number.
  public static func int(_ x: Jet) throws(ScalarFailure) -> Int? {
    let result = try Base.int(x.base)
    guard let result, result != 0, try !x.isConstant() else { return result }
    if try isEqualValue(x.base, Base(result)) {
      throw ScalarFailure.notDifferentiable(function: "Int", at: x.binary64)
    }
    return result
  }

  /// Whether the values alone tell the order: they differ, or nothing moves.
  @inlinable
  static func isSettled(_ a: Jet, _ b: Jet) throws(ScalarFailure) -> Bool {
    if case .constant = a.form, case .constant = b.form { return true }
    return try !isEqualValue(a.base, b.base)
  }

  /// Asked of what depends on the variables of a trace, too, which has no number beside it.
  @usableFromInline
  static func isEqualValue(_ a: Base, _ b: Base) throws(ScalarFailure) -> Bool {
    let (x, y) = (a.binary64, b.binary64)
    guard x == y || x.isNaN || y.isNaN else { return false }
    return try Base.isEqual(a, b)
  }

  /// The sign of a − b, whose values are equal, when the variables move.
  @usableFromInline
  static func side(of a: Jet, _ b: Jet) throws(ScalarFailure) -> Int {
    try subtract(a, b).infinitesimalSign()
  }

  /// The sign of a jet whose value is 0: outer variables move much further than inner ones.
  func infinitesimalSign() throws(ScalarFailure) -> Int {
    switch form {
    case .constant: return 0
    case .linear(let level, _, let slope): return try Self.side(level, Jet(slope))
    case .nested(let level, let value, let slope):
      let sign = try value.infinitesimalSign()
      return try sign == 0 ? Self.side(level, slope) : sign
    }
  }

  private static func side(_ level: Int, _ slope: Jet) throws(ScalarFailure) -> Int {
    guard !level.isMultiple(of: 2) else { throw ScalarFailure.branchPoint(level: level) }
    if try Base.isLess(slope.base, Base(0)) { return -1 }
    if try Base.isLess(Base(0), slope.base) { return 1 }
    // The difference has no slope: only higher derivatives would tell.
    throw ScalarFailure.undecided
  }
}
