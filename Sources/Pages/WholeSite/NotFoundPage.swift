import Markup

/// `404.html`: what hosts show for an address that does not exist.
///
/// They show it under that address, however deep: its links start at the site's own root, where the
/// site says which that is.
enum NotFoundPage {
  static let name = "404.html"

  static func html(_ index: SiteIndex) -> String {
    var page = index.emptyPage(title: index.words.notFound)
    page.heading = index.words.notFound
    page.lede = index.words.notFoundHelp
    page.root = root(index.settings.baseURL)
    page.article =
      Element(
        "p", [:],
        [
          Element("a", ["href": page.root + "index.html#lemma-lessons"], text: index.words.lessons),
          .text("\u{2003}"),
          Element(
            "button", ["class": "search-open", "type": "button", "hidden": ""],
            text: index.words.search),
        ]
      ).markup
    return index.templates.page(page)
  }

  /// `/course/` of `https://example.org/course`; empty where nothing is known.
  static func root(_ baseURL: String?) -> String {
    guard let baseURL, let scheme = baseURL.firstRange(of: "://") else { return "" }
    let path = baseURL[scheme.upperBound...].drop { $0 != "/" }
    return path.hasSuffix("/") ? String(path) : path + "/"
  }
}
