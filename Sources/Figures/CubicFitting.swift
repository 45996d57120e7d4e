/// Covers a sampled curve with few cubic Bézier segments that meet without a kink.
///
/// From each node on, the segment reaches as far as a least-squares cubic (P. J. Schneider 1990,
/// "An algorithm for automatically fitting digitized curves") stays within the tolerance. Corners of
/// the curve are nodes; where a straight line reaches as far, it is one.
struct CubicFitting {
  enum Step: Hashable {
    case line(to: Pixel)
    case curve(Pixel, Pixel, to: Pixel)
  }

  private let points: [Pixel]
  private let tolerance: Double
  private let corners: [Int]

  init(_ points: [Pixel], tolerance: Double) {
    self.points = points
    self.tolerance = tolerance
    corners = Self.corners(points) + [points.count - 1]
  }

  /// The segments after the first point.
  func steps() -> [Step] {
    var result: [Step] = []
    var start = 0
    for corner in corners {
      while start < corner {
        let line = PathSimplification.farthest(
          from: start, last: corner, in: points, tolerance: tolerance)
        if line == corner {
          result.append(.line(to: points[line]))
          start = line
          continue
        }
        let (end, cubic) = farthest(from: start, last: corner, isCornerStart: isCorner(start))
        if let cubic, end > line {
          result.append(.curve(cubic.firstControl, cubic.secondControl, to: cubic.end))
          start = end
        } else {
          result.append(.line(to: points[line]))
          start = line
        }
      }
    }
    return result
  }

  private func isCorner(_ index: Int) -> Bool { index == 0 || corners.contains(index) }
}

extension CubicFitting {
  private func farthest(
    from start: Int, last: Int, isCornerStart: Bool
  ) -> (end: Int, cubic: CubicSegment?) {
    let departure = tangent(at: start, isFree: isCornerStart, direction: 1, limit: last)
    var good: (end: Int, cubic: CubicSegment?) = (start, nil)
    func accepts(_ end: Int) -> Bool {
      let arrival = tangent(at: end, isFree: end == last, direction: -1, limit: start)
      guard let cubic = fit(start, end, departure, arrival) else { return false }
      if end > good.end { good = (end, cubic) }
      return true
    }
    var reach = 3
    while start + reach < last, accepts(start + reach) { reach *= 2 }
    var bad = min(start + reach, last)
    if accepts(bad) { return good }
    while max(good.end, start + 1) + 1 < bad {
      let middle = (max(good.end, start + 1) + bad) / 2
      if accepts(middle) {
        if good.end >= bad { break }
      } else {
        bad = middle
      }
    }
    return good
  }

  /// The unit tangent, from a parabola through neighbours some way off; one-sided where `isFree`.
  private func tangent(at index: Int, isFree: Bool, direction: Int, limit: Int) -> Pixel {
    let ahead = Self.neighbour(points, index, direction)
    if isFree {
      let farther = Self.neighbour(points, ahead, direction)
      guard ahead != index else { return Pixel(x: 0, y: 0) }
      let near = Self.slope(points[index], points[ahead])
      guard farther != ahead, direction > 0 ? farther <= limit : farther >= limit else {
        return Self.unit(near.slope)
      }
      let far = Self.slope(points[ahead], points[farther])
      let share = near.length / (near.length + far.length)
      return Self.unit(near.slope + share * (near.slope - far.slope))
    }
    let behind = Self.neighbour(points, index, -direction)
    let before = Self.slope(points[behind], points[index])
    let after = Self.slope(points[index], points[ahead])
    let whole = before.length + after.length
    guard whole > 0 else { return Pixel(x: 0, y: 0) }
    return Self.unit(
      (after.length / whole) * before.slope + (before.length / whole) * after.slope)
  }

  private static func slope(_ a: Pixel, _ b: Pixel) -> (slope: Pixel, length: Double) {
    let length = a.distance(to: b)
    return length > 0 ? ((1 / length) * (b - a), length) : (Pixel(x: 0, y: 0), 0)
  }

  private static func unit(_ vector: Pixel) -> Pixel {
    let length = vector.length
    return length > 0 ? (1 / length) * vector : vector
  }

  /// The next point at least half a pixel away, or the last that was looked at.
  private static func neighbour(_ points: [Pixel], _ index: Int, _ direction: Int) -> Int {
    var next = index
    for _ in 0..<24 {
      guard points.indices.contains(next + direction) else { break }
      next += direction
      if points[next].distance(to: points[index]) >= 0.5 { break }
    }
    return next
  }

  /// Where the direction turns by more than 25°: of neighbours that do, the sharpest.
  private static func corners(_ points: [Pixel]) -> [Int] {
    var result: [Int] = []
    var last: (index: Int, cosine: Double)?
    for index in points.indices.dropFirst().dropLast() {
      let before = slope(points[neighbour(points, index, -1)], points[index]).slope
      let after = slope(points[index], points[neighbour(points, index, 1)]).slope
      let cosine = before.dot(after)
      if cosine < 0.9 {
        if let known = last {
          if cosine < known.cosine { last = (index, cosine) }
        } else {
          last = (index, cosine)
        }
      } else if let known = last {
        result.append(known.index)
        last = nil
      }
    }
    if let known = last { result.append(known.index) }
    return result
  }
}

extension CubicFitting {
  /// The cubic with the given end tangents nearest to the samples; nil if one is too far off.
  private func fit(_ start: Int, _ end: Int, _ departure: Pixel, _ arrival: Pixel) -> CubicSegment?
  {
    let samples = points[start...end]
    guard samples.count > 2, departure != Pixel(x: 0, y: 0), arrival != Pixel(x: 0, y: 0) else {
      return nil
    }
    var shares = Self.chordShares(samples)
    for round in 0..<4 {
      guard let cubic = CubicSegment(nearest: samples, shares, departure, arrival) else {
        return nil
      }
      let error = cubic.error(samples, shares)
      if error <= tolerance { return staysNear(cubic, start, end) ? cubic : nil }
      if error > 12 * tolerance || round == 3 { return nil }
      cubic.improve(&shares, samples)
    }
    return nil
  }

  private static func chordShares(_ samples: ArraySlice<Pixel>) -> [Double] {
    var shares = [0.0]
    var length = 0.0
    for (a, b) in zip(samples, samples.dropFirst()) {
      length += a.distance(to: b)
      shares.append(length)
    }
    return length > 0 ? shares.map { $0 / length } : shares
  }

  /// Whether the cubic does not stray between the samples.
  private func staysNear(_ cubic: CubicSegment, _ start: Int, _ end: Int) -> Bool {
    var index = start
    for step in 1..<24 {
      let place = cubic.point(at: Double(step) / 24)
      var best = place.distance(toSegment: points[index], points[index + 1])
      var next = index
      // Forward along the samples while they come nearer, or might soon.
      var misses = 0
      while next + 1 < end, misses < 12 {
        next += 1
        let distance = place.distance(toSegment: points[next], points[next + 1])
        if distance < best { (best, index, misses) = (distance, next, 0) } else { misses += 1 }
      }
      if best > tolerance + 0.02 { return false }
    }
    return true
  }
}
