import Diagnostics

/// What a lesson may hold: bounds that no honest lesson meets, so that none takes quadratic time.
enum InputLimits {
  /// Bytes of a lesson.
  static let length = 2 << 20
  /// Containers within each other.
  static let depth = 100
}

extension Diagnostic.Message {
  static func tooDeep() -> Self {
    Self(
      id: "too-deep", text: "quotes, lists and emphasis may stand \(InputLimits.depth) deep at most"
    )
  }

  static func lessonTooLong(_ length: Int) -> Self {
    Self(
      id: "lesson-too-long",
      text: "a lesson may be \(InputLimits.length) bytes long; this one is \(length)")
  }
}
