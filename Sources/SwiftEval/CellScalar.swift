import MathCore

/// A number system in which a lesson's program runs, with its ways to the others: what `asComputed`
/// and `asReal` need of captured values, and what a trace makes of them.
protocol CellScalar: Scalar {
  static var readings: Readings { get }
  /// The number in the reals; nil where the system has no such reading, or the number is a variable.
  var realNumber: RealNumber? { get }
  /// The result of `asReal`.
  init(rounding real: RealNumber) throws(ScalarFailure)
  /// Each reading is rounded by itself, as `ElementaryFunction.round` does.
  func rounded(_ rule: FloatingPointRoundingRule) throws -> Self
  /// The order in which numbers are sorted.
  static func precedes(_ a: Self, _ b: Self) throws -> Bool

  /// What Swift computes.
  ///
  /// - Throws: `VariableDependence` for what depends on a variable of a trace or a derivative; so do
  ///   the others.
  func asComputed() throws -> Double
  func asReal() throws -> RealReading
  func asTraced() throws -> TracedScalar
}

/// What a number of a system is.
enum Readings {
  /// What Swift computes: only then are its bits there to ask for.
  case computed
  case real
  /// Both, in step.
  case both
}

/// A constant is needed, and this depends on the variable of a trace or of a derivative.
struct VariableDependence: Error {}

extension Double: CellScalar {
  static var readings: Readings { .computed }
  var realNumber: RealNumber? { nil }

  init(rounding real: RealNumber) throws(ScalarFailure) { self = try real.nearestDouble() }

  func asComputed() throws -> Double { self }
  func asReal() throws -> RealReading { RealReading(self) }
  func asTraced() throws -> TracedScalar { TracedScalar(self) }
}

extension Reading: CellScalar {
  static var readings: Readings { .both }
  var realNumber: RealNumber? { real }

  func rounded(_ rule: FloatingPointRoundingRule) throws -> Reading {
    Reading(real: try RealReading(self).rounded(rule).real, binary64: binary64.rounded(rule))
  }

  /// Numbers that are the same in one reading are in the order of the other.
  static func precedes(_ a: Reading, _ b: Reading) throws -> Bool {
    guard a.real.nonreal == nil, b.real.nonreal == nil else { return try isLess(a, b) }
    let order = try a.real.compare(to: b.real)
    if order != 0, a.binary64 == b.binary64 { return order < 0 }
    return try order == 0 ? a.binary64 < b.binary64 : isLess(a, b)
  }

  func asComputed() throws -> Double { binary64 }
  func asReal() throws -> RealReading { RealReading(self) }
  func asTraced() throws -> TracedScalar { TracedScalar(real, binary64: binary64) }
}

extension RealReading: CellScalar {
  static var readings: Readings { .real }
  var realNumber: RealNumber? { real }

  init(rounding real: RealNumber) throws(ScalarFailure) { self.init(try Reading(rounding: real)) }

  func rounded(_ rule: FloatingPointRoundingRule) throws -> RealReading { try roundedAsReal(rule) }

  func asComputed() throws -> Double { binary64 }
  func asReal() throws -> RealReading { self }
  func asTraced() throws -> TracedScalar { TracedScalar(real, binary64: binary64) }
}

extension TracedScalar: CellScalar {
  static var readings: Readings { .real }
  var realNumber: RealNumber? { nil }

  init(rounding real: RealNumber) throws(ScalarFailure) {
    self.init(real, binary64: try real.nearestDouble())
  }

  func rounded(_ rule: FloatingPointRoundingRule) throws -> TracedScalar { try roundedAsReal(rule) }

  func asComputed() throws -> Double {
    guard isConstant else { throw VariableDependence() }
    return binary64
  }

  /// A trace is the real reading already.
  func asReal() throws -> RealReading { throw VariableDependence() }

  func asTraced() throws -> TracedScalar {
    guard isConstant else { throw VariableDependence() }
    return self
  }
}

extension Jet: CellScalar where Base: CellScalar {
  static var readings: Readings { Base.readings }
  var realNumber: RealNumber? { base.realNumber }

  init(rounding real: RealNumber) throws(ScalarFailure) { self.init(try Base(rounding: real)) }

  func rounded(_ rule: FloatingPointRoundingRule) throws -> Jet { try roundedAsReal(rule) }

  func asComputed() throws -> Double { try constant().asComputed() }
  func asReal() throws -> RealReading { try constant().asReal() }
  func asTraced() throws -> TracedScalar { try constant().asTraced() }

  private func constant() throws -> Base {
    guard try isConstant() else { throw VariableDependence() }
    return base
  }
}

extension CellScalar {
  static func precedes(_ a: Self, _ b: Self) throws -> Bool { try isLess(a, b) }

  /// Of a system in which one reading decides comparisons.
  fileprivate func roundedAsReal(_ rule: FloatingPointRoundingRule) throws -> Self {
    switch rule {
    case .toNearestOrAwayFromZero: return try Self.apply(.round, self)
    case .up: return try Self.apply(.ceil, self)
    case .down: return try Self.apply(.floor, self)
    case .towardZero: return try Self.apply(.trunc, self)
    case .awayFromZero:
      return try Self.isLess(self, Self(0)) ? Self.apply(.floor, self) : Self.apply(.ceil, self)
    case .toNearestOrEven: return try roundedToEven()
    @unknown default: throw Trap.unreachable
    }
  }

  private func roundedToEven() throws -> Self {
    let fraction = try Self.apply(.abs, Self.subtract(self, Self.apply(.trunc, self)))
    guard try Self.isEqual(fraction, Self(0.5)) else { return try Self.apply(.round, self) }
    return try Self.multiply(Self(2), Self.apply(.round, Self.divide(self, Self(2))))
  }
}
