/// A picture of lines in a few colours on white, with smooth edges.
struct Canvas {
  let width: Int
  let height: Int
  /// How many shades each colour has, from white to itself.
  static let shades = 16
  /// Indices into `palette`.
  private(set) var pixels: [UInt8]
  private var colours: [[UInt8]] = []

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
    let columns = Self.range(start.x, end.x, reach, limit: width)
    for y in Self.range(start.y, end.y, reach, limit: height) {
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

  private static func range(_ a: Double, _ b: Double, _ reach: Double, limit: Int) -> Range<Int> {
    let low = min(max(min(a, b) - reach, 0), Double(limit))
    let high = min(max(max(a, b) + reach, low), Double(limit))
    return Int(low)..<Int(high)
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
