import Testing

@testable import Cells

/// The numbers of the course, computed apart with mpmath at 50 to 60 digits and rounded to 20.
@Suite struct CourseNumbersTests {
  private static let definitions = """
    ```swift eval
    func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
    func slope(_ x: Double) -> Double { derivative(of: sigmoid)(x) }
    func softplus(_ x: Double) -> Double { log(1 + exp(x)) }
    func normal(_ x: Double) -> Double { exp(-x * x / 2) / sqrt(2 * Double.pi) }
    func cumulative(_ x: Double) -> Double { (1 + erf(x / sqrt(2))) / 2 }
    func silu(_ x: Double) -> Double { x * sigmoid(x) }
    func gelu(_ x: Double) -> Double { x * cumulative(x) }
    let fixedPoint = root(of: { x in x - sigmoid(x) }, in: 0...1)
    let secant = sigmoid(1) - sigmoid(0)
    let data = [
      (1.0, 0.0), (2.0, 0.0), (3.0, 1.0), (4.0, 0.0), (5.0, 1.0), (6.0, 1.0), (7.0, 0.0), (8.0, 1.0),
      (9.0, 1.0), (10.0, 1.0),
    ]
    let fit = solution(
      of: { b in
        var a = 0.0
        var c = 0.0
        for (x, y) in data {
          let error = sigmoid(b[0] + b[1] * x) - y
          a += error
          c += error * x
        }
        return [a, c]
      }, near: [-2.3, 0.5])
    ```

    """

  @Test(arguments: [
    ("sigmoid(1)", "0.73105857863000487925"), ("sigmoid(2)", "0.88079707797788244406"),
    ("sigmoid(-6)", "0.0024726231566347743341"),
    ("-minimum(of: silu, over: -5...0)", "0.27846454276107379511"),
    ("minimum(of: gelu, over: -5...0)", "−0.16997120747990366169"),
    ("argmin(of: gelu, over: -5...0)", "−0.75179152469356445746"),
    ("slope(1)", "0.19661193324148185254"), ("slope(2)", "0.10499358540350651735"),
    ("slope(6)", "0.0024665092913600478183"), ("slope(10)", "0.000045395807735951671032"),
    ("log(2 + sqrt(3))", "1.3169578969248167086"), ("sqrt(3) / 18", "0.096225044864937627418"),
    ("log(3 + 2 * sqrt(2))", "1.7627471740390860505"),
    ("root(of: { x in slope(x) - 1 / 400 }, in: 5...7)", "5.9864456922527617958"),
    ("sigmoid(6)", "0.99752737684336522567"), ("log(99)", "4.5951198501345899269"),
    ("2 * log(9)", "4.3944491546724387656"), ("log(4)", "1.3862943611198906188"),
    ("secant", "0.23105857863000487925"),
    ("(sigmoid(2) - sigmoid(-2)) / 4", "0.19039853898894122203"),
    ("tanh(3)", "0.99505475368673045133"),
    ("root(of: { x in slope(x) - secant }, in: 0...1)", "0.56508302493611518397"),
    ("tanh(1)", "0.76159415595576488812"), ("log(2)", "0.69314718055994530942"),
    ("pow(4, -10)", "9.5367431640625000000e-7"), ("pow(4, -12)", "5.9604644775390625000e-8"),
    ("integral(of: { z in slope(z) * normal(z) }, over: -12...12)", "0.20662096414190703726"),
    ("fixedPoint", "0.65904606840740666098"), ("slope(fixedPoint)", "0.22470434812414652082"),
    ("sigmoid(1) - (0.5 + 0.25 - 1.0 / 48)", "0.0018919119633382125845"),
    ("softplus(3)", "3.0485873515737420588"),
    (
      "maximum(of: { x in sigmoid(1.702 * x) - cumulative(x) }, over: 0...3)",
      "0.0094863244455859371271"
    ),
    (
      "argmax(of: { x in sigmoid(1.702 * x) - cumulative(x) }, over: 0...3)",
      "0.57148537089690244137"
    ),
    ("59.0 / 9", "6.5555555555555555556"), ("25.0 / 34", "0.73529411764705882353"),
    ("fit[0]", "−2.2902826572627805272"), ("fit[1]", "0.52786019149638388770"),
    ("exp(fit[1])", "1.6953008055637138385"), ("-fit[0] / fit[1]", "4.3388054150669365922"),
    ("sqrt(761) / 9", "3.0651364942519381593"), ("200.0 / 59", "3.3898305084745762712"),
    ("1024 * log(2) + log(1 - pow(2, -53))", "709.78271289338399673"),
    ("128 * log(2) + log(1 - pow(2, -24))", "88.722839052068353054"),
    ("53 * log(2)", "36.736800569677101399"), ("log(pow(2, 54) - 1)", "37.429947750237046653"),
    ("1075 * log(2)", "745.13321910194120762"), ("sigmoid(-36)", "2.3195228302435688503e-16"),
    ("maximum(of: derivative(of: silu), over: 0...5)", "1.0998393201288669170"),
    ("argmax(of: derivative(of: silu), over: 0...5)", "2.3993572805154676678"),
    ("maximum(of: derivative(of: gelu), over: 0...5)", "1.1289041451851547863"),
  ])
  func twentyDigitsAreRight(_ expression: String, _ text: String) {
    let run = LessonRun(Self.definitions + "[\(text)](<eval:\(expression)>)")
    #expect(run.reports.filter { !$0.hasPrefix("computed-differs") } == [])
    #expect(run.values == [text])
  }
}
