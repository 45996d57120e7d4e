/// Looks for the point at which a claim is nearest to being false.
///
/// Not a fixed grid: it starts from points where functions are known to go wrong (the ends, small
/// and huge numbers, whole numbers, the corners that the caller found), spreads further points
/// evenly by van der Corput's sequence (1935), and then climbs from the worst of them. The number
/// of evaluations is fixed, so a verdict does not depend on the machine.
struct AdversarialSearch {
  struct Worst: Hashable, Sendable {
    var point: [Double]
    var value: Double
  }

  struct Outcome: Sendable {
    /// Nil where the function was defined nowhere that was tried.
    var worst: Worst?
    /// The points with the largest values, the worst first.
    var suspects: [Worst] = []
    /// The first points at which the function was undefined.
    var undefined: [[Double]] = []
    var evaluations = 0
  }

  let domains: [SearchDomain]
  /// Points at which the functions change their form.
  var corners: [Double] = []

  private static let spread = 384
  private static let climbers = 12
  private static let climbingSteps = 40
  private static let suspects = 16
  private static let undefinedPoints = 16

  /// The largest value found of a function that is nil (or not a number) where it is undefined.
  /// An infinite value ends the search at once.
  func largest(_ function: @escaping ([Double]) -> Double?) -> Outcome {
    var run = Run(function: function)
    for point in startingPoints() {
      run.visit(point)
      if run.isOver { return run.result }
    }
    let starts = run.visited.sorted { $0.value > $1.value }.prefix(Self.climbers)
    for start in starts {
      climb(from: start, &run)
      if run.isOver { break }
    }
    return run.result
  }
}

extension AdversarialSearch {
  /// What has been evaluated so far.
  private struct Run {
    let function: ([Double]) -> Double?
    var visited: [Worst] = []
    var outcome = Outcome()

    var isOver: Bool { outcome.worst?.value == .infinity }

    /// Together with the points that came near to the worst.
    var result: Outcome {
      var result = outcome
      result.undefined.sort { $0.largestSize < $1.largestSize }
      result.suspects = Array(
        visited.sorted { $0.value > $1.value }.prefix(AdversarialSearch.suspects))
      return result
    }

    @discardableResult
    mutating func visit(_ point: [Double]) -> Double? {
      outcome.evaluations += 1
      guard let value = function(point), !value.isNaN else {
        if outcome.undefined.count < AdversarialSearch.undefinedPoints {
          outcome.undefined.append(point)
        }
        return nil
      }
      visited.append(Worst(point: point, value: value))
      if value > outcome.worst?.value ?? -.infinity || outcome.worst == nil {
        outcome.worst = Worst(point: point, value: value)
      }
      return value
    }
  }

  /// Pattern search: steps along each variable that shrink while nothing better is found.
  private func climb(from start: Worst, _ run: inout Run) {
    var best = start
    var steps = zip(domains, start.point).map { domain, x in
      let width = domain.upper - domain.lower
      return width.isFinite ? width / 64 : max(abs(x) / 4, 0.25)
    }
    for _ in 0..<Self.climbingSteps {
      var improved = false
      for axis in best.point.indices {
        for direction in [1.0, -1.0] {
          var point = best.point
          point[axis] += direction * steps[axis]
          guard domains[axis].contains(point[axis]), point != best.point else { continue }
          if let value = run.visit(point), value > best.value {
            best = Worst(point: point, value: value)
            improved = true
          }
          if run.isOver { return }
        }
      }
      if !improved { for axis in steps.indices { steps[axis] /= 3 } }
    }
  }

  private func startingPoints() -> [[Double]] {
    switch domains.count {
    case 0: return [[]]
    case 1: return line(domains[0], spread: Self.spread).map { [$0] }
    default: return product()
    }
  }

  /// Special points of one variable, then evenly spread ones.
  private func line(_ domain: SearchDomain, spread: Int) -> [Double] {
    let sizes = [0.5, 1, 2, 3, 5, 10, 20, 30, 36, 37, 40, 50, 100, 300, 700, 710, 1000, 1e-3, 1e-8]
    var points = [0.0, domain.lower, domain.upper, domain.lower.nextUp, domain.upper.nextDown]
    points += sizes.flatMap { [$0, -$0] }
    points += corners.flatMap { [$0, $0.nextUp, $0.nextDown] }
    points += (1...spread).map { domain.point(at: Self.radicalInverse($0, base: 2)) }
    var seen: Set<Double> = []
    return points.filter { domain.contains($0) && seen.insert($0).inserted }
  }

  /// Points of several variables: combinations of a few special ones, then Halton's sequence (1960).
  private func product() -> [[Double]] {
    var points: [[Double]] = [[]]
    for domain in domains {
      let few = [0, 1, -1, 10, -10, domain.lower, domain.upper].filter { domain.contains($0) }
      points = points.flatMap { point in few.map { point + [$0] } }
      if points.count > 2000 { points = Array(points.prefix(2000)) }
    }
    let bases = [2, 3, 5, 7, 11, 13]
    for index in 1...(Self.spread * 2) {
      points.append(
        domains.enumerated().map { axis, domain in
          domain.point(at: Self.radicalInverse(index, base: bases[axis % bases.count]))
        })
    }
    return points
  }

  /// The digits of `index` in `base`, mirrored at the point: 1, 2, 3 … become ½, ¼, ¾ ….
  private static func radicalInverse(_ index: Int, base: Int) -> Double {
    var result = 0.0
    var digit = 1.0 / Double(base)
    var rest = index
    while rest > 0 {
      result += Double(rest % base) * digit
      rest /= base
      digit /= Double(base)
    }
    return result
  }
}

extension [Double] {
  fileprivate var largestSize: Double { map(\.magnitude).max() ?? 0 }
}
