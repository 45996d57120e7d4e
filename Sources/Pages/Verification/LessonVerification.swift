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

  /// A numeral of the prose that nothing computes.
  public struct Numeral: Sendable, Hashable {
    public var place: Place
    public var text: String
    /// The words around it.
    public var context: String
  }

  public private(set) var claims: [Claim] = []
  public private(set) var tables: [Table] = []
  public private(set) var numbers: [Number] = []
  /// What `lit:` links mark as deliberately not computed.
  public private(set) var literals: [Numeral] = []
  /// Numerals that are typed, and neither computed nor marked.
  public private(set) var unchecked: [Numeral] = []
  /// How many numerals of the prose are computed.
  public private(set) var checkedNumerals = 0

  init(_ lesson: Lesson, _ results: LessonResults) {
    let collector = VerificationCollector(lesson, results)
    (claims, tables) = collector.displays()
    (numbers, literals) = collector.inlineValues()
    unchecked = collector.uncheckedNumerals()
    checkedNumerals = numbers.count { number in
      number.text.unicodeScalars.contains(where: \.isNumeralStart)
    }
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

  /// All numerals of the prose that count.
  public var numeralCount: Int { checkedNumerals + literals.count + unchecked.count }
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
