/// A number together with its derivatives along nested infinitesimals: forward-mode automatic
/// differentiation, exact but for the roundings of `Base`.
///
/// A jet is a multilinear polynomial in infinitesimals ε₀, ε₁, … with εᵢ² = 0. Each derivative that
/// is being taken has a level of its own, greater than those around it, so that nested derivatives
/// cannot confuse their perturbations. A jet of level ℓ is a dual number p + t·ε_ℓ over jets of
/// lower levels; the common cases, no infinitesimal and one, need no allocation.
public struct Jet<Base: Scalar>: Sendable {
  @usableFromInline
  enum Form: Sendable {
    case constant(Base)
    case linear(level: Int, Base, Base)
    indirect case nested(level: Int, Jet, Jet)
  }

  @usableFromInline let form: Form

  @inlinable
  init(form: Form) {
    self.form = form
  }

  /// A constant: all of its derivatives are zero.
  @inlinable
  public init(_ base: Base) {
    form = .constant(base)
  }

  /// `x + ε_level`: the variable of a derivative.
  ///
  /// The level must not occur in `x`; the depth of nesting of the derivative is such a level.
  @_specialize(where Base == Double)
  public static func variable(_ x: Jet, level: Int) -> Jet {
    switch x.form {
    case .constant(let value): Jet(form: .linear(level: level, value, Base(1)))
    case .linear(let own, let value, let slope):
      own < level
        ? Jet(form: .nested(level: level, x, Jet(Base(1))))
        : Jet(form: .nested(level: own, variable(Jet(value), level: level), Jet(slope)))
    case .nested(let own, let value, let slope):
      own < level
        ? Jet(form: .nested(level: level, x, Jet(Base(1))))
        : Jet(form: .nested(level: own, variable(value, level: level), slope))
    }
  }

  /// The factor of ε_level, with the infinitesimals of the other levels: the derivative, as the
  /// outer derivatives see it.
  @_specialize(where Base == Double)
  public func coefficient(ofLevel level: Int) -> Jet {
    switch form {
    case .constant:
      return Jet(Base(0))
    case .linear(let own, _, let slope):
      return own == level ? Jet(slope) : Jet(Base(0))
    case .nested(let own, let value, let slope):
      if own == level { return slope }
      if own < level { return Jet(Base(0)) }
      return Jet.dual(
        own, value.coefficient(ofLevel: level), slope.coefficient(ofLevel: level))
    }
  }

  /// The value without any infinitesimal.
  @inlinable
  public var base: Base {
    var jet = self
    while true {
      switch jet.form {
      case .constant(let value), .linear(_, let value, _): return value
      case .nested(_, let value, _): jet = value
      }
    }
  }
}

extension Jet {
  /// The greatest level that occurs; −1 for a constant.
  @inlinable
  var level: Int {
    switch form {
    case .constant: -1
    case .linear(let level, _, _), .nested(let level, _, _): level
    }
  }

  /// The part without ε_level, where `level` is at least the greatest level that occurs.
  @inlinable
  func value(below level: Int) -> Jet {
    switch form {
    case .constant: self
    case .linear(let own, let value, _): own == level ? Jet(value) : self
    case .nested(let own, let value, _): own == level ? value : self
    }
  }

  /// The factor of ε_level, nil where the level does not occur; `level` is at least the greatest
  /// level that occurs.
  @inlinable
  func slope(along level: Int) -> Jet? {
    switch form {
    case .constant: nil
    case .linear(let own, _, let slope): own == level ? Jet(slope) : nil
    case .nested(let own, _, let slope): own == level ? slope : nil
    }
  }

  /// `value + slope·ε_level`, without allocation where both are constants.
  @inlinable
  static func dual(_ level: Int, _ value: Jet, _ slope: Jet) -> Jet {
    if case .constant(let value) = value.form, case .constant(let slope) = slope.form {
      return Jet(form: .linear(level: level, value, slope))
    }
    return Jet(form: .nested(level: level, value, slope))
  }

  /// Whether every derivative is zero: such a jet is its base.
  public func isConstant() throws(ScalarFailure) -> Bool {
    switch form {
    case .constant: true
    case .linear(_, _, let slope): try Base.isEqual(slope, Base(0))
    case .nested(_, let value, let slope):
      if try slope.isZero() { try value.isConstant() } else { false }
    }
  }

  public func isZero() throws(ScalarFailure) -> Bool {
    if try isConstant() { try Base.isEqual(base, Base(0)) } else { false }
  }
}
