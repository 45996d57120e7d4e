/// What the certified values are outside of Lemma: approximations by the usual methods.
extension VocabularySource {
  static let certifiedValues = """
    /// The root of a function between two places where it has different signs, by bisection. Lemma
    /// proves that it is the only one, and knows as many digits as are asked for.
    func root(of f: (Double) -> Double, in interval: ClosedRange<Double>) -> Double {
      var (low, high) = (interval.lowerBound, interval.upperBound)
      if f(low) == 0 { return low }
      if f(high) == 0 { return high }
      let isRising = f(low) < 0
      precondition(isRising == (f(high) > 0), "the function has the same sign at both ends")
      while true {
        let middle = low + (high - low) / 2
        guard middle > low, middle < high else { return middle }
        let value = f(middle)
        if value == 0 { return middle }
        if (value < 0) == isRising { low = middle } else { high = middle }
      }
    }

    /// The largest value of a function on an interval: an approximation.
    func maximum(of f: (Double) -> Double, over interval: ClosedRange<Double>) -> Double {
      f(argmax(of: f, over: interval))
    }

    /// The least value of a function on an interval: an approximation.
    func minimum(of f: (Double) -> Double, over interval: ClosedRange<Double>) -> Double {
      f(argmin(of: f, over: interval))
    }

    /// Where a function is largest, by samples and golden section: good to about eight digits.
    func argmax(of f: (Double) -> Double, over interval: ClosedRange<Double>) -> Double {
      let width = interval.upperBound - interval.lowerBound
      func place(_ index: Int) -> Double { interval.lowerBound + width * Double(index) / 1024 }
      var best = 0
      for index in 1...1024 where f(place(index)) > f(place(best)) { best = index }
      var (low, high) = (place(max(0, best - 1)), place(min(1024, best + 1)))
      let ratio = (sqrt(5.0) - 1) / 2
      for _ in 0..<80 {
        let (a, b) = (high - ratio * (high - low), low + ratio * (high - low))
        if f(a) < f(b) { low = a } else { high = b }
      }
      let inner = low + (high - low) / 2
      return [place(0), place(best), place(1024)].reduce(inner) { f($1) > f($0) ? $1 : $0 }
    }

    /// Where a function is least: an approximation.
    func argmin(of f: (Double) -> Double, over interval: ClosedRange<Double>) -> Double {
      argmax(of: { -f($0) }, over: interval)
    }

    /// The integral of a function over an interval, by Simpson's rule: an approximation.
    func integral(of f: (Double) -> Double, over interval: ClosedRange<Double>) -> Double {
      let step = (interval.upperBound - interval.lowerBound) / 4096
      var sum = f(interval.lowerBound) + f(interval.upperBound)
      for index in 1..<4096 {
        sum += (index % 2 == 1 ? 4 : 2) * f(interval.lowerBound + Double(index) * step)
      }
      return sum * step / 3
    }

    /// Where all components of a function are 0, by Newton's method with difference quotients.
    func solution(of equations: ([Double]) -> [Double], near start: [Double]) -> [Double] {
      var x = start
      for _ in 0..<60 {
        let values = equations(x)
        precondition(values.count == x.count, "there are not as many equations as unknowns")
        var rows = values.map { value in x.map { _ in 0.0 } + [-value] }
        for column in x.indices {
          let h = max(abs(x[column]), 1) / 1_048_576
          var (left, right) = (x, x)
          left[column] -= h
          right[column] += h
          let (before, after) = (equations(left), equations(right))
          for row in rows.indices { rows[row][column] = (after[row] - before[row]) / (2 * h) }
        }
        let change = solved(rows)
        for index in x.indices { x[index] += change[index] }
        if zip(x, change).allSatisfy({ abs($1) <= abs($0) * 1e-15 }) { break }
      }
      return x
    }

    /// Solves linear equations, each a row with its right side last, by elimination.
    private func solved(_ equations: [[Double]]) -> [Double] {
      var rows = equations
      let count = rows.count
      for column in 0..<count {
        let pivot = (column..<count).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
        rows.swapAt(column, pivot)
        for row in 0..<count where row != column {
          let factor = rows[row][column] / rows[column][column]
          for index in column...count { rows[row][index] -= factor * rows[column][index] }
        }
      }
      return (0..<count).map { rows[$0][count] / rows[$0][$0] }
    }

    """
}
