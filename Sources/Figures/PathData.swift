/// Writes the `d` attribute of a path: relative commands, two decimals, no needless character.
///
/// Positions are counted in whole hundredths, so that roundings do not add up along a path.
struct PathData {
  private(set) var text = ""
  private var x = 0
  private var y = 0
  private var last: Character = " "

  var isEmpty: Bool { text.isEmpty }

  mutating func move(to point: Pixel) {
    let (nx, ny) = (Self.hundredths(point.x), Self.hundredths(point.y))
    command("M")
    number(nx)
    number(ny)
    (x, y) = (nx, ny)
  }

  mutating func line(to point: Pixel) {
    let (nx, ny) = (Self.hundredths(point.x), Self.hundredths(point.y))
    let (dx, dy) = (nx - x, ny - y)
    if dx == 0 && dy == 0 { return }
    if dy == 0 {
      command("h")
      number(dx)
    } else if dx == 0 {
      command("v")
      number(dy)
    } else {
      command("l")
      number(dx)
      number(dy)
    }
    (x, y) = (nx, ny)
  }

  mutating func curve(_ first: Pixel, _ second: Pixel, to end: Pixel) {
    command("c")
    for point in [first, second, end] {
      number(Self.hundredths(point.x) - x)
      number(Self.hundredths(point.y) - y)
    }
    (x, y) = (Self.hundredths(end.x), Self.hundredths(end.y))
  }

  mutating func close() { command("z") }

  /// A polyline from its first point on.
  mutating func polyline(_ points: [Pixel]) {
    guard let first = points.first else { return }
    move(to: first)
    for point in points.dropFirst() { line(to: point) }
  }

  private mutating func command(_ letter: Character) {
    if letter == last && letter != "M" { return }
    text.append(letter)
    last = letter
    separates = false
  }

  private var separates = false
  private var hasPoint = false

  private mutating func number(_ value: Int) {
    let digits = Self.text(value)
    if separates && !(digits.hasPrefix("-") || (digits.hasPrefix(".") && hasPoint)) {
      text.append(" ")
    }
    text += digits
    separates = true
    hasPoint = digits.contains(".")
  }
}

extension PathData {
  static func hundredths(_ value: Double) -> Int {
    value.isNaN ? 0 : Int((min(max(value, -1e6), 1e6) * 100).rounded())
  }

  /// A coordinate with at most two decimals, for attributes.
  static func number(_ value: Double) -> String { text(hundredths(value), leadingZero: true) }

  private static func text(_ hundredths: Int, leadingZero: Bool = false) -> String {
    let magnitude = hundredths.magnitude
    let (whole, rest) = (magnitude / 100, magnitude % 100)
    var text = hundredths < 0 ? "-" : ""
    if whole > 0 || rest == 0 || leadingZero { text += String(whole) }
    if rest > 0 {
      text += "."
      text += rest % 10 == 0 ? String(rest / 10) : (rest < 10 ? "0" : "") + String(rest)
    }
    return text
  }
}
