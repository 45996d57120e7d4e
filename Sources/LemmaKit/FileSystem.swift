import Foundation

/// The few operations on files that Lemma does, each with an error that names file and cause.
///
/// Plain system calls: Foundation's errors say less, and its atomic writes leave files with other modes.
enum FileSystem {
  enum Kind { case file, folder, link, other }

  static func kind(of path: String) -> Kind? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  static func read(_ path: String) throws(CommandFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("read", path, errno) }
    defer { close(descriptor) }
    return try bytes(of: descriptor, named: path)
  }

  /// All of standard input.
  static func readStandardInput() throws(CommandFailure) -> [UInt8] {
    try bytes(of: STDIN_FILENO, named: "standard input")
  }

  private static func bytes(
    of descriptor: Int32, named path: String
  ) throws(CommandFailure) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system("read", path, errno) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(max(0, Int(status.st_size)))
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Foundation.read(descriptor, &chunk, chunk.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw .system("read", path, errno)
      }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .system("write", path, errno) }
    defer { close(descriptor) }
    try write(bytes, to: descriptor, named: path)
  }

  static func write(
    _ bytes: [UInt8], to descriptor: Int32, named path: String
  ) throws(CommandFailure) {
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .system("write", path, errno)
      }
      offset += count
    }
  }

  /// Writes a file in one step: who reads it finds the old bytes or the new. An old one's mode stays.
  static func replace(_ path: String, with bytes: [UInt8]) throws(CommandFailure) {
    let beside = path + ".lemma-new"
    do throws(CommandFailure) {
      try write(bytes, to: beside)
      var status = stat()
      if stat(path, &status) == 0, chmod(beside, status.st_mode & 0o7777) != 0 {
        throw .system("set the mode of", beside, errno)
      }
      try rename(beside, to: path)
    } catch {
      unlink(beside)
      throw error
    }
  }

  /// Makes the folder and those above it.
  static func makeFolder(_ path: String) throws(CommandFailure) {
    if mkdir(path, 0o755) == 0 || errno == EEXIST {
      guard kind(of: path) != .file else { throw .system("make the folder", path, EEXIST) }
      return
    }
    guard errno == ENOENT, let parent = parent(of: path) else {
      throw .system("make the folder", path, errno)
    }
    try makeFolder(parent)
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw .system("make the folder", path, errno)
    }
  }

  /// A folder that may not be searched looks as if nothing were in it.
  static func requireAccess(to folder: String) throws(CommandFailure) {
    guard access(folder, R_OK | X_OK) == 0 else { throw .system("read the folder", folder, errno) }
  }

  /// The names in a folder, sorted by their bytes.
  static func names(in folder: String) throws(CommandFailure) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
        .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    } catch {
      throw .machine("cannot read the folder \(folder)")
    }
  }

  /// Calls `body` with each name in a folder, in no order, until it returns false; with none where the
  /// folder cannot be read.
  static func forEachName(in folder: String, _ body: (String) -> Bool) {
    guard let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { characters in
        characters.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if name != ".", name != "..", !body(name) { return }
    }
  }

  /// The paths of all files below a folder, relative to it, in a stable order. Links count as
  /// files and are not followed.
  static func files(below folder: String) throws(CommandFailure) -> [String] {
    var result: [String] = []
    var pending = [""]
    while let prefix = pending.popLast() {
      var folders: [String] = []
      for name in try names(in: prefix.isEmpty ? folder : folder + "/" + prefix) {
        let path = prefix.isEmpty ? name : prefix + "/" + name
        if kind(of: folder + "/" + path) == .folder {
          folders.append(path)
        } else {
          result.append(path)
        }
      }
      pending.append(contentsOf: folders.reversed())
    }
    return result
  }

  static func rename(_ old: String, to new: String) throws(CommandFailure) {
    guard Foundation.rename(old, new) == 0 else { throw .system("move", old, errno) }
  }

  /// Removes a file or a whole folder; an absent one is no error.
  static func remove(_ path: String) throws(CommandFailure) {
    guard kind(of: path) != nil else { return }
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw .machine("cannot remove \(path)")
    }
  }

  /// The folder that holds a path; nil for a name alone and for the root.
  static func parent(of path: String) -> String? {
    guard let slash = path.lastIndex(of: "/") else { return nil }
    let parent = String(path[..<slash])
    return parent.isEmpty ? (path == "/" ? nil : "/") : parent
  }

  /// Whether a path lies below a folder; both without links, as `resolved` gives them.
  static func isInside(_ path: String, _ folder: String) -> Bool {
    path.hasPrefix(folder == "/" ? folder : folder + "/")
  }

  /// An absolute path without links, of a file that may not exist yet.
  static func resolved(_ path: String) -> String {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    if let buffer = realpath(url.path, nil) {
      defer { free(buffer) }
      return String(cString: buffer)
    }
    guard url.path != "/", let parent = parent(of: url.path) else { return url.path }
    let folder = resolved(parent)
    return (folder == "/" ? "" : folder) + "/" + url.lastPathComponent
  }
}
