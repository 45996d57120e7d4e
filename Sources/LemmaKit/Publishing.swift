import CFileExchange
import Foundation

/// Replaces a published site by a new one, all or nothing.
///
/// The new site is written beside the old one and takes its place in one step where the file system
/// can exchange two folders. Elsewhere it is moved in file by file, pages last; a journal (the new
/// site's folder itself, marked complete) lets the next run finish what was cut off.
struct Publishing {
  /// Names the files that Lemma wrote: only a folder that has it is replaced.
  static let manifestName = "lemma-manifest.txt"
  private static let manifestHeader =
    "Written by lemma build. Do not edit: these files are replaced."

  let output: String
  private let staging: String
  private let completeMark: String

  init(output: String) {
    let path = FileSystem.resolved(output)
    let parent = FileSystem.parent(of: path) ?? "/"
    let name = path.split(separator: "/").last.map(String.init) ?? "site"
    self.output = path
    self.staging = (parent == "/" ? "" : parent) + "/.\(name).lemma-new"
    self.completeMark = (parent == "/" ? "" : parent) + "/.\(name).lemma-complete"
  }

  /// The manifest's text for a set of files: part of what is published.
  static func manifest(of paths: [String]) -> [UInt8] {
    let lines = [manifestHeader] + paths.filter { $0 != manifestName }.sorted()
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// Writes the files (paths relative to the site) in place of what is published.
  func publish(_ files: [(path: String, bytes: [UInt8])]) throws(CommandFailure) {
    if let parent = FileSystem.parent(of: output) { try FileSystem.makeFolder(parent) }
    let lock = try BuildLock(beside: output)
    defer { lock.release() }
    try recover()
    try requireOwnership()
    try FileSystem.remove(staging)
    try FileSystem.makeFolder(staging)
    do throws(CommandFailure) {
      for file in files {
        let path = staging + "/" + file.path
        if let folder = FileSystem.parent(of: path) { try FileSystem.makeFolder(folder) }
        try FileSystem.write(file.bytes, to: path)
      }
    } catch {
      // What was written of it would keep a full disk full.
      try? FileSystem.remove(staging)
      throw error
    }
    try exchange()
  }

  /// Why the folder may not be replaced, or nil: it is absent, empty, or Lemma's own.
  func requireOwnership() throws(CommandFailure) {
    guard let kind = FileSystem.kind(of: output) else { return }
    guard kind == .folder else { throw .usage("\(output) is not a folder") }
    let present = try FileSystem.files(below: output)
    guard !present.isEmpty else { return }
    guard present.contains(Self.manifestName) else {
      throw .usage(
        "\(output) is not empty and was not written by lemma: choose another --output, or empty it")
    }
    let text = String(
      decoding: try FileSystem.read(output + "/" + Self.manifestName), as: UTF8.self)
    let own = Set(text.split(separator: "\n").dropFirst().map(String.init))
    let foreign = present.filter { $0 != Self.manifestName && !own.contains($0) }
    if let first = foreign.first {
      let more = foreign.count > 1 ? " (and \(foreign.count - 1) more)" : ""
      throw .usage(
        "\(output)/\(first)\(more) was not written by lemma, and would be lost: move it to the content folder"
      )
    }
  }
}

extension Publishing {
  private func exchange() throws(CommandFailure) {
    if FileSystem.kind(of: output) == nil {
      try FileSystem.rename(staging, to: output)
      return
    }
    if lemma_exchange_files(staging, output) == 0 {
      try FileSystem.remove(staging)
      return
    }
    try FileSystem.write([], to: completeMark)
    try moveIn()
  }

  /// Finishes or undoes what an earlier run left.
  private func recover() throws(CommandFailure) {
    if FileSystem.kind(of: completeMark) != nil, FileSystem.kind(of: staging) == .folder {
      try moveIn()
    }
    try FileSystem.remove(completeMark)
    try FileSystem.remove(staging)
  }

  /// Moves the staged files in, assets before pages, then removes what is no longer part of the site.
  private func moveIn() throws(CommandFailure) {
    try FileSystem.makeFolder(output)
    let staged = try FileSystem.files(below: staging)
    let isPage = { (path: String) in path.hasSuffix(".html") }
    for path in staged.filter({ !isPage($0) && $0 != Self.manifestName }) + staged.filter(isPage) {
      let target = output + "/" + path
      if let folder = FileSystem.parent(of: target) { try FileSystem.makeFolder(folder) }
      try FileSystem.rename(staging + "/" + path, to: target)
    }
    // The manifest moves last: until then a second run still finds the journal, and finishes it.
    let manifest = staging + "/" + Self.manifestName
    if FileSystem.kind(of: manifest) == .file {
      let text = String(decoding: try FileSystem.read(manifest), as: UTF8.self)
      let kept = Set(text.split(separator: "\n").dropFirst().map(String.init))
      for path in try FileSystem.files(below: output)
      where path != Self.manifestName && !kept.contains(path) {
        try FileSystem.remove(output + "/" + path)
      }
      try FileSystem.rename(manifest, to: output + "/" + Self.manifestName)
    }
    try FileSystem.remove(completeMark)
    try FileSystem.remove(staging)
  }
}

/// Held while a site is being replaced: a second build of the same site fails at once.
private struct BuildLock {
  private let descriptor: Int32
  private let path: String

  init(beside output: String) throws(CommandFailure) {
    let parent = FileSystem.parent(of: output) ?? "/"
    let name = output.split(separator: "/").last.map(String.init) ?? "site"
    path = (parent == "/" ? "" : parent) + "/.\(name).lemma-lock"
    while true {
      let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard opened >= 0 else { throw .system("make the lock", path, errno) }
      guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
        close(opened)
        throw .machine("another lemma is writing \(output): wait for it to end")
      }
      // The holder before may have removed the file between our opening and locking it: then what
      // we hold is no longer the lock.
      var held = stat()
      var present = stat()
      if fstat(opened, &held) == 0, stat(path, &present) == 0, held.st_ino == present.st_ino {
        descriptor = opened
        return
      }
      close(opened)
    }
  }

  func release() {
    // Removed while still held, so that the next one makes a lock of its own.
    unlink(path)
    close(descriptor)
  }
}
