import Cells
public import Diagnostics
import LessonSyntax
import Pages

/// The files that the lessons' cells with `file=` make, as `lemma tangle` writes them.
///
/// Each stands in a folder that is named after its lesson, as on the site: two lessons may use one
/// name. No cell is evaluated or run.
public struct Tangling: Sendable {
  public let diagnostics: [Diagnostic]
  private let content: String
  private let files: [OutputFile]

  /// What was done with the files of a folder.
  public struct Outcome: Hashable, Sendable {
    public var written: Int
    public var unchanged: Int
  }

  /// - Parameter content: the folder of the lessons, as the user named it.
  public init(content: String) throws(CommandFailure) {
    let folder = try ContentFolder(content)
    var diagnostics = folder.diagnostics
    var files: [OutputFile] = []
    for source in folder.lessons {
      let lesson = LessonParser.parse(source)
      let shared = SharedFiles(of: lesson, in: folder.tree)
      let tangled = TangledFile.files(of: lesson, shared: shared.excerpts)
      diagnostics += lesson.diagnostics + shared.diagnostics + tangled.diagnostics
      files += tangled.files.map {
        OutputFile(path: LessonFiles.path(of: $0, slug: lesson.slug), text: $0.text)
      }
    }
    self.content = content
    self.files = files
    self.diagnostics = diagnostics.placed(below: content).sortedByPlace()
  }

  /// Writes the files; nothing where one of them would replace what is not known to be Lemma's.
  public func write(to folder: String) throws(CommandFailure) -> Outcome {
    try requireOutside(folder)
    let target = TangledFolder(folder)
    var written = try target.record()
    var changed: [OutputFile] = []
    for file in files where try target.needs(file, written: written) {
      changed.append(file)
    }
    for file in changed { try target.tree.replace(file.path, with: file.bytes) }
    for file in files { written[file.path] = ContentHash(file.bytes).hexadecimal }
    if !files.isEmpty { try target.keep(written) }
    return Outcome(written: changed.count, unchanged: files.count - changed.count)
  }

  /// In the folder of the lessons, the files would be part of the next build.
  private func requireOutside(_ folder: String) throws(CommandFailure) {
    let path = FileSystem.resolved(folder)
    let lessons = FileSystem.resolved(content)
    if path == lessons || FileSystem.isInside(path, lessons) {
      throw .usage("\(folder) is in the folder of the lessons: choose one beside it")
    }
  }
}

/// A folder that joined files are written to, with the record of what was written there before.
private struct TangledFolder {
  /// The hash and the path of each file, as `sha256sum` writes and checks them.
  private static let recordName = ".lemma-tangled"

  let tree: DiskFileTree
  private let name: String
  private let root: String

  /// - Parameter folder: as the user named it.
  init(_ folder: String) {
    name = folder
    root = FileSystem.resolved(folder)
    tree = DiskFileTree(folder)
  }

  /// The hashes of the files that were written before, by path.
  func record() throws(CommandFailure) -> [String: String] {
    guard let bytes = try tree.read(Self.recordName) else { return [:] }
    var hashes: [String: String] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      guard let separator = line.firstRange(of: "  ") else { continue }
      hashes[String(line[separator.upperBound...])] = String(line[..<separator.lowerBound])
    }
    return hashes
  }

  func keep(_ hashes: [String: String]) throws(CommandFailure) {
    let lines = hashes.sorted { $0.key.precedes($1.key) }.map { "\($0.value)  \($0.key)\n" }
    try tree.replace(Self.recordName, with: Array(lines.joined().utf8))
  }

  /// Whether the file is absent or is an earlier one of Lemma's; anything else in its place stops the
  /// command.
  func needs(_ file: OutputFile, written: [String: String]) throws(CommandFailure) -> Bool {
    guard FileSystem.kind(of: root + "/" + file.path) != nil else { return true }
    if let present = try tree.read(file.path) {
      if present == file.bytes { return false }
      if written[file.path] == ContentHash(present).hexadecimal { return true }
    }
    throw .usage(
      "\(name)/\(file.path) was not written by lemma, or was changed since: move it away")
  }
}
