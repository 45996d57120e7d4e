import Diagnostics
import Figures
import MathCore
import SwiftEval

/// Makes the marks of a chart from the records of its closure.
struct ChartMarks {
  let context: CellContext
  let renderer: FigureRenderer
  private var count = 0

  private static let largestCount = 20_000

  init(context: CellContext, renderer: FigureRenderer) {
    self.context = context
    self.renderer = renderer
  }

  mutating func marks(_ values: [CellValue]) -> [Mark] {
    var result: [Mark] = []
    for value in values {
      guard let call = RecordCall(value) else { continue }
      result += marks(call)
    }
    return result
  }

  private mutating func marks(_ call: RecordCall) -> [Mark] {
    if let receiver = call.receiver {
      return marks(receiver).map { modified($0, call) }
    }
    if call.typeName == "ForEach" { return forEach(call) }
    guard let mark = mark(call) else { return [] }
    count += 1
    if count == Self.largestCount { report(.tooManyMarks(Self.largestCount), call) }
    return count < Self.largestCount ? [mark] : []
  }

  private mutating func forEach(_ call: RecordCall) -> [Mark] {
    guard let function = call.function("content"),
      let elements = call["data"]?.elements(limit: Self.largestCount)
    else {
      report(.notEnumerable, call)
      return []
    }
    var result: [Mark] = []
    for element in elements {
      guard let made = context.call(function, [element]) else { return result }
      result += marks(made.listElements)
      if count >= Self.largestCount { break }
    }
    return result
  }

  // MARK: Marks

  private func mark(_ call: RecordCall) -> Mark? {
    switch call.typeName {
    case "LinePlot": linePlot(call)
    case "AreaPlot": areaPlot(call)
    case "PointMark": pointMark(call)
    case "LineMark": lineMark(call)
    case "BarMark": barMark(call)
    case "RuleMark": ruleMark(call)
    case "RectangleMark": rectangleMark(call)
    default: nil
    }
  }

  private func linePlot(_ call: RecordCall) -> Mark? {
    guard let function = call.function("function") else { return nil }
    let name = call.text("y")
    let values = CurveValues(function, context)
    let isSampled = context.evaluator.usesAsComputed(function)
    if let parameter = call.text("t") {
      guard let domain = call.closedRange("domain") else { return nil }
      let curve = ParametricCurve(
        x: values.component(0), y: values.component(1), parameter: parameter, domain: domain)
      return Mark(
        .parametric(curve), series: name, xName: call.text("x"), yName: name, isSampled: isSampled)
    }
    return Mark(
      .function(values.plotFunction, domain: call.closedRange("domain")), series: name,
      xName: call.text("x"), yName: name, isSampled: isSampled)
  }

  private func areaPlot(_ call: RecordCall) -> Mark? {
    guard let function = call.function("function") else { return nil }
    let domain = call.closedRange("domain")
    let values = CurveValues(function, context)
    let isSampled = context.evaluator.usesAsComputed(function)
    if let name = call.text("y") {
      return Mark(
        .area(lower: PlotFunction { _ in 0 }, upper: values.plotFunction, domain: domain),
        series: name, xName: call.text("x"), yName: name, isSampled: isSampled)
    }
    return Mark(
      .area(lower: values.component(0), upper: values.component(1), domain: domain),
      xName: call.text("x"), yName: call.text("yEnd"), yStartName: call.text("yStart"),
      isSampled: isSampled)
  }

  private func pointMark(_ call: RecordCall) -> Mark? {
    guard let x = coordinate("x", of: call), let y = coordinate("y", of: call) else { return nil }
    return Mark(.points([PlotPoint(x: x.value, y: y.value)]), xName: x.label, yName: y.label)
  }

  private func lineMark(_ call: RecordCall) -> Mark? {
    guard let x = coordinate("x", of: call), let y = coordinate("y", of: call) else { return nil }
    let series = call["series"].flatMap { RecordCall($0) }?["value"]
    let name: String? =
      switch series {
      case .string(let text)?: text
      case let value?: value.description(type: .error)
      case nil: nil
      }
    return Mark(
      .line([PlotPoint(x: x.value, y: y.value)]), series: name ?? y.label, xName: x.label,
      yName: y.label)
  }

  private func barMark(_ call: RecordCall) -> Mark? {
    guard let x = coordinate("x", of: call), let y = coordinate("y", of: call) else { return nil }
    return Mark(
      .bars([Bar(x: x.value, value: y.value)], width: call.number("width")), series: y.label,
      xName: x.label, yName: y.label)
  }

