/// What is drawn where, on a grid of four-pixel cells: labels look for room in it.
struct Occupancy: Sendable {
  private let columns: Int
  private let rows: Int
  /// For each cell the owners as bits; the highest is for what belongs to no series.
  private var cells: [UInt64]
  private var boxes: [Box] = []
  /// Steps that may still be walked along curves: bounds the cost of wild ones.
  private var budget = 400_000

  private static let cell = 4.0
  static let nobody: UInt64 = 1 << 63

  init(width: Double, height: Double) {
    columns = Int(width / Self.cell) + 1
    rows = Int(height / Self.cell) + 1
    cells = Array(repeating: 0, count: columns * rows)
  }

  static func owner(_ index: Int) -> UInt64 { 1 << UInt64(min(index, 62)) }

  mutating func add(_ piece: [Pixel], owner: UInt64) {
    for (a, b) in zip(piece, piece.dropFirst()) {
      let steps = min(4000, Int(a.distance(to: b) / 2) + 1)
      budget -= steps
      if budget < 0 { return }
      for step in 0...steps { mark(a + Double(step) / Double(steps) * (b - a), owner) }
    }
  }

  /// The inside of a bar, given by its corners.
  mutating func fill(_ corners: [Pixel]) {
    guard let first = corners.first, corners.count == 4 else { return }
    let far = corners[2]
    var y = min(first.y, far.y)
    while y < max(first.y, far.y) {
      add([Pixel(x: first.x, y: y), Pixel(x: far.x, y: y)], owner: Self.nobody)
      y += Self.cell
    }
  }

  mutating func add(_ box: Box) { boxes.append(box) }

  private mutating func mark(_ point: Pixel, _ owner: UInt64) {
    guard point.x >= 0, point.y >= 0, point.x < 1e5, point.y < 1e5 else { return }
    let (column, row) = (Int(point.x / Self.cell), Int(point.y / Self.cell))
    guard column < columns, row < rows else { return }
    cells[row * columns + column] |= owner
  }

  /// Whose curves pass through a box, as bits.
  func owners(in box: Box) -> UInt64 {
    var result: UInt64 = 0
    forEachCell(in: box) { result |= cells[$0] }
    return result
  }

  /// How much of a box is covered: cells that curves pass, and boxes counted heavily.
  func cover(of box: Box) -> Int {
    var count = 0
    forEachCell(in: box) { if cells[$0] != 0 { count += 1 } }
    return count + 60 * boxes.count { $0.intersects(box) }
  }

  /// The nearest place for a box, at most half of the frame away, where nothing is drawn; nil where
  /// there is none.
  func room(like box: Box, in frame: Box) -> Box? {
    let step = 2 * Self.cell
    let (columns, rows) = (Int(frame.width / 2 / step), Int(frame.height / 2 / step))
    let right = box.centre.x < frame.centre.x ? step : -step
    let down = box.centre.y < frame.centre.y ? step : -step
    let moves = (0...max(0, columns)).flatMap { column in
      (0...max(0, rows)).map { row in (column: column, row: row) }
    }
    return moves.sorted { ($0.column + $0.row, $0.column) < ($1.column + $1.row, $1.column) }.lazy
      .map { box.moved(right: Double($0.column) * right, down: Double($0.row) * down) }
      .first { owners(in: $0) == 0 && !hitsBox($0) }
  }

  func hitsBox(_ box: Box) -> Bool { boxes.contains { $0.intersects(box) } }

  private func forEachCell(in box: Box, _ body: (Int) -> Void) {
    let left = max(0, Int(max(0, box.left) / Self.cell))
    let right = min(columns - 1, Int(max(0, box.right) / Self.cell))
    let top = max(0, Int(max(0, box.top) / Self.cell))
    let bottom = min(rows - 1, Int(max(0, box.bottom) / Self.cell))
    guard left <= right, top <= bottom else { return }
    for row in top...bottom {
      for column in left...right { body(row * columns + column) }
    }
  }
}
