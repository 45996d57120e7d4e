import SwiftEval

/// A function of the author's as a check sees it: it can be called at a point.
struct CheckedFunction {
  let value: FunctionValue
  let context: CellContext

  /// The value at a point, nil where the function is undefined or its evaluation stops.
  func callAsFunction(_ point: [Double]) -> Double? {
    context.sample(value, at: point).flatMap { $0.isFinite ? $0 : nil }
  }

  /// How much the value moves when the arguments move by their last bit: what rounding alone can
  /// make of it.
  func noise(at point: [Double], value: Double) -> Double {
    var largest = value.ulp
    for axis in point.indices {
      for neighbour in [point[axis].nextUp, point[axis].nextDown] {
        var moved = point
        moved[axis] = neighbour
        if let other = self(moved) { largest = max(largest, abs(other - value)) }
      }
    }
    return largest
  }
}
