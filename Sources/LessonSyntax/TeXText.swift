import Foundation

/// The TeX that stands in bibliographies, as plain Unicode text.
enum TeXText {
  /// Accents become letters, dashes and quotes typographic, braces and unknown commands go away.
  static func plain(_ tex: String) -> String {
    var reader = Reader(characters: Array(tex.unicodeScalars))
    reader.read()
    let words = reader.text.precomposedStringWithCanonicalMapping
      .split(whereSeparator: { $0.isWhitespace && $0 != "\u{A0}" })
    return words.joined(separator: " ")
  }

  /// `12-34` with the dash of ranges.
  static func pages(_ text: String) -> String {
    guard let dash = text.firstIndex(of: "-"), dash > text.startIndex else { return text }
    let isRange = text.allSatisfy { $0.isNumber || $0 == "-" || $0 == " " || $0 == "," }
    return isRange ? text.replacingOccurrences(of: "-", with: "–") : text
  }

  private static let accents: [Unicode.Scalar: Unicode.Scalar] = [
    "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "\"": "\u{308}", "~": "\u{303}",
    "=": "\u{304}", ".": "\u{307}", "u": "\u{306}", "v": "\u{30C}", "H": "\u{30B}",
    "c": "\u{327}", "k": "\u{328}", "r": "\u{30A}", "d": "\u{323}", "b": "\u{331}",
  ]

  private static let letters: [String: String] = [
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
    "aa": "å", "AA": "Å", "i": "i", "j": "j", "dh": "ð", "th": "þ", "textendash": "–",
    "textemdash": "—", "ldots": "…", "dots": "…", "LaTeX": "LaTeX", "TeX": "TeX",
  ]

  private struct Reader {
    let characters: [Unicode.Scalar]
    var position = 0
    var text = ""

    init(characters: [Unicode.Scalar]) { self.characters = characters }

    var next: Unicode.Scalar? { position < characters.count ? characters[position] : nil }

    mutating func read() {
      while let scalar = next {
        position += 1
        switch scalar {
        case "{", "}": break
        case "~": text += "\u{A0}"
        case "\\": readCommand()
        case "-": readDashes()
        case "`" where next == "`":
          position += 1
          text += "“"
        case "'" where next == "'":
          position += 1
          text += "”"
        default: text.unicodeScalars.append(scalar)
        }
      }
    }

    private mutating func readDashes() {
      guard next == "-" else {
        text += "-"
        return
      }
      position += 1
      if next == "-" {
        position += 1
        text += "—"
      } else {
        text += "–"
      }
    }

    private mutating func readCommand() {
      guard let first = next else { return }
      var name = ""
      if first.properties.isAlphabetic, first.isASCII {
        while let letter = next, letter.isASCII, letter.properties.isAlphabetic {
          name.unicodeScalars.append(letter)
          position += 1
        }
      } else {
        name.unicodeScalars.append(first)
        position += 1
      }
      if name.unicodeScalars.count == 1, let mark = TeXText.accents[first] {
        return readAccented(mark, isLetter: first.properties.isAlphabetic)
      }
      if let letter = TeXText.letters[name] {
        text += letter
        skipSpace()
      } else if name.unicodeScalars.count == 1, !first.properties.isAlphabetic {
        text += name
      } else {
        skipSpace()
      }
    }

    /// The letter that an accent stands on: `e`, `{e}`, `\i`, `{\i}`.
    private mutating func readAccented(_ mark: Unicode.Scalar, isLetter: Bool) {
      if isLetter { skipSpace() }
      while next == "{" { position += 1 }
      guard let base = next else { return }
      position += 1
      if base == "\\", let dotless = next, dotless == "i" || dotless == "j" {
        text.unicodeScalars.append(dotless)
        position += 1
      } else if base == "}" {
        return
      } else {
        text.unicodeScalars.append(base)
      }
      text.unicodeScalars.append(mark)
    }

    private mutating func skipSpace() {
      while let space = next, space == " " || space == "\n" || space == "\t" { position += 1 }
    }
  }
}
