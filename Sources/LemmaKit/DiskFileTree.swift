import Foundation
import LessonSyntax

/// A folder on disk. What lies outside of it cannot be reached: neither by a path nor by
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
    return FileSystem.isInside(target, root) && FileSystem.kind(of: target) == .file
  }

  /// Writes a file, in one step, where it is absent or has other bytes.
  func replace(_ path: String, with bytes: [UInt8]) throws(CommandFailure) {
    let location = try writable(path)
    if FileSystem.kind(of: location) == .file, try FileSystem.read(location) == bytes { return }
    if let folder = FileSystem.parent(of: location) { try FileSystem.makeFolder(folder) }
    try FileSystem.replace(location, with: bytes)
  }

  func remove(_ path: String) throws(CommandFailure) {
    try FileSystem.remove(try writable(path))
  }

  /// Where a file may be written: not through a link that leads elsewhere.
  private func writable(_ path: String) throws(CommandFailure) -> String {
    let location = location(of: path)
    guard SitePath.objection(to: path) == nil, FileSystem.resolved(location) == location else {
      throw .machine("cannot write \(location): it leads out of the folder of the lessons")
    }
    return location
  }

  private func location(of path: String) -> String {
    path.isEmpty ? root : (root == "/" ? "" : root) + "/" + path
  }
}
