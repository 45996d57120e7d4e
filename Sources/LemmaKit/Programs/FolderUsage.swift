import Foundation

/// What the files below a folder take of the disk.
struct FolderUsage {
  /// Bytes of all blocks; at least 4 KiB for each file or folder, so that many empty ones count too.
  private(set) var total = 0
  /// Bytes of the longest file.
  private(set) var longestFile = 0

  /// Links are not followed. What cannot be read, or goes meanwhile, counts as nothing.
  init(of folder: String) {
    var pending = [folder]
    while let path = pending.popLast() {
      FileSystem.forEachName(in: path) { name in
        var status = stat()
        guard lstat(path + "/" + name, &status) == 0 else { return true }
        total += max(4096, Int(status.st_blocks) * 512)
        switch status.st_mode & S_IFMT {
        case S_IFDIR: pending.append(path + "/" + name)
        case S_IFREG: longestFile = max(longestFile, Int(status.st_size))
        default: break
        }
        return true
      }
    }
  }
}
