/// The Taylor coefficients f⁽ᵏ⁾/k! of a function of one variable, each as an interval that holds
/// its values over a whole box (Moore 1966, chapter 11; Griewank & Walther 2008, chapter 13).
public struct TaylorSeries<Bound: IntervalBound>: Hashable, Sendable {
  /// From the value on; each says by its `definedness` whether that derivative exists on the box.
  ///
  /// Inside the module the last may be missing: they are 0.
  public internal(set) var coefficients: [Interval<Bound>]
  /// Whether straight pieces of different slopes may meet in the box, or a jump be there. The first
  /// derivative is then the hull of those of the pieces at a corner, and any number at a jump.
  var hasCorner: Bool

  init(_ coefficients: [Interval<Bound>], hasCorner: Bool = false) {
    self.coefficients = coefficients
    self.hasCorner = hasCorner
  }

  /// Whether all the derivatives that the coefficients stand for exist on the whole box.
  public var isSmooth: Bool {
    !hasCorner && coefficients.allSatisfy { $0.definedness == .continuous }
  }

  public var value: Interval<Bound> { coefficients[0] }

  /// Coefficients up to the order, none missing.
  func padded(to order: Int) -> Self {
    guard coefficients.count <= order else { return self }
    let zero = Interval<Bound>.whole(0, precision: value.precision)
      .limited(to: value.definedness)
    let missing = Array(repeating: zero, count: order + 1 - coefficients.count)
    return Self(coefficients + missing, hasCorner: hasCorner)
  }
}

extension ExpressionTape {
  /// The Taylor coefficients of the expressions with respect to one variable, over a box.
  ///
  /// - Parameter order: of the last coefficient; with 1 this is interval automatic differentiation.
  @_specialize(where Bound == Double)
  public func taylor<Bound>(
    at box: [Interval<Bound>], variable: Int, order: Int, precision: Int
  ) -> [TaylorSeries<Bound>] {
    precondition(box.count == variables.count && order >= 0)
    let arithmetic = TaylorArithmetic<Bound>(order: order)
    var series = box.map { TaylorSeries([$0]) }
    if order > 0 {
      series[variable].coefficients.append(.whole(1, precision: box[variable].precision))
    }
    let constants = constants(Bound.self, precision: precision)
    series.reserveCapacity(box.count + constants.count + instructions.count)
    series.append(contentsOf: constants.map { TaylorSeries([$0]) })
    for instruction in instructions {
      series.append(
        arithmetic.value(
          of: instruction.operation, series[instruction.first], series[instruction.second]))
    }
    return results.map { series[$0].padded(to: order) }
  }
}
