import LessonSyntax
import MathCore

/// What a note says of a number that reads 0 or ±1 (0 %, ±100 %) and is not that, in the site's
/// language.
struct ConcealmentNote {
  let text: String

  init(_ concealment: PublishedNumber.Concealment, language: String) {
    let isGerman = LanguageTag(language).primary == "de"
    switch concealment {
    case .less(let bound): text = (isGerman ? "kleiner als " : "less than ") + bound
    case .greater(let bound): text = (isGerman ? "größer als " : "more than ") + bound
    }
  }
}

/// The notes below a table, each of them once.
struct TableNotes {
  let language: String
  private(set) var texts: [String] = []

  init(language: String) {
    self.language = language
  }

  /// Of the note that says what a number conceals.
  mutating func index(of concealment: PublishedNumber.Concealment) -> Int {
    let text = ConcealmentNote(concealment, language: language).text
    if let known = texts.firstIndex(of: text) { return known }
    texts.append(text)
    return texts.count - 1
  }
}
