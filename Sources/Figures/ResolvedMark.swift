/// A mark with what it inherits: its name, its colour and its widths.
struct ResolvedMark: Sendable {
  var mark: Mark
  /// The name in labels, legend, description and data.
  var name: String?
  var colour: ColourPair
  var lineWidth: Double
  var opacity: Double?
  /// What the bounds of an area are called: by their own names, or after the area.
  var areaBounds: (lower: String, upper: String)?

  /// Line marks of the same series become one, bars at one place stand on each other, and marks of
  /// the same name share a colour.
  static func resolve(
    _ marks: [Mark], colours: FigureColours, words: FigureWords = .english
  ) -> [ResolvedMark] {
    var indices: [String: Int] = [:]
    let chosen = Set(
      marks.compactMap(\.style.colour).filter(colours.knows).map { colours.pair($0, index: 0) })
    let free = FigureColours.palette.indices.filter { !chosen.contains(FigureColours.palette[$0]) }
    var next = 0
    return withBarWidths(Bar.stacked(joined(marks))).map { mark in
      let name = mark.series ?? (mark.isCurve ? mark.yName : nil)
      let isQuiet = mark.isRule || (mark.isPoints && name == nil)
      let isPlain = mark.style.colour.map { !colours.knows($0) } ?? true
      var index = 0
      if let name, let known = indices[name] {
        index = known
      } else if !isQuiet && isPlain {
        index = free.isEmpty ? next : free[next % free.count]
        next += 1
        if let name { indices[name] = index }
      }
      let colour =
        isQuiet && isPlain
        ? FigureColours.quiet : colours.pair(mark.style.colour, index: index)
      let shown =
        mark.isSampled
        ? words.data.sampled.filled(["name": name ?? words.data.curveColumn]) : name
      return ResolvedMark(
        mark: mark, name: shown, colour: colour, lineWidth: width(mark),
        opacity: mark.style.opacity.map { min(1, max(0, $0)) },
        areaBounds: areaBounds(of: mark, named: shown, words.data))
    }
  }

  private static func areaBounds(
    of mark: Mark, named name: String?, _ words: DataWords
  ) -> (lower: String, upper: String)? {
    if let name {
      return (words.lowerBound.filled(["name": name]), words.upperBound.filled(["name": name]))
    }
    guard let lower = mark.yStartName, let upper = mark.yName else { return nil }
    return (lower, upper)
  }

  private static func width(_ mark: Mark) -> Double {
    let chosen = mark.style.lineWidth.flatMap { $0.isFinite ? min(max($0, 0), 40) : nil }
    return chosen ?? (mark.isRule ? 1 : 2)
  }

  /// Bars that a loop makes one by one are as wide as those of one mark.
  private static func withBarWidths(_ marks: [Mark]) -> [Mark] {
    let width = MarkGeometry.barWidth(marks.flatMap(\.bars))
    return marks.map { mark in
      guard case .bars(let bars, nil) = mark.content else { return mark }
      var mark = mark
      mark.content = .bars(bars, width: width)
      return mark
    }
  }

  private static func joined(_ marks: [Mark]) -> [Mark] {
    var result: [Mark] = []
    var lines: [String?: Int] = [:]
    for mark in marks {
      guard case .line(let points) = mark.content else {
        result.append(mark)
        continue
      }
      if let index = lines[mark.series], case .line(let before) = result[index].content {
        result[index].content = .line(before + points)
        result[index].annotation = mark.annotation ?? result[index].annotation
      } else {
        lines[mark.series] = result.count
        result.append(mark)
      }
    }
    return result
  }
}

extension Mark {
  /// A line that can carry a name.
  var isCurve: Bool {
    switch content {
    case .function, .parametric, .line: true
    case .area, .points, .ruleX, .ruleY, .rectangle, .bars: false
    }
  }

  var isRule: Bool {
    switch content {
    case .ruleX, .ruleY: true
    case .function, .parametric, .line, .area, .points, .rectangle, .bars: false
    }
  }

  var isPoints: Bool {
    if case .points = content { true } else { false }
  }

  /// Where data stand on the x-axis; nil for what has a value everywhere.
  var dataPlaces: [Double]? {
    switch content {
    case .points(let points), .line(let points): points.map(\.x)
    case .bars(let bars, _): bars.map(\.x)
    case .function, .parametric, .area, .ruleX, .ruleY, .rectangle: nil
    }
  }

  var bars: [Bar] {
    if case .bars(let bars, _) = content { bars } else { [] }
  }

  /// Drawn as a filled region.
  var isFilled: Bool {
    switch content {
    case .area, .rectangle, .bars: true
    case .function, .parametric, .line, .points, .ruleX, .ruleY: false
    }
  }
}
