/// A text with the place that was found for it.
struct PlacedText: Sendable, Hashable {
  enum Anchor: String, Sendable, Hashable { case start, middle, end }

  var text: String
  /// The anchor's place on the baseline.
  var place: Pixel
  var anchor: Anchor
}

/// A series' name beside a piece of its line.
struct LegendEntry: Sendable, Hashable {
  var name: String
  var colour: ColourPair
  var lineWidth: Double
  var dash: [Double]
  var kind: Kind

  enum Kind: Sendable, Hashable {
    case line, area
    case symbol(MarkStyle.Symbol)
  }
}

/// Finds room for annotations and for the names of curves.
struct LabelPlacement: Sendable {
  let frame: Box
  let metrics: TextMetrics
  private(set) var occupancy: Occupancy

  init(frame: Box, metrics: TextMetrics, occupancy: Occupancy) {
    self.frame = frame
    self.metrics = metrics
    self.occupancy = occupancy
  }

  /// The length of the piece of line beside a name.
  var swatchWidth: Double { 1.4 * metrics.size }
  var swatchGap: Double { 0.4 * metrics.size }

  func entryWidth(_ name: String) -> Double {
    swatchWidth + swatchGap + metrics.width(of: name) * TextMetrics.slack
  }

  /// A place beside one of some points, taken for good.
  ///
  /// - Parameter isCentred: the text is about what is as broad as a bar, and stands above or below.
  mutating func annotation(
    _ annotation: MarkAnnotation, at points: [Pixel], distance: Double, isCentred: Bool
  ) -> PlacedText {
    let preferences = isCentred ? Self.upright + Self.slanted : Self.slanted + Self.upright
    let positions = annotation.position == .automatic ? preferences : [annotation.position]
    let size = (metrics.width(of: annotation.text) * TextMetrics.slack, metrics.size * 1.3)
    let room = frame.grown(by: 4)
    var best: (placed: PlacedText, box: Box, cost: Int)?
    for point in points {
      for (rank, position) in positions.enumerated() {
        let (placed, box) = text(annotation.text, size, position, point, distance)
        let cost = occupancy.cover(of: box) * 10 + rank + (room.contains(box) ? 0 : 2000)
        if cost < best?.cost ?? Int.max { best = (placed, box, cost) }
      }
    }
    guard let best else {
      return PlacedText(text: annotation.text, place: frame.centre, anchor: .start)
    }
    occupancy.add(best.box)
    return best.placed
  }

  private static let slanted: [MarkAnnotation.Position] = [
    .topTrailing, .topLeading, .bottomTrailing, .bottomLeading,
  ]
  private static let upright: [MarkAnnotation.Position] = [.top, .bottom, .trailing, .leading]

  private func text(
    _ text: String, _ size: (width: Double, height: Double),
    _ position: MarkAnnotation.Position, _ point: Pixel, _ distance: Double
  ) -> (PlacedText, Box) {
    let direction = Self.direction(position)
    let isDiagonal = direction.x != 0 && direction.y != 0
    let reach = isDiagonal ? 0.75 * distance : distance
    let x = point.x + direction.x * reach
    let centre = point.y + direction.y * (reach + size.height / 2)
    let anchor: PlacedText.Anchor = direction.x > 0 ? .start : direction.x < 0 ? .end : .middle
    let left = direction.x > 0 ? x : direction.x < 0 ? x - size.width : x - size.width / 2
    let box = Box(
      left: left, top: centre - size.height / 2, right: left + size.width,
      bottom: centre + size.height / 2)
    let baseline = Pixel(x: x, y: centre + metrics.capHeight / 2)
    return (PlacedText(text: text, place: baseline, anchor: anchor), box)
  }

