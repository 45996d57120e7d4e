@testable import Figures

/// Reads path data back: an independent reader of what `PathData` writes.
enum PathReading {
  /// Pieces as polylines (cubics flattened finely), and the number of nodes in the text.
  static func polylines(_ data: String) -> (pieces: [[Pixel]], nodes: Int) {
    var pieces: [[Pixel]] = []
    var nodes = 0
    var at = Pixel(x: 0, y: 0)
    for (command, numbers) in commands(data) {
      var rest = numbers[...]
      func next() -> Double { rest.removeFirst() }
      repeat {
        switch command {
        case "M":
          at = Pixel(x: next(), y: next())
          pieces.append([at])
        case "l": at = at + Pixel(x: next(), y: next())
        case "h": at = at + Pixel(x: next(), y: 0)
        case "v": at = at + Pixel(x: 0, y: next())
        case "c":
          let a = at + Pixel(x: next(), y: next())
          let b = at + Pixel(x: next(), y: next())
          let end = at + Pixel(x: next(), y: next())
          for step in 1..<32 {
            let t = Double(step) / 32
            let s = 1 - t
            let point = (s * s * s) * at + (3 * s * s * t) * a
            pieces[pieces.count - 1].append(point + (3 * s * t * t) * b + (t * t * t) * end)
          }
          at = end
        default: return (pieces, nodes)
        }
        nodes += 1
        if command != "M" { pieces[pieces.count - 1].append(at) }
      } while !rest.isEmpty
    }
    return (pieces, nodes)
  }

  private static func commands(_ data: String) -> [(Character, [Double])] {
    var result: [(Character, [Double])] = []
    var number = ""
    func flush() {
      if let value = Double(number.hasPrefix(".") ? "0" + number : number.replacingPoint) {
        result[result.count - 1].1.append(value)
      }
      number = ""
    }
    for character in data {
      if character.isLetter {
        flush()
        result.append((character, []))
      } else if character == " " {
        flush()
      } else if character == "-" || (character == "." && number.contains(".")) {
        flush()
        number = String(character)
      } else {
        number.append(character)
      }
    }
    flush()
    return result
  }
}

extension String {
  /// `-.5` as `-0.5`.
  fileprivate var replacingPoint: String { hasPrefix("-.") ? "-0" + dropFirst() : self }
}

/// Finds the distance to the nearest of many segments, by tiles of four pixels.
///
/// What is farther than four pixels is infinitely far.
struct SegmentIndex {
  private static let count = 200
  private var tiles: [[(Pixel, Pixel)]] = Array(repeating: [], count: count * count)

  init(_ pieces: [[Pixel]]) {
    for piece in pieces {
      for (a, b) in zip(piece, piece.dropFirst()) { add(a, b) }
    }
  }

  private static func tile(_ coordinate: Double) -> Int {
    min(count - 1, max(0, Int((coordinate + 120) / 4)))
  }

  private mutating func add(_ a: Pixel, _ b: Pixel) {
    let steps = Int(a.distance(to: b) / 4) + 1
    for step in 0..<steps {
      let from = a + Double(step) / Double(steps) * (b - a)
      let to = a + Double(step + 1) / Double(steps) * (b - a)
      tiles[Self.tile(from.y) * Self.count + Self.tile(from.x)].append((from, to))
      let end = Self.tile(to.y) * Self.count + Self.tile(to.x)
      if end != Self.tile(from.y) * Self.count + Self.tile(from.x) { tiles[end].append((from, to)) }
    }
  }

  func distance(to point: Pixel) -> Double {
    var best = Double.infinity
    for y in Self.tile(point.y - 4)...Self.tile(point.y + 4) {
      for x in Self.tile(point.x - 4)...Self.tile(point.x + 4) {
        for (a, b) in tiles[y * Self.count + x] {
          best = min(best, point.distance(toSegment: a, b))
        }
      }
    }
    return best
  }
}
