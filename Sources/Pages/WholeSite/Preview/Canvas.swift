/// A picture of lines in a few colours on white, with smooth edges.
struct Canvas {
  let width: Int
  let height: Int
  /// How many shades each colour has, from white to itself.
  static let shades = 16
  /// Indices into `palette`.
  private(set) var pixels: [UInt8]
  private var colours: [[UInt8]] = []
  /// Where alone anything is drawn; nil: everywhere.
  var clip: PathOutline.Rectangle?

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    pixels = Array(repeating: 0, count: width * height)
  }

  /// Every colour's shades, one colour after the other.
  var palette: [[UInt8]] {
    let all = colours.flatMap { colour in
      (0..<Self.shades).map { shade in
        colour.map { UInt8(255 - (255 - Int($0)) * shade / (Self.shades - 1)) }
      }
    }
    return all.isEmpty ? [[255, 255, 255]] : all
  }

  /// Draws over what stands there where it covers at least as much of a pixel.
  mutating func draw(_ line: [PathOutline.Point], width: Double, colour: [UInt8]) {
    guard let index = index(of: colour) else { return }
    for (start, end) in zip(line, line.dropFirst()) {
      draw(from: start, to: end, width: width, colour: index)
    }
  }

  /// Draws the inside of a closed line over what stands there, as if that were white.
  ///
  /// A translucent colour on white is one of its shades, and what is drawn later covers it.
  mutating func fill(_ outline: [PathOutline.Point], opacity: Double, colour: [UInt8]) {
    let shade = Int((opacity * Double(Self.shades - 1)).rounded())
    let heights = outline.map(\.y)
    guard let index = index(of: colour), (1..<Self.shades).contains(shade), let top = heights.min(),
      let bottom = heights.max()
    else { return }
    for y in rows(from: top, to: bottom) {
      let crossings = Self.crossings(of: outline, at: Double(y) + 0.5)
      for end in stride(from: 1, to: crossings.count, by: 2) {
        for x in columns(from: crossings[end - 1] + 0.5, to: crossings[end] + 0.5) {
          pixels[y * width + x] = UInt8(index * Self.shades + shade)
        }
      }
    }
  }

  /// Where a closed line crosses a row of pixels, from left to right.
  private static func crossings(of outline: [PathOutline.Point], at y: Double) -> [Double] {
    zip(outline, outline.dropFirst() + outline.prefix(1)).compactMap { start, end in
      guard (start.y <= y) != (end.y <= y) else { return nil }
      return start.x + (y - start.y) / (end.y - start.y) * (end.x - start.x)
    }.sorted()
  }

  private mutating func index(of colour: [UInt8]) -> Int? {
    if let known = colours.firstIndex(of: colour) { return known }
    guard (colours.count + 1) * Self.shades <= 256 else { return nil }
    colours.append(colour)
    return colours.count - 1
  }

  private mutating func draw(
    from start: PathOutline.Point, to end: PathOutline.Point, width lineWidth: Double, colour: Int
  ) {
    let reach = lineWidth / 2 + 1
    let (left, right) = (min(start.x, end.x) - reach, max(start.x, end.x) + reach)
    let columns = columns(from: left, to: right)
    for y in rows(from: min(start.y, end.y) - reach, to: max(start.y, end.y) + reach) {
      for x in columns {
        let centre = PathOutline.Point(x: Double(x) + 0.5, y: Double(y) + 0.5)
        let distance = Self.distance(of: centre, from: start, to: end)
        let cover = min(1, max(0, lineWidth / 2 + 0.5 - distance))
        let shade = Int(cover * Double(Self.shades - 1) + 0.5)
        let place = y * width + x
        if shade > 0, shade >= Int(pixels[place]) % Self.shades {
          pixels[place] = UInt8(colour * Self.shades + shade)
        }
      }
    }
  }

  private func columns(from low: Double, to high: Double) -> Range<Int> {
    Self.range(low, high, from: clip?.from.x ?? 0, to: min(clip?.to.x ?? .infinity, Double(width)))
  }

  private func rows(from low: Double, to high: Double) -> Range<Int> {
    Self.range(low, high, from: clip?.from.y ?? 0, to: min(clip?.to.y ?? .infinity, Double(height)))
  }

  private static func range(
    _ low: Double, _ high: Double, from first: Double, to last: Double
  ) -> Range<Int> {
    let start = min(max(low, first, 0), max(last, 0))
    return Int(start)..<Int(max(start, min(high, last)))
  }

  /// Of a point from a segment.
  private static func distance(
    of point: PathOutline.Point, from start: PathOutline.Point, to end: PathOutline.Point
  ) -> Double {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let square = dx * dx + dy * dy
    let along = (point.x - start.x) * dx + (point.y - start.y) * dy
    let share = square > 0 ? min(1, max(0, along / square)) : 0
    let (x, y) = (point.x - start.x - share * dx, point.y - start.y - share * dy)
    return (x * x + y * y).squareRoot()
  }
}
