public import Cells
public import LessonSyntax
import MathCore

/// The files that a lesson publishes beside its page: its own Markdown, what its run cells recorded,
/// what its cells with `file=` make, and the numbers behind its figures.
public enum LessonFiles {
  public static func files(of input: LessonInput, _ settings: SiteSettings) -> [OutputFile] {
    let slug = input.lesson.slug
    let recorded = input.results.recordedFiles.joined().map {
      OutputFile(path: path(ofRecorded: $0.name, slug: slug), bytes: $0.bytes)
    }
    let tangled = input.results.tangledFiles.map {
      OutputFile(path: path(of: $0, slug: slug), text: $0.text)
    }
    let source = OutputFile(path: path(ofSource: slug), bytes: input.lesson.source.bytes)
    return [source] + recorded + tangled + figureData(of: input, settings)
  }

  private static func figureData(
    of input: LessonInput, _ settings: SiteSettings
  ) -> [OutputFile] {
    let typography = NumberTypography(language: settings.language)
    return figures(of: input.lesson, input.results).flatMap { figure, number in
      FigureData(figure, number: number, slug: input.lesson.slug, typography: typography).files
    }
  }

  /// With the numbers that the page shows.
  private static func figures(
    of lesson: Lesson, _ results: LessonResults
  ) -> [(figure: FigureOutput, number: Int)] {
    let numbers = Numbering(lesson, results).outputs.joined()
    return zip(numbers, results.outputs.joined()).compactMap { number, output in
      if let number, case .figure(let figure) = output { (figure, number) } else { nil }
    }
  }

  /// Where they stand, but for the Markdown, to which links lead as to a lesson.
  static func paths(of lesson: Lesson, _ results: LessonResults) -> [String] {
    let slug = lesson.slug
    return results.recordedFiles.joined().map { path(ofRecorded: $0.name, slug: slug) }
      + results.tangledFiles.map { path(of: $0, slug: slug) }
      + figures(of: lesson, results).flatMap { figure, number in
        FigureData.paths(of: figure, number: number, slug: slug)
      }
  }

  /// Where the lesson's Markdown stands on the site.
  static func path(ofSource slug: String) -> String { slug + ".md" }

  /// Where a recorded figure or its data stands, in the content folder and on the site.
  static func path(ofRecorded name: String, slug: String) -> String { "recorded/\(slug)/\(name)" }

  /// Where a joined file stands on the site, and in the folder that `lemma tangle` writes. Below its
  /// lesson's own name, so that two lessons may use the same.
  public static func path(of file: TangledFile, slug: String) -> String { "\(slug)/\(file.name)" }
}
