import Diagnostics

extension LessonBuilder {
  /// Reports links such as `[text](eval:…` that an unescaped character left as plain text.
  mutating func reportBrokenValues(in block: Int) {
  }
}
