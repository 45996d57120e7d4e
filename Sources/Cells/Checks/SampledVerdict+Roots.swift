extension SampledVerdict {
  /// f is 0 at the points, and changes its sign nowhere else.
  func roots(_ f: CheckedFunction, at points: [Double], within allowance: Double?) -> Verdict {
    for point in points {
      guard let value = f([point]) else {
        return refuted(at: [point], "the function is undefined")
      }
      let isNear = allowance.map { hasSignChange(f, point - $0, point + $0) } ?? false
      if abs(value) > 8 * f.noise(at: [point], value: value), !isNear, confirms([point]) != false {
        return refuted(at: [point], "the value is \(text(value))")
      }
    }
    let found = signChanges(of: f)
    let reach = max(allowance ?? 0, 1e-6)
    let other = found.roots.first { root in
      points.allSatisfy { abs($0 - root) > reach * max(1, abs(root)) }
    }
    if let other { return refuted(at: nil, "it is 0 near \(place([other])) as well") }
    return sampled(found.evaluations)
  }

  /// f changes its sign at no more than so many points.
  func rootCount(_ f: CheckedFunction, is count: Int) -> Verdict {
    let found = signChanges(of: f)
    if found.roots.count > count {
      let places = found.roots.prefix(count + 1).map { place([$0]) }
      return refuted(at: nil, "it is 0 near \(places.joined(separator: ", "))")
    }
    return sampled(found.evaluations)
  }

  private func sampled(_ evaluations: Int) -> Verdict {
    Verdict(strength: .sampled, method: .points(evaluations))
  }

  private func hasSignChange(_ f: CheckedFunction, _ a: Double, _ b: Double) -> Bool {
    guard let left = f([a]), let right = f([b]) else { return false }
    return (left < 0) != (right < 0)
  }

  /// Where the sign changes between neighbouring points of a grid, but for poles.
  private func signChanges(of f: CheckedFunction) -> (roots: [Double], evaluations: Int) {
    let count = 1024
    let grid = (1..<count).map { domains[0].point(at: Double($0) / Double(count)) }
    let values = grid.map { f([$0]) }
    var roots: [Double] = []
    for index in 1..<grid.count {
      guard let left = values[index - 1], let right = values[index], left != 0,
        right == 0 || (left < 0) != (right < 0)
      else { continue }
      let root = bisected(f, grid[index - 1], grid[index])
      // A pole: the values grow where the sign changes.
      if let value = f([root]), abs(value) <= max(abs(left), abs(right)) { roots.append(root) }
    }
    return (roots, grid.count)
  }

  private func bisected(_ f: CheckedFunction, _ a: Double, _ b: Double) -> Double {
    var (a, b) = (a, b)
    guard let start = f([a]) else { return a }
    for _ in 0..<60 {
      let middle = a + (b - a) / 2
      guard let value = f([middle]) else { return middle }
      if (value < 0) == (start < 0) { a = middle } else { b = middle }
    }
    return b
  }
}
