import Markup

/// A Swift name as mathematics writes it: letter, subscript, primes.
struct FormulaName: Hashable, Sendable {
  var base: String
  var subscripts: [String] = []
  var primes = 0

  init(_ name: String) {
    var rest = Substring(name)
    while let last = rest.last, last == "′" || last == "'" || last == "ʹ", rest.count > 1 {
      primes += 1
      rest.removeLast()
    }
    let parts = rest.split(separator: "_", omittingEmptySubsequences: true).map(String.init)
    guard let first = parts.first else {
      base = name
      return
    }
    base = Self.greek(first)
    subscripts = parts.dropFirst().map(Self.greek)
    // x1, theta0: digits at the end of a letter are its index; `log2`-like words keep theirs.
    let digits = first.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let letter = Self.greek(String(first.dropLast(digits)))
    if digits > 0, letter.count == 1 {
      base = letter
      subscripts.insert(String(first.suffix(digits)), at: 0)
    }
  }

  func element(primes more: Int = 0, power: Element? = nil) -> Element {
    var atom = MathAtom(MathML.identifier(base))
    atom.primes = primes + more
    atom.sup = power
    if !subscripts.isEmpty {
      var parts: [Element] = []
      for (index, part) in subscripts.enumerated() {
        if index > 0 { parts.append(MathML.operator(",", ["lspace": "0", "rspace": "0"])) }
        parts.append(
          part.allSatisfy(\.isNumber) ? MathML.number(part) : MathML.identifier(part))
      }
      atom.sub = MathML.row(parts)
    }
    return atom.scripted(MathML.identifier(base), style: .text)
  }

  var isOneLetter: Bool { base.count == 1 }

  /// `sigma` is σ; what is no Greek name stays.
  private static func greek(_ name: String) -> String {
    switch TeXCommand.all[name] {
    case .symbol(.ordinary, let letter) where isGreek(letter): letter
    case .upright(let letter) where isGreek(letter): letter
    default: name
    }
  }

  private static func isGreek(_ letter: String) -> Bool {
    letter.unicodeScalars.allSatisfy { (0x370...0x3FF).contains($0.value) }
  }
}
