import Cells
import Markup

/// What numbers of a column are padded to, so that their decimal points stand in one line.
///
/// Numbers are set flush right in figures of one width; what a number lacks behind its point the style
/// sheet makes up with the same characters, unseen: no space is as wide as `× 10⁻⁵` in every font, and
/// what is not in the document is neither read aloud nor copied.
struct NumberColumn: Sendable {
  let isNumeric: Bool
  /// The longest fraction of the column with its point.
  private let longestFraction: [Character]
  /// The longest of what follows the fractions: ` %`, ` × 10⁻⁵`.
  private let longestEnd: [Character]

  static let text = NumberColumn()

  private init() {
    isNumeric = false
    longestFraction = []
    longestEnd = []
  }

  init(_ table: TableOutput, column: Int) {
    var fraction: [Character] = []
    var end: [Character] = []
    var hasNumbers = false
    for row in table.rows where row.indices.contains(column) {
      guard let width = row[column].integerWidth else { continue }
      hasNumbers = true
      let parts = Self.parts(row[column].text, integerWidth: width)
      if parts.fraction.count > fraction.count { fraction = parts.fraction }
      if parts.end.count > end.count { end = parts.end }
    }
    isNumeric = hasNumbers
    longestFraction = fraction
    longestEnd = end
  }

  func content(of cell: TableOutput.Cell) -> [Element] {
    var content: [Element] = [.text(cell.text)]
    if let note = cell.note {
      content.append(Element("sup", ["class": "note-mark"], text: TableHTML.mark(note)))
    }
    guard isNumeric, let width = cell.integerWidth else { return content }
    let own = Self.parts(cell.text, integerWidth: width)
    let lacking =
      longestFraction.dropFirst(own.fraction.count).map(Self.unseen)
      + longestEnd.dropFirst(own.end.count)
    if !lacking.isEmpty {
      content.append(
        Element("span", ["class": "pad", "data-lacking": String(lacking)]))
    }
    return content
  }

  /// What stands behind the whole part: the fraction with its point, then the rest.
  private static func parts(
    _ text: String, integerWidth: Int
  ) -> (fraction: [Character], end: [Character]) {
    let tail = Array(text.dropFirst(integerWidth))
    guard let point = tail.first, point == "." || point == "," else { return ([], tail) }
    var length = 1
    while length < tail.count {
      let isGroup =
        separators.contains(tail[length]) && length + 1 < tail.count
        && digits.contains(tail[length + 1])
      guard digits.contains(tail[length]) || isGroup else { break }
      length += 1
    }
    return (Array(tail[..<length]), Array(tail[length...]))
  }

  /// All figures are as wide as a nought.
  private static func unseen(_ character: Character) -> Character {
    digits.contains(character) ? "0" : character
  }

  private static let digits: Set<Character> = Set("0123456789")
  private static let separators: Set<Character> = ["\u{202F}", "\u{2009}", "\u{A0}"]
}
