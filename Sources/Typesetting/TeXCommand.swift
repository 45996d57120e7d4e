import Markup

/// What a command does; the table of all of them is `TeXCommand.all`.
enum TeXCommand: Hashable, Sendable {
  case symbol(MathAtom.Kind, String)
  /// An upright letter.
  case upright(String)
  case sign(String)
  case dots(String)
  case large(String, hasLimits: Bool)
  case function(String, hasLimits: Bool)
  case accent(String, isWide: Bool)
  /// A line drawn by the style sheet, which reaches over the whole argument.
  case ruled(String)
  case brace(String, isOver: Bool)
  case alphabet(MathAlphabet)
  case space(String)
  /// Space that MathML cannot say by an attribute: a class.
  case negativeSpace(String)
  case fraction(FractionStyle)
  case infixFraction(FractionStyle)
  case style(MathStyle, scriptLevel: Int)
  case mathClass(MathAtom.Kind)
  case sizedDelimiter(MathAtom.Kind, size: String)
  case text(TextStyle)
  case phantom(horizontal: Bool, vertical: Bool)
  case smash
  case stacked(Stack)
  case extensibleArrow(String)
  case ignored
  case special(Special)

  enum TextStyle: String, Hashable, Sendable {
    case plain, bold, italic, monospace
    case sansSerif = "sans-serif"
  }
  enum Stack: Hashable, Sendable { case over, under, relation }

  struct FractionStyle: Hashable, Sendable {
    var style: MathStyle?
    var hasLine = true
    var left: String?
    var right: String?
  }

  /// Commands with a grammar of their own.
  enum Special: String, Hashable, Sendable, CaseIterable {
    case sqrt, left, right, middle, begin, end, limits, nolimits, operatorname, not, cancel, boxed,
      textcolor, color, substack, tag, label, bmod, pmod, pod, hspace, hline, cr
  }
}

extension TeXCommand {
  /// Every command by its name without the backslash.
  static let all: [String: TeXCommand] = {
    var table: [String: TeXCommand] = [:]
    func add(_ lines: String, _ command: (String) -> TeXCommand) {
      for line in lines.split(separator: "\n") {
        let words = line.split(separator: " ").map(String.init)
        for name in words.dropFirst() { table[name] = command(words[0]) }
      }
    }
    add(TeXSymbols.ordinary) { .symbol(.ordinary, $0) }
    add(TeXSymbols.upright) { .upright($0) }
    add(TeXSymbols.signs) { .sign($0) }
    add(TeXSymbols.binary) { .symbol(.binary, $0) }
    add(TeXSymbols.relations) { .symbol(.relation, $0) }
    add(TeXSymbols.arrows) { .symbol(.relation, $0) }
    add(TeXSymbols.open) { .symbol(.open, $0) }
    add(TeXSymbols.close) { .symbol(.close, $0) }
    add(TeXSymbols.punctuation) { .symbol(.punctuation, $0) }
    add(TeXSymbols.inner) { .dots($0) }
    add(TeXSymbols.large) { .large($0, hasLimits: true) }
    add(TeXSymbols.integrals) { .large($0, hasLimits: false) }
    for name in TeXSymbols.functions.split(whereSeparator: \.isWhitespace) {
      table[String(name)] = .function(String(name), hasLimits: false)
    }
    for name in TeXSymbols.functionsWithLimits.split(separator: " ") {
      table[String(name)] = .function(spelled(String(name)), hasLimits: true)
    }
    // Characters that the lexer hands over as themselves are no commands.
    for name in ["+", "-", "=", "<", "(", ")", "[", "]", "?"] { table[name] = nil }
    table["!"] = nil
    table[","] = nil
    table[":"] = nil
    table[">"] = nil
    table.merge(structures) { _, new in new }
    for special in Special.allCases {
      table[special.rawValue] = .special(special)
    }
    table["\\"] = .special(.cr)
    table["newline"] = .special(.cr)
    table["brace"] = .infixFraction(FractionStyle(hasLine: false, left: "{", right: "}"))
    return table
  }()

  private static func spelled(_ name: String) -> String {
    switch name {
    case "argmax": "arg\u{2009}max"
    case "argmin": "arg\u{2009}min"
    case "limsup": "lim\u{2009}sup"
    case "liminf": "lim\u{2009}inf"
    default: name
    }
  }

  /// The class and text of a character that is written as itself: `≤`, `+`, `×`.
  static let characters: [Character: TeXCommand] = {
    var table: [Character: TeXCommand] = [:]
    for (name, command) in all.sorted(by: { $0.key < $1.key }) where name != "colon" {
      switch command {
      case .symbol(_, let text), .sign(let text), .dots(let text), .large(let text, _),
        .upright(let text):
        if text.count == 1, let character = text.first, table[character] == nil {
          table[character] = command
        }
      default: break
      }
    }
    table.merge(asciiCharacters) { _, new in new }
    return table
  }()

  private static let asciiCharacters: [Character: TeXCommand] = [
    "+": .symbol(.binary, "+"), "-": .symbol(.binary, "−"), "−": .symbol(.binary, "−"),
    "*": .symbol(.binary, "∗"), "=": .symbol(.relation, "="), "<": .symbol(.relation, "<"),
    ">": .symbol(.relation, ">"), ":": .symbol(.relation, ":"), ",": .symbol(.punctuation, ","),
    ";": .symbol(.punctuation, ";"), "(": .symbol(.open, "("), "[": .symbol(.open, "["),
    ")": .symbol(.close, ")"), "]": .symbol(.close, "]"), "!": .symbol(.close, "!"),
    "?": .symbol(.close, "?"), "|": .sign("|"), "/": .sign("/"), "‖": .sign("‖"),
    "·": .symbol(.binary, "⋅"), "⋅": .symbol(.binary, "⋅"), "∣": .symbol(.relation, "∣"),
    "⊥": .symbol(.relation, "⊥"), "†": .symbol(.binary, "†"), "‡": .symbol(.binary, "‡"),
    ".": .symbol(.ordinary, "."), "Σ": .upright("Σ"), "Π": .upright("Π"), "%": .sign("%"),
    "′": .sign("′"), "°": .symbol(.ordinary, "°"), "µ": .symbol(.ordinary, "μ"),
  ]
}
