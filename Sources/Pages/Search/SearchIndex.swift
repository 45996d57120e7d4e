import MathCore

/// What the search looks through: a script that assigns data, since pages on a disk may read no other
/// kind of file.
///
/// One line for each lesson, and for the bibliography: its page, its title, then anchor, title, text
/// and keys of each entry. Behind them stands what makes an index of the words out of it, `lemmaSearch`:
/// the page's script loads both when the search is first opened.
enum SearchIndex {
  static let path = "assets/search.js"

  /// - Parameter lines: as `line` makes them, in the order of the site.
  static func script(_ lines: [String]) -> String {
    "var lemmaSearchIndex = [\n" + lines.joined(separator: ",\n") + "\n];\n" + Script.finding
  }

  static func line(_ entries: [SearchEntry], page: String, title: String) -> String {
    let records = entries.map { entry in
      Certificate.list([entry.anchor, entry.title, entry.text, entry.keys].map { .text($0) })
    }
    return Certificate.list([.text(page), .text(title)] + records).json
  }
}
