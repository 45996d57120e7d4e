public import LessonSyntax

extension CitedWork {
  /// A work of the bibliography as the pages of a site name it.
  ///
  /// - Parameter language: of the words that Lemma adds.
  public init(_ work: Bibliography.Work, language: String) {
    self.init(
      shortForm: work.shortForm(and: Words.words(for: language).and),
      entry: work.entry.map { piece in
        switch piece {
        case .plain(let text): .plain(text)
        case .emphasised(let text): .emphasised(text)
        }
      },
      url: work.link)
  }
}
