extension Array {
  /// The first index from which on the predicate holds, in an array of which it holds from somewhere
  /// on.
  public func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
