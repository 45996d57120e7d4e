/// The fewest of a polyline's own points that keep it within a tolerance.
enum PathSimplification {
  /// From each kept point on, the farthest point is kept such that all between are near the
  /// segment: found by doubling and halving, so the cost is n log n.
  ///
  /// The polyline is continuous between its points, so that the segment is near it, too.
  static func simplified(_ points: [Pixel], tolerance: Double) -> [Pixel] {
    guard points.count > 2 else { return points }
    var kept = [points[0]]
    var start = 0
    while start < points.count - 1 {
      start = farthest(
        from: start, last: points.count - 1, in: points, tolerance: tolerance)
      kept.append(points[start])
    }
    return kept
  }

  /// The farthest point, up to `last`, that a straight line may lead to.
  static func farthest(
    from start: Int, last: Int, in points: [Pixel], tolerance: Double
  ) -> Int {
    var good = start + 1
    var reach = 2
    while start + reach <= last, isNear(points, start, start + reach, tolerance) {
      good = start + reach
      reach *= 2
    }
    if good == last { return last }
    var bad = min(start + reach, last)
    if isNear(points, start, bad, tolerance) { return bad }
    while good + 1 < bad {
      let middle = (good + bad) / 2
      if isNear(points, start, middle, tolerance) { good = middle } else { bad = middle }
    }
    return good
  }

  private static func isNear(
    _ points: [Pixel], _ start: Int, _ end: Int, _ tolerance: Double
  ) -> Bool {
    let (a, b) = (points[start], points[end])
    for index in start + 1..<end where points[index].distance(toSegment: a, b) > tolerance {
      return false
    }
    return true
  }
}
