import Markup
import MathCore

extension FormulaWriter {
  /// A function of the author's: its arguments always stand in parentheses.
  ///
  /// - Parameter isWord: the name has several letters, and stands off like that of a sine.
  mutating func application(
    _ name: Element, _ arguments: [FormulaTree], isWord: Bool = false
  ) -> [MathAtom] {
    if isWord {
      return [MathAtom(.operator, .function(name)), fenced("(", separated(arguments), ")")]
    }
    return [
      MathAtom(name), .space(MathML.operator("\u{2061}")),
      fenced("(", separated(arguments), ")"),
    ]
  }

  mutating func application(
    _ name: FormulaName, primes: Int, _ arguments: [FormulaTree]
  ) -> [MathAtom] {
    application(name.element(primes: primes), arguments, isWord: !name.isOneLetter)
  }

  mutating func elementary(_ function: ElementaryFunction, _ x: FormulaTree) -> [MathAtom] {
    switch function {
    case .exp: return exponential(.symbol("e"), x)
    case .exp2: return exponential(.number("2"), x)
    case .expm1:
      return atoms(.sum([.init(.elementary(.exp, x)), .init(.number("1"), isNegative: true)]))
    case .log1p:
      return atoms(.elementary(.log, .sum([.init(.number("1")), .init(x)])))
    case .sqrt: return atoms(.root(x, degree: nil))
    case .cbrt: return atoms(.root(x, degree: .number("3")))
    case .abs: return atoms(.absolute(x))
    case .floor: return [fenced("⌊", elements(x), "⌋")]
    case .ceil: return [fenced("⌈", elements(x), "⌉")]
    case .tgamma: return application(MathML.upright("Γ"), [x])
    case .lgamma:
      return named(
        MathML.upright("ln"), .absolute(.application("Gamma", primes: 0, [x])), isFenced: true)
    case .log2: return named(indexedName("log", "2"), x)
    case .log10: return named(indexedName("log", "10"), x)
    case .trunc, .round, .erf, .erfc:
      return application(MathML.upright(function.rawValue), [x], isWord: true)
    case .log, .sin, .cos, .tan, .asin, .acos, .atan, .sinh, .cosh, .tanh, .asinh, .acosh, .atanh:
      return named(MathML.upright(Self.name(of: function)), x)
    }
  }

  func elementaryStrength(_ function: ElementaryFunction, _ x: FormulaTree) -> Strength {
    switch function {
    case .exp, .exp2: isTooTall(x) ? .atom : .power
    case .expm1: .sum
    case .sqrt, .cbrt, .abs, .floor, .ceil, .tgamma, .trunc, .round, .erf, .erfc: .atom
    case .lgamma: .product
    case .log1p: .atom
    case .log, .log2, .log10, .sin, .cos, .tan, .asin, .acos, .atan, .sinh, .cosh, .tanh, .asinh,
      .acosh, .atanh:
      isBareArgument(x) ? .product : .atom
    }
  }

  /// Whether the function's argument stands without parentheses: `sin x`.
  func isBareFunction(_ tree: FormulaTree) -> Bool {
    switch tree {
    case .elementary(let function, let x):
      elementaryStrength(function, x) == .product && function != .lgamma
    case .power(.elementary(let function, let x), .number):
      FormulaWriter.raisedName(function) != nil && isBareArgument(x)
    default: false
    }
  }

  mutating func pair(_ function: BinaryFunction, _ x: FormulaTree, _ y: FormulaTree) -> [MathAtom] {
    switch function {
    case .pow: return atoms(.power(x, y))
    case .hypot:
      let squares = [x, y].map { FormulaTree.Term(.power($0, .number("2"))) }
      return atoms(.root(.sum(squares), degree: nil))
    case .fmod: return application(MathML.upright("fmod"), [x, y], isWord: true)
    case .atan2, .min, .max, .copysign:
      return application(MathML.upright(function.rawValue), [x, y], isWord: true)
    }
  }

  /// `tanh x`, `ln(1 + x)`
  mutating func named(
    _ name: Element, _ x: FormulaTree, isFenced: Bool = false
  ) -> [MathAtom] {
    let function = MathAtom(.operator, .function(name))
    if isFenced || isBareArgument(x) { return [function] + atoms(x) }
    return [function, fenced("(", elements(x), ")")]
  }

  private func isBareArgument(_ x: FormulaTree) -> Bool {
    switch x {
    case .variable, .symbol: true
    case .number(let text): !text.hasPrefix("-") && !text.contains { "eE".contains($0) }
    case .absolute: true
    case .product(let factors):
      factors.count == 2 && isNumber(factors[0]) && isLetter(factors[1])
    default: false
    }
  }

  private func isNumber(_ tree: FormulaTree) -> Bool {
    if case .number(let text) = tree { !text.hasPrefix("-") } else { false }
  }

  private func isLetter(_ tree: FormulaTree) -> Bool {
    switch tree {
    case .variable(let name): notation[name].isOneLetter
    case .symbol: true
    default: false
    }
  }

  private mutating func exponential(_ base: FormulaTree, _ x: FormulaTree) -> [MathAtom] {
    if isTooTall(x), base == .symbol("e") {
      return [MathAtom(.operator, .function(MathML.upright("exp"))), fenced("(", elements(x), ")")]
    }
    return power(base, x)
  }

  /// An exponent that would be too small to read.
  private func isTooTall(_ x: FormulaTree) -> Bool {
    switch x {
    case .cases, .bigOperator, .integral, .limit, .letting, .chain: true
    case .negate(let inner): isTooTall(inner)
    case .sum(let terms): terms.contains { isTooTall($0.tree) }
    case .product(let factors): factors.contains { isTooTall($0) }
    default: false
    }
  }

  private func indexedName(_ name: String, _ index: String) -> Element {
    MathML.scripts(MathML.upright(name), sub: MathML.number(index), sup: nil)
  }

  static func name(of function: ElementaryFunction) -> String {
    switch function {
    case .log: "ln"
    case .asin: "arcsin"
    case .acos: "arccos"
    case .atan: "arctan"
    case .asinh: "arsinh"
    case .acosh: "arcosh"
    case .atanh: "artanh"
    case .exp, .expm1, .exp2, .log1p, .log2, .log10, .sqrt, .cbrt, .sin, .cos, .tan, .sinh, .cosh,
      .tanh, .erf, .erfc, .tgamma, .lgamma, .abs, .floor, .ceil, .trunc, .round:
      function.rawValue
    }
  }

  /// The name of a function whose powers are written on it: sin² x.
  static func raisedName(_ function: ElementaryFunction) -> String? {
    switch function {
    case .sin, .cos, .tan, .sinh, .cosh, .tanh, .log: name(of: function)
    case .exp, .expm1, .exp2, .log1p, .log2, .log10, .sqrt, .cbrt, .asin, .acos, .atan, .asinh,
      .acosh, .atanh, .erf, .erfc, .tgamma, .lgamma, .abs, .floor, .ceil, .trunc, .round:
      nil
    }
  }
}
