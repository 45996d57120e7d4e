/// The words of the bibliography page, and of the way to it.
struct BibliographyWords: Sendable {
  let title: String
  let lede: String
  /// Before the places that cite a work.
  let citedIn: String
  /// Leads from a lesson's own references to the page.
  let all: String

  static let english = BibliographyWords(
    title: "Bibliography", lede: "Every work that this site cites, and where it does.",
    citedIn: "Cited in", all: "All works that this site cites")

  static let german = BibliographyWords(
    title: "Literaturverzeichnis", lede: "Jedes Werk, das diese Seiten zitieren, und wo.",
    citedIn: "Zitiert in", all: "Alle zitierten Werke")
}
