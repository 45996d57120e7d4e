import LessonSyntax
import MathCore

/// What a page is, for programs: schema.org's terms as JSON-LD.
struct StructuredData {
  /// Safe inside of a `<script>` element, whose end only a `<` could begin.
  let json: String

  /// A lesson as a part of its site.
  init(of summary: LessonSummary, in index: SiteIndex) {
    var fields = Self.fields(
      "LearningResource", name: summary.title, description: summary.description,
      address: index.canonical(summary.slug), index.settings)
    if let date = summary.date { fields.append(Self.text("dateModified", date.description)) }
    let site = Self.fields(
      "Course", name: index.settings.title, description: index.settings.description,
      address: index.canonical("index"), index.settings)
    fields.append(.init("isPartOf", .object(site)))
    self.init(fields)
  }

  /// The whole site.
  init(of index: SiteIndex) {
    self.init(
      Self.fields(
        "Course", name: index.settings.title, description: index.settings.description,
        address: index.canonical("index"), index.settings))
  }

  private init(_ fields: [Certificate.Field]) {
    let context = Self.text("@context", "https://schema.org")
    json = Certificate.object([context] + fields).json.replacing("<", with: "\\u003c")
  }

  private static func fields(
    _ type: String, name: String, description: String?, address: String?, _ settings: SiteSettings
  ) -> [Certificate.Field] {
    var fields = [text("@type", type), text("name", name)]
    if let description, !description.isEmpty { fields.append(text("description", description)) }
    if let address { fields.append(text("url", address)) }
    fields.append(text("inLanguage", settings.language))
    // As text: the settings do not say whether it is a person or an organisation.
    if let author = settings.author { fields.append(text("author", author)) }
    return fields
  }

  private static func text(_ key: String, _ value: String) -> Certificate.Field {
    .init(key, .text(value))
  }
}
