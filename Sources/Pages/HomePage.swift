import LessonSyntax

/// The home page of a site whose lessons have no `index.md`: its title, and the list of its lessons.
enum HomePage {
  static func html(_ index: SiteIndex) -> String {
    var page = index.emptyPage(title: index.settings.title)
    page.heading = index.settings.title
    let description = index.settings.description
    if !description.isEmpty {
      page.description = description
      page.lede = description
    }
    index.completeHomePage(&page)
    return index.templates.page(page)
  }
}
