/// The bins of a histogram in plain Swift.
extension VocabularySource {
  static let bins = """
    /// Bins of equal width from the least to the greatest value, and how many values are in each.
    /// There must be two different values; otherwise say the bounds.
    func bins(_ values: [Double], count: Int) -> [(lower: Double, upper: Double, count: Int)] {
      guard let low = values.min(), let high = values.max() else {
        preconditionFailure("bins of no values need bounds: bins(_:count:in:)")
      }
      return bins(values, count: count, in: low...high)
    }

    /// Bins of equal width from bound to bound. A value on an edge belongs to the bin that begins
    /// there, and the upper bound to the last bin; values outside of the bounds are not counted.
    func bins(
      _ values: [Double], count: Int, in bounds: ClosedRange<Double>
    ) -> [(lower: Double, upper: Double, count: Int)] {
      precondition(count >= 1, "there is at least one bin, not \\(count)")
      let (low, high) = (bounds.lowerBound, bounds.upperBound)
      precondition(low < high, "bins need bounds that differ")
      let edges = (0..<count).map { low + (high - low) * Double($0) / Double(count) } + [high]
      var counts = Array(repeating: 0, count: count)
      for value in values where bounds.contains(value) {
        var (first, end) = (0, count)
        while end - first > 1 {
          let middle = (first + end) / 2
          if value < edges[middle] { end = middle } else { first = middle }
        }
        counts[first] += 1
      }
      return counts.indices.map { (lower: edges[$0], upper: edges[$0 + 1], count: counts[$0]) }
    }

    """
}
