import Diagnostics
import Foundation

/// Applies the edits that diagnostics suggest, and nothing else: every other byte of a file stays.
struct Fixing: Sendable {
  /// How many places were mended.
  private(set) var edits = 0
  private(set) var paths: Set<String> = []

  /// - Parameter diagnostics: of a build; their files say what was read, and a file that is no longer
  ///   that is left alone: that is thrown once the others are mended.
  init(applying diagnostics: [Diagnostic]) throws(CommandFailure) {
    let mendable = diagnostics.filter { $0.edit != nil }
    var changed: String?
    for path in Set(mendable.map(\.file.path)).sorted() {
      let own = mendable.filter { $0.file.path == path }
      guard let file = own.first?.file else { continue }
      let changes = own.compactMap(\.edit).filter { edit in
        !file.bytes[edit.span.start..<edit.span.end].elementsEqual(edit.replacement.utf8)
      }
      let applied = LinkKeeping(file).harmless(Self.nonOverlapping(changes))
      guard !applied.isEmpty else { continue }
      let target = FileSystem.resolved(path)
      guard try FileSystem.read(target) == file.bytes else {
        changed = changed ?? path
        continue
      }
      try FileSystem.replace(target, with: Self.bytes(file.bytes, applying: applied))
      edits += applied.count
      paths.insert(path)
    }
    if let changed {
      throw .machine("\(changed) changed while it was being looked at; nothing was written to it")
    }
  }

  /// In order; of two that touch each other the first counts, and the next run finds the second.
  private static func nonOverlapping(_ edits: [Edit]) -> [Edit] {
    var result: [Edit] = []
    for edit in edits.sorted(by: { $0.span < $1.span }) {
      if let last = result.last, edit.span.start < last.span.end || edit.span == last.span {
        continue
      }
      result.append(edit)
    }
    return result
  }

  static func bytes(_ bytes: [UInt8], applying edits: [Edit]) -> [UInt8] {
    var result: [UInt8] = []
    var offset = 0
    for edit in edits {
      result += bytes[offset..<edit.span.start]
      result += edit.replacement.utf8
      offset = edit.span.end
    }
    return result + bytes[offset...]
  }
}
