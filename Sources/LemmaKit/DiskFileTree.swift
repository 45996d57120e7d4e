import Foundation
import LessonSyntax

/// A folder on disk, read only. What lies outside of it cannot be reached: neither by a path nor by
/// a link.
struct DiskFileTree: FileTree {
  private let root: String

  /// - Parameter folder: as the user named it; it may itself be a link.
  init(_ folder: String) {
    root = FileSystem.resolved(folder)
  }

  func read(_ path: String) throws(CommandFailure) -> [UInt8]? {
    guard SitePath.objection(to: path) == nil, isReadable(path) else { return nil }
    return try FileSystem.read(location(of: path))
  }

  func list(_ folder: String) throws(CommandFailure) -> [String] {
    guard folder.isEmpty || SitePath.objection(to: folder) == nil else { return [] }
    let location = location(of: folder)
    guard FileSystem.kind(of: location) == .folder else { return [] }
    return try FileSystem.names(in: location).map { name in
      FileSystem.kind(of: location + "/" + name) == .folder ? name + "/" : name
    }
  }

  /// Whether the path is an ordinary file of this folder, or a link to one.
  func isReadable(_ path: String) -> Bool {
    let target = FileSystem.resolved(location(of: path))
    return target.hasPrefix(root == "/" ? root : root + "/")
      && FileSystem.kind(of: target) == .file
  }

  private func location(of path: String) -> String {
    path.isEmpty ? root : (root == "/" ? "" : root) + "/" + path
  }
}
