/// The elementary functions, and what Lemma adds to the language.
extension StandardLibrary {
  static let additions = #"""
    func exp(_ x: Double) -> Double
    @_disfavoredOverload func exp(_ x: Float) -> Float
    func expm1(_ x: Double) -> Double
    @_disfavoredOverload func expm1(_ x: Float) -> Float
    func exp2(_ x: Double) -> Double
    @_disfavoredOverload func exp2(_ x: Float) -> Float
    func log(_ x: Double) -> Double
    @_disfavoredOverload func log(_ x: Float) -> Float
    func log1p(_ x: Double) -> Double
    @_disfavoredOverload func log1p(_ x: Float) -> Float
    func log2(_ x: Double) -> Double
    @_disfavoredOverload func log2(_ x: Float) -> Float
    func log10(_ x: Double) -> Double
    @_disfavoredOverload func log10(_ x: Float) -> Float
    func sqrt(_ x: Double) -> Double
    @_disfavoredOverload func sqrt(_ x: Float) -> Float
    func cbrt(_ x: Double) -> Double
    @_disfavoredOverload func cbrt(_ x: Float) -> Float
    func sin(_ x: Double) -> Double
    @_disfavoredOverload func sin(_ x: Float) -> Float
    func cos(_ x: Double) -> Double
    @_disfavoredOverload func cos(_ x: Float) -> Float
    func tan(_ x: Double) -> Double
    @_disfavoredOverload func tan(_ x: Float) -> Float
    func asin(_ x: Double) -> Double
    @_disfavoredOverload func asin(_ x: Float) -> Float
    func acos(_ x: Double) -> Double
    @_disfavoredOverload func acos(_ x: Float) -> Float
    func atan(_ x: Double) -> Double
    @_disfavoredOverload func atan(_ x: Float) -> Float
    func sinh(_ x: Double) -> Double
    @_disfavoredOverload func sinh(_ x: Float) -> Float
    func cosh(_ x: Double) -> Double
    @_disfavoredOverload func cosh(_ x: Float) -> Float
    func tanh(_ x: Double) -> Double
    @_disfavoredOverload func tanh(_ x: Float) -> Float
    func asinh(_ x: Double) -> Double
    @_disfavoredOverload func asinh(_ x: Float) -> Float
    func acosh(_ x: Double) -> Double
    @_disfavoredOverload func acosh(_ x: Float) -> Float
    func atanh(_ x: Double) -> Double
    @_disfavoredOverload func atanh(_ x: Float) -> Float
    func erf(_ x: Double) -> Double
    @_disfavoredOverload func erf(_ x: Float) -> Float
    func erfc(_ x: Double) -> Double
    @_disfavoredOverload func erfc(_ x: Float) -> Float
    func tgamma(_ x: Double) -> Double
    @_disfavoredOverload func tgamma(_ x: Float) -> Float
    func lgamma(_ x: Double) -> Double
    @_disfavoredOverload func lgamma(_ x: Float) -> Float
    func floor(_ x: Double) -> Double
    @_disfavoredOverload func floor(_ x: Float) -> Float
    func ceil(_ x: Double) -> Double
    @_disfavoredOverload func ceil(_ x: Float) -> Float
    func trunc(_ x: Double) -> Double
    @_disfavoredOverload func trunc(_ x: Float) -> Float
    func round(_ x: Double) -> Double
    @_disfavoredOverload func round(_ x: Float) -> Float
    func pow(_ x: Double, _ y: Double) -> Double
    @_disfavoredOverload func pow(_ x: Float, _ y: Float) -> Float
    func atan2(_ x: Double, _ y: Double) -> Double
    @_disfavoredOverload func atan2(_ x: Float, _ y: Float) -> Float
    func hypot(_ x: Double, _ y: Double) -> Double
    @_disfavoredOverload func hypot(_ x: Float, _ y: Float) -> Float
    func fmod(_ x: Double, _ y: Double) -> Double
    @_disfavoredOverload func fmod(_ x: Float, _ y: Float) -> Float
    func copysign(_ x: Double, _ y: Double) -> Double
    @_disfavoredOverload func copysign(_ x: Float, _ y: Float) -> Float
    func derivative(of f: @escaping (Double) -> Double) -> (Double) -> Double
    func derivative(of f: @escaping (Double, Double) -> Double, withRespectTo index: Int) -> (Double, Double) -> Double
    func derivative(of f: @escaping (Double, Double, Double) -> Double, withRespectTo index: Int) -> (Double, Double, Double) -> Double
    func derivative(at x: Double, of f: (Double) -> Double) -> Double
    func derivative(at x: Double, _ y: Double, of f: (Double, Double) -> Double, withRespectTo index: Int) -> Double
    func derivative(at x: Double, _ y: Double, _ z: Double, of f: (Double, Double, Double) -> Double, withRespectTo index: Int) -> Double
    func root(of f: (Double) -> Double, in interval: ClosedRange<Double>) -> Double
    func maximum(of f: (Double) -> Double, over interval: ClosedRange<Double>) -> Double
    func minimum(of f: (Double) -> Double, over interval: ClosedRange<Double>) -> Double
    func argmax(of f: (Double) -> Double, over interval: ClosedRange<Double>) -> Double
    func argmin(of f: (Double) -> Double, over interval: ClosedRange<Double>) -> Double
    func integral(of f: (Double) -> Double, over interval: ClosedRange<Double>) -> Double
    func solution(of equations: ([Double]) -> [Double], near start: [Double]) -> [Double]
    func bins(_ values: [Double], count: Int) -> [(lower: Double, upper: Double, count: Int)]
    func bins(_ values: [Double], count: Int, in bounds: ClosedRange<Double>) -> [(lower: Double, upper: Double, count: Int)]
    func Slider(_ title: String, in range: ClosedRange<Double>, step: Double, value: Double) -> Double
    func Slider(_ title: String, over values: [Double], value: Double) -> Double
    func Slider(_ title: String, over values: [(String, Double)], value: Double) -> Double
    func asComputed(_ value: @autoclosure () -> Double) -> Double
    @_disfavoredOverload func asComputed(_ value: @autoclosure () -> Bool) -> Bool
    @_disfavoredOverload func asComputed(_ value: @autoclosure () -> Int) -> Int
    @_disfavoredOverload func asComputed(_ value: @autoclosure () -> UInt64) -> UInt64
    @_disfavoredOverload func asComputed(_ value: @autoclosure () -> Float) -> Float
    func asReal(_ value: @autoclosure () -> Double) -> Double
    @_disfavoredOverload func asReal(_ value: @autoclosure () -> Bool) -> Bool
    @_disfavoredOverload func asReal(_ value: @autoclosure () -> Int) -> Int
    @_disfavoredOverload func asReal(_ value: @autoclosure () -> UInt64) -> UInt64
    @_disfavoredOverload func asReal(_ value: @autoclosure () -> Float) -> Float
    func exact<T>(_ body: () -> T) -> T
    """#
}
