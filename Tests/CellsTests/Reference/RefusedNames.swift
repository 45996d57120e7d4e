import Foundation

/// The names by which the program refuses parts of Swift, from its source: the words that `Subset` has
/// for them, and those that are given where they are met.
struct RefusedNames {
  let names: Set<String>

  init() throws {
    let folder = ReferencePage.repository.appendingPathComponent("Sources/SwiftEval/Syntax")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    let reported = try Regex(#"report(?:Outside|Later)\("([^"\\]+)""#)
    let named = try Regex(#"case [^:]*: \(?"([^"\\]+)""#)
    var names: Set<String> = []
    for file in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      let patterns = file.lastPathComponent == "Subset.swift" ? [reported, named] : [reported]
      for match in patterns.flatMap({ text.matches(of: $0) }) {
        if let name = match.output[1].substring { names.insert(String(name)) }
      }
    }
    self.names = names.filter { !$0.hasPrefix("this ") }
  }
}
