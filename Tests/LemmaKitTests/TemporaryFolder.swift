import Foundation

/// A folder of its own for one test, removed with its owner.
final class TemporaryFolder {
  let path: String

  init() throws {
    let name = "lemma-tests-" + UUID().uuidString
    path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A path below the folder.
  subscript(_ name: String) -> String { path + "/" + name }

  func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: self[name])
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func text(of name: String) -> String? { try? String(contentsOfFile: self[name], encoding: .utf8) }

  /// All files below with their bytes.
  func contents(of name: String) -> [String: Data] {
    var result: [String: Data] = [:]
    for path in FileManager.default.subpaths(atPath: self[name]) ?? [] {
      if let data = try? Data(contentsOf: URL(fileURLWithPath: self[name] + "/" + path)) {
        result[path] = data
      }
    }
    return result
  }

  /// A site of lessons, each under its name without `.md`.
  func writeSite(_ lessons: KeyValuePairs<String, String>) throws {
    let list = lessons.map { "\($0.key).md" }.joined(separator: ", ")
    try write("title: A site\nlessons: [\(list)]\n", to: "content/site.yaml")
    for (name, text) in lessons { try write(text, to: "content/\(name).md") }
  }
}
