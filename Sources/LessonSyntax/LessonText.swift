import Diagnostics

/// A lesson's Markdown as cmark-gfm may read it, with the way back to the file.
///
/// The front matter and a byte order mark are left out; NUL and what is not UTF-8 is replaced by
/// U+FFFD, as cmark-gfm itself would.
struct LessonText: Sendable {
  let file: SourceFile
  let bytes: [UInt8]
  /// Where each line of `bytes` begins.
  let lineStarts: [Int]
  private let origin: Int
  private let repairs: [Repair]

  /// From `offset` on (in `bytes`), the file's offset is greater by `shift` than `origin` says.
  private struct Repair: Sendable {
    var offset: Int
    var shift: Int
  }

  init(_ file: SourceFile, from origin: Int) {
    self.file = file
    self.origin = origin
    let rest = file.bytes[origin...]
    if Self.isClean(rest) {
      bytes = Array(rest)
      repairs = []
      let first = file.line(at: origin)
      lineStarts = [0] + file.lineStarts.dropFirst(first + 1).map { $0 - origin }
    } else {
      (bytes, repairs) = Self.repaired(rest)
      lineStarts = SourceFile(path: "", bytes: bytes).lineStarts
    }
  }

  func fileOffset(_ offset: Int) -> Int {
    guard !repairs.isEmpty else { return origin + offset }
    let next = repairs.partitioningIndex { $0.offset > offset }
    let shift = next > 0 ? repairs[next - 1].shift : 0
    return min(max(origin, origin + offset + shift), file.bytes.count)
  }

  /// Where the relation to the file changes within a range of `bytes`.
  func breaks(in range: Range<Int>) -> [Int] {
    guard !repairs.isEmpty else { return [] }
    return repairs.filter { range.contains($0.offset) }.map(\.offset)
  }

  /// A line's bytes (counted from 0) without its ending; empty past the end.
  func line(_ index: Int) -> Range<Int> {
    guard lineStarts.indices.contains(index) else { return bytes.count..<bytes.count }
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }
}

extension LessonText {
  private static func isClean(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
  }

  private static func repaired(_ bytes: ArraySlice<UInt8>) -> ([UInt8], [Repair]) {
    var result: [UInt8] = []
    var repairs: [Repair] = []
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let length = bytes[position] == 0 ? 0 : UTF8.lengthOfCharacter(in: bytes, at: position)
      if length > 0 {
        result += bytes[position..<(position + length)]
        position += length
      } else {
        result += [0xEF, 0xBF, 0xBD]
        position += 1
        let shift = position - bytes.startIndex - result.count
        repairs.append(Repair(offset: result.count - 2, shift: shift + 1))
        repairs.append(Repair(offset: result.count - 1, shift: shift))
      }
    }
    return (result, repairs)
  }
}
