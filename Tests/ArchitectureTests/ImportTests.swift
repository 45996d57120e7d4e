import Foundation
import Testing

/// What each target may import of ours and of others: the table of CONTRIBUTING.md.
///
/// Adding an arrow is a decision: it changes this table, `Package.swift` and CONTRIBUTING.md together.
private let allowedImports: [String: Set<String>] = [
  "lemma": ["LemmaKit", "Diagnostics", "ArgumentParser", "Foundation"],
  "LemmaKit": [
    "Pages", "Cells", "SwiftEval", "LessonSyntax", "Diagnostics", "CFileExchange", "CLibCrypto",
    "CryptoKit", "Foundation", "Subprocess", "Synchronization",
  ],
  "Pages": [
    "Cells", "Figures", "Typesetting", "LessonSyntax", "MathCore", "Markup", "Diagnostics",
    "Mustache", "SwiftIDEUtils", "SwiftParser", "SwiftParserDiagnostics", "SwiftSyntax",
  ],
  "Cells": [
    "SwiftEval", "Figures", "Typesetting", "MathCore", "LessonSyntax", "Markup", "Diagnostics",
  ],
  "SwiftEval": [
    "MathCore", "Diagnostics", "SwiftOperators", "SwiftParser", "SwiftParserDiagnostics",
    "SwiftSyntax",
  ],
  "Figures": ["MathCore", "Markup"],
  "Typesetting": ["MathCore", "Markup", "Diagnostics"],
  "LessonSyntax": ["Diagnostics", "CCmarkGFM", "Yams", "Foundation"],
  "MathCore": ["CMPFR", "Synchronization"],
  "Markup": [],
  "Diagnostics": [],
]

/// The top of the repository.
private let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

@Suite struct ImportTests {
  @Test(arguments: allowedImports.keys.sorted())
  func everyImportIsInTheTable(target: String) throws {
    let allowed = try #require(allowedImports[target])
    let files = try swiftFiles(of: target)
    #expect(!files.isEmpty)
    for file in files {
      for module in try imports(in: file) where !allowed.contains(module) {
        Issue.record("\(target)/\(file.lastPathComponent) imports \(module)")
      }
    }
  }

  @Test func everyTargetIsInTheTable() throws {
    let sources = root.appendingPathComponent("Sources")
    let targets = try FileManager.default.contentsOfDirectory(atPath: sources.path)
      .filter { try !swiftFiles(of: $0).isEmpty }
    #expect(Set(targets) == Set(allowedImports.keys))
  }

  @Test func importsPointDownTheTable() {
    var ranks: [String: Int] = [:]
    func rank(of target: String, above: Set<String>) -> Int {
      #expect(!above.contains(target), "\(target) imports itself by way of others")
      guard !above.contains(target) else { return 0 }
      if let known = ranks[target] { return known }
      let ours = (allowedImports[target] ?? []).filter { allowedImports[$0] != nil }
      let rank = (ours.map { rank(of: $0, above: above.union([target])) }.max() ?? 0) + 1
      ranks[target] = rank
      return rank
    }
    for target in allowedImports.keys.sorted() { _ = rank(of: target, above: []) }
    #expect(ranks["lemma"] == ranks.values.max())
  }

  @Test func contributingHasTheSameTable() throws {
    let text = try String(
      contentsOf: root.appendingPathComponent("CONTRIBUTING.md"), encoding: .utf8)
    for (target, imports) in allowedImports {
      let row = text.split(separator: "\n").first { $0.hasPrefix("| `\(target)` |") }
      let cells = try #require(row).split(separator: "|").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      let listed = Set(
        cells[2].split(separator: ",").map {
          $0.trimmingCharacters(in: .whitespaces)
        }
      ).subtracting(["–"])
      #expect(listed == imports.filter { allowedImports[$0] != nil }, "the row of \(target)")
    }
  }

  private func swiftFiles(of target: String) throws -> [URL] {
    let folder = root.appendingPathComponent("Sources").appendingPathComponent(target)
    let paths = FileManager.default.subpaths(atPath: folder.path) ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().map(folder.appendingPathComponent)
  }

  /// The modules that a file's import lines name: they stand above all else, and an `import` further
  /// down is text.
  private func imports(in file: URL) throws -> [String] {
    let text = try String(contentsOf: file, encoding: .utf8)
    var modules: [String] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("//") && !line.hasPrefix("#") {
      var words = line.split(separator: " ")
      while let first = words.first, first.hasPrefix("@") || accessLevels.contains(String(first)) {
        words.removeFirst()
      }
      guard words.first == "import", words.count > 1 else { break }
      if words.count > 2, declarationKinds.contains(String(words[1])) { words.remove(at: 1) }
      if let module = words[1].split(separator: ".").first { modules.append(String(module)) }
    }
    return modules
  }
}

private let accessLevels: Set<String> = ["public", "package", "internal", "fileprivate", "private"]
private let declarationKinds: Set<String> = [
  "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
]
