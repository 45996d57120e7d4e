import Foundation

extension Program {
  /// The absolute path of the first program of that name in the folders of `PATH`.
  static func path(ofProgram name: String) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.lazy.filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }.first(where: exists)
  }

  /// A file, or a link to one, that may be run.
  static func exists(_ path: String) -> Bool {
    FileSystem.kind(of: FileSystem.resolved(path)) == .file && access(path, X_OK) == 0
  }
}
