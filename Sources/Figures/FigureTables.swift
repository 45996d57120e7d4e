import MathCore

/// The numbers behind a chart, as tables of modest size.
struct FigureTables {
  let tables: [FigureTable]

  /// The most rows that a table has; longer data are thinned, and the caption says so.
  static let rowLimit = 25

  init(_ drawing: ChartDrawing, typography: NumberTypography) {
    let numbers = FigureNumbers(typography: typography)
    tables =
      [Self.functions(drawing, typography)].compactMap { $0 }
      + Self.curves(drawing, typography)
      + [Self.stacks(drawing, numbers)].compactMap { $0 }
      + Self.groups(drawing).compactMap { Self.data($0, drawing, numbers) }
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

    func isDefined(at x: Double) -> Bool { domain?.contains(x) ?? true }
  }

  private static func columns(_ drawing: ChartDrawing) -> [Column] {
    var columns: [Column] = []
    for mark in drawing.marks {
      switch mark.mark.content {
      case .function(let function, let domain):
        columns.append(Column(name: mark.name ?? "curve", function: function, domain: domain))
      case .area(let lower, let upper, let domain):
        guard let (below, above) = mark.boundNames else { continue }
        for (name, function) in [(below, lower), (above, upper)]
        where !isDrawn(name, drawing.marks) {
          columns.append(Column(name: name, function: function, domain: domain))
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

  /// One column for each function of x, at round places.
  private static func functions(
    _ drawing: ChartDrawing, _ typography: NumberTypography
  ) -> FigureTable? {
    let columns = columns(drawing)
    if columns.isEmpty { return nil }
    let ticks = AxisTicks(drawing.layout.x, target: 13, typography: typography).major
      .prefix(rowLimit)
    let rows = ticks.map { tick in
      [tick.label]
        + columns.map { column in
          // Ticks are short decimals, which are what Swift prints for their Doubles.
          guard column.isDefined(at: tick.value), let place = Rational(literal: "\(tick.value)")
          else { return "" }
          return column.function.text(at: place, .significant(4), typography: typography) ?? ""
        }
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
          guard let t = Rational(literal: "\(tick.value)") else { return [tick.label, "", ""] }
          return [tick.label]
            + [curve.x, curve.y].map {
              $0.text(at: t, .significant(4), typography: typography) ?? ""
            }
        },
        places: ticks.map { tick in
          let point = curve.point(at: tick.value, across, upright)
          return place(point?.x ?? .nan, [nil, point?.y], drawing)
        })
    }
  }

  /// The bars of several series, which stand on each other: a row for each place; nil for one series.
  private static func stacks(_ drawing: ChartDrawing, _ numbers: FigureNumbers) -> FigureTable? {
    let series = BarSeries.all(of: drawing.marks)
    guard series.count > 1 else { return nil }
    let all = Set(series.flatMap(\.bars).map(\.x)).filter(\.isFinite).sorted()
    let shown = thinned(all, drawing.layout.chart.caption)
    let bars = shown.rows.map { x in series.map { $0.bars.filter { $0.x == x } } }
    return FigureTable(
      caption: shown.caption,
      columns: [series[0].xName ?? "x"] + series.map { $0.name ?? "bars" },
      rows: zip(shown.rows, bars).map { x, bars in
        [numbers.text(x, significant: 6)]
          + bars.map { own in
            own.isEmpty ? "" : numbers.text(own.map(\.value).reduce(0, +), significant: 6)
          }
      },
      places: zip(shown.rows, bars).map { x, bars in place(x, bars.map(\.last?.end), drawing) })
  }

  private static func data(
    _ group: Group, _ drawing: ChartDrawing, _ numbers: FigureNumbers
  ) -> FigureTable? {
    let (mark, points) = (group.mark, group.points)
    guard points.count > 1 else { return nil }
    let shown = thinned(points, mark.name ?? drawing.layout.chart.caption)
    return FigureTable(
      caption: shown.caption,
      columns: [mark.mark.xName ?? "x", mark.mark.yName ?? mark.name ?? "y"],
      rows: shown.rows.map { point in
        [numbers.text(point.x, significant: 6), numbers.text(point.y, significant: 6)]
      }, places: shown.rows.map { place($0.x, [$0.y], drawing) })
  }

  /// As many of the rows as a table has, evenly spread, and a caption that says which.
  private static func thinned<Row>(
    _ rows: [Row], _ name: String
  ) -> (rows: [Row], caption: String) {
    let step = max(1, (rows.count + rowLimit - 1) / rowLimit)
    return (
      stride(from: 0, to: rows.count, by: step).map { rows[$0] },
      step == 1 ? name : "\(name): one row of every \(step)"
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
