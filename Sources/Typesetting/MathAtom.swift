import Markup

/// One thing of a formula with its scripts, and its class, which decides the space around it
/// (Knuth, *The TeXbook*, chapter 18).
struct MathAtom {
  enum Kind: Hashable, Sendable {
    case ordinary, `operator`, binary, relation, open, close, punctuation
    /// Dots and their like, which keep a little away from letters.
    case inner
    /// A row between two fences: from the left it is an opening one, from the right a closing one.
    case fenced
    /// Explicit space: it has no class of its own.
    case space
  }

  enum Nucleus {
    /// An `mo`, whose form and spaces depend on the neighbours.
    case symbol(String, Attributes)
    /// A name such as `sin`, which is applied to what follows.
    case function(Element)
    case element(Element)
  }

  var kind: Kind
  var nucleus: Nucleus
  var sub: Element?
  var sup: Element?
  var primes = 0
  /// Scripts stand below and above. Nil: beside, and `\limits` may not change it.
  var hasLimits: Bool?

  init(_ kind: Kind, _ nucleus: Nucleus, hasLimits: Bool? = nil) {
    self.kind = kind
    self.nucleus = nucleus
    self.hasLimits = hasLimits
  }

  init(_ element: Element) { self.init(.ordinary, .element(element)) }

  static func symbol(_ kind: Kind, _ text: String, _ attributes: Attributes = [:]) -> Self {
    Self(kind, .symbol(text, attributes))
  }

  static func space(_ element: Element) -> Self { Self(.space, .element(element)) }
}

/// How large a formula's parts are set and where limits go.
enum MathStyle: Hashable, Sendable {
  case display, text, script

  /// Of the parts of a fraction.
  var inFraction: Self { self == .display ? .text : .script }
}

/// Atoms side by side: signs told from operations, and the spaces that MathML's operator dictionary
/// would get wrong said explicitly.
struct MathRow {
  var atoms: [MathAtom]
  let style: MathStyle
  /// The class of what stands before the row: an aligned cell goes on with its left neighbour.
  var before: MathAtom.Kind?
  /// The row is a whole formula: text follows its end.
  var isWhole = false

  func elements() -> [Element] {
    let kinds = resolvedKinds()
    var result: [Element] = []
    var previous = before
    // The class that follows each atom, seen from the right, so that the row is read once.
    var following: MathAtom.Kind?
    var nexts = [MathAtom.Kind?](repeating: nil, count: atoms.count)
    for index in atoms.indices.reversed() {
      nexts[index] = following
      if kinds[index] != .space { following = kinds[index] }
    }
    for (index, atom) in atoms.enumerated() {
      let place = Place(
        kind: kinds[index], previous: previous, next: nexts[index],
        isFirst: index == 0, isLast: index == atoms.count - 1)
      append(atom, at: place, to: &result)
      if kinds[index] != .space { previous = kinds[index] }
    }
    return result
  }

  private struct Place {
    let kind: MathAtom.Kind
    let previous: MathAtom.Kind?
    let next: MathAtom.Kind?
    let isFirst: Bool
    let isLast: Bool
  }
}

extension MathRow {
  /// A binary operation that has nothing to its left or right to join is a sign.
  private func resolvedKinds() -> [MathAtom.Kind] {
    var kinds = atoms.map(\.kind)
    var previous = before
    var lastIndex: Int?
    for index in kinds.indices where kinds[index] != .space {
      switch kinds[index] {
      case .binary:
        switch previous {
        case nil, .binary, .operator, .relation, .open, .punctuation: kinds[index] = .ordinary
        case .ordinary, .close, .inner, .fenced, .space: break
        }
      case .relation, .close, .punctuation:
        if let last = lastIndex, kinds[last] == .binary { kinds[last] = .ordinary }
      case .ordinary, .operator, .open, .inner, .fenced, .space: break
      }
      previous = kinds[index]
      lastIndex = index
    }
    if let last = lastIndex, kinds[last] == .binary { kinds[last] = .ordinary }
    return kinds
  }

  private func append(_ atom: MathAtom, at place: Place, to result: inout [Element]) {
    switch atom.nucleus {
    case .symbol(let text, let attributes):
      if place.kind == .inner, spaceBeforeInner(place) {
        result.append(MathML.space(MathML.thinSpace))
      }
      let spaced = spacing(of: text, attributes, atom: atom, at: place)
      result.append(atom.scripted(MathML.operator(text, spaced), style: style))
    case .function(let name):
      if spaceBeforeOperator(place) { result.append(MathML.space(MathML.thinSpace)) }
      result.append(atom.scripted(name, style: style))
      guard let next = place.next else { return }
      result.append(MathML.operator("\u{2061}"))
      if next == .ordinary || next == .operator || next == .inner {
        result.append(MathML.space(MathML.thinSpace))
      }
    case .element(let element):
      if place.kind == .inner, spaceBeforeInner(place) {
        result.append(MathML.space(MathML.thinSpace))
      }
      result.append(atom.scripted(element, style: style))
      if place.kind == .inner, spaceAfterInner(place) {
        result.append(MathML.space(MathML.thinSpace))
      }
    }
  }

