import MathCore

/// The site's one script: it makes a page that is whole without it handier, and adds no content.
///
/// A classic script, deferred, so that a page works from disk, too. Each part is a block of its own
/// and runs on every page; it does nothing where it finds nothing to do.
enum Script {
  static let path = "assets/lemma.js"

  static func text(_ words: Words) -> String {
    "\"use strict\";\nconst words = \(self.words(words).json);\n" + code
  }

  private static let code = compacted(
    make
      + [scrollers, sliders, search, copying, footnotes, figures].map { "{\n" + $0 + "}\n" }
      .joined())

  /// What several parts use.
  private static let make = """
    const make = (name, properties) => Object.assign(document.createElement(name), properties);

    """

  /// What the script itself says, in the site's language.
  private static func words(_ words: Words) -> Certificate {
    let results = [words.searchResults.none, words.searchResults.one, words.searchResults.many]
    return .object([
      .init("search", .text(words.search)), .init("searchFailed", .text(words.searchFailed)),
      .init("copy", .text(words.copy)), .init("copied", .text(words.copied)),
      .init("readValues", .text(words.readValues)), .init("scrolls", .text(words.scrolls)),
      .init("results", .list(results.map { .text($0) })),
      .init("allResults", .text(words.allSearchResults)),
    ])
  }
}
