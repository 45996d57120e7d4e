import MathCore

@testable import Figures

extension ParametricCurve {
  /// The unit circle, once around.
  static var circle: ParametricCurve {
    ParametricCurve(
      x: PlotFunction { ElementaryFunction.cos.value(at: $0) },
      y: PlotFunction { ElementaryFunction.sin.value(at: $0) }, parameter: "t",
      domain: 0...(2 * .pi))
  }
}
