import Markup

/// `sitemap.xml`: the addresses of a site's pages, for search engines.
///
/// It has no dates: they would have to be true, and nothing in the content says when it changed.
enum Sitemap {
  static let name = "sitemap.xml"

  /// Nil where the site does not say where it stands.
  static func xml(_ index: SiteIndex) -> String? {
    let lessons = index.summaries.map(\.slug).filter { $0 != "index" }
    let bibliography = BibliographyPage.isMade(of: index) ? ["bibliography"] : []
    let slugs = ["index"] + lessons + ["verification"] + bibliography
    let addresses = slugs.compactMap(index.canonical)
    guard !addresses.isEmpty else { return nil }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
      + addresses.map { "<url><loc>" + MarkupWriter.escaped($0) + "</loc></url>\n" }.joined()
      + "</urlset>\n"
  }
}
