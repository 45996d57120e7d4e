import MathCore

/// The numbers behind a chart, as tables of modest size.
struct FigureTables {
  let tables: [FigureTable]

  /// The most rows that a table has; longer data are thinned, and the caption says so.
  static let rowLimit = 25

  init(_ drawing: ChartDrawing, numbers: FigureNumbers, words: DataWords) {
    tables =
      [Self.functions(drawing, numbers.typography, words)].compactMap { $0 }
      + Self.curves(drawing, numbers.typography)
      + [Self.stacks(drawing, numbers, words)].compactMap { $0 }
      + Self.groups(drawing).compactMap { Self.data($0, drawing, numbers, words) }
  }

  /// Points that belong together: of one mark, or of several marks with the same names, as a loop
  /// over bars makes them.
  private struct Group {
    let mark: ResolvedMark
    var points: [PlotPoint]

    func belongs(with other: ResolvedMark) -> Bool {
      mark.name == other.name && mark.mark.xName == other.mark.xName
        && mark.mark.yName == other.mark.yName
    }
  }

  private static func groups(_ drawing: ChartDrawing) -> [Group] {
    var groups: [Group] = []
    let hasStacks = BarSeries.all(of: drawing.marks).count > 1
    for mark in drawing.marks {
      let points: [PlotPoint]
      switch mark.mark.content {
      case .points(let values), .line(let values): points = values
      case .bars(let bars, _):
        if hasStacks { continue }
        points = bars.map { PlotPoint(x: $0.x, y: $0.value) }
      case .function, .parametric, .area, .ruleX, .ruleY, .rectangle: continue
      }
      let known = points.count == 1 ? groups.firstIndex { $0.belongs(with: mark) } : nil
      if let known {
        groups[known].points += points
      } else {
        groups.append(Group(mark: mark, points: points))
      }
    }
    return groups
  }

  /// A function of x, in its domain: nil for the whole width.
  private struct Column {
    let name: String
    let function: PlotFunction
    let domain: ClosedRange<Double>?
    /// The edge of a band, which may have nothing to tell.
    var isBound = false

    func isDefined(at x: Double) -> Bool { domain?.contains(x) ?? true }

    func cell(at tick: Tick, _ typography: NumberTypography) -> FigureTable.Cell {
      // Ticks are short decimals, which are what Swift prints for their Doubles.
      guard isDefined(at: tick.value), let place = Rational(literal: "\(tick.value)") else {
        return FigureTable.Cell("")
      }
      return FigureTable.Cell(
        function.published(at: place, .significant(4), typography: typography))
    }
  }

  private static func columns(_ drawing: ChartDrawing, _ words: DataWords) -> [Column] {
    var columns: [Column] = []
    for mark in drawing.marks {
      switch mark.mark.content {
      case .function(let function, let domain):
        columns.append(
          Column(name: mark.name ?? words.curveColumn, function: function, domain: domain))
      case .area(let lower, let upper, let domain):
        guard let (below, above) = mark.areaBounds else { continue }
        for (name, function) in [(below, lower), (above, upper)]
        where !isDrawn(name, drawing.marks) {
          columns.append(Column(name: name, function: function, domain: domain, isBound: true))
        }
      case .parametric, .points, .line, .ruleX, .ruleY, .rectangle, .bars: continue
      }
    }
    return columns
  }

  /// Whether the graph of a function of this name is in the chart: it has a column of its own.
  private static func isDrawn(_ name: String, _ marks: [ResolvedMark]) -> Bool {
    marks.contains { mark in
      if case .function = mark.mark.content { mark.name == name } else { false }
    }
  }

  /// One column for each function of x, at round places; none for the edge of a band that is the same
  /// at all of them.
  private static func functions(
    _ drawing: ChartDrawing, _ typography: NumberTypography, _ words: DataWords
  ) -> FigureTable? {
    let ticks = AxisTicks(drawing.layout.x, target: 13, typography: typography).major
      .prefix(rowLimit)
    let all: [(column: Column, cells: [FigureTable.Cell])] = columns(drawing, words).map { column in
      (column, ticks.map { column.cell(at: $0, typography) })
    }
    let filled = all.filter { column, cells in
      !column.isBound || Set(cells.map(\.text).filter { !$0.isEmpty }).count > 1
    }
    if filled.isEmpty { return nil }
    let columns = filled.map(\.column)
    let rows = ticks.enumerated().map { index, tick in
      [FigureTable.Cell(tick.label)] + filled.map { $0.cells[index] }
    }
    let x = drawing.marks.compactMap(\.mark.xName).first ?? "x"
    let places = ticks.map { tick in
      let values = columns.map { column in
        column.isDefined(at: tick.value)
          ? column.function(tick.value, drawing.layout.y.resolution) : nil
      }
      return place(tick.value, values, drawing)
    }
    return FigureTable(
      caption: drawing.layout.chart.caption, columns: [x] + columns.map(\.name), rows: rows,
      places: places)
  }

