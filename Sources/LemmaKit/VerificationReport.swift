import Cells
import Diagnostics
import Pages

/// What `lemma check --report` prints: every claim, table and number of a site, and the numerals of
/// its prose that nothing checks.
struct VerificationReport {
  let lessons: [LessonSummary]
  let language: String

  /// For people: a block for each lesson, then the numerals.
  var text: String {
    (lessons.filter { !$0.verification.isEmpty }.map(block) + [numerals]).joined(separator: "\n")
  }

  /// For programs: what was wrong, and what is in `verification.json`.
  func json(_ diagnostics: [Diagnostic]) -> String {
    "{\"diagnostics\": " + JSONRenderer().render(diagnostics).trimmingNewline + ",\n\"report\": "
      + VerificationFile.json(lessons).trimmingNewline + "}\n"
  }
}

extension VerificationReport {
  private func block(_ lesson: LessonSummary) -> String {
    let found = lesson.verification
    let founded = found.numerals.filter { $0.display != nil }.map(line)
    let lines =
      found.claims.map(line) + found.tables.map(line) + found.numbers.map(line) + founded
    return "\(lesson.title) (\(lesson.path))\n" + lines.map { "  \($0)\n" }.joined()
  }

  /// `02-its-slope.md:12:1: proved: The slope rule: σ′(x) = … for all real x [normal form]`
  private func line(_ claim: LessonVerification.Claim) -> String {
    let verdict = claim.check.verdict
    let title = claim.check.caption.map { $0 + ": " } ?? ""
    let words = VerdictWords.english
    return "\(claim.place.text): \(verdict.strength.rawValue): \(title)\(claim.check.text)"
      + (verdict.domain.map { " " + words.restriction(to: $0) } ?? "")
      + " [\(words.name(of: verdict.method))]"
      + (words.remarks(on: verdict).map { " (\($0))" } ?? "")
  }

  /// `02-its-slope.md:70:1: table: How fast the slope falls: x 6 [exact]; σ′(x) 6 [enclosure at …]`
  private func line(_ table: LessonVerification.Table) -> String {
    let columns = table.columns.map { column in
      let basis = Self.basis(column.basis)
      return "\(column.header) \(column.basis.count)" + (basis.isEmpty ? "" : " [\(basis)]")
    }
    return "\(table.place.text): table: \(table.caption): \(columns.joined(separator: "; "))"
  }

  private func line(_ number: LessonVerification.Number) -> String {
    "\(number.place.text): number: \(number.text) = \(number.expression)"
      + (number.basis.map { " [\($0.name)]" } ?? "")
  }

  private static func basis(_ count: BasisCount) -> String {
    [
      (count.exact, "exact"), (count.enclosed, "enclosure at up to \(count.bits) bits"),
      (count.asComputed, "as computed"), (count.recorded, "from a run"),
    ].filter { $0.0 > 0 }.map { $0.0 == count.count ? $0.1 : "\($0.0) \($0.1)" }
      .joined(separator: ", ")
  }

  /// How many numerals of the prose are checked, and what is known of those that are typed.
  private var numerals: String {
    let share = NumeralShare(lessons.map(\.verification))
    let summary =
      "\(share.checked) of \(share.all) numerals in the prose are checked "
      + "(\(share.percentage(language)), rounded down), "
      + "\(Self.are(share.deliberate)) deliberate, \(Self.are(share.unchecked)) not checked\n"
    let typed = lessons.flatMap(\.verification.numerals)
    let lines =
      typed.filter { $0.standing == .unchecked }.map(line)
      + typed.filter(\.isDeliberate).map(line)
    return summary + lines.map { "  \($0)\n" }.joined()
  }

  private static func are(_ count: Int) -> String { "\(count) \(count == 1 ? "is" : "are")" }

  /// `02-its-slope.md:12:1: numeral: ¼ stands in Check 3`
  private func line(_ numeral: LessonVerification.Numeral) -> String {
    let standing =
      switch numeral.standing {
      case .founded(let display):
        "numeral: \(numeral.text) stands in \(display.kind.rawValue.capitalized) "
          + display.number + (display.lesson.map { " of \($0)" } ?? "")
      case .deliberate(let reason):
        "deliberate: \(numeral.text), \(reason ?? "no reason given")"
      case .unchecked, .linked: "not checked: \(numeral.text) in “\(numeral.context)”"
      }
    return "\(numeral.place.text): \(standing)"
  }
}

extension String {
  fileprivate var trimmingNewline: String { hasSuffix("\n") ? String(dropLast()) : self }
}
