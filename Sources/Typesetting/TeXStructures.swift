extension TeXCommand {
  /// The commands that take arguments or change what follows, by name.
  static let structures: [String: TeXCommand] = {
    var table = fractions
    for part in [accents, alphabets, spaces, styles, delimiterSizes, texts, others] {
      table.merge(part) { _, new in new }
    }
    return table
  }()

  private static let fractions: [String: TeXCommand] = {
    let binomial = FractionStyle(hasLine: false, left: "(", right: ")")
    var display = binomial
    display.style = .display
    var small = binomial
    small.style = .text
    return [
      "frac": .fraction(FractionStyle()), "dfrac": .fraction(FractionStyle(style: .display)),
      "tfrac": .fraction(FractionStyle(style: .text)),
      "cfrac": .fraction(FractionStyle(style: .display)),
      "binom": .fraction(binomial), "dbinom": .fraction(display), "tbinom": .fraction(small),
      "over": .infixFraction(FractionStyle()), "choose": .infixFraction(binomial),
      "atop": .infixFraction(FractionStyle(hasLine: false)),
      "brack": .infixFraction(FractionStyle(hasLine: false, left: "[", right: "]")),
    ]
  }()

  private static let accents: [String: TeXCommand] = [
    "hat": .accent("ˆ", isWide: false), "widehat": .accent("\u{302}", isWide: true),
    "tilde": .accent("˜", isWide: false), "widetilde": .accent("~", isWide: true),
    "bar": .accent("¯", isWide: false), "vec": .accent("→", isWide: false),
    "dot": .accent("˙", isWide: false), "ddot": .accent("¨", isWide: false),
    "dddot": .accent("\u{20DB}", isWide: false), "acute": .accent("´", isWide: false),
    "grave": .accent("`", isWide: false), "breve": .accent("˘", isWide: false),
    "check": .accent("ˇ", isWide: false), "widecheck": .accent("ˇ", isWide: true),
    "mathring": .accent("˚", isWide: false),
    "overrightarrow": .accent("→", isWide: true), "overleftarrow": .accent("←", isWide: true),
    "overleftrightarrow": .accent("↔", isWide: true),
    "overline": .ruled("lemma-overline"), "underline": .ruled("lemma-underline"),
    "overbrace": .brace("⏞", isOver: true), "underbrace": .brace("⏟", isOver: false),
    "overparen": .brace("⏜", isOver: true), "underparen": .brace("⏝", isOver: false),
    "overbracket": .brace("⎴", isOver: true), "underbracket": .brace("⎵", isOver: false),
  ]

  private static let alphabets: [String: TeXCommand] = [
    "mathrm": .alphabet(.roman), "mathup": .alphabet(.roman), "mathit": .alphabet(.italic),
    "mathbf": .alphabet(.bold), "mathbb": .alphabet(.doubleStruck), "Bbb": .alphabet(.doubleStruck),
    "mathcal": .alphabet(.script), "mathscr": .alphabet(.script), "mathfrak": .alphabet(.fraktur),
    "mathsf": .alphabet(.sansSerif), "mathtt": .alphabet(.monospace),
    "boldsymbol": .alphabet(.boldItalic), "bm": .alphabet(.boldItalic),
    "pmb": .alphabet(.boldItalic), "mathnormal": .alphabet(.italic), "rm": .alphabet(.roman),
  ]

  private static let spaces: [String: TeXCommand] = [
    ",": .space("0.1667em"), "thinspace": .space("0.1667em"), ":": .space("0.2222em"),
    ">": .space("0.2222em"), "medspace": .space("0.2222em"), ";": .space("0.2778em"),
    "thickspace": .space("0.2778em"), " ": .space("0.2778em"), "~": .space("0.2778em"),
    "enspace": .space("0.5em"), "enskip": .space("0.5em"), "quad": .space("1em"),
    "qquad": .space("2em"), "nobreakspace": .space("0.2778em"), "space": .space("0.2778em"),
    "!": .negativeSpace("lemma-negative-thin"),
    "negthinspace": .negativeSpace("lemma-negative-thin"),
    "negmedspace": .negativeSpace("lemma-negative-medium"),
    "negthickspace": .negativeSpace("lemma-negative-thick"),
  ]

  private static let styles: [String: TeXCommand] = [
    "displaystyle": .style(.display, scriptLevel: 0), "textstyle": .style(.text, scriptLevel: 0),
    "scriptstyle": .style(.script, scriptLevel: 1),
    "scriptscriptstyle": .style(.script, scriptLevel: 2),
    "mathord": .mathClass(.ordinary), "mathop": .mathClass(.operator),
    "mathbin": .mathClass(.binary), "mathrel": .mathClass(.relation),
    "mathopen": .mathClass(.open), "mathclose": .mathClass(.close),
    "mathpunct": .mathClass(.punctuation), "mathinner": .mathClass(.inner),
  ]

  private static let delimiterSizes: [String: TeXCommand] = {
    var table: [String: TeXCommand] = [:]
    for (name, size) in [("big", "1.2em"), ("Big", "1.8em"), ("bigg", "2.4em"), ("Bigg", "3em")] {
      table[name] = .sizedDelimiter(.ordinary, size: size)
      table[name + "l"] = .sizedDelimiter(.open, size: size)
      table[name + "r"] = .sizedDelimiter(.close, size: size)
      table[name + "m"] = .sizedDelimiter(.relation, size: size)
    }
    return table
  }()

  private static let texts: [String: TeXCommand] = [
    "text": .text(.plain), "textrm": .text(.plain), "textnormal": .text(.plain),
    "textup": .text(.plain), "mbox": .text(.plain), "hbox": .text(.plain),
    "textbf": .text(.bold), "textit": .text(.italic), "emph": .text(.italic),
    "texttt": .text(.monospace), "textsf": .text(.sansSerif),
  ]

  private static let others: [String: TeXCommand] = [
    "phantom": .phantom(horizontal: true, vertical: true),
    "hphantom": .phantom(horizontal: true, vertical: false),
    "vphantom": .phantom(horizontal: false, vertical: true), "smash": .smash,
    "overset": .stacked(.over), "underset": .stacked(.under), "stackrel": .stacked(.relation),
    "xrightarrow": .extensibleArrow("→"), "xleftarrow": .extensibleArrow("←"),
    "xleftrightarrow": .extensibleArrow("↔"), "xRightarrow": .extensibleArrow("⇒"),
    "xmapsto": .extensibleArrow("↦"),
    "nonumber": .ignored, "notag": .ignored, "relax": .ignored, "strut": .ignored,
    "mathstrut": .ignored, "allowbreak": .ignored, "nobreak": .ignored,
    "vdots": .symbol(.ordinary, "⋮"), "mod": .special(.pod),
    "fbox": .special(.boxed), "bcancel": .special(.cancel), "xcancel": .special(.cancel),
    "colour": .special(.color), "textcolour": .special(.textcolor), "mskip": .special(.hspace),
    "mkern": .special(.hspace), "kern": .special(.hspace),
  ]
}
