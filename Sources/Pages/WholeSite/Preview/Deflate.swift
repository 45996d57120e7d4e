/// Compresses what has long runs, as drawings do: DEFLATE (RFC 1951) with its fixed codes.
///
/// Repetitions are looked for at two distances only, the byte before and the row above, which is all
/// that a drawing of a few lines needs.
struct Deflate {
  private(set) var bytes: [UInt8] = []
  private var bits: UInt32 = 0
  private var bitCount: UInt32 = 0

  /// One block, the last.
  init(_ data: [UInt8], rowLength: Int) {
    write(0b011, 3)
    var position = 0
    while position < data.count {
      let matches = [1, rowLength].map { (distance: $0, length: Self.match(data, position, $0)) }
      let best = matches[1].length > matches[0].length ? matches[1] : matches[0]
      if best.length >= 3 {
        write(length: best.length)
        write(distance: best.distance)
        position += best.length
      } else {
        write(symbol: Int(data[position]))
        position += 1
      }
    }
    write(symbol: 256)
    if bitCount > 0 { bytes.append(UInt8(truncatingIfNeeded: bits)) }
  }

  private static func match(_ data: [UInt8], _ position: Int, _ distance: Int) -> Int {
    guard position >= distance else { return 0 }
    let limit = min(258, data.count - position)
    var length = 0
    while length < limit, data[position + length] == data[position + length - distance] {
      length += 1
    }
    return length
  }
}

extension Deflate {
  /// Least significant bit first.
  private mutating func write(_ value: Int, _ count: UInt32) {
    bits |= UInt32(value) << bitCount
    bitCount += count
    while bitCount >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      bitCount -= 8
    }
  }

  /// Huffman codes are packed most significant bit first.
  private mutating func write(code: Int, _ count: UInt32) {
    var reversed = 0
    for bit in 0..<Int(count) where code >> bit & 1 == 1 { reversed |= 1 << (Int(count) - 1 - bit) }
    write(reversed, count)
  }

  /// The fixed code of a literal, of the end, or of a length (section 3.2.6).
  private mutating func write(symbol: Int) {
    switch symbol {
    case ..<144: write(code: 0x30 + symbol, 8)
    case ..<256: write(code: 0x190 + symbol - 144, 9)
    case ..<280: write(code: symbol - 256, 7)
    default: write(code: 0xC0 + symbol - 280, 8)
    }
  }

  /// Lengths from 3 to 258 and distances from 1 have a code for each range, then the place in it
  /// (section 3.2.5).
  private mutating func write(length: Int) {
    if length == 258 { return write(symbol: 285) }
    let (code, extra, rest) = Self.range(of: length - 3, codesForEachWidth: 4)
    write(symbol: 257 + code)
    write(rest, extra)
  }

  private mutating func write(distance: Int) {
    let (code, extra, rest) = Self.range(of: distance - 1, codesForEachWidth: 2)
    write(code: code, 5)
    write(rest, extra)
  }

  /// The first `2 · count` codes stand for themselves; then each `count` codes cover ranges twice as
  /// wide as those before.
  private static func range(
    of value: Int, codesForEachWidth count: Int
  ) -> (code: Int, extra: UInt32, rest: Int) {
    var extra = 0
    while value >> extra >= 2 * count { extra += 1 }
    return (extra * count + value >> extra, UInt32(extra), value & ((1 << extra) - 1))
  }
}
