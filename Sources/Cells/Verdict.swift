public import MathCore

/// How far a claim is known to hold: in values, which `VerdictWords` says in a site's language.
///
/// Mathematical text in it, such as "x ≈ 1.97974", has no words, and a decimal point.
public struct Verdict: Sendable, Hashable {
  public enum Strength: String, Sendable, Hashable, CaseIterable {
    case proved, enclosed, sampled, refuted
  }

  public enum Method: Sendable, Hashable {
    /// `within` is the difference that is allowed: "10⁻⁹".
    case proof([Proof.Method], within: String? = nil)
    case exactArithmetic
    /// Of numbers, as narrowly as a comparison takes.
    case enclosure
    /// So many points that were tried.
    case points(Int)
    /// Of all that a run recorded.
    case recordedArguments(Int)
    case counterexample
  }

  /// What was found on the way to a verdict.
  public enum Detail: Sendable, Hashable {
    /// Nil for a value whose digits are not decided.
    case nearestToBound(place: String, value: String?)
    case largestDifference(String, place: String)
    /// None that is larger than this: "10⁻⁷⁵"; nil for none at all.
    case noDifference(beyond: String?)
    case largestError(ulps: String, place: String)
    case simpson(String)
    case lastValue(String)
    /// Why the claim is false, as the diagnostic says it: such a claim is on no published page.
    case fault(String)
  }

  public var strength: Strength
  public var method: Method
  /// Nil where the claim is about numbers alone.
  public var domain: VerdictDomain?
  public var detail: Detail?
  /// The frame of sliders whose verdict it is, "k = 2", where others have a stronger one.
  public var frame: String?
  /// What was proved on the way: some of it, if there was much.
  public var sideConditions: [SideCondition]
  /// What `Tools/verify.py` checks again, for a proof.
  public var certificates: [Certificate]

  public init(
    strength: Strength, method: Method, domain: VerdictDomain? = nil, detail: Detail? = nil,
    sideConditions: [SideCondition] = [], certificates: [Certificate] = []
  ) {
    self.strength = strength
    self.method = method
    self.domain = domain
    self.detail = detail
    self.sideConditions = Self.shown(sideConditions)
    self.certificates = certificates
  }

  private static let mostSideConditions = 3

  /// The first few that say something of a variable, each once.
  private static func shown(_ conditions: [SideCondition]) -> [SideCondition] {
    var shown: [SideCondition] = []
    for condition in conditions.lazy.compactMap(\.essential) where !shown.contains(condition) {
      shown.append(condition)
      if shown.count == mostSideConditions { break }
    }
    return shown
  }
}

extension Verdict {
  static func refuted(
    _ fault: String, by method: Method = .counterexample, domain: VerdictDomain? = nil
  ) -> Verdict {
    Verdict(strength: .refuted, method: method, domain: domain, detail: .fault(fault))
  }

  /// Why the claim is false.
  var fault: String? { if case .fault(let reason)? = detail { reason } else { nil } }
}

/// The points that a verdict is about.
public struct VerdictDomain: Sendable, Hashable {
  public enum Part: Sendable, Hashable {
    /// All real values of the variables.
    case reals([String])
    /// "−6 ≤ x ≤ 6", "x → ∞"
    case relation(String)
  }

  public var parts: [Part]
  /// Ends that belong to the range as written, but where a function is undefined.
  public var omitted: [String] = []
  /// Where the function has no value, nothing is said.
  public var isWhereDefined = false

  public init(_ parts: [Part], omitted: [String] = []) {
    self.parts = parts
    self.omitted = omitted
  }
}
