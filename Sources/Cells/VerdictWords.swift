import LessonSyntax
import MathCore

/// Says verdicts in a language.
public struct VerdictWords: Sendable {
  private let proofs: [Proof.Method: String]
  /// `{allowed}` stands for a number.
  private let within: String
  private let exactArithmetic: String
  private let enclosure: String
  /// `{count}` stands for a number.
  private let points: (one: String, many: String)
  private let recordedArguments: String
  private let counterexample: String
  /// `{variables}` stands for their names.
  private let reals: String
  /// `{ends}` stands for numbers.
  private let omitted: (one: String, many: String)
  private let whereDefined: String
  private let and: String
  private let details: Details
  /// Before the side conditions.
  public let provedOnTheWay: String
  /// Before a method, the points of a sample, and a domain.
  private let by: String
  private let at: String
  private let over: String
  private let typography: NumberTypography

  /// `{place}` and `{value}` stand for mathematics.
  fileprivate struct Details: Sendable {
    let nearestToBound: String
    let nearestWithoutValue: String
    let largestDifference: String
    let noDifference: String
    let noDifferenceBeyond: String
    let largestError: String
    let simpson: String
    let lastValue: String
  }

  /// English where the words are not known.
  public static func words(for language: String) -> VerdictWords {
    let typography = NumberTypography(language: language)
    return LanguageTag(language).choose(english: english(typography), german: german(typography))
  }

  public static let english = english(.english)
}

extension VerdictWords {
  /// "normal form, Sturm sequence", "1,024 points"
  public func name(of method: Verdict.Method) -> String {
    switch method {
    case .proof(let methods, let allowed):
      methods.compactMap { proofs[$0] }.joined(separator: ", ")
        + (allowed.map { " " + within.replacing("{allowed}", with: set($0)) } ?? "")
    case .exactArithmetic: exactArithmetic
    case .enclosure: enclosure
    case .points(let count):
      (count == 1 ? points.one : points.many).replacing("{count}", with: "\(count)")
    case .recordedArguments(let count): recordedArguments.replacing("{count}", with: "\(count)")
    case .counterexample: counterexample
    }
  }

  /// "all real x", "0 < x ≤ 4 (0 is left out: undefined there)"
  public func text(of domain: VerdictDomain) -> String {
    var text = domain.parts.map { part in
      switch part {
      case .reals(let variables):
        reals.replacing("{variables}", with: variables.joined(separator: " \(and) "))
      case .relation(let relation): set(relation)
      }
    }.joined(separator: ", ")
    if !domain.omitted.isEmpty {
      let ends = domain.omitted.map(set).joined(separator: " \(and) ")
      let words = domain.omitted.count == 1 ? omitted.one : omitted.many
      text += " (" + words.replacing("{ends}", with: ends) + ")"
    }
    return domain.isWhereDefined ? text + " " + whereDefined : text
  }

  /// "for all real x"
  public func restriction(to domain: VerdictDomain) -> String { over + " " + text(of: domain) }

  /// "by normal form, for all real x"
  public func method(of verdict: Verdict) -> String {
    let method = (verdict.strength == .sampled ? at : by) + " " + name(of: verdict.method)
    return [method, verdict.domain.map(restriction)].compactMap(\.self).joined(separator: ", ")
  }

  /// "k = 2: the largest difference is 0.1, at x = 3"; nil where there is nothing to say.
  public func detail(of verdict: Verdict) -> String? {
    let parts = [verdict.frame, verdict.detail.map(text)].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ": ")
  }

  /// Detail and side conditions; nil where there are none.
  public func remarks(on verdict: Verdict) -> String? {
    let conditions = verdict.sideConditions.map(\.description).joined(separator: "; ")
    let parts = [detail(of: verdict), conditions.isEmpty ? nil : provedOnTheWay + conditions]
      .compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ": ")
  }
}

