import LessonSyntax
import Markup

/// `feed.xml`: the lessons that have a date, the newest first (Atom, RFC 4287).
///
/// Dates stand in the lessons' front matter: a build knows of none that would be the same whenever
/// and wherever it is done.
struct Feed {
  static let name = "feed.xml"

  let xml: String

  /// Nil where no lesson has a date, or the site does not say where it stands.
  init?(_ index: SiteIndex) {
    let lessons = Self.dated(index.summaries)
    guard let newest = lessons.first?.date, let home = index.canonical("index") else { return nil }
    let settings = index.settings
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" "
        + "xml:lang=\"\(MarkupWriter.escaped(settings.language))\">",
      Self.element("title", settings.title),
    ]
    if !settings.description.isEmpty {
      lines.append(Self.element("subtitle", settings.description))
    }
    lines += [
      Self.element("id", home), Self.link(to: home),
      Self.link(to: home + Self.name, " rel=\"self\""),
      Self.element("updated", Self.midnight(of: newest)),
      "<author>" + Self.element("name", settings.author ?? settings.title) + "</author>",
    ]
    for (summary, date) in lessons {
      guard let address = index.canonical(summary.slug) else { continue }
      lines += Self.entry(summary, date, address)
    }
    xml = lines.joined(separator: "\n") + "\n</feed>\n"
  }

  /// Whether there will be one: pages name it without making it.
  static func isMade(of index: SiteIndex) -> Bool {
    index.hasDates && index.canonical("index") != nil
  }
}

extension Feed {
  /// Of one day, in the order of the site.
  private static func dated(
    _ summaries: [LessonSummary]
  ) -> [(summary: LessonSummary, date: CalendarDate)] {
    let dated = summaries.compactMap { summary in summary.date.map { (summary, $0) } }
    return dated.enumerated().sorted {
      ($1.element.1, $0.offset) < ($0.element.1, $1.offset)
    }.map(\.element)
  }

  private static func entry(
    _ summary: LessonSummary, _ date: CalendarDate, _ address: String
  ) -> [String] {
    let text = summary.description.map { [element("summary", $0)] } ?? []
    return ["<entry>", element("title", summary.title), element("id", address), link(to: address)]
      + ["<updated>\(midnight(of: date))</updated>"] + text + ["</entry>"]
  }

  private static func element(_ name: String, _ text: String) -> String {
    "<\(name)>" + MarkupWriter.escaped(text) + "</\(name)>"
  }

  private static func link(to address: String, _ relation: String = "") -> String {
    "<link\(relation) href=\"" + MarkupWriter.escaped(address) + "\"/>"
  }

  /// The format has a time of day, which a lesson's date has not.
  private static func midnight(of date: CalendarDate) -> String { "\(date)T00:00:00Z" }
}
