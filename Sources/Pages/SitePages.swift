public import Diagnostics

/// A whole site in one go: what the pipeline does in parallel, for tests and small tools.
public enum SitePages {
  public static func pages(for site: SiteInput) -> (files: [OutputFile], diagnostics: [Diagnostic])
  {
    var (index, diagnostics) = SiteIndex.index(of: site)
    let pages = site.lessons.map { LessonPage.render($0, index: index) }
    let files =
      pages.map(\.file) + site.lessons.flatMap { LessonFiles.files(of: $0, site.settings) }
      + SiteFiles.files(index, pages: pages)
    diagnostics += pages.flatMap(\.diagnostics)
    return (files.sorted { $0.path < $1.path }, diagnostics.sortedByPlace())
  }
}