  private func ruleMark(_ call: RecordCall) -> Mark? {
    if let x = coordinate("x", of: call) { return Mark(.ruleX(x.value), xName: x.label) }
    return coordinate("y", of: call).map { Mark(.ruleY($0.value), yName: $0.label) }
  }

  private func rectangleMark(_ call: RecordCall) -> Mark? {
    func range(_ start: String, _ end: String) -> ClosedRange<Double>? {
      guard let a = coordinate(start, of: call)?.value, let b = coordinate(end, of: call)?.value
      else {
        return nil
      }
      return min(a, b)...max(a, b)
    }
    return Mark(.rectangle(x: range("xStart", "xEnd"), y: range("yStart", "yEnd")))
  }

  /// A coordinate: `.value("x", 0)`; nil where it is left out, and where it is a text, which is
  /// reported.
  private func coordinate(
    _ parameter: String, of mark: RecordCall
  ) -> (label: String, value: Double)? {
    guard let call = mark[parameter].flatMap({ RecordCall($0) }) else { return nil }
    guard let reading = call["value"]?.reading else {
      report(.textAsPlace, call)
      return nil
    }
    // Where the nearest Double of the real value is not decided, what Swift computes is as near.
    let value = (try? reading.real.nearestDouble()) ?? reading.binary64
    return (call.text("label") ?? "", value)
  }

  // MARK: Modifiers

  private func modified(_ mark: Mark, _ call: RecordCall) -> Mark {
    var mark = mark
    switch call.name {
    case "foregroundStyle": colour(&mark, call)
    case "lineStyle":
      guard let style = call["style"].flatMap({ RecordCall($0) }) else { break }
      mark.style.lineWidth = style.number("lineWidth")
      mark.style.dash = style["dash"]?.listElements.compactMap(\.number) ?? []
    case "opacity": mark.style.opacity = call.number("opacity")
    case "symbol":
      mark.style.symbol = call.choice("symbol").flatMap(MarkStyle.Symbol.init) ?? .circle
    case "annotation": annotation(&mark, call)
    default: break
    }
    return mark
  }

  private func colour(_ mark: inout Mark, _ call: RecordCall) {
    guard let name = call.text("colour") else { return }
    guard renderer.knowsColour(name) else {
      let text = CallText(call.record)
      let nearest = NearestName.nearest(to: name, in: context.settings.colours.keys.sorted())
      context.report(
        .unknownColour(name), in: call.record.excerpt,
        at: text.arguments.first.map(text.span) ?? call.record.span,
        help: nearest.map { ["did you mean \"\($0)\"?"] } ?? [
          "write \"#307EC7\", or name a light and a dark colour under `colours:` in site.yaml"
        ])
      return
    }
    // What is nearer to the mark has been said first, and holds.
    if mark.style.colour == nil { mark.style.colour = name }
  }

  private func annotation(_ mark: inout Mark, _ call: RecordCall) {
    guard let text = call.text("text", in: context.typography) else { return }
    let position: MarkAnnotation.Position =
      switch call.choice("position") {
      case "top": .top
      case "bottom": .bottom
      case "leading": .leading
      case "trailing": .trailing
      case "topLeading": .topLeading
      case "topTrailing": .topTrailing
      case "bottomLeading": .bottomLeading
      case "bottomTrailing": .bottomTrailing
      default: .automatic
      }
    // A number, as Swift prints it, gets the signs that the axes have.
    let decimalSign = String(context.typography.decimalSign)
    let plain = text.replacing(decimalSign, with: ".")
    let numeral = plain.replacing(".", with: decimalSign).replacing("-", with: "−")
    mark.annotation = MarkAnnotation(
      Double(plain) == nil ? text : numeral, position: position)
  }

  private func report(_ message: Diagnostic.Message, _ call: RecordCall) {
    context.report(message, in: call.record.excerpt, at: call.record.span)
  }
}

extension Diagnostic.Message {
  static func unknownColour(_ name: String) -> Self {
    Self(id: "unknown-colour", text: "there is no colour \"\(name)\"")
  }

  static let textAsPlace = Self(
    id: "text-as-place", text: "a mark stands at numbers; a text has no place on an axis")

  static func tooManyMarks(_ limit: Int) -> Self {
    Self(id: "too-many-marks", text: "a chart has at most \(limit) marks")
  }
}