  /// For each curve in the plane, where it is at round values of its parameter.
  private static func curves(
    _ drawing: ChartDrawing, _ typography: NumberTypography
  ) -> [FigureTable] {
    drawing.marks.compactMap { mark in
      guard case .parametric(let curve) = mark.mark.content,
        curve.domain.lowerBound < curve.domain.upperBound, curve.domain.lowerBound.isFinite,
        curve.domain.upperBound.isFinite
      else { return nil }
      let scale = Scale(kind: .linear, domain: curve.domain, start: 0, end: 1)
      let ticks = AxisTicks(scale, target: 13, typography: typography).major.prefix(rowLimit)
      let (across, upright) = (drawing.layout.x.resolution, drawing.layout.y.resolution)
      return FigureTable(
        caption: mark.name ?? drawing.layout.chart.caption,
        columns: [curve.parameter, mark.mark.xName ?? "x", mark.mark.yName ?? "y"],
        rows: ticks.map { tick in
          let columns = [curve.x, curve.y].map { Column(name: "", function: $0, domain: nil) }
          return [FigureTable.Cell(tick.label)] + columns.map { $0.cell(at: tick, typography) }
        },
        places: ticks.map { tick in
          let point = curve.point(at: tick.value, across, upright)
          return place(point?.x ?? .nan, [nil, point?.y], drawing)
        })
    }
  }

  /// The bars of several series, which stand on each other: a row for each place; nil for one series.
  private static func stacks(
    _ drawing: ChartDrawing, _ numbers: FigureNumbers, _ words: DataWords
  ) -> FigureTable? {
    let series = BarSeries.all(of: drawing.marks)
    guard series.count > 1 else { return nil }
    let all = Set(series.flatMap(\.bars).map(\.x)).filter(\.isFinite).sorted()
    let shown = thinned(all, drawing.layout.chart.caption, words)
    let bars = shown.rows.map { x in series.map { $0.bars.filter { $0.x == x } } }
    return FigureTable(
      caption: shown.caption,
      columns: [series[0].xName ?? "x"] + series.map { $0.name ?? words.barColumn },
      rows: zip(shown.rows, bars).map { x, bars in
        [numbers.cell(x)]
          + bars.map { own in
            own.isEmpty ? FigureTable.Cell("") : numbers.cell(own.map(\.value).reduce(0, +))
          }
      },
      places: zip(shown.rows, bars).map { x, bars in place(x, bars.map(\.last?.end), drawing) })
  }

  private static func data(
    _ group: Group, _ drawing: ChartDrawing, _ numbers: FigureNumbers, _ words: DataWords
  ) -> FigureTable? {
    let (mark, points) = (group.mark, group.points)
    guard points.count > 1 else { return nil }
    let shown = thinned(points, mark.name ?? drawing.layout.chart.caption, words)
    return FigureTable(
      caption: shown.caption,
      columns: [mark.mark.xName ?? "x", mark.mark.yName ?? mark.name ?? "y"],
      rows: shown.rows.map { [numbers.cell($0.x), numbers.cell($0.y)] },
      places: shown.rows.map { place($0.x, [$0.y], drawing) })
  }

  /// As many of the rows as a table has, evenly spread, and a caption that says which.
  private static func thinned<Row>(
    _ rows: [Row], _ name: String, _ words: DataWords
  ) -> (rows: [Row], caption: String) {
    let step = max(1, (rows.count + rowLimit - 1) / rowLimit)
    return (
      stride(from: 0, to: rows.count, by: step).map { rows[$0] },
      step == 1 ? name : words.thinned.filled(["name": name, "step": String(step)])
    )
  }

  /// Only what stands in the frame has a place; what is beside it is looked for at its side.
  private static func place(
    _ x: Double, _ values: [Double?], _ drawing: ChartDrawing
  ) -> FigureTable.RowPlace {
    let (frame, layout) = (drawing.layout.frame, drawing.layout)
    return FigureTable.RowPlace(
      x: min(max(layout.x.position(of: x) ?? frame.left, frame.left), frame.right),
      y: values.map { value in
        value.flatMap(layout.y.position).flatMap {
          (frame.top...frame.bottom).contains($0) ? $0 : nil
        }
      })
  }
}

extension FigureTable.Cell {
  /// Empty where there is no number.
  init(_ number: PublishedNumber?) {
    self.init(number?.text ?? "", concealment: number?.concealment)
  }
}

extension FigureNumbers {
  /// A number of the data, to six digits.
  fileprivate func cell(_ value: Double) -> FigureTable.Cell {
    let format = NumberFormat.significant(6)
    return FigureTable.Cell(
      text(value, significant: 6), concealment: format.published(value).concealment)
  }
}
