/// What a mark looks like in pixels.
struct MarkGeometry: Sendable {
  /// Strokes: each a polyline on the true curve, within a twentieth of a pixel.
  var pieces: [[Pixel]] = []
  /// Fills: closed polygons.
  var regions: [[Pixel]] = []
  var points: [Pixel] = []
  /// Whether anything reaches out of the frame.
  var leavesFrame = false

  init(_ mark: Mark, frame: Box, x: Scale, y: Scale) {
    switch mark.content {
    case .function(let function, let domain):
      pieces = Self.graph(function, domain, frame, x, y, staysInside: false)
    case .parametric(let curve): pieces = Self.parametric(curve, frame, x, y)
    case .area(let lower, let upper, let domain):
      regions = Self.area(lower, upper, domain, frame, x, y)
    case .points(let values): points = values.compactMap { Self.pixel($0, x, y) }
    case .line(let values): pieces = Self.polyline(values, frame, x, y)
    case .ruleX(let value):
      if let place = x.position(of: value), place >= frame.left - 0.5, place <= frame.right + 0.5 {
        pieces = [[Pixel(x: place, y: frame.bottom), Pixel(x: place, y: frame.top)]]
      }
    case .ruleY(let value):
      if let place = y.position(of: value), place >= frame.top - 0.5, place <= frame.bottom + 0.5 {
        pieces = [[Pixel(x: frame.left, y: place), Pixel(x: frame.right, y: place)]]
      }
    case .rectangle(let xs, let ys):
      if let box = Self.rectangle(xs, ys, frame, x, y) { regions = [Self.corners(box)] }
    case .bars(let bars, let width):
      let wish = width.flatMap { $0.isFinite && $0 > 0 ? $0 : nil }
      let half = (wish ?? Self.barWidth(bars)) / 2
      regions = bars.compactMap { bar in
        guard bar.x.isFinite, bar.base.isFinite, bar.end.isFinite, half.isFinite else { return nil }
        let ys = min(bar.base, bar.end)...max(bar.base, bar.end)
        return Self.rectangle((bar.x - half)...(bar.x + half), ys, frame, x, y)
          .map(Self.corners)
      }
    }
    leavesFrame = (pieces + regions).contains { piece in
      piece.contains { !frame.grown(by: 0.01).contains($0) }
    }
  }

  /// How often the strokes turn from upwards to downwards or back, by more than a pixel.
  var turnCount: Int {
    pieces.reduce(0) { count, piece in
      var (turns, isRising) = (0, Bool?.none)
      var extreme = piece.first?.y ?? 0
      for point in piece {
        let rise = extreme - point.y
        if isRising == (rise > 0) {
          extreme = point.y
        } else if rise.magnitude > 1 {
          if isRising != nil { turns += 1 }
          (isRising, extreme) = (rise > 0, point.y)
        }
      }
      return count + turns
    }
  }

  /// Four fifths of the least distance between neighbours.
  static func barWidth(_ bars: [Bar]) -> Double {
    let places = bars.map(\.x).filter(\.isFinite).sorted()
    let gaps = zip(places.dropFirst(), places).map { $0 - $1 }.filter { $0 > 0 }
    return 0.8 * (gaps.min() ?? 1)
  }
}

extension MarkGeometry {
  /// The width of a sampling cell in pixels.
  private static let cell = 2.5

  private static func pixel(_ point: PlotPoint, _ x: Scale, _ y: Scale) -> Pixel? {
    guard let px = x.position(of: point.x), let py = y.position(of: point.y) else { return nil }
    return Pixel(x: px, y: py)
  }

  private static func graph(
    _ function: PlotFunction, _ domain: ClosedRange<Double>?, _ frame: Box, _ x: Scale, _ y: Scale,
    definedWith other: PlotFunction? = nil, staysInside: Bool
  ) -> [[Pixel]] {
    guard let (ends, places) = span(domain, x) else { return [] }
    let limits = frame.grown(by: CurveSampling.margin)
    let cells = Int(((places.upperBound - places.lowerBound) / cell).rounded(.up))
    let isLog = x.kind == .log
    let resolution = y.resolution
    return CurveSampling.pieces(
      of: { parameter in
        // The ends are met exactly: a square root begins at its 0. On a linear scale the parameter
        // is x itself, which is finer near 0 than any position.
        let place = isLog ? parameter : x.position(of: parameter) ?? .nan
        var value = isLog ? x.value(at: parameter) : parameter
        if isLog, parameter <= places.lowerBound { value = ends.lowerBound }
        if isLog, parameter >= places.upperBound { value = ends.upperBound }
        if let other, other(value) == nil { return nil }
        guard let result = function(value, resolution), !result.isNaN,
          let height = y.position(of: result), result.isFinite || staysInside
        else { return nil }
        // An area is cut at the frame; a curve ends there.
        let inside = min(max(height, limits.top + 1), limits.bottom - 1)
        return Pixel(x: place, y: staysInside ? inside : height)
      }, over: isLog ? places : ends, cells: cells, maximumDepth: 3,
      frame: Box(
        left: -.infinity, top: frame.top, right: .infinity, bottom: frame.bottom))
  }

