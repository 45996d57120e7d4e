/// The pages and files of a site that belong to no lesson.
public enum SiteFiles {
  /// What every page loads, what is verified and what is cited, the search's index, the page of all
  /// lessons, what hosts and search engines ask for, and the home page where no `index.md` makes it.
  ///
  /// - Parameter pages: of all lessons, in the order of the site.
  public static func files(_ index: SiteIndex, pages: [LessonPage]) -> [OutputFile] {
    let bibliography =
      BibliographyPage.isMade(of: index) ? BibliographyPage(index, lessons: pages) : nil
    let searchLines = pages.map(\.searchLine) + [bibliography?.searchLine].compactMap { $0 }
    var files = [
      OutputFile(path: "assets/icon.svg", text: icon),
      OutputFile(
        path: "assets/lemma.css",
        text: Theme.styleSheet(index.settings, rules: index.templates.styleSheet)),
      OutputFile(path: Script.path, text: Script.text(index.words)),
      OutputFile(path: SearchIndex.path, text: SearchIndex.script(searchLines)),
      OutputFile(path: VerificationPage.name, text: VerificationPage(index).html()),
      OutputFile(path: VerificationPage.dataName, text: VerificationFile.json(index.summaries)),
      OutputFile(path: NotFoundPage.name, text: NotFoundPage.html(index)),
    ]
    if let bibliography {
      files.append(OutputFile(path: BibliographyPage.name, text: bibliography.html))
    }
    if OnePage.isMade(of: index) {
      files.append(OutputFile(path: OnePage.name, text: OnePage.html(index, lessons: pages)))
    }
    if let sitemap = Sitemap.xml(index) {
      files.append(OutputFile(path: Sitemap.name, text: sitemap))
    }
    if index.previewAddress != nil, let chart = index.firstChart {
      files.append(OutputFile(path: PreviewImage.path, bytes: PreviewImage(of: chart.svg).bytes))
    }
    if let feed = Feed(index) { files.append(OutputFile(path: Feed.name, text: feed.xml)) }
    if !index.hasHomeLesson {
      files.append(OutputFile(path: "index.html", text: HomePage.html(index)))
    }
    return files
  }

  private static let icon = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="none" stroke="#307ec7" \
    stroke-width="4" stroke-linecap="round" d="M3 26C18 26 14 6 29 6"/></svg>

    """
}
