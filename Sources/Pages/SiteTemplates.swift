public import Diagnostics
import Mustache

/// The page templates of a site: Lemma's, or the site's own where it has one of the same name; and
/// what the site adds to Lemma's style sheet.
public struct SiteTemplates: Sendable {
  private let library: MustacheLibrary
  /// Stands after all of Lemma's rules, and so wins over those that are as specific.
  let styleSheet: String

  /// Lemma's own.
  public init() { self.init(library: Self.standard, styleSheet: "") }

  private init(library: MustacheLibrary, styleSheet: String) {
    self.library = library
    self.styleSheet = styleSheet
  }

  /// Whether a file of the content folder is what the site adds to the style sheet.
  public static func isStyleSheet(_ path: String) -> Bool { path == "templates/theme.css" }

  /// With the site's own templates, each under its file's name without `.mustache`, and its style
  /// sheet.
  public static func templates(
    overriddenBy files: [SourceFile]
  ) -> (templates: SiteTemplates, diagnostics: [Diagnostic]) {
    var library = standard
    var diagnostics: [Diagnostic] = []
    let known = Templates.all.map(\.name)
    let styleSheets = files.filter { isStyleSheet($0.path) }
    for file in files where !isStyleSheet(file.path) {
      let last = file.path.split(separator: "/").last.map(String.init) ?? file.path
      let name = last.hasSuffix(".mustache") ? String(last.dropLast(9)) : last
      guard known.contains(name) else {
        let nearest = NearestName.nearest(to: name, in: known)
        diagnostics.append(
          Diagnostic(
            .error, .unknownTemplate(name), in: file, at: Span(0, 0),
            help: [
              nearest.map { "did you mean `\($0)`?" }
                ?? "templates are \(known.map { "`\($0)`" }.joined(separator: ", "))"
            ]))
        continue
      }
      if let reason = TemplateRules.violation(in: file, named: name) {
        diagnostics.append(reason)
        continue
      }
      do {
        library.register(try MustacheTemplate(string: file.text), named: name)
      } catch {
        let fault = TemplateFault(error, in: file)
        diagnostics.append(
          Diagnostic(.error, .brokenTemplate(fault.reason), in: file, at: fault.span))
      }
    }
    let styleSheet = styleSheets.map(\.text).joined()
    return (SiteTemplates(library: library, styleSheet: styleSheet), diagnostics)
  }

  func page(_ page: PageContent) -> String { library.render(page, withTemplate: "page") ?? "" }

  /// Lemma's templates, parsed once.
  private static let standard: MustacheLibrary = {
    var library = MustacheLibrary()
    for (name, text) in Templates.all {
      // The texts are constants that the tests parse: what does not parse is left out.
      if let template = try? MustacheTemplate(string: text) {
        library.register(template, named: name)
      }
    }
    return library
  }()
}

extension Diagnostic.Message {
  static func unknownTemplate(_ name: String) -> Self {
    Self(id: "unknown-template", text: "no page is made from a template `\(name)`")
  }

  static func brokenTemplate(_ reason: String) -> Self {
    Self(id: "broken-template", text: "this template cannot be read: \(reason)")
  }
}
