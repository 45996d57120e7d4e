public import Cells
import MathCore

/// `verification.json`: what is verified on a site, for programs.
///
/// An object with `format` (1), `claims`, `numbers` and `numerals`, each record on a line of its own;
/// fields that do not apply are left out. A claim has `page`, `label`, `place` (file, line and
/// column), `kind`, `caption`, `text`, `verdict`, `method`, `domain`, `detail` and `certificates`.
/// A number has `kind` `inline` (with `expression`, `text`, `basis`, `certificates`) or `column`
/// (with `caption`, `header`, `count`, and how many of them are `exact`, `enclosed` and
/// `asComputed`). A numeral that is typed has `kind` `unchecked`, `founded` (with the `display` in
/// which it stands, and its `displayLesson` where that is another) or `literal` (with the `reason`),
/// `text` and `context`.
public enum VerificationFile {
  public static func json(_ lessons: [LessonSummary]) -> String {
    let found = lessons.map(\.verification)
    let share = NumeralShare(found)
    return "{\"format\": 1,\n"
      + list("claims", lessons.flatMap(claims)) + ",\n"
      + list("numbers", lessons.flatMap(numbers)) + ",\n"
      + "\"numeralsChecked\": \(share.checked),\n\"numeralsCounted\": \(share.all),\n"
      + list("numerals", lessons.flatMap(numerals)) + "}\n"
  }

  private static func list(_ name: String, _ records: [Certificate]) -> String {
    guard !records.isEmpty else { return "\"\(name)\": []" }
    return "\"\(name)\": [\n" + records.map(\.json).joined(separator: ",\n") + "\n]"
  }
}

extension VerificationFile {
  private typealias Field = Certificate.Field

  private static func record(
    _ lesson: LessonSummary, _ place: LessonVerification.Place, label: String?,
    _ fields: [Field?]
  ) -> Certificate {
    let start = [
      Field("page", .text(lesson.slug + ".html")), text("label", label),
      Field("place", .text(place.text)),
    ]
    return .object((start + fields).compactMap { $0 })
  }

  /// Nil where there is nothing to say.
  private static func text(_ key: String, _ value: String?) -> Field? {
    value.flatMap { $0.isEmpty ? nil : Field(key, .text($0)) }
  }

  private static func count(_ key: String, _ value: Int) -> Field? {
    value == 0 ? nil : Field(key, .number(value))
  }

  private static func certificates(_ values: [Certificate]) -> Field? {
    values.isEmpty ? nil : Field("certificates", .list(values))
  }

  private static func claims(of lesson: LessonSummary) -> [Certificate] {
    let words = VerdictWords.english
    return lesson.verification.claims.map { claim in
      let verdict = claim.check.verdict
      return record(
        lesson, claim.place, label: claim.label,
        [
          text("kind", claim.check.kind), text("caption", claim.check.caption),
          text("text", claim.check.text), text("verdict", verdict.strength.rawValue),
          text("method", words.name(of: verdict.method)),
          text("domain", verdict.domain.map(words.text)),
          text("detail", words.remarks(on: verdict)),
          Field("certificates", .list(verdict.certificates)),
        ])
    }
  }

  private static func numbers(of lesson: LessonSummary) -> [Certificate] {
    let found = lesson.verification
    let inline = found.numbers.map { number in
      record(
        lesson, number.place, label: nil,
        [
          text("kind", "inline"), text("expression", number.expression),
          text("text", number.text), text("basis", number.basis?.name),
          certificates(number.basis?.certificates ?? []),
        ])
    }
    let columns = found.tables.flatMap { table in
      table.columns.map { column in
        record(
          lesson, table.place, label: table.label,
          [
            text("kind", "column"), text("caption", table.caption), text("header", column.header),
            count("count", column.basis.count), count("exact", column.basis.exact),
            count("enclosed", column.basis.enclosed), count("bits", column.basis.bits),
            count("asComputed", column.basis.asComputed),
            certificates(column.basis.certificates),
          ])
      }
    }
    return inline + columns
  }

  private static func numerals(of lesson: LessonSummary) -> [Certificate] {
    lesson.verification.numerals.map { numeral in
      var kind = "unchecked"
      var own: [Field?] = []
      switch numeral.standing {
      case .unchecked, .linked: break
      case .founded(let display):
        kind = "founded"
        own = [
          text("display", "\(display.kind.rawValue) \(display.number)"),
          text("displayLesson", display.lesson),
        ]
      case .deliberate(let reason):
        kind = "literal"
        own = [text("reason", reason)]
      }
      return record(
        lesson, numeral.place, label: nil,
        [text("kind", kind), text("text", numeral.text), text("context", numeral.context)] + own)
    }
  }
}

extension NumberBasis {
  /// "exact", "enclosure at 64 bits", "as computed", "from a run"
  public var name: String {
    switch decision {
    case .exact: "exact"
    case .enclosure(let bits): "enclosure at \(bits) bits"
    case .asComputed: "as computed"
    case .recorded: "from a run"
    }
  }
}
