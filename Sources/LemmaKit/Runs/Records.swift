import Cells
import Diagnostics
import Foundation
import LessonSyntax

/// What a site keeps of its run cells: the figures and data below `recorded/`, and in
/// `recorded/index.json` what each of them was made from. (What they printed stands in the lessons.)
struct Records: Sendable {
  /// A cell as its record knows it: the content that the output depends on, and the output.
  struct Entry: Codable, Hashable, Sendable {
    /// The cell's own code.
    var source: ContentHash
    /// What it needs of the shared files and of the cells above it.
    var above: ContentHash
    /// The fence's options that change what is recorded.
    var options: ContentHash
    /// The versions that `site.yaml` pins.
    var versions: ContentHash
    /// The text of the `output` block.
    var output: ContentHash
    /// The recorded files, by name; nil where there are none.
    var files: [String: ContentHash]?
  }

  /// The index as it stands on disk: lessons by path, then cells by key.
  struct Index: Codable, Hashable, Sendable {
    /// Raised when Lemma itself runs cells in another way, so that every record is stale.
    static let currentFormat = 1

    var format = Index.currentFormat
    var lessons: [String: [String: Entry]] = [:]
  }

  static let folder = "recorded"
  static let indexPath = folder + "/index.json"

  private(set) var index = Index()
  private(set) var diagnostics: [Diagnostic] = []
  private let tree: DiskFileTree

  /// Reads the index alone; an index that is none is reported, and everything counts as missing.
  init(in tree: DiskFileTree) throws(CommandFailure) {
    self.tree = tree
    guard let bytes = try tree.read(Self.indexPath) else { return }
    do {
      let index = try JSONDecoder().decode(Index.self, from: Data(bytes))
      if index.format == Index.currentFormat { self.index = index }
    } catch {
      diagnostics.append(
        Diagnostic(
          .error, .badRecordIndex, in: SourceFile(path: Self.indexPath, bytes: bytes),
          at: Span(0, 0), help: ["delete it: `lemma fix` writes it anew"]))
    }
  }

  func entry(of cell: String, in lesson: String) -> Entry? { index.lessons[lesson]?[cell] }

  /// The recorded files of a cell, in the order of their names; nil where one is absent or is not
  /// what was recorded.
  func files(of entry: Entry, slug: String) -> [RunFile]? {
    var files: [RunFile] = []
    for (name, hash) in (entry.files ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let bytes = try? tree.read("\(Self.folder)/\(slug)/\(name)"),
        ContentHash(bytes) == hash
      else { return nil }
      files.append(RunFile(name: name, bytes: bytes))
    }
    return files
  }
}

extension Records.Index {
  /// Keys in order and a line each, so that two people's changes merge.
  func encoded() throws(CommandFailure) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(self)) + [0x0A]
    } catch {
      throw .machine("cannot write \(Records.indexPath): \(error)")
    }
  }
}

extension Diagnostic.Message {
  static let badRecordIndex = Self(
    id: "bad-record-index", text: "this is no index of recorded outputs")
}