  /// The part of a domain that is in view, and its places.
  private static func span(
    _ domain: ClosedRange<Double>?, _ x: Scale
  ) -> (ClosedRange<Double>, ClosedRange<Double>)? {
    let own = domain ?? x.domain
    guard own.overlaps(x.domain) else { return nil }
    let shared = own.clamped(to: x.domain)
    guard let low = x.position(of: shared.lowerBound), let high = x.position(of: shared.upperBound),
      low < high
    else { return nil }
    return (shared, low...high)
  }

  private static func parametric(
    _ curve: ParametricCurve, _ frame: Box, _ x: Scale, _ y: Scale
  ) -> [[Pixel]] {
    let (low, high) = (curve.domain.lowerBound, curve.domain.upperBound)
    guard low < high, low.isFinite, high.isFinite else { return [] }
    let (across, upright) = (x.resolution, y.resolution)
    return CurveSampling.pieces(
      of: { share in
        let parameter = share == 1 ? high : low * (1 - share) + high * share
        guard let point = curve.point(at: parameter, across, upright), point.x.isFinite,
          point.y.isFinite
        else { return nil }
        return pixel(point, x, y)
      }, over: 0...1, cells: 200, maximumDepth: 8, frame: frame)
  }

  /// Straight from point to point, cut far outside the frame, where coordinates may be huge.
  private static func polyline(
    _ values: [PlotPoint], _ frame: Box, _ x: Scale, _ y: Scale
  ) -> [[Pixel]] {
    let limits = frame.grown(by: 200)
    var pieces: [[Pixel]] = []
    var previous: Pixel?
    for value in values {
      let point = value.x.isFinite && value.y.isFinite ? pixel(value, x, y) : nil
      if let from = previous, let to = point, let (a, b) = limits.clipped(segment: from, to) {
        if let last = pieces.last?.last, last == a {
          pieces[pieces.count - 1].append(b)
        } else {
          pieces.append([a, b])
        }
      }
      previous = point
    }
    return pieces
  }

  private static func area(
    _ lower: PlotFunction, _ upper: PlotFunction, _ domain: ClosedRange<Double>?, _ frame: Box,
    _ x: Scale, _ y: Scale
  ) -> [[Pixel]] {
    let top = graph(upper, domain, frame, x, y, definedWith: lower, staysInside: true)
    let bottom = graph(lower, domain, frame, x, y, definedWith: upper, staysInside: true)
    // Where one bound jumps, the other is cut at the same place.
    let ends = (top + bottom).flatMap { piece in
      [piece.first?.x, piece.last?.x].compactMap { $0 }
    }.sorted()
    var regions: [[Pixel]] = []
    for (from, to) in zip(ends, ends.dropFirst()) where to - from > 0.01 {
      guard let above = part(of: top, from: from, to: to),
        let below = part(of: bottom, from: from, to: to)
      else { continue }
      regions.append(above + below.reversed())
    }
    return regions
  }

  /// The piece of a graph between two places; nil where it is undefined.
  private static func part(of pieces: [[Pixel]], from: Double, to: Double) -> [Pixel]? {
    let middle = (from + to) / 2
    guard
      let piece = pieces.first(where: { piece in
        guard let first = piece.first, let last = piece.last else { return false }
        return first.x <= middle && middle <= last.x
      })
    else { return nil }
    let inner = piece.filter { $0.x > from && $0.x < to }
    return [height(of: piece, at: from)] + inner + [height(of: piece, at: to)]
  }

  private static func height(of piece: [Pixel], at place: Double) -> Pixel {
    var before = piece[0]
    for point in piece {
      if point.x >= place {
        let width = point.x - before.x
        let share = width > 0 ? min(1, max(0, (place - before.x) / width)) : 1
        return Pixel(x: place, y: before.y + share * (point.y - before.y))
      }
      before = point
    }
    return Pixel(x: place, y: before.y)
  }

  private static func rectangle(
    _ xs: ClosedRange<Double>?, _ ys: ClosedRange<Double>?, _ frame: Box, _ x: Scale, _ y: Scale
  ) -> Box? {
    // What a log scale has no place for is below everything.
    let left = xs.map { x.position(of: $0.lowerBound) ?? frame.left } ?? frame.left
    let right = xs.map { x.position(of: $0.upperBound) ?? frame.left } ?? frame.right
    let bottom = ys.map { y.position(of: $0.lowerBound) ?? frame.bottom } ?? frame.bottom
    let top = ys.map { y.position(of: $0.upperBound) ?? frame.bottom } ?? frame.top
    let box = Box(
      left: min(max(left, frame.left), frame.right), top: min(max(top, frame.top), frame.bottom),
      right: min(max(right, frame.left), frame.right),
      bottom: min(max(bottom, frame.top), frame.bottom))
    return box.width > 0 && box.height > 0 ? box : nil
  }

  private static func corners(_ box: Box) -> [Pixel] {
    [
      Pixel(x: box.left, y: box.bottom), Pixel(x: box.left, y: box.top),
      Pixel(x: box.right, y: box.top), Pixel(x: box.right, y: box.bottom),
    ]
  }
}