  private func spaceBeforeOperator(_ place: Place) -> Bool {
    switch place.previous {
    case .ordinary, .close, .fenced, .inner: true
    // The operator before has set its space already.
    case .operator, .binary, .relation, .open, .punctuation, .space, nil: false
    }
  }

  private func spaceBeforeInner(_ place: Place) -> Bool {
    switch place.previous {
    case .ordinary, .close, .fenced: style != .script
    case .operator, .binary, .relation, .open, .punctuation, .inner, .space, nil: false
    }
  }

  private func spaceAfterInner(_ place: Place) -> Bool {
    switch place.next {
    case .ordinary, .open, .fenced, .punctuation, .inner: style != .script
    case .operator, .binary, .relation, .close, .space, nil: false
    }
  }

  /// The attributes of an `mo`: what the dictionary gives anyway is left out.
  private func spacing(
    of text: String, _ given: Attributes, atom: MathAtom, at place: Place
  ) -> Attributes {
    var attributes = given
    func space(_ before: String, _ after: String) {
      if attributes["lspace"] == nil { attributes["lspace"] = before }
      if attributes["rspace"] == nil { attributes["rspace"] = after }
    }
    switch place.kind {
    case .binary:
      if style == .script {
        space("0", "0")
      } else if "+−±∓".contains(text) {
        if place.isFirst || place.isLast { attributes["form"] = "infix" }
      } else {
        space(MathML.mediumSpace, MathML.mediumSpace)
      }
    case .relation:
      if style == .script {
        space("0", "0")
      } else if !Self.plainRelations.contains(text) {
        // TeX sets nothing between two relations.
        space(
          place.previous == .relation ? "0" : MathML.thickSpace,
          place.next == .relation || (isWhole && place.isLast) ? "0" : MathML.thickSpace)
      } else {
        if place.previous == .relation { attributes["lspace"] = "0" }
        // Nor after one at the end: in `$x =$ 2` the text's own space stands there.
        if place.next == .relation || (isWhole && place.isLast) { attributes["rspace"] = "0" }
      }
    case .punctuation:
      if style == .script {
        space("0", "0")
      } else if place.isLast || text != "," {
        space("0", place.isLast ? "0" : MathML.thinSpace)
      }
    case .operator:
      let before = spaceBeforeOperator(place) ? MathML.thinSpace : "0"
      let after: String =
        switch place.next {
        case .ordinary, .operator, .inner: MathML.thinSpace
        case .binary, .relation, .open, .close, .punctuation, .fenced, .space, nil: "0"
        }
      space(before, after)
      if atom.hasLimits == true, style != .display, atom.sub != nil || atom.sup != nil {
        attributes["movablelimits"] = "false"
      }
    case .ordinary, .inner, .open, .close, .fenced, .space:
      if atom.kind == .binary, "+−±∓".contains(text) {
        attributes["form"] = "prefix"
      } else if attributes["form"] == nil || attributes["stretchy"] == nil {
        space("0", "0")
      }
    }
    return attributes
  }

  /// Relations for which the operator dictionary has the same thick spaces as TeX.
  private static let plainRelations: Set<String> = ["=", "<", ">", "≤", "≥", "≠", "≈", "∈", "≡"]
}

extension MathAtom {
  /// The nucleus with its primes and scripts.
  ///
  /// A prime stands beside its base at full size: math fonts draw U+2032 raised already, and as a
  /// superscript it would be raised twice. Above a big operator it is a limit like any other.
  func scripted(_ base: Element, style: MathStyle) -> Element {
    if hasLimits == true {
      guard sub != nil || sup != nil || primes > 0 else { return base }
      let above = [primeMark, sup].compactMap { $0 }
      return MathML.limits(base, under: sub, over: above.isEmpty ? nil : MathML.row(above))
    }
    guard let mark = primeMark else { return MathML.scripts(base, sub: sub, sup: sup) }
    return MathML.scripts(Element("mrow", [:], [base, mark]), sub: sub, sup: sup)
  }

  private var primeMark: Element? {
    guard primes > 0 else { return nil }
    // Unicode has one character each up to four primes; they look better than four single ones.
    let marks = ["′", "″", "‴", "⁗"]
    let text = primes <= 4 ? marks[primes - 1] : String(repeating: "′", count: primes)
    return MathML.operator(text, ["lspace": "0", "rspace": "0"])
  }
}
