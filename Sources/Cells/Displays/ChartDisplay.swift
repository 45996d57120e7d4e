import Diagnostics
import Figures
import LessonSyntax
import SwiftEval

/// Draws a `Chart` or an `HStack` of charts.
struct ChartDisplay {
  let context: CellContext
  /// Unique on the page: ids in the figure start with it.
  let idPrefix: String

  private var renderer: FigureRenderer {
    FigureRenderer(
      colours: context.settings.colours, idPrefix: idPrefix, typography: context.typography,
      words: LanguageTag(context.settings.language).choose(english: .english, german: .german))
  }

  /// Nil where something failed, which is reported.
  func output(_ call: RecordCall) -> FigureOutput? {
    let before = context.diagnostics.count
    let figure: RenderedFigure
    let caption: String
    if call.typeName == "HStack" {
      let calls = (call["content"]?.listElements ?? []).compactMap { RecordCall($0) }
      let charts = context.scaled(calls.compactMap(chart), of: idPrefix, by: renderer)
      guard !charts.isEmpty else { return nil }
      let panels = ChartPanels(
        caption: call.text("caption", in: context.typography) ?? "", charts: charts)
      (figure, caption) = (renderer.render(panels), panels.caption)
    } else {
      guard let own = chart(call), context.diagnostics.count == before,
        let chart = context.scaled([own], of: idPrefix, by: renderer).first
      else { return nil }
      (figure, caption) = (renderer.render(chart), chart.caption)
    }
    guard context.diagnostics.count == before else { return nil }
    return FigureOutput(
      caption: caption, svg: figure.svg, description: figure.description,
      data: figure.tables.map(data), width: figure.width)
  }

  private func data(_ table: FigureTable) -> TableOutput {
    var notes = TableNotes(language: context.settings.language)
    let rows = table.rows.map { row in
      row.map { cell in
        TableOutput.Cell(numeral: cell.text, note: cell.concealment.map { notes.index(of: $0) })
      }
    }
    return TableOutput(
      caption: table.caption, columns: table.columns, rows: rows, notes: notes.texts)
  }

  /// A chart with its modifiers: the innermost comes first.
  private func chart(_ call: RecordCall) -> Chart? {
    guard let receiver = call.receiver else {
      var marks = ChartMarks(context: context, renderer: renderer)
      return Chart(
        caption: call.text("caption", in: context.typography) ?? "",
        marks: marks.marks(call["content"]?.listElements ?? []))
    }
    guard var chart = chart(receiver) else { return nil }
    modify(&chart, call)
    return chart
  }

  private func modify(_ chart: inout Chart, _ call: RecordCall) {
    switch call.name {
    case "chartXScale": modify(&chart.xScale, call)
    case "chartYScale": modify(&chart.yScale, call)
    case "chartEqualScale": chart.hasEqualScale = true
    case "chartXAxisLabel": chart.xAxis.label = call.text("label", in: context.typography)
    case "chartYAxisLabel": chart.yAxis.label = call.text("label", in: context.typography)
    case "chartXAxis": chart.xAxis.placement = placement(call)
    case "chartYAxis": chart.yAxis.placement = placement(call)
    case "chartLegend": chart.legend = legend(call)
    case "frame": frame(&chart, call)
    case "accessibilityLabel": chart.accessibilityLabel = call.text("label", in: context.typography)
    default: break
    }
  }

  private func modify(_ scale: inout ScaleOptions, _ call: RecordCall) {
    if let domain = call.closedRange("domain") {
      guard domain.lowerBound < domain.upperBound, domain.lowerBound.isFinite,
        domain.upperBound.isFinite
      else { return report(.emptyDomain, call, "domain") }
      scale.domain = domain
    }
    if let type = call.choice("type") { scale.kind = type == "log" ? .log : .linear }
    if scale.kind == .log, let domain = scale.domain, domain.lowerBound <= 0 {
      report(.notPositiveDomain, call, "domain")
    }
  }

  private func placement(_ call: RecordCall) -> AxisOptions.Placement {
    switch call.choice("placement") {
    case "centered": .centred
    case "hidden": .hidden
    default: .edge
    }
  }

  private func legend(_ call: RecordCall) -> LegendOptions {
    if call.choice("visibility") == "hidden" { return .hidden }
    return switch call.choice("position") {
    case "top": .top
    case "bottom": .bottom
    case "topLeading": .topLeading
    case "topTrailing": .topTrailing
    case "bottomLeading": .bottomLeading
    case "bottomTrailing": .bottomTrailing
    default: .automatic
    }
  }

  private func frame(_ chart: inout Chart, _ call: RecordCall) {
    for (parameter, path) in [("width", \Chart.width), ("height", \Chart.height)] {
      guard let size = call.number(parameter) else { continue }
      guard size >= 100, size <= 4_000 else {
        report(.badFrame, call, parameter)
        continue
      }
      chart[keyPath: path] = size
    }
  }

  private func report(_ message: Diagnostic.Message, _ call: RecordCall, _ label: String) {
    let text = CallText(call.record)
    let argument = text.labelled(label).first
    context.report(
      message, in: call.record.excerpt, at: argument.map(text.span) ?? call.record.span)
  }
}

extension TableOutput.Cell {
  /// A numeral that is set already.
  fileprivate init(numeral text: String, note: Int?) {
    let isNumber = text.contains { $0.isNumber }
    let stop = text.firstIndex { $0 == "." || $0 == "," || $0 == "\u{A0}" } ?? text.endIndex
    self.init(
      text: text,
      integerWidth: isNumber ? text.distance(from: text.startIndex, to: stop) : nil, note: note)
  }
}

extension Diagnostic.Message {
  static let emptyDomain = Self(
    id: "empty-domain", text: "the domain of an axis needs two different numbers")

  static let notPositiveDomain = Self(
    id: "empty-domain", text: "a logarithmic axis needs a domain of positive numbers")

  static let badFrame = Self(
    id: "bad-frame", text: "a chart is 100 to 4000 points wide and high")
}
