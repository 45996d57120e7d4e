import Foundation

/// A fresh temporary folder that programs run in, removed with its last owner: a class for that end.
///
/// Beside the folder itself, which the first program finds empty, there are one for `HOME` and one for
/// `TMPDIR`, so that what tools leave there is not taken for a program's files.
final class WorkFolder: Sendable {
  /// Holds the three, which count together as a program's disk space. What Lemma puts beside them can be
  /// read by a program in a sandbox, and not be changed.
  let root: String
  /// The working directory of the programs.
  let path: String

  var home: String { root + "/home" }
  var temporary: String { root + "/tmp" }
  /// Where programs may write.
  var writable: [String] { [path, home, temporary] }

  init() throws(CommandFailure) {
    let parent = FileSystem.resolved(NSTemporaryDirectory())
    var template = Array((parent + "/lemma-XXXXXX").utf8CString)
    guard let made = mkdtemp(&template) else { throw .system("make a folder in", parent, errno) }
    root = String(cString: made)
    path = root + "/work"
    for folder in writable { try FileSystem.makeFolder(folder) }
  }

  deinit { remove() }

  /// What cannot be removed lies in a temporary folder and harms nobody.
  func remove() {
    unlock(root)
    try? FileSystem.remove(root)
  }

  /// The absolute path of a file in the folder.
  subscript(_ name: String) -> String { path + "/" + name }

  /// Makes the folders that a program has locked its owner out of writable again.
  private func unlock(_ folder: String) {
    chmod(folder, 0o700)
    FileSystem.forEachName(in: folder) { name in
      if FileSystem.kind(of: folder + "/" + name) == .folder { unlock(folder + "/" + name) }
      return true
    }
  }
}
