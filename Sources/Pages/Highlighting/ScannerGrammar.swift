/// What the scanner needs to know of a language.
struct ScannerGrammar: Sendable {
  /// Text between two marks.
  struct Quote: Sendable {
    var open: [UInt8]
    var close: [UInt8]
    var kind: TokenKind
    /// A backslash takes the meaning from the next character.
    var hasEscapes = true
    /// Ends at the end of the line at the latest.
    var isOneLine = true

    init(
      _ open: String, _ close: String, _ kind: TokenKind = .string, hasEscapes: Bool = true,
      isOneLine: Bool = true
    ) {
      self.open = Array(open.utf8)
      self.close = Array(close.utf8)
      self.kind = kind
      self.hasEscapes = hasEscapes
      self.isOneLine = isOneLine
    }
  }

  /// Where a name is a key.
  enum Keys: Sendable { case none, quotedBeforeColon, atLineStartBeforeColon }

  var keywords: Set<String> = []
  var literals: Set<String> = []
  var types: Set<String> = []
  /// Longer marks first.
  var quotes: [Quote] = []
  /// To the end of the line, where the mark begins a word.
  var lineComment: [UInt8] = []
  /// Begins a name that is an attribute: `@` of Python's decorators, `$` of the shell's variables.
  var attributeMark: UInt8?
  var hasNumbers = true
  var keys = Keys.none
  /// What a line that begins with a mark is, as a whole or up to the mark's end.
  var lineRules: [(mark: [UInt8], kind: TokenKind, isWholeLine: Bool)] = []
  /// Lines between two fences are one string: Markdown's code.
  var fences: [[UInt8]] = []
}

extension ScannerGrammar {
  static let python = ScannerGrammar(
    keywords: [
      "and", "as", "assert", "async", "await", "break", "case", "class", "continue", "def", "del",
      "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
      "lambda", "match", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
      "with", "yield",
    ],
    literals: ["True", "False", "None"],
    types: ["bool", "bytes", "complex", "dict", "float", "int", "list", "set", "str", "tuple"],
    quotes: [
      Quote("\"\"\"", "\"\"\"", isOneLine: false), Quote("'''", "'''", isOneLine: false),
      Quote("\"", "\""), Quote("'", "'"),
    ],
    lineComment: Array("#".utf8), attributeMark: 0x40)

  static let shell = ScannerGrammar(
    keywords: [
      "case", "do", "done", "elif", "else", "esac", "export", "fi", "for", "function", "if", "in",
      "local", "return", "set", "then", "until", "while",
    ],
    quotes: [
      Quote("\"", "\"", isOneLine: false), Quote("'", "'", hasEscapes: false, isOneLine: false),
    ],
    lineComment: Array("#".utf8), attributeMark: 0x24, hasNumbers: false)

  static let json = ScannerGrammar(
    literals: ["true", "false", "null"], quotes: [Quote("\"", "\"")], keys: .quotedBeforeColon)

  static let yaml = ScannerGrammar(
    literals: ["true", "false", "null", "yes", "no"],
    quotes: [Quote("\"", "\""), Quote("'", "'", hasEscapes: false)],
    lineComment: Array("#".utf8), attributeMark: 0x26, keys: .atLineStartBeforeColon)

  static let markdown = ScannerGrammar(
    quotes: [Quote("`", "`", hasEscapes: false), Quote("$", "$", .number)], hasNumbers: false,
    lineRules: [
      (Array("#".utf8), .heading, true), (Array("> ".utf8), .comment, false),
      (Array("- ".utf8), .keyword, false), (Array("* ".utf8), .keyword, false),
    ],
    fences: [Array("```".utf8), Array("~~~".utf8)])
}
