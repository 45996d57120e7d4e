public import Diagnostics

/// A folder of the author's files, read only: on disk, or in memory for tests.
///
/// Paths are relative to the folder, with `/`, in the form that `SitePath` accepts.
public protocol FileTree: Sendable {
  /// The bytes of a file; nil where there is none.
  func read(_ path: String) throws -> [UInt8]?
  /// The names in a folder, sorted; folders end in `/`. The folder itself is `""`; empty where there
  /// is none.
  func list(_ folder: String) throws -> [String]
}

/// Files that exist in memory alone.
public struct InMemoryFileTree: FileTree {
  public var files: [String: [UInt8]]

  public init(_ files: [String: String] = [:]) {
    self.files = files.mapValues { Array($0.utf8) }
  }

  public func read(_ path: String) -> [UInt8]? { files[path] }

  public func list(_ folder: String) -> [String] {
    let prefix = folder.isEmpty ? "" : folder + "/"
    var names: Set<String> = []
    for path in files.keys where path.hasPrefix(prefix) {
      let rest = path.dropFirst(prefix.count)
      if let slash = rest.firstIndex(of: "/") {
        names.insert(String(rest[...slash]))
      } else {
        names.insert(String(rest))
      }
    }
    return names.sorted()
  }
}

extension FileTree {
  /// A file with its path; nil where there is none.
  public func source(_ path: String) throws -> SourceFile? {
    try read(path).map { SourceFile(path: path, bytes: $0) }
  }
}
