public import Cells
public import LessonSyntax

/// The files that a lesson publishes beside its page: what its run cells recorded, and what its cells
/// with `file=` make.
public enum LessonFiles {
  public static func files(of input: LessonInput) -> [OutputFile] {
    let slug = input.lesson.slug
    let recorded = input.results.recordedFiles.joined().map {
      OutputFile(path: path(ofRecorded: $0.name, slug: slug), bytes: $0.bytes)
    }
    let tangled = input.results.tangledFiles.map {
      OutputFile(path: path(of: $0, slug: slug), text: $0.text)
    }
    return recorded + tangled
  }

  /// Where they stand.
  static func paths(of results: LessonResults, slug: String) -> [String] {
    results.recordedFiles.joined().map { path(ofRecorded: $0.name, slug: slug) }
      + results.tangledFiles.map { path(of: $0, slug: slug) }
  }

  /// Where a recorded figure or its data stands, in the content folder and on the site.
  static func path(ofRecorded name: String, slug: String) -> String { "recorded/\(slug)/\(name)" }

  /// Where a joined file stands on the site, and in the folder that `lemma tangle` writes. Below its
  /// lesson's own name, so that two lessons may use the same.
  public static func path(of file: TangledFile, slug: String) -> String { "\(slug)/\(file.name)" }
}
