import LessonSyntax

/// The pages and files of a site that belong to no lesson.
public enum SiteFiles {
  /// The style sheet, the script, the icon, what is verified, and the home page where no `index.md` makes it.
  public static func files(_ index: SiteIndex) -> [OutputFile] {
    var files = [
      OutputFile(path: "assets/icon.svg", text: icon),
      OutputFile(path: "assets/lemma.css", text: Theme.styleSheet(index.settings)),
      OutputFile(path: Script.path, text: Script.text),
      OutputFile(path: VerificationPage.name, text: VerificationPage(index).html()),
      OutputFile(path: VerificationPage.dataName, text: VerificationFile.json(index.summaries)),
    ]
    if !index.hasHomeLesson {
      files.append(OutputFile(path: "index.html", text: home(index)))
    }
    return files
  }

  private static func home(_ index: SiteIndex) -> String {
    var page = index.emptyPage(title: index.settings.title)
    page.pageTitle = index.settings.title
    page.heading = index.settings.title
    page.isHome = true
    let description = index.settings.description
    if !description.isEmpty {
      page.description = description
      page.lede = description
    }
    page.canonical = index.canonical("index")
    page.parts = index.partsOfContents()
    return index.templates.page(page)
  }

  private static let icon = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="none" stroke="#307ec7" \
    stroke-width="4" stroke-linecap="round" d="M3 26C18 26 14 6 29 6"/></svg>

    """
}
