import LessonSyntax
import Markup

/// A work in a list of references.
struct ReferenceEntry: Sendable {
  let key: String
  let work: CitedWork

  /// The works of a bibliography that have the keys, by author and year; accents do not count.
  static func entries(
    for keys: some Sequence<String>, of works: [String: CitedWork]
  ) -> [ReferenceEntry] {
    let entries = keys.compactMap { key in
      works[key].map { work in
        (
          order: Bibliography.sortKey(of: work.shortForm),
          entry: ReferenceEntry(key: key, work: work)
        )
      }
    }
    return entries.sorted { ($0.order, $0.entry.key) < ($1.order, $1.entry.key) }.map(\.entry)
  }

  /// Keys of works have a prefix of their own, so that none is taken for a label.
  static func anchor(ofWork key: String) -> String { "lemma-work-" + key }

  var anchor: String { Self.anchor(ofWork: key) }

  /// The entry without markup and address.
  var text: String {
    work.entry.map { piece in
      switch piece {
      case .plain(let text), .emphasised(let text): text
      }
    }.joined()
  }

  /// The entry with its titles set apart, and its address as a link.
  var content: [Element] {
    var content = work.entry.map { piece in
      switch piece {
      case .plain(let text): Element.text(text)
      case .emphasised(let text): Element("cite", text: text)
      }
    }
    if let url = work.url, !Destination.isDangerous(url) {
      content += [.text(" "), Destination.link(to: url, .text(url))]
    }
    return content
  }
}