extension VerdictWords {
  private func text(of detail: Verdict.Detail) -> String {
    func filled(_ words: String, _ value: String = "", _ place: String = "") -> String {
      words.replacing("{value}", with: set(value)).replacing("{place}", with: set(place))
    }
    switch detail {
    case .nearestToBound(let place, let value?):
      return filled(details.nearestToBound, value, place)
    case .nearestToBound(let place, nil): return filled(details.nearestWithoutValue, "", place)
    case .noDifference(let bound?): return filled(details.noDifferenceBeyond, bound)
    case .noDifference(nil): return details.noDifference
    case .largestDifference(let value, let place):
      return filled(details.largestDifference, value, place)
    case .largestError(let ulps, let place): return filled(details.largestError, ulps, place)
    case .simpson(let value): return filled(details.simpson, value)
    case .lastValue(let value): return filled(details.lastValue, value)
    case .fault(let reason): return reason
    }
  }

  /// Mathematical text with the language's decimal sign.
  private func set(_ text: String) -> String {
    text.replacing(".", with: String(typography.decimalSign))
  }
}

extension VerdictWords {
  private static func english(_ typography: NumberTypography) -> VerdictWords {
    VerdictWords(
      proofs: Dictionary(uniqueKeysWithValues: Proof.Method.allCases.map { ($0, $0.rawValue) }),
      within: "to within {allowed}", exactArithmetic: "exact arithmetic", enclosure: "enclosure",
      points: ("{count} point", "{count} points"),
      recordedArguments: "all {count} recorded arguments", counterexample: "counterexample",
      reals: "all real {variables}",
      omitted: (
        "{ends} is left out: undefined there", "{ends} are left out: undefined there"
      ),
      whereDefined: "where it is defined", and: "and",
      details: Details(
        nearestToBound: "nearest to the bound at {place}, where the value is {value}",
        nearestWithoutValue: "nearest to the bound at {place}",
        largestDifference: "the largest difference is {value}, at {place}",
        noDifference: "no difference was found",
        noDifferenceBeyond: "no difference beyond {value} was found",
        largestError: "the largest error is {value} ulp, at {place}",
        simpson: "Simpson’s rule gives {value}", lastValue: "the last value is {value}"),
      provedOnTheWay: "proved on the way: ", by: "by", at: "at", over: "for",
      typography: typography)
  }

  private static func german(_ typography: NumberTypography) -> VerdictWords {
    VerdictWords(
      proofs: [
        .normalForm: "die Normalform", .definition: "die Definition der Zahlen darin",
        .sturm: "eine Sturmsche Kette",
        .coefficients: "ein Polynom mit Koeffizienten von einem Vorzeichen",
        .slope: "das Vorzeichen der Steigung", .meanValue: "den Mittelwertsatz",
        .fundamentalTheorem: "den Hauptsatz der Differential- und Integralrechnung",
        .seriesExpansion: "Reihenentwicklung", .intervalEnclosure: "Einschließung in Intervalle",
      ],
      within: "bis auf {allowed}", exactArithmetic: "exaktes Rechnen", enclosure: "Einschließung",
      points: ("{count} Stelle", "{count} Stellen"),
      recordedArguments: "allen {count} aufgezeichneten Argumenten",
      counterexample: "ein Gegenbeispiel", reals: "alle reellen {variables}",
      omitted: (
        "{ends} ist ausgenommen: dort nicht definiert",
        "{ends} sind ausgenommen: dort nicht definiert"
      ),
      whereDefined: "wo die Funktion definiert ist", and: "und",
      details: Details(
        nearestToBound: "der Schranke am nächsten bei {place}, mit dem Wert {value}",
        nearestWithoutValue: "der Schranke am nächsten bei {place}",
        largestDifference: "der größte Unterschied ist {value}, bei {place}",
        noDifference: "kein Unterschied wurde gefunden",
        noDifferenceBeyond: "kein Unterschied über {value} hinaus wurde gefunden",
        largestError: "der größte Fehler ist {value} ulp, bei {place}",
        simpson: "die Simpsonregel ergibt {value}", lastValue: "der letzte Wert ist {value}"),
      provedOnTheWay: "dabei bewiesen: ", by: "durch", at: "an", over: "für",
      typography: typography)
  }
}
