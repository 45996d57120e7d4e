import LessonSyntax
import MathCore

/// What a note says of a number that reads 0 or ±1 (0 %, ±100 %) and is not that, in the site's
/// language.
struct ConcealmentNote {
  let text: String

  init(_ concealment: PublishedNumber.Concealment, language: String) {
    let tag = LanguageTag(language)
    switch concealment {
    case .less(let bound):
      text = tag.choose(english: "less than ", german: "kleiner als ") + bound
    case .greater(let bound):
      text = tag.choose(english: "more than ", german: "größer als ") + bound
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
