import Foundation

/// A fresh temporary folder that programs run in, removed with its last owner: a class for that end.
///
/// Beside the folder itself, which programs find empty, there are one for `HOME` and one for `TMPDIR`,
/// so that what tools leave there is not taken for a program's files.
final class WorkFolder: Sendable {
  /// All of it: what a program in a sandbox may write to, and what counts as its disk space.
  let root: String
  /// The working directory of the programs.
  let path: String

  var home: String { root + "/home" }
  var temporary: String { root + "/tmp" }

  init() throws(CommandFailure) {
    var template = Array(
      (FileSystem.resolved(NSTemporaryDirectory()) + "/lemma-XXXXXX").utf8CString)
    guard let made = mkdtemp(&template) else {
      throw .system("make a folder in", NSTemporaryDirectory(), errno)
    }
    root = String(cString: made)
    path = root + "/work"
    for folder in [path, home, temporary] { try FileSystem.makeFolder(folder) }
  }

  deinit { removeAll() }

  /// The absolute path of a file in the folder.
  subscript(_ name: String) -> String { path + "/" + name }

  /// What is left behind here harms nobody, so that a failure is not reported.
  private func removeAll() {
    try? FileSystem.remove(root)
  }
}
