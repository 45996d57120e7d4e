import Diagnostics
import LessonSyntax
import MathCore

/// A link to a place on the site, with a numeral in its text.
public struct NumeralLink: Sendable, Hashable {
  let reference: Node.Reference
  /// All of the link's text.
  let text: String
  let file: SourceFile
  /// Of the numeral.
  let span: Span
}

/// Looks up what linked numerals are founded on, once all lessons are known: a numeral in a link to a
/// check, a table or a figure must be among the numbers of that display.
struct NumeralLinks {
  /// The lessons with the standing of every numeral.
  private(set) var summaries: [LessonSummary]
  /// By lesson: numerals that are not where their links say.
  private(set) var diagnostics: [String: [Diagnostic]] = [:]
  private let positions: [String: Int]
  private let words: Words
  private let typography: NumberTypography
  /// Of the displays that were looked up.
  private var numbers: [Place: DisplayNumbers] = [:]

  /// A label of a lesson.
  private struct Place: Hashable {
    var lesson: Int
    var label: String
  }

  init(
    _ summaries: [LessonSummary], positions: [String: Int], words: Words,
    typography: NumberTypography
  ) {
    self.summaries = summaries
    self.positions = positions
    self.words = words
    self.typography = typography
    for lesson in summaries.indices { follow(in: lesson) }
  }

  private mutating func follow(in lesson: Int) {
    var numerals: [LessonVerification.Numeral] = []
    for var numeral in summaries[lesson].verification.numerals {
      if case .linked(let link) = numeral.standing {
        if isName(link, in: lesson) { continue }
        let display = display(of: link, in: lesson, numeral.text)
        numeral.standing = display.map { .founded($0) } ?? .unchecked
      }
      numerals.append(numeral)
    }
    summaries[lesson].verification.numerals = numerals
  }

  /// Whether the link's text is the name of what it leads to: that is no prose.
  private func isName(_ link: NumeralLink, in lesson: Int) -> Bool {
    if GeneratedName(link.text, words: words) != nil { return true }
    guard let place = place(of: link, in: lesson) else { return false }
    guard !place.label.isEmpty else { return link.text == summaries[place.lesson].title }
    return summaries[place.lesson].targets[place.label]?.kind == .heading(link.text)
  }

  /// Where a link leads; the label is empty for a whole lesson. Nil where there is no such lesson.
  private func place(of link: NumeralLink, in lesson: Int) -> Place? {
    let label = link.reference.label ?? ""
    guard let file = link.reference.file, !file.isEmpty else {
      return Place(lesson: lesson, label: label)
    }
    return RelativePath.resolve(file, from: summaries[lesson].path).flatMap { positions[$0] }
      .map { Place(lesson: $0, label: label) }
  }

  /// The display that a link leads to, if the numeral is among its numbers; one that is not is
  /// reported.
  private mutating func display(
    of link: NumeralLink, in lesson: Int, _ numeral: String
  ) -> LessonVerification.Display? {
    guard let place = place(of: link, in: lesson),
      let target = summaries[place.lesson].targets[place.label], let display = target.display,
      case .numbered(let kind, let number) = target.kind
    else { return nil }
    var held =
      numbers[place]
      ?? DisplayNumbers(display.output, source: display.source, typography: typography)
    defer { numbers[place] = held }
    let other = place.lesson == lesson ? nil : summaries[place.lesson]
    guard held.holds(numeral) else {
      var name = words.name(kind, number)
      if let other { name += " \(words.of) \(other.title)" }
      diagnostics[summaries[lesson].path, default: []].append(
        unfounded(numeral, link, name, display, held.nearest(to: numeral, count: 5)))
      return nil
    }
    return LessonVerification.Display(
      kind: kind, number: number, lesson: other?.title,
      destination: (other.map { Destination.page($0.slug) } ?? "") + "#" + target.anchor)
  }

  private func unfounded(
    _ numeral: String, _ link: NumeralLink, _ name: String, _ display: LessonSummary.Display,
    _ nearest: [String]
  ) -> Diagnostic {
    let caption = display.output.caption.flatMap { $0.isEmpty ? nil : $0 }
    let help =
      nearest.isEmpty
      ? "it holds no number"
      : "its numbers are, the nearest first: \(nearest.joined(separator: ", "))"
    return Diagnostic(
      .error, .unfoundedNumber(numeral, display: name, caption: caption), in: link.file,
      at: link.span, help: [help])
  }
}

extension Diagnostic.Message {
  static func unfoundedNumber(_ numeral: String, display: String, caption: String?) -> Self {
    let caption = caption.map { " (“\($0)”)" } ?? ""
    return Self(id: "unfounded-number", text: "\(numeral) is no number of \(display)\(caption)")
  }
}