  private static func direction(_ position: MarkAnnotation.Position) -> Pixel {
    switch position {
    case .top: Pixel(x: 0, y: -1)
    case .bottom: Pixel(x: 0, y: 1)
    case .leading: Pixel(x: -1, y: 0)
    case .trailing: Pixel(x: 1, y: 0)
    case .automatic, .topTrailing: Pixel(x: 1, y: -1)
    case .topLeading: Pixel(x: -1, y: -1)
    case .bottomTrailing: Pixel(x: 1, y: 1)
    case .bottomLeading: Pixel(x: -1, y: 1)
    }
  }
}

extension LabelPlacement {
  /// Places for the names of curves, each beside its own curve and clear of every other; nil where
  /// a name finds none.
  mutating func names(_ curves: [(name: String, owner: UInt64, pieces: [[Pixel]])]) -> [Box]? {
    var result: [Box] = []
    for curve in curves {
      guard let box = place(curve) else { return nil }
      occupancy.add(box)
      result.append(box)
    }
    return result
  }

  private func place(_ curve: (name: String, owner: UInt64, pieces: [[Pixel]])) -> Box? {
    let (width, height) = (entryWidth(curve.name), metrics.size * 1.15)
    let room = frame.grown(by: -2)
    var best: (box: Box, cost: Double)?
    for point in Self.stations(curve.pieces, in: frame) {
      for (dx, dy) in Self.offsets {
        let centre = Pixel(
          x: point.x + dx * (width / 2 + 7), y: point.y + dy * (height / 2 + 6))
        let box = Box(
          left: centre.x - width / 2, top: centre.y - height / 2, right: centre.x + width / 2,
          bottom: centre.y + height / 2)
        guard room.contains(box), occupancy.owners(in: box.grown(by: 2)) == 0,
          !occupancy.hitsBox(box.grown(by: 3))
        else { continue }
        // The nearest line must be the curve's own.
        if occupancy.owners(in: box.grown(by: 8)) & ~curve.owner & ~Occupancy.nobody != 0 {
          continue
        }
        let others = occupancy.owners(in: box.grown(by: 26)) & ~curve.owner
        let crowding = Double(others.nonzeroBitCount) * 120
        let centredness = (box.centre.x - (frame.left + 0.72 * frame.width)).magnitude
        let cost = centredness + crowding + (dy < 0 ? 0 : 25) + (dx == 0 ? 0 : 12)
        if cost < best?.cost ?? .infinity { best = (box, cost) }
      }
    }
    return best?.box
  }

  /// The least movement of sorted heights that keeps them apart: touching ones move as a block.
  static func spread(_ heights: [Double], apart: Double) -> [Double] {
    var blocks: [(sum: Double, count: Int)] = []
    for (index, height) in heights.enumerated() {
      // Each height less what the ones before it push it down.
      blocks.append((height - Double(index) * apart, 1))
      while blocks.count > 1 {
        let last = blocks[blocks.count - 1]
        let before = blocks[blocks.count - 2]
        guard before.sum / Double(before.count) > last.sum / Double(last.count) else { break }
        blocks.removeLast(2)
        blocks.append((before.sum + last.sum, before.count + last.count))
      }
    }
    let bases = blocks.flatMap { Array(repeating: $0.sum / Double($0.count), count: $0.count) }
    return bases.enumerated().map { $1 + Double($0) * apart }
  }

  private static let offsets: [(Double, Double)] = [
    (0, -1), (0, 1), (1, 0), (-1, 0), (1, -1), (-1, -1), (1, 1), (-1, 1), (0.5, -1), (-0.5, -1),
    (0.5, 1), (-0.5, 1),
  ]

  /// Points along a curve, about ten pixels apart, at most a few hundred.
  private static func stations(_ pieces: [[Pixel]], in frame: Box) -> [Pixel] {
    var result: [Pixel] = []
    for piece in pieces {
      var walked = 10.0
      for (a, b) in zip(piece, piece.dropFirst()) {
        let length = a.distance(to: b)
        var next = 10 - walked
        while next <= length, result.count < 400 {
          let point = length > 0 ? a + max(0, next / length) * (b - a) : a
          if frame.contains(point) { result.append(point) }
          next += 10
        }
        walked = length - (next - 10)
      }
    }
    return result
  }
}
