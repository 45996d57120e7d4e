import MathCore

/// Numbers that a lesson gives by what they are: the library functions that `CertifiedValues` answers.
enum CertifiedFunction: String, CaseIterable {
  case root = "root(of:in:)"
  case maximum = "maximum(of:over:)"
  case minimum = "minimum(of:over:)"
  case argmax = "argmax(of:over:)"
  case argmin = "argmin(of:over:)"
  case integral = "integral(of:over:)"
  case solution = "solution(of:near:)"
}

extension Machine {
  /// The certified value, the same in both readings but for one rounding.
  ///
  /// The function is followed as an expression, so that it must not depend on the variable of a
  /// derivative or a trace around the call.
  func certified(_ function: CertifiedFunction, _ x: Arguments<S>) throws -> Value<S> {
    do {
      if function == .solution { return try solution(x) }
      let pieces = try tracing.paths(of: x.function(0), variables: ["x"], in: self)
      let interval = try interval(x[1])
      return .scalar(try scalar(of: Self.value(function, pieces, interval)))
    } catch is VariableDependence {
      throw Trap.uncertified(function, .dependent)
    } catch let failure as CertifiedValueFailure {
      throw Trap.uncertified(function, .failure(failure))
    } catch ScalarFailure.undecided {
      throw Trap.uncertified(function, .untraceable("it is not decided which way a condition goes"))
    } catch ScalarFailure.withoutFormula {
      throw Trap.uncertified(function, .untraceable(ScalarFailure.withoutFormula.reason))
    } catch ScalarFailure.limit(let reason) {
      throw Trap.uncertified(function, .untraceable(reason))
    }
  }

  private static func value(
    _ function: CertifiedFunction, _ pieces: [FunctionPiece],
    _ interval: (lower: Expression, upper: Expression)
  ) throws -> CertifiedValue {
    switch function {
    case .root: try CertifiedValues.root(of: pieces, variable: "x", in: interval)
    case .maximum: try CertifiedValues.maximum(of: pieces, variable: "x", over: interval)
    case .minimum: try CertifiedValues.minimum(of: pieces, variable: "x", over: interval)
    case .argmax: try CertifiedValues.argmax(of: pieces, variable: "x", over: interval)
    case .argmin: try CertifiedValues.argmin(of: pieces, variable: "x", over: interval)
    case .integral, .solution:
      try CertifiedValues.integral(of: pieces, variable: "x", over: interval)
    }
  }

  private func solution(_ x: Arguments<S>) throws -> Value<S> {
    let start = try elements(of: x[1]).map { try $0.asScalar().asComputed() }
    let variables = start.indices.map { "x\($0 + 1)" }
    let equations = try tracing.components(of: x.function(0), variables: variables, in: self)
    let values = try CertifiedValues.solution(of: equations, variables: variables, near: start)
    return .array(try values.map { .scalar(try scalar(of: $0)) })
  }

  private func interval(_ value: Value<S>) throws -> (lower: Expression, upper: Expression) {
    guard case .range(let range) = value, let lower = range.lower, let upper = range.upper else {
      throw Trap.overlappingAccess
    }
    return (
      try lower.asScalar().asTraced().expression, try upper.asScalar().asTraced().expression
    )
  }

  private func scalar(of value: CertifiedValue) throws -> S {
    switch value {
    case .exact(let expression): try S(rounding: RealNumber(expression))
    case .defined(let number): try S(rounding: RealNumber(number))
    }
  }

  private var tracing: ExpressionTracing<S> {
    if let expressionTracing { return expressionTracing }
    let tracing = ExpressionTracing<S>(program: program, limits: limits)
    expressionTracing = tracing
    return tracing
  }
}
