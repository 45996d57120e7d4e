/// A position in the figure: pixels from the upper left corner, y downward.
struct Pixel: Hashable, Sendable {
  var x: Double
  var y: Double

  static func + (a: Pixel, b: Pixel) -> Pixel { Pixel(x: a.x + b.x, y: a.y + b.y) }
  static func - (a: Pixel, b: Pixel) -> Pixel { Pixel(x: a.x - b.x, y: a.y - b.y) }
  static func * (k: Double, a: Pixel) -> Pixel { Pixel(x: k * a.x, y: k * a.y) }

  func dot(_ other: Pixel) -> Double { x * other.x + y * other.y }
  var length: Double { (x * x + y * y).squareRoot() }
  func distance(to other: Pixel) -> Double { (self - other).length }

  /// The distance to the nearest point of a segment.
  func distance(toSegment a: Pixel, _ b: Pixel) -> Double {
    let along = b - a
    let square = along.dot(along)
    guard square > 0 else { return distance(to: a) }
    let share = min(1, max(0, (self - a).dot(along) / square))
    return distance(to: a + share * along)
  }
}

/// A rectangle with sides along the axes.
struct Box: Hashable, Sendable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }
  var centre: Pixel { Pixel(x: (left + right) / 2, y: (top + bottom) / 2) }

  func grown(by margin: Double) -> Box {
    Box(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
  }

  func moved(right: Double, down: Double) -> Box {
    Box(left: left + right, top: top + down, right: self.right + right, bottom: bottom + down)
  }

  func intersects(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func contains(_ other: Box) -> Bool {
    left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
  }

  func contains(_ point: Pixel) -> Bool {
    left <= point.x && point.x <= right && top <= point.y && point.y <= bottom
  }

  /// The part of the segment that lies inside (Liang & Barsky 1984).
  func clipped(segment a: Pixel, _ b: Pixel) -> (Pixel, Pixel)? {
    let along = b - a
    var low = 0.0
    var high = 1.0
    for (step, room) in [
      (-along.x, a.x - left), (along.x, right - a.x), (-along.y, a.y - top),
      (along.y, bottom - a.y),
    ] {
      if step == 0 {
        if room < 0 { return nil }
      } else if step < 0 {
        low = max(low, room / step)
      } else {
        high = min(high, room / step)
      }
    }
    guard low <= high else { return nil }
    return (low == 0 ? a : a + low * along, high == 1 ? b : a + high * along)
  }
}
