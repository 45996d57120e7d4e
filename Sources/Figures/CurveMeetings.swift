/// Where two curves of a figure meet, in view: where they cross, touch, or are one.
struct CurveMeetings {
  /// Single places, in order.
  private(set) var places: [Double] = []
  /// Stretches on which the curves are one.
  private(set) var stretches: [ClosedRange<Double>] = []

  init(_ first: CurveSampler, _ second: CurveSampler, over domain: ClosedRange<Double>) {
    let gap = CurveGap(upper: first, lower: second)
    let widths = gap.widths(at: first.places(over: domain))
    let least = (domain.upperBound - domain.lowerBound) / 32
    for run in gap.closedRuns(widths) {
      let length = run.upperBound - run.lowerBound
      if length < least {
        places.append(run.lowerBound + length / 2)
      } else {
        stretches.append(run)
      }
    }
    places += gap.crossings(widths) + gap.touchingPoints(widths)
    places.sort()
  }
}

/// What is between two curves.
private struct CurveGap {
  let upper: CurveSampler
  let lower: CurveSampler

  /// How far one curve is above the other at a place, in pixels.
  struct Width {
    var x: Double
    var height: Double
  }

  private var noise: Double { upper.noise }

  /// Nil where neither curve is in view, or one has no value.
  func width(at x: Double) -> Width? {
    guard let above = upper.sample(x), let below = lower.sample(x),
      upper.isVisible(above) || lower.isVisible(below)
    else { return nil }
    return Width(x: x, height: above.height - below.height)
  }

  /// At the places, and where the gap begins and ceases to be: curves may meet at their ends.
  func widths(at places: [Double]) -> [Width?] {
    var result: [Width?] = []
    var before: (x: Double, width: Width?)?
    for x in places {
      let width = width(at: x)
      switch (before?.width, width) {
      case (let last?, nil): result.append(edge(from: last, to: x))
      case (nil, let next?): result += (before?.x).map { [edge(from: next, to: $0)] } ?? []
      case (nil, nil), (.some, .some): break
      }
      result.append(width)
      before = (x, width)
    }
    return result
  }

  private func edge(from start: Width, to x: Double) -> Width {
    CurveSampler.last(from: start, to: x, place: \.x, width)
  }

  private func isClosed(_ width: Width) -> Bool { width.height.magnitude <= noise }

  /// Neighbours between which there is no gap.
  func closedRuns(_ widths: [Width?]) -> [ClosedRange<Double>] {
    var runs: [ClosedRange<Double>] = []
    var isRunning = false
    for width in widths {
      let isClosed = width.map(isClosed) ?? false
      if isClosed, let x = width?.x {
        let start = isRunning ? runs.popLast()?.lowerBound : nil
        runs.append((start ?? x)...x)
      }
      isRunning = isClosed
    }
    return runs
  }

  /// Where the sign changes between two neighbours, and not by a jump.
  func crossings(_ widths: [Width?]) -> [Double] {
    zip(widths, widths.dropFirst()).compactMap { start, end in
      guard let start, let end, !isClosed(start), !isClosed(end),
        (start.height < 0) != (end.height < 0)
      else { return nil }
      var (low, high) = (start, end)
      for _ in 0..<60 {
        guard let middle = width(at: low.x + (high.x - low.x) / 2) else { return nil }
        if (middle.height < 0) == (low.height < 0) { low = middle } else { high = middle }
      }
      return (high.height - low.height).magnitude < 1e-3 ? low.x : nil
    }
  }

  /// Where the gap is narrower than at both neighbours, and closes.
  func touchingPoints(_ widths: [Width?]) -> [Double] {
    (1..<max(1, widths.count - 1)).compactMap { index in
      guard let before = widths[index - 1], let here = widths[index],
        let after = widths[index + 1], !isClosed(before), !isClosed(here), !isClosed(after),
        (before.height < 0) == (here.height < 0), (after.height < 0) == (here.height < 0),
        here.height.magnitude <= min(before.height.magnitude, after.height.magnitude),
        here.height.magnitude < upper.frameHeight / 8
      else { return nil }
      var (low, high) = (before.x, after.x)
      for _ in 0..<60 {
        let (a, b) = (low + (high - low) / 3, high - (high - low) / 3)
        guard let left = width(at: a), let right = width(at: b) else { return nil }
        if left.height.magnitude > right.height.magnitude { low = a } else { high = b }
      }
      return width(at: low + (high - low) / 2).flatMap { isClosed($0) ? $0.x : nil }
    }
  }
}
