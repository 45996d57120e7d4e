import MathCore

/// A number system in which a lesson's program runs, with its ways to the others: what `asComputed`
/// and `asReal` need of captured values, and what a trace makes of them.
protocol CellScalar: Scalar {
  static var readings: Readings { get }
  /// The number in the reals; nil where the system has no such reading, or the number is a variable.
  var realNumber: RealNumber? { get }
  /// The result of `asReal`.
  init(rounding real: RealNumber) throws(ScalarFailure)

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

  func asComputed() throws -> Double { binary64 }
  func asReal() throws -> RealReading { RealReading(self) }
  func asTraced() throws -> TracedScalar { TracedScalar(real, binary64: binary64) }
}

extension RealReading: CellScalar {
  static var readings: Readings { .real }
  var realNumber: RealNumber? { real }

  init(rounding real: RealNumber) throws(ScalarFailure) { self.init(try Reading(rounding: real)) }

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

  func asComputed() throws -> Double { try constant().asComputed() }
  func asReal() throws -> RealReading { try constant().asReal() }
  func asTraced() throws -> TracedScalar { try constant().asTraced() }

  private func constant() throws -> Base {
    guard try isConstant() else { throw VariableDependence() }
    return base
  }
}
