extension Jet: Scalar {
  /// Derivatives nested deeper fail with `ScalarFailure.limit`: each doubles the work.
  @usableFromInline static var greatestDepth: Int { 12 }

  @inlinable
  public init(literal value: Double, text: String) {
    self.init(Base(literal: value, text: text))
  }

  @inlinable
  public init(_ value: Double) {
    self.init(Base(value))
  }

  @inlinable
  public init(_ value: Int) {
    self.init(Base(value))
  }

  @inlinable
  public static var pi: Jet { Jet(Base.pi) }
  public static func defined(_ number: DefinedNumber) throws(ScalarFailure) -> Jet {
    Jet(try Base.defined(number))
  }

  @inlinable
  public var binary64: Double { base.binary64 }

  @inlinable
  public static func add(_ a: Jet, _ b: Jet) throws(ScalarFailure) -> Jet {
    switch (a.form, b.form) {
    case (.constant(let a), .constant(let b)):
      return Jet(try Base.add(a, b))
    case (.linear(let i, let a, let s), .constant(let b)):
      return Jet(form: .linear(level: i, try Base.add(a, b), s))
    case (.constant(let a), .linear(let i, let b, let t)):
      return Jet(form: .linear(level: i, try Base.add(a, b), t))
    case (.linear(let i, let a, let s), .linear(let j, let b, let t)) where i == j:
      return Jet(form: .linear(level: i, try Base.add(a, b), try Base.add(s, t)))
    case (.constant, _), (.linear, _), (.nested, _):
      return try addNested(a, b)
    }
  }

  @inlinable
  public static func subtract(_ a: Jet, _ b: Jet) throws(ScalarFailure) -> Jet {
    switch (a.form, b.form) {
    case (.constant(let a), .constant(let b)):
      return Jet(try Base.subtract(a, b))
    case (.linear(let i, let a, let s), .constant(let b)):
      return Jet(form: .linear(level: i, try Base.subtract(a, b), s))
    case (.constant(let a), .linear(let i, let b, let t)):
      return Jet(form: .linear(level: i, try Base.subtract(a, b), try Base.negate(t)))
    case (.linear(let i, let a, let s), .linear(let j, let b, let t)) where i == j:
      return Jet(form: .linear(level: i, try Base.subtract(a, b), try Base.subtract(s, t)))
    case (.constant, _), (.linear, _), (.nested, _):
      return try subtractNested(a, b)
    }
  }

  @inlinable
  public static func multiply(_ a: Jet, _ b: Jet) throws(ScalarFailure) -> Jet {
    switch (a.form, b.form) {
    case (.constant(let a), .constant(let b)):
      return Jet(try Base.multiply(a, b))
    case (.linear(let i, let a, let s), .constant(let b)):
      return Jet(form: .linear(level: i, try Base.multiply(a, b), try Base.multiply(s, b)))
    case (.constant(let a), .linear(let i, let b, let t)):
      return Jet(form: .linear(level: i, try Base.multiply(a, b), try Base.multiply(a, t)))
    case (.linear(let i, let a, let s), .linear(let j, let b, let t)) where i == j:
      let slope = try Base.add(Base.multiply(a, t), Base.multiply(s, b))
      return Jet(form: .linear(level: i, try Base.multiply(a, b), slope))
    case (.constant, _), (.linear, _), (.nested, _):
      return try multiplyNested(a, b)
    }
  }

  @inlinable
  public static func divide(_ a: Jet, _ b: Jet) throws(ScalarFailure) -> Jet {
    switch (a.form, b.form) {
    case (.constant(let a), .constant(let b)):
      return Jet(try Base.divide(a, b))
    case (.linear(let i, let a, let s), .constant(let b)):
      return Jet(form: .linear(level: i, try Base.divide(a, b), try Base.divide(s, b)))
    case (.constant(let a), .linear(let i, let b, let t)):
      let quotient = try Base.divide(a, b)
      let slope = try Base.negate(Base.divide(Base.multiply(quotient, t), b))
      return Jet(form: .linear(level: i, quotient, slope))
    case (.linear(let i, let a, let s), .linear(let j, let b, let t)) where i == j:
      let quotient = try Base.divide(a, b)
      let slope = try Base.divide(Base.subtract(s, Base.multiply(quotient, t)), b)
      return Jet(form: .linear(level: i, quotient, slope))
    case (.constant, _), (.linear, _), (.nested, _):
      return try divideNested(a, b)
    }
  }

