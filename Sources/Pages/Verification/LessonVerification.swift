public import Cells
import Diagnostics
import LessonSyntax
public import MathCore

/// What of a lesson is verified and how far, and what is not: all that the verification page,
/// `verification.json`, `Claims` and the report show of it.
public struct LessonVerification: Sendable, Hashable {
  /// Where something stands, in the author's text and on the site.
  public struct Place: Sendable, Hashable {
    /// As a diagnostic names it: `02-its-slope.md:12:1`.
    public var text: String
    /// Its label, else that of the section that it stands in; nil at the top of a page.
    public var anchor: String?
  }

  public struct Claim: Sendable, Hashable {
    /// 3 of "Check 3".
    public var number: Int
    public var label: String?
    public var place: Place
    public var check: CheckOutput
  }

  public struct Table: Sendable, Hashable {
    /// 2 of "Table 2".
    public var number: Int
    public var label: String?
    public var place: Place
    public var caption: String
    /// The columns that hold numbers.
    public var columns: [Column]
  }

  public struct Column: Sendable, Hashable {
    public var header: String
    public var basis: BasisCount
  }

  /// An inline value that Lemma computed.
  public struct Number: Sendable, Hashable {
    public var place: Place
    public var text: String
    public var expression: String
    public var basis: NumberBasis?
  }

  /// A numeral of the prose that no inline value computes.
  public struct Numeral: Sendable, Hashable {
    public var place: Place
    public var text: String
    /// The words around it.
    public var context: String
    public internal(set) var standing: Standing
  }

  /// What is known of a numeral.
  public enum Standing: Sendable, Hashable {
    /// It is typed, and nothing checks it.
    case unchecked
    /// It is among the numbers of a display.
    case founded(Display)
    /// A `lit:` link marks it as not computed; the reason is the link's title.
    case deliberate(reason: String?)
    /// It is in a link, and what that leads to is not looked up yet: see `NumeralLinks`.
    case linked(NumeralLink)
  }

  /// A check, table or figure that a numeral is founded on.
  public struct Display: Sendable, Hashable {
    public var kind: NumberedKind
    public var number: String
    /// The lesson that it is in; nil for the numeral's own.
    public var lesson: String?
    /// On the site: `slope.html#bounds`, or `#bounds` in the numeral's own lesson; nil without a label.
    public var destination: String?
  }

  public private(set) var claims: [Claim] = []
  public private(set) var tables: [Table] = []
  public private(set) var numbers: [Number] = []
  /// Typed numerals, in the order of the lesson; those that `lit:` marks come last.
  public internal(set) var numerals: [Numeral] = []

  init(
    _ lesson: Lesson, _ results: LessonResults, typography: NumberTypography = .english
  ) {
    let collector = VerificationCollector(lesson, results, typography: typography)
    (claims, tables) = collector.displays()
    numbers = collector.numbers()
    numerals = collector.typedNumerals() + collector.literals()
  }
}

extension LessonVerification {
  /// Published numbers: inline values, and the cells of tables.
  public var numberCount: Int {
    numbers.count + tables.reduce(0) { $0 + $1.columns.reduce(0) { $0 + $1.basis.count } }
  }

  public func count(_ strength: Verdict.Strength) -> Int {
    claims.count { $0.check.verdict.strength == strength }
  }

  /// Nothing is claimed, and there is no number.
  public var isEmpty: Bool {
    claims.isEmpty && tables.isEmpty && numeralCount == 0 && numbers.isEmpty
  }

  /// How many numerals of the prose are computed, or founded on a display.
  public var checkedNumerals: Int {
    numbers.count { $0.text.unicodeScalars.contains(where: \.isNumeralStart) }
      + numerals.count { $0.display != nil }
  }

  /// All numerals of the prose that count.
  public var numeralCount: Int {
    checkedNumerals + numerals.count { $0.isDeliberate || $0.standing == .unchecked }
  }
}

extension LessonVerification.Numeral {
  /// The display that it is founded on.
  public var display: LessonVerification.Display? {
    if case .founded(let display) = standing { display } else { nil }
  }

  public var isDeliberate: Bool {
    if case .deliberate = standing { true } else { false }
  }
}

/// How the digits of several numbers were decided.
public struct BasisCount: Sendable, Hashable {
  /// All of the numbers; those whose basis is not known are in no other count.
  public private(set) var count = 0
  public private(set) var exact = 0
  public private(set) var enclosed = 0
  /// The widest precision of the enclosures.
  public private(set) var bits = 0
  public private(set) var asComputed = 0
  /// Printed by run cells.
  public private(set) var recorded = 0
  /// Of the certified values among them, each once.
  public private(set) var certificates: [Certificate] = []

  mutating func add(_ basis: NumberBasis?) {
    count += 1
    switch basis?.decision {
    case .exact: exact += 1
    case .enclosure(let precision):
      enclosed += 1
      bits = max(bits, precision)
    case .asComputed: asComputed += 1
    case .recorded: recorded += 1
    case nil: break
    }
    certificates += (basis?.certificates ?? []).filter { !certificates.contains($0) }
  }
}
