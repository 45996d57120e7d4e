import Foundation
import Testing

@testable import LemmaKit

/// What `lemma tangle` writes of the course and of the golden sites stands alone: `swiftc` accepts each
/// Swift file by itself, and Python parses each Python file.
@Suite struct TangledFilesCompileTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let sites = ["content", "Tests/GoldenTests/Sites/joined-files"]

  /// The tangled files of all sites with an ending, in a folder that must live as long as they do.
  private func files(endingIn ending: String, in folder: TemporaryFolder) throws -> [String] {
    for (number, site) in Self.sites.enumerated() {
      let content = Self.root.appendingPathComponent(site).path
      _ = try Tangling(content: content).write(to: folder["\(number)"])
    }
    return folder.contents(of: "").keys.filter { $0.hasSuffix(ending) }.sorted().map { folder[$0] }
  }

  /// What a program on the path says of a file; nil where it accepts it.
  private func objection(of arguments: [String], to file: String) throws -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments + [file]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? nil : String(decoding: text, as: UTF8.self)
  }

  @Test func eachSwiftFileCompilesAlone() throws {
    let folder = try TemporaryFolder()
    let files = try files(endingIn: ".swift", in: folder)
    #expect(!files.isEmpty)
    for file in files {
      let objection = try objection(of: ["swiftc", "-swift-version", "5", "-typecheck"], to: file)
      #expect(objection == nil)
    }
  }

  @Test func eachPythonFileParses() throws {
    let folder = try TemporaryFolder()
    let files = try files(endingIn: ".py", in: folder)
    #expect(!files.isEmpty)
    let parse = "import ast, sys; ast.parse(open(sys.argv[1], encoding='utf-8').read())"
    for file in files {
      #expect(try objection(of: ["python3", "-c", parse], to: file) == nil)
    }
  }
}
