import Diagnostics
import Markup

/// Reads TeX tokens and builds the atoms of a formula.
///
/// An error is reported at its place and the rest is read on. Nesting is capped; past the cap
/// reading stops as if the formula ended there.
struct TeXParser {
  let excerpt: Excerpt
  let typesetter: Typesetter
  private(set) var diagnostics: [Diagnostic] = []
  var tag: String?
  /// The tag of the row of an environment that is being read.
  var rowTag: String?

  var style: MathStyle
  var alphabet: MathAlphabet?
  /// What is open, innermost last, and how often each kind is open.
  private(set) var contexts: [Context] = []
  private var openCounts: [Context: Int] = [:]
  private let pending: PendingTokens
  private var expansions = 0
  private var written = 0
  private var depth = 0
  /// Reading was given up: everything ends here and no more is reported.
  private(set) var isAborted = false

  /// What a row of atoms ends with.
  enum Context: Hashable, Sendable { case group, fence, cell, optional, dollar }

  init(_ excerpt: Excerpt, typesetter: Typesetter, style: MathStyle) {
    self.excerpt = excerpt
    self.typesetter = typesetter
    self.style = style
    pending = PendingTokens(TeXLexer.tokens(of: excerpt.text))
  }

  mutating func formula() -> [Element] {
    MathRow(atoms: row(), style: style, before: nil, isWhole: true).elements()
  }

  func elements(of atoms: [MathAtom], after before: MathAtom.Kind? = nil) -> [Element] {
    MathRow(atoms: atoms, style: style, before: before).elements()
  }

  func element(of atoms: [MathAtom]) -> Element { MathML.row(elements(of: atoms)) }
}

/// What is still to be read, in reverse.
///
/// A class, because a parser that is copied while it reads (as the receiver of a call whose argument
/// reads on) would otherwise copy all tokens with every one that it takes.
private final class PendingTokens {
  var tokens: [TeXToken]

  init(_ tokens: [TeXToken]) { self.tokens = tokens.reversed() }
}

// MARK: - Tokens

extension TeXParser {
  /// The next token after expansion of macros, left where it is.
  mutating func peek() -> TeXToken? {
    while let token = pending.tokens.last {
      guard case .command(let name) = token.kind, let macro = typesetter.macros[name] else {
        return token
      }
      expand(name, macro)
    }
    return nil
  }

  mutating func next() -> TeXToken? {
    guard let token = peek() else { return nil }
    pending.tokens.removeLast()
    return token
  }

  mutating func peekAfterSpaces() -> TeXToken? {
    while let token = peek() {
      guard token.kind == .space else { return token }
      pending.tokens.removeLast()
    }
    return nil
  }

  /// The next character, if it is this one.
  mutating func skip(_ character: Character) -> Bool {
    guard peekAfterSpaces()?.kind == .character(character) else { return false }
    _ = next()
    return true
  }

  private mutating func expand(_ name: String, _ macro: TeXMacro) {
    guard let call = pending.tokens.popLast() else { return }
    expansions += 1
    guard expansions <= Self.mostExpansions, written <= Self.mostWritten else {
      report(
        .texMacroLoop(name), at: call.span,
        help: [
          "at most \(Self.mostExpansions) macros are expanded: does one use itself, or another twice?"
        ])
      return abort()
    }
    var arguments: [[TeXToken]] = []
    for _ in 0..<macro.parameterCount {
      guard let argument = rawArgument() else {
        report(
          .missingTexArgument("\\" + name), at: call.span,
          label: "takes \(macro.parameterCount)")
        arguments.append([])
        continue
      }
      arguments.append(argument)
    }
    for token in macro.tokens.reversed() {
      if case .parameter(let number) = token.kind, arguments.indices.contains(number - 1) {
        pending.tokens += arguments[number - 1].reversed()
        written += arguments[number - 1].count
      } else {
        pending.tokens.append(TeXToken(kind: token.kind, span: call.span))
      }
    }
    written += macro.tokens.count
  }

  /// A macro's argument as tokens: a group without its braces, or one token.
  private mutating func rawArgument() -> [TeXToken]? {
    while pending.tokens.last?.kind == .space { pending.tokens.removeLast() }
    guard let first = pending.tokens.popLast() else { return nil }
    switch first.kind {
    case .open:
      var level = 1
      var tokens: [TeXToken] = []
      while let token = pending.tokens.popLast() {
        if token.kind == .open { level += 1 }
        if token.kind == .close { level -= 1 }
        if level == 0 { return tokens }
        tokens.append(token)
      }
      report(.unclosedTexGroup, at: first.span, label: "never closed")
      return tokens
    case .close, .alignment:
      pending.tokens.append(first)
      return nil
    default: return [first]
    }
  }

  private static let mostExpansions = 1_000
  private static let mostWritten = 50_000
}

// MARK: - Nesting and errors

extension TeXParser {
  /// Runs `read` a level deeper; past the deepest level nothing is read any more.
  mutating func nested<Result>(
    _ context: Context?, at span: Span, _ read: (inout TeXParser) -> Result
  ) -> Result? {
    guard depth < Self.deepest else {
      report(
        .texTooDeep(levels: Self.deepest), at: span,
        help: ["split the formula: groups nest at most \(Self.deepest) deep"])
      abort()
      return nil
    }
    depth += 1
    if let context {
      contexts.append(context)
      openCounts[context, default: 0] += 1
    }
    let outer = (style, alphabet)
    let result = read(&self)
    (style, alphabet) = outer
    if let context {
      contexts.removeLast()
      openCounts[context, default: 1] -= 1
    }
    depth -= 1
    return result
  }

  /// Whether a token that closes this kind of thing has something to close, here or further out.
  func isOpen(_ context: Context) -> Bool { openCounts[context, default: 0] > 0 }

  mutating func report(
    _ message: Diagnostic.Message, at span: Span, label: String? = nil, help: [String] = [],
    severity: Diagnostic.Severity = .error
  ) {
    guard canReport else { return }
    diagnostics.append(
      Diagnostic(severity, message, in: excerpt, at: span, label: label, help: help))
  }

  var canReport: Bool { !isAborted && diagnostics.count < Self.mostDiagnostics }

  mutating func abort() {
    isAborted = true
    pending.tokens = []
  }

  /// The source of what could not be typeset, marked as an error.
  func mark(_ text: String) -> MathAtom {
    MathAtom(MathML.text(text).with("class", "lemma-tex-error"))
  }

  /// Deep enough for any formula that a person writes, shallow enough for a small stack.
  static let deepest = 64
  private static let mostDiagnostics = 20
}

extension Diagnostic.Message {
  static var unclosedTexGroup: Self {
    Self(id: "unclosed-tex-group", text: "`{` has no `}`")
  }
  static func texTooDeep(levels: Int) -> Self {
    Self(id: "tex-too-deep", text: "the formula nests more than \(levels) levels deep")
  }
  static func texMacroLoop(_ name: String) -> Self {
    Self(id: "tex-macro-loop", text: "the macro `\\\(name)` expands to too much")
  }
  static func missingTexArgument(_ command: String) -> Self {
    Self(id: "missing-tex-argument", text: "`\(command)` has no argument here")
  }
}