  @inlinable
  public static func negate(_ a: Jet) throws(ScalarFailure) -> Jet {
    switch a.form {
    case .constant(let value): Jet(try Base.negate(value))
    case .linear(let level, let value, let slope):
      Jet(form: .linear(level: level, try Base.negate(value), try Base.negate(slope)))
    case .nested(let level, let value, let slope):
      dual(level, try negate(value), try negate(slope))
    }
  }
}

extension Jet {
  /// Its derivatives are those of a function that is restricted in the same way.
  public static func restricted(
    _ x: Jet, toDomainOf other: Jet
  ) throws(ScalarFailure) -> Jet {
    x.replacingBase(by: try Base.restricted(x.base, toDomainOf: other.base))
  }
}

// MARK: Arithmetic with several infinitesimals

extension Jet {
  /// The level along which an operation on `a` and `b` splits them.
  @_specialize(where Base == Double)
  @usableFromInline
  static func commonLevel(_ a: Jet, _ b: Jet) throws(ScalarFailure) -> Int {
    let level = max(a.level, b.level)
    if level >= Jet.level(depth: greatestDepth) {
      throw .limit("derivatives nested more than \(greatestDepth) deep")
    }
    return level
  }

  @_specialize(where Base == Double)
  @usableFromInline
  static func addNested(_ a: Jet, _ b: Jet) throws(ScalarFailure) -> Jet {
    let level = try commonLevel(a, b)
    let value = try add(a.value(below: level), b.value(below: level))
    switch (a.slope(along: level), b.slope(along: level)) {
    case (let s?, let t?): return dual(level, value, try add(s, t))
    case (let s?, nil): return dual(level, value, s)
    case (nil, let t?): return dual(level, value, t)
    case (nil, nil): return value
    }
  }

  @_specialize(where Base == Double)
  @usableFromInline
  static func subtractNested(_ a: Jet, _ b: Jet) throws(ScalarFailure) -> Jet {
    let level = try commonLevel(a, b)
    let value = try subtract(a.value(below: level), b.value(below: level))
    switch (a.slope(along: level), b.slope(along: level)) {
    case (let s?, let t?): return dual(level, value, try subtract(s, t))
    case (let s?, nil): return dual(level, value, s)
    case (nil, let t?): return dual(level, value, try negate(t))
    case (nil, nil): return value
    }
  }

  @_specialize(where Base == Double)
  @usableFromInline
  static func multiplyNested(_ a: Jet, _ b: Jet) throws(ScalarFailure) -> Jet {
    let level = try commonLevel(a, b)
    let (p, q) = (a.value(below: level), b.value(below: level))
    let value = try multiply(p, q)
    switch (a.slope(along: level), b.slope(along: level)) {
    case (let s?, let t?): return dual(level, value, try add(multiply(p, t), multiply(s, q)))
    case (let s?, nil): return dual(level, value, try multiply(s, q))
    case (nil, let t?): return dual(level, value, try multiply(p, t))
    case (nil, nil): return value
    }
  }

  @_specialize(where Base == Double)
  @usableFromInline
  static func divideNested(_ a: Jet, _ b: Jet) throws(ScalarFailure) -> Jet {
    let level = try commonLevel(a, b)
    let q = b.value(below: level)
    let value = try divide(a.value(below: level), q)
    switch (a.slope(along: level), b.slope(along: level)) {
    case (let s?, let t?):
      return dual(level, value, try divide(subtract(s, multiply(value, t)), q))
    case (let s?, nil): return dual(level, value, try divide(s, q))
    case (nil, let t?): return dual(level, value, try negate(divide(multiply(value, t), q)))
    case (nil, nil): return value
    }
  }
}
