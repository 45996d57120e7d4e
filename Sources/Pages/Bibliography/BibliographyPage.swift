import Markup

/// `bibliography.html`: every work that the lessons cite, once, with the places that cite it.
struct BibliographyPage {
  static let name = "bibliography.html"

  private let index: SiteIndex
  private let entries: [ReferenceEntry]
  /// By the work's key, in the order of the site.
  private let places: [String: [Place]]

  /// A section of a lesson in which a work is cited.
  private struct Place {
    let lesson: LessonSummary
    let citation: CitationPlace
  }

  private var words: BibliographyWords { index.words.bibliography }

  /// A site that cites nothing has no such page.
  static func isMade(of index: SiteIndex) -> Bool { index.isWholeSite && index.citesWorks }

  /// - Parameter lessons: in the order of the site.
  init(_ index: SiteIndex, lessons: [LessonPage]) {
    self.index = index
    var places: [String: [Place]] = [:]
    for lesson in lessons {
      var seen: Set<[String?]> = []
      for citation in lesson.citations
      where seen.insert([citation.key, citation.section]).inserted {
        places[citation.key, default: []].append(
          Place(lesson: lesson.summary, citation: citation))
      }
    }
    self.places = places
    entries = ReferenceEntry.entries(for: places.keys, of: index.works)
  }

  var html: String {
    var page = index.emptyPage(title: words.title)
    page.heading = words.title
    page.lede = words.lede
    page.canonical = index.canonical("bibliography")
    let records = entries.flatMap { [record($0), .text("\n")] }
    page.article = Element("ul", ["class": "records"], records).markup + "\n"
    return index.templates.page(page)
  }

  /// The search finds the page, and each work on it.
  var searchLine: String {
    let works = entries.map { entry in
      SearchEntry(anchor: entry.anchor, title: entry.work.shortForm, text: entry.text)
    }
    return SearchIndex.line(
      [SearchEntry(anchor: "", title: "", text: words.lede)] + works, page: Self.name,
      title: words.title)
  }

  private func record(_ entry: ReferenceEntry) -> Element {
    let links = (places[entry.key] ?? []).map(link)
    let list = links.indices.flatMap { $0 == 0 ? [links[$0]] : [.text("; "), links[$0]] }
    return Element(
      "li", ["id": entry.anchor],
      entry.content + [
        Element("span", ["class": "record-note"], [.text(words.citedIn + " ")] + list)
      ])
  }

  /// "The S-curve: Names"
  private func link(_ place: Place) -> Element {
    var content = [Element.text(place.lesson.title)]
    if let section = place.citation.section { content += [.text(": "), .markup(section)] }
    return Destination.link(
      to: Destination.page(place.lesson.slug) + "#" + place.citation.anchor, .fragment(content))
  }
}
