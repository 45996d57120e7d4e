/// The site's one script: it makes a page that is whole without it handier, and adds no content.
///
/// A classic script, deferred, so that a page works from disk, too. Each part is a block of its own
/// and runs on every page; it does nothing where it finds nothing to do.
enum Script {
  static let path = "assets/lemma.js"

  static let text =
    "\"use strict\";\n" + parts.map { "{\n" + $0 + "}\n" }.joined(separator: "\n")

  private static let parts = [sliders]
}
