import Cells

/// How many numbers are computed, and how many checks came to each verdict.
public struct VerificationCounts {
  private let found: [LessonVerification]

  public init(_ found: [LessonVerification]) { self.found = found }

  /// "41 numbers computed, 9 checks proved, 1 check enclosed"; nil where there is neither.
  public func text(in language: String) -> String? { text(Words.words(for: language)) }

  func text(_ words: Words) -> String? {
    let numbers = [(found.reduce(0) { $0 + $1.numberCount }, words.numberComputed)]
    let checks = Verdict.Strength.allCases.compactMap { strength in
      words.checksCounted[strength].map { (count(strength), $0) }
    }
    let counts = (numbers + checks).filter { $0.0 > 0 }
      .map { "\($0.0) \($0.0 == 1 ? $0.1.one : $0.1.many)" }
    return counts.isEmpty ? nil : counts.joined(separator: ", ")
  }

  func count(_ strength: Verdict.Strength) -> Int { found.reduce(0) { $0 + $1.count(strength) } }
}
