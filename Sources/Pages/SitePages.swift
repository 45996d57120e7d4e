public import Diagnostics

/// A whole site in one go: what the pipeline does in parallel, for tests and small tools.
public enum SitePages {
  public static func pages(for site: SiteInput) -> (files: [OutputFile], diagnostics: [Diagnostic])
  {
    var (index, diagnostics) = SiteIndex.index(of: site)
    var files = SiteFiles.files(index)
    for lesson in site.lessons {
      let page = LessonPage.render(lesson, index: index)
      files.append(page.file)
      files += LessonFiles.files(of: lesson)
      diagnostics += page.diagnostics
    }
    return (files.sorted { $0.path < $1.path }, diagnostics.sortedByPlace())
  }
}
