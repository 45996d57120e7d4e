public import Diagnostics
public import Markup

/// A formula as MathML, and what is wrong with its source.
public struct Typeset: Sendable, Hashable {
  /// The `<math>` element; where something is wrong, the source of that part stands in it.
  public var element: Element
  public var diagnostics: [Diagnostic]
  /// The text of `\tag{…}` outside of rows: the equation's number instead of a counted one.
  public var tag: String?

  public init(element: Element, diagnostics: [Diagnostic] = [], tag: String? = nil) {
    self.element = element
    self.diagnostics = diagnostics
    self.tag = tag
  }
}

/// Turns TeX into MathML Core, with the macros and colour names of a site.
///
/// The time is linear in the length of the source and of what its macros write, both of which are
/// bounded; so are nesting and the number of diagnostics.
public struct Typesetter: Sendable {
  let macros: [String: TeXMacro]
  let colours: Set<String>

  /// - Parameters:
  ///   - macros: names (with or without the backslash) and what they stand for, `#1` to `#9` being
  ///     arguments; a macro hides the command of its name.
  ///   - colours: what `\textcolor` and `\color` accept; a name becomes the class
  ///     `lemma-colour-NAME`.
  public init(macros: [String: String] = [:], colours: Set<String> = []) {
    var table: [String: TeXMacro] = [:]
    for (name, replacement) in macros {
      table[name.hasPrefix("\\") ? String(name.dropFirst()) : name] = TeXMacro(replacement)
    }
    self.macros = table
    self.colours = colours
  }

  public func typeset(_ tex: Excerpt, display: Bool) -> Typeset {
    let length = tex.text.utf8.count
    guard length <= Self.longestSource else {
      let tooLong = Diagnostic(
        .error, .texTooLong(bytes: length), in: tex.file, at: tex.span,
        help: ["split the formula: at most \(Self.longestSource) bytes are typeset"])
      let shown = MathML.text(String(tex.text.prefix(80)) + "…").with("class", "lemma-tex-error")
      return Typeset(
        element: MathML.math([shown], display: display), diagnostics: [tooLong])
    }
    var parser = TeXParser(tex, typesetter: self, style: display ? .display : .text)
    let children = parser.formula()
    return Typeset(
      element: MathML.math(children, display: display, source: tex.text.trimmed),
      diagnostics: parser.diagnostics.sortedByPlace(), tag: parser.tag)
  }

  private static let longestSource = 32_768
}

/// A macro of the site: its replacement, cut into tokens once.
struct TeXMacro: Sendable {
  let tokens: [TeXToken]
  let parameterCount: Int

  init(_ replacement: String) {
    tokens = TeXLexer.tokens(of: replacement)
    parameterCount =
      tokens.map { token in
        if case .parameter(let number) = token.kind { number } else { 0 }
      }.max() ?? 0
  }
}

extension Diagnostic.Message {
  static func texTooLong(bytes: Int) -> Self {
    Self(id: "tex-too-long", text: "the formula is \(bytes) bytes long")
  }
}
