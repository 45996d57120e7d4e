import Diagnostics
import Testing

@testable import SwiftEval

@Suite struct SliderDependenceTests {
  /// The sliders `k` and `w` are declared by a cell above the given one.
  private func sliders(of expression: String, after cell: String) -> Set<String> {
    let sliders = Excerpt(
      "let k = Slider(\"k\", over: [1, 2], value: 1)\nlet w = Slider(\"w\", over: [1, 2], value: 1)"
    )
    let dependence = SliderDependence(sliders: ["k", "w"], texts: [sliders, Excerpt(cell)])
    return dependence.sliders(of: Excerpt(expression))
  }

  @Test func whatUsesASliderDependsOnIt() {
    #expect(sliders(of: "2 * k", after: "") == ["k"])
    #expect(sliders(of: "k + w", after: "") == ["k", "w"])
    #expect(sliders(of: "1 + 1", after: "let x = k") == [])
  }

  @Test func namesHandItOn() {
    #expect(
      sliders(of: "g(1)", after: "func g(_ x: Double) -> Double { f(x) }\nlet f = { k * $0 }")
        == ["k"])
    #expect(sliders(of: "f(2)", after: "func f(_ k: Double) -> Double { k }") == [])
  }

  @Test func changesHandItOn() {
    #expect(sliders(of: "total", after: "var total = 0.0\nif k > 1 { total += 1 }") == ["k"])
    #expect(sliders(of: "list", after: "var list = [1.0]\nlist.append(w)") == ["w"])
  }

  @Test func typesHandItOn() {
    let type = "struct Curve { func value(at x: Double) -> Double { k * x } }\nlet c = Curve()"
    #expect(sliders(of: "c.value(at: 1)", after: type) == ["k"])
    #expect(
      sliders(of: "2.0.scaled", after: "extension Double { var scaled: Double { k * self } }")
        == ["k"])
  }

  @Test func whatPrintsIsFound() {
    let text = Excerpt("func show() { print(\"a\") }\nshow()\nlet x = k\nprint(w)")
    let dependence = SliderDependence(sliders: ["k", "w"], texts: [text])
    #expect(dependence.sliders(ofPrintsIn: 0) == ["w"])
  }

  @Test func aStatementIsFoundByItsPlace() {
    let text = Excerpt("let x = 1\nk + 1\nx + 1")
    let dependence = SliderDependence(sliders: ["k"], texts: [text])
    #expect(dependence.sliders(at: 10, ofText: 0) == ["k"])
    #expect(dependence.sliders(at: 16, ofText: 0) == [])
  }
}
