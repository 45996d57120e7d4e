import MathCore

/// What the search looks through: a script that assigns data, since pages on a disk may read no other
/// kind of file.
///
/// One line for each lesson, and for the bibliography: its page, its title, then anchor, title and
/// text of each entry. The page's script makes an index of the words out of it when the search is
/// first opened.
enum SearchIndex {
  static let path = "assets/search.js"

  /// - Parameter lines: as `line` makes them, in the order of the site.
  static func script(_ lines: [String]) -> String {
    "var lemmaSearchIndex = [\n" + lines.joined(separator: ",\n") + "\n];\n"
  }

  static func line(_ entries: [SearchEntry], page: String, title: String) -> String {
    let records = entries.map { entry in
      Certificate.list([.text(entry.anchor), .text(entry.title), .text(entry.text)])
    }
    return Certificate.list([.text(page), .text(title)] + records).json
  }
}
