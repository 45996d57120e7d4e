/// Plain text of normal forms: for messages, and as keys that outlive a table of generators.
extension NormalForms {
  func describe(_ function: RationalFunction) -> String {
    let top = describe(function.numerator)
    if function.denominator.isEmpty { return top }
    let below = function.denominator.map { factor in
      "(\(describe(factor.polynomial)))" + (factor.power == 1 ? "" : "^\(factor.power)")
    }
    return "(\(top))/(\(below.joined(separator: "·")))"
  }

  func describe(_ polynomial: Polynomial) -> String {
    if polynomial.isZero { return "0" }
    var text = ""
    for term in polynomial.terms.prefix(40) {
      let sign = term.coefficient.sign < 0 ? "−" : (text.isEmpty ? "" : "+")
      let factors = term.monomial.factors.map { factor in
        generators[factor.generator].name + (factor.exponent.isOne ? "" : "^\(factor.exponent)")
      }
      let number = term.coefficient.magnitude
      let parts = (number.isOne && !factors.isEmpty ? [] : [number.description]) + factors
      text += sign + parts.joined(separator: "·")
    }
    return polynomial.terms.count > 40 ? text + "+…" : text
  }

  func describe(_ kind: Generator.Kind) -> String {
    switch kind {
    case .variable(let name): shifts[name].map { "(\(name) + \($0))" } ?? name
    case .pi: "π"
    case .defined(let constant): "(\(constant.number.description))"
    case .exponential(let x): "e^(\(describe(x)))"
    case .sine(let x): "sin(\(describe(x)))"
    case .cosine(let x): "cos(\(describe(x)))"
    case .root(let p): "(\(describe(p)))"
    case .cubeRoot(let p): "cbrt(\(describe(p)))"
    case .absolute(let p): "|\(describe(p))|"
    case .logarithm(let p): "ln(\(describe(p)))"
    case .function(let function, let x): "\(function.rawValue)(\(describe(x)))"
    case .binaryFunction(let function, let x, let y):
      "\(function.rawValue)(\(describe(x)), \(describe(y)))"
    }
  }
}
