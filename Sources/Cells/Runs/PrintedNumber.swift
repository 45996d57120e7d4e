import MathCore

/// A number in what a program printed, in the notation that Swift and Python share: `-1.28e-13`,
/// `5.`, `1e+05`. Its value is that decimal, exactly.
struct PrintedNumber {
  /// UTF-8 offsets; with the sign, where there is one.
  let range: Range<Int>
  let value: Rational

  /// A text that is one number and nothing else.
  init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard let number = Self.number(in: bytes, at: 0), number.range.count == bytes.count else {
      return nil
    }
    self = number
  }

  private init?(_ bytes: [UInt8], _ range: Range<Int>) {
    guard let value = Rational(literal: String(decoding: bytes[range], as: UTF8.self)) else {
      return nil
    }
    self.range = range
    self.value = value
  }

  /// The numbers of a text, in order. Digits that follow a letter or `_` belong to a name: `log2`.
  static func all(in bytes: [UInt8]) -> [PrintedNumber] {
    var numbers: [PrintedNumber] = []
    var position = 0
    while position < bytes.count {
      if position > 0, isOfName(bytes[position - 1]), bytes[position].isDigit {
        while position < bytes.count, bytes[position].isDigit || bytes[position] == 0x2E {
          position += 1
        }
      } else if let number = number(in: bytes, at: position) {
        numbers.append(number)
        position = number.range.upperBound
      } else {
        position += 1
      }
    }
    return numbers
  }

  private static func number(in bytes: [UInt8], at start: Int) -> PrintedNumber? {
    var end = start
    func digits() -> Int {
      let first = end
      while end < bytes.count, bytes[end].isDigit { end += 1 }
      return end - first
    }
    if isSign(bytes, at: start) { end += 1 }
    var count = digits()
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
      end += 1
      count += digits()
    }
    guard count > 0 else { return nil }
    let mantissa = end
    if end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
      end += 1
      if end < bytes.count, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[end]) {
        end += 1
      }
      if digits() == 0 { end = mantissa }
    }
    return PrintedNumber(bytes, start..<end)
  }

  /// Between two operands a `-` is no sign.
  private static func isSign(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index < bytes.count,
      bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+")
    else { return false }
    guard index > 0 else { return true }
    let before = bytes[index - 1]
    return
      !(before.isDigit || isOfName(before) || before == UInt8(ascii: ".")
      || before == UInt8(ascii: ")") || before == UInt8(ascii: "]"))
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_")
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
