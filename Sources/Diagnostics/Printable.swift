extension String {
  /// The text as a terminal may get it: U+FFFD stands for each control character, which could move the
  /// cursor or worse, and for each mark that turns the direction of what follows.
  ///
  /// - Parameter onOneLine: a line end is one of them then, and shown as `␤`.
  public func printable(onOneLine: Bool) -> String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\n": result.unicodeScalars.append(onOneLine ? "\u{2424}" : scalar)
      case let hidden where !hidden.isPrintable: result.unicodeScalars.append("\u{FFFD}")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// At most so many characters: of a longer text its beginning and its end.
  func shortened(to most: Int) -> String {
    guard utf8.count > most, count > most else { return self }
    let tail = most / 4
    return prefix(most - tail - 1) + "…" + suffix(tail)
  }
}

extension Unicode.Scalar {
  /// False for control characters but the tab, and for the marks of Unicode's bidirectional algorithm.
  var isPrintable: Bool {
    switch value {
    case 0x09: true
    case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: false
    default: true
    }
  }
}
