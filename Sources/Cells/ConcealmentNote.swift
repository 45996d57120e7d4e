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
