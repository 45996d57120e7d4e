/// A curve in the plane, run through by a parameter.
public struct ParametricCurve: Sendable {
  let x: PlotFunction
  let y: PlotFunction
  /// What the parameter is called in the data table.
  let parameter: String
  let domain: ClosedRange<Double>

  public init(
    x: PlotFunction, y: PlotFunction, parameter: String, domain: ClosedRange<Double>
  ) {
    self.x = x
    self.y = y
    self.parameter = parameter
    self.domain = domain
  }

  /// Nil where a coordinate is undefined.
  func point(at t: Double, _ across: Resolution, _ upright: Resolution) -> PlotPoint? {
    guard let x = x(t, across), let y = y(t, upright) else { return nil }
    return PlotPoint(x: x, y: y)
  }
}
