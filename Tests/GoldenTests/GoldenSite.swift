import Diagnostics
import Foundation

@testable import LemmaKit

/// A folder of `Sites`: a lone `lesson.md`, or `site.yaml` and its files.
struct GoldenSite {
  let name: String

  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Sites")
  static let isRecording = ProcessInfo.processInfo.environment["LEMMA_RECORD_GOLDENS"] == "1"

  private var folder: URL { Self.folder.appendingPathComponent(name) }

  /// What Lemma makes of it, by the ending of the file that expects it: `html`, of a site also the
  /// `report`, `diagnostics`, and `fixed.md` where `lemma fix` would change the lesson.
  func outcome() throws -> [String: String] {
    let (made, diagnostics) = try text(of: "site.yaml") == nil ? lesson() : site()
    var result = diagnostics.hasErrors ? [:] : made
    if !diagnostics.isEmpty {
      // Without the place of the checkout.
      result["diagnostics"] = TextRenderer().render(diagnostics)
        .replacingOccurrences(of: folder.path + "/", with: "")
    }
    if let fixed = fixed(diagnostics) { result["fixed.md"] = fixed }
    return result
  }

  /// What `lemma fix` makes of a lone lesson; nil where it changes nothing.
  func fixed(_ diagnostics: [Diagnostic]) -> String? {
    let edits = diagnostics.filter { $0.file.path.hasSuffix("lesson.md") }.compactMap(\.edit)
    guard !edits.isEmpty, let lesson = text(of: "lesson.md") else { return nil }
    let ordered = edits.sorted { $0.span < $1.span }
    return String(decoding: Fixing.bytes(Array(lesson.utf8), applying: ordered), as: UTF8.self)
  }

  private func lesson() throws -> (made: [String: String], diagnostics: [Diagnostic]) {
    let path = folder.appendingPathComponent("lesson.md").path
    let rendering = try LessonRendering.render(file: path, asFragment: false)
    return (["html": main(of: rendering.html)], rendering.diagnostics)
  }

  private func site() throws -> (made: [String: String], diagnostics: [Diagnostic]) {
    let output = FileManager.default.temporaryDirectory.appendingPathComponent("site").path
    let site = try SiteBuild(content: folder.path, output: output).run()
    // Neither holds anything that is not the same everywhere, or on another page: `PagesTests`.
    let others: Set = ["404.html", "all.html"]
    let pages = site.files.filter {
      $0.path.hasSuffix(".html") && !isRecord($0.path) && !others.contains($0.path)
    }.map { page in
      "<!-- \(page.path) -->\n" + main(of: String(decoding: page.bytes, as: UTF8.self))
    }
    return (
      ["html": pages.joined(), "report": site.report(asJSON: false)],
      site.diagnostics.filter { !isRecord($0.file.path) }
    )
  }

  /// Whether a file is what was expected or made: no part of the site.
  private func isRecord(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return name.hasPrefix("expected.") || name.hasPrefix("actual.")
  }

  /// The page's `<main>` alone: what else is on it, other tests look at.
  private func main(of page: String) -> String {
    guard let start = page.range(of: "<main"), let end = page.range(of: "</main>") else {
      return page
    }
    return page[start.lowerBound..<end.upperBound] + "\n"
  }

  func text(of file: String) -> String? {
    try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
  }

  func write(_ text: String, to file: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(file))
  }

  func remove(_ file: String) throws {
    let url = folder.appendingPathComponent(file)
    if FileManager.default.fileExists(atPath: url.path) {
      try FileManager.default.removeItem(at: url)
    }
  }

  /// The endings of the files that stand there as expectations.
  func expectations() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasPrefix("expected.") }.map { String($0.dropFirst("expected.".count)) }.sorted()
  }
}
