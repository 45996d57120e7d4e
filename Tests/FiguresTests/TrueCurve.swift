@testable import Figures

/// A function's graph followed by brute force: samples a sixtieth of a pixel apart, with more
/// between neighbours that are far apart and at the ends of the domain.
struct TrueCurve {
  var function: PlotFunction
  var x: Scale
  var y: Scale

  private func point(_ value: Double) -> Pixel? {
    guard let result = function(value), result.isFinite, let height = y.position(of: result),
      let place = x.position(of: value)
    else { return nil }
    return Pixel(x: place, y: min(max(height, -100), 500))
  }

  func pieces(in frame: Box) -> [[Pixel]] {
    var pieces: [[Pixel]] = [[]]
    var last: (value: Double, point: Pixel?)?
    for step in 0...Int(frame.width * 60) {
      let value = x.value(at: frame.left + Double(step) / 60)
      let next = point(value)
      switch (last?.point, next) {
      case (.some(let from), .some(let to)):
        if from.distance(to: to) > 0.2 {
          pieces[pieces.count - 1] += between(last?.value ?? value, value)
          if pieces[pieces.count - 1].last != to { pieces.append([]) }
        }
      case (.some, nil): pieces[pieces.count - 1] += toEdge(last?.value ?? value, value)
      case (nil, .some):
        pieces.append([])
        if let last { pieces[pieces.count - 1] += toEdge(value, last.value).reversed() }
      case (nil, nil): break
      }
      if let next {
        pieces[pieces.count - 1].append(next)
      }
      last = (value, next)
    }
    return pieces
  }

  /// Points between two that are far apart; only those that are joined.
  private func between(_ from: Double, _ to: Double) -> [Pixel] {
    guard let first = point(from) else { return [] }
    var result = [first]
    var at = from
    // Right ends still to be reached, the nearest last.
    var ends = [to]
    while let end = ends.last, result.count < 20_000 {
      guard let next = point(end), let last = result.last else { return result }
      let middle = at + (end - at) / 2
      if last.distance(to: next) <= 0.25 {
        result.append(next)
        at = end
        ends.removeLast()
      } else if middle > at, middle < end {
        ends.append(middle)
      } else {
        // A jump: what lies before it belongs to the piece.
        return result
      }
    }
    return result
  }

  /// From a value with a point toward one without.
  private func toEdge(_ defined: Double, _ undefined: Double) -> [Pixel] {
    var (inside, outside) = (defined, undefined)
    var result: [Pixel] = []
    for _ in 0..<1100 {
      let middle = inside + (outside - inside) / 2
      if middle == inside || middle == outside { break }
      if let next = point(middle) {
        inside = middle
        result.append(next)
      } else {
        outside = middle
      }
    }
    return result
  }
}
