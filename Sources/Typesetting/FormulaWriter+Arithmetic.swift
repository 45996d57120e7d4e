import Markup
import MathCore

extension FormulaWriter {
  /// Swift's numeral as mathematics writes it: no underscores, `1 × 10⁻⁵`, a minus sign.
  func number(_ text: String) -> [MathAtom] {
    var digits = text.replacing("_", with: "")
    var atoms: [MathAtom] = []
    if digits.hasPrefix("-") || digits.hasPrefix("−") {
      digits.removeFirst()
      atoms.append(.symbol(.binary, "−"))
    }
    let parts = digits.split(whereSeparator: { $0 == "e" || $0 == "E" }).map(String.init)
    guard parts.count == 2, !digits.hasPrefix("0x") else {
      return atoms + [MathAtom(MathML.number(set(digits)))]
    }
    let exponent =
      parts[1].hasPrefix("-")
      ? MathML.row([
        MathML.operator("−", ["form": "prefix"]), MathML.number(String(parts[1].dropFirst())),
      ])
      : MathML.number(parts[1].hasPrefix("+") ? String(parts[1].dropFirst()) : parts[1])
    let power = MathML.scripts(MathML.number("10"), sub: nil, sup: exponent)
    let mantissa = set(parts[0])
    if mantissa == "1" { return atoms + [MathAtom(power)] }
    return atoms + [MathAtom(MathML.number(mantissa)), .symbol(.binary, "×"), MathAtom(power)]
  }

  /// `2.0` is the 2 of a formula; `2.50` keeps its digits.
  private func set(_ digits: String) -> String {
    let digits = digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
    return digits.replacing(".", with: String(notation.typography.decimalSign))
  }

  mutating func sum(_ terms: [FormulaTree.Term]) -> [MathAtom] {
    var result: [MathAtom] = []
    for (index, term) in terms.enumerated() {
      let (tree, isNegative) = signed(term)
      if isNegative {
        result.append(.symbol(.binary, "−"))
      } else if index > 0 {
        result.append(.symbol(.binary, "+"))
      }
      // What reaches as far to the right as it can stands last, or in parentheses.
      let isOpenEnded = reachesRight(tree) && index < terms.count - 1
      let least: Strength = isOpenEnded ? .atom : isNegative ? .product : .sum
      if reachesRight(tree), !isOpenEnded {
        result += atoms(tree)
      } else {
        result += atoms(tree, atLeast: least)
      }
    }
    return result
  }

  /// Moves the minus sign of a term into the sum.
  private func signed(_ term: FormulaTree.Term) -> (FormulaTree, isNegative: Bool) {
    switch term.tree {
    case .negate(let inner): (inner, !term.isNegative)
    case .number(let text) where text.hasPrefix("-"):
      (.number(String(text.dropFirst())), !term.isNegative)
    default: (term.tree, term.isNegative)
    }
  }

  private func reachesRight(_ tree: FormulaTree) -> Bool {
    switch tree {
    case .bigOperator, .limit: true
    default: false
    }
  }

  mutating func product(_ factors: [FormulaTree]) -> [MathAtom] {
    // A minus sign of the first factor belongs to the product.
    if case .negate(let inner)? = factors.first {
      return [.symbol(.binary, "−")] + product([inner] + factors.dropFirst())
    }
    if case .number(let text)? = factors.first, text.hasPrefix("-"), factors.count > 1 {
      let rest = factors.dropFirst()
      if text == "-1" || text == "-1.0" { return [.symbol(.binary, "−")] + product(Array(rest)) }
      return [.symbol(.binary, "−")] + product([.number(String(text.dropFirst()))] + rest)
    }
    var result: [MathAtom] = []
    for (index, factor) in factors.enumerated() {
      let isLast = index == factors.count - 1
      if index > 0, needsDot(between: factors[index - 1], and: factor) {
        result.append(.symbol(.binary, "⋅"))
      }
      let isOpenEnded =
        reachesRight(factor) && isLast
        || isBareFunction(factor) && (isLast || isBareFunction(factors[index + 1]))
      result += isOpenEnded ? atoms(factor) : atoms(factor, atLeast: .prefix)
    }
    return result
  }

  /// Whether two factors side by side would be misread: digits that join, words that run together.
  private func needsDot(between a: FormulaTree, and b: FormulaTree) -> Bool {
    if startsWithDigit(b) { return true }
    if case .quotient = a, case .quotient = b { return true }
    return isWord(a) || isWord(b)
  }

  private func startsWithDigit(_ tree: FormulaTree) -> Bool {
    switch tree {
    case .number: true
    case .product(let factors): factors.first.map(startsWithDigit) ?? false
    case .power(let base, _): startsWithDigit(base)
    case .quotient(let a, _): style == .script && startsWithDigit(a)
    default: false
    }
  }

  private func isWord(_ tree: FormulaTree) -> Bool {
    switch tree {
    case .variable(let name): !notation[name].isOneLetter
    case .power(let base, _), .indexed(let base, _): isWord(base)
    case .text, .code: true
    default: false
    }
  }

  mutating func quotient(_ a: FormulaTree, _ b: FormulaTree) -> [MathAtom] {
    // A sign before the bar is easier to see than one above it.
    if case .negate(let inner) = a {
      return [.symbol(.binary, "−")] + quotient(inner, b)
    }
    if style == .script, isFlat(a), isFlat(b) {
      let slash = MathAtom.symbol(.ordinary, "/", ["lspace": "0", "rspace": "0"])
      return atoms(a, atLeast: .product) + [slash] + atoms(b, atLeast: .power)
    }
    return fraction(a, b)
  }

  mutating func fraction(_ a: FormulaTree, _ b: FormulaTree) -> [MathAtom] {
    let parts = style.inFraction
    return [MathAtom(MathML.fraction(element(a, in: parts), element(b, in: parts)))]
  }

  mutating func root(_ x: FormulaTree, _ degree: FormulaTree?) -> [MathAtom] {
    let degree = degree.map { element($0, in: .script) }
    return [MathAtom(MathML.root(elements(x), degree: degree))]
  }

  /// Low enough for a slash between.
  private func isFlat(_ tree: FormulaTree) -> Bool {
    switch tree {
    case .number, .variable, .symbol: true
    case .product(let factors): factors.allSatisfy(isFlat)
    case .power(let base, let exponent): isFlat(base) && isFlat(exponent)
    case .negate(let x): isFlat(x)
    default: false
    }
  }

  mutating func power(_ base: FormulaTree, _ exponent: FormulaTree) -> [MathAtom] {
    let raised = element(exponent, in: .script)
    switch base {
    // sin² x, but only for whole powers: sin⁻¹ is the inverse.
    case .elementary(let function, let x) where isWholePower(exponent):
      if let name = FormulaWriter.raisedName(function) {
        return named(MathML.scripts(MathML.upright(name), sub: nil, sup: raised), x)
      }
    case .variable(let name):
      return [MathAtom(notation[name].element(power: raised))]
    default: break
    }
    var parts = atoms(base, atLeast: .atom)
    if parts.count == 1, parts[0].sup == nil {
      parts[0].sup = raised
      return parts
    }
    let row = MathML.row(MathRow(atoms: parts, style: style).elements())
    return [MathAtom(MathML.scripts(row, sub: nil, sup: raised))]
  }

  private func isWholePower(_ exponent: FormulaTree) -> Bool {
    guard case .number(let text) = exponent else { return false }
    return text.allSatisfy { $0.isASCII && $0.isNumber }
  }
}
