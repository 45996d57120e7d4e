extension FigureWords {
  public static let english = FigureWords(
    chart: "Chart", lineChart: "Line chart", barChart: "Bar chart", scatterPlot: "Scatter plot",
    axis: "{name} from {low} to {high}",
    logarithmicAxis: "{name} from {low} to {high}, logarithmic",
    theCurve: "The curve", aLine: "A line", aBand: "A band",
    betweenCurves: "Between {lower} and {upper}", shaded: "{name}: shaded.",
    shadedPart: "{name}: shaded for {x} from {low} to {high}.",
    annotated: "{points}, marked {text}.", outOfView: "{name} is out of view.",
    line: "{name} goes from {start} to {end} through {count} points.",
    planeCurve: "{name}, a curve in the plane, spans {x} from about {left} to {right} and {y} from "
      + "about {bottom} to {top}.",
    horizontalLine: "Horizontal line at {places}.",
    horizontalLines: "Horizontal lines at {places}.",
    verticalLine: "Vertical line at {places}.", verticalLines: "Vertical lines at {places}.",
    and: " and ", curves: .english, data: .english)
}

extension CurveWords {
  static let english = CurveWords(
    pronoun: "it", noValue: "{name} has no value in view.",
    rises: "rises", falls: "falls", thenRises: "then rises", thenFalls: "then falls",
    isLevel: "is level at about {value} from {start} to {end}",
    thenIsLevel: "then is level to {end}",
    from: "from about {value} at {place}", to: "to {value} at {place}",
    toMaximum: "to a maximum of about {value} near {x} = {place}",
    toMinimum: "to a minimum of about {value} near {x} = {place}",
    entersAtTop: "enters at the top near {x} = {place}",
    entersAtBottom: "enters at the bottom near {x} = {place}",
    leavesAtTop: "leaves at the top near {x} = {place}",
    leavesAtBottom: "leaves at the bottom near {x} = {place}",
    swings: "goes up and down between about {low} and {high}, with {count} turning points, from "
      + "{start} to {end}",
    swingsOften: "goes up and down many times between about {low} and {high}",
    jumps: "jumps near {x} = {place}", hasGap: "has no value from {start} to {end}",
    isInPieces: "goes between about {low} and {high} in {count} pieces, the first to {first}, the "
      + "last from {last}",
    zeros: "It crosses 0 near {x} = {places}.",
    manyZeros: "It crosses 0 {count} times, first near {x} = {first}, last near {x} = {last}.",
    asymptote: "It has a vertical asymptote at {x} = {places}.",
    asymptotes: "It has vertical asymptotes at {x} = {places}.",
    meet: "{a} and {b} meet near {x} = {places}.",
    meetOften: "{a} and {b} meet {count} times, first near {x} = {first}, last near {x} = {last}.",
    runTogether: "{a} and {b} run together {stretches}.", stretch: "from {start} to {end}")
}

extension DataWords {
  static let english = DataWords(
    point: "Point at {places}", points: "Points at {places}",
    countedPoints: "{count} points with {x} from {low} to {high}",
    scattered: "{points} and {y} from {low} to {high}",
    rising: "{points}, rising from {low} to {high}",
    falling: "{points}, falling from {high} to {low}",
    bar: "a bar of {value} at {place}.",
    bars: "{count} bars, the highest {high} at {highPlace}, the lowest {low} at {lowPlace}.",
    stacks: "Bars at one place are stacked, {reaches}.", up: "up to {value} at {place}",
    down: "down to {value} at {place}", sampled: "{name} (sampled)",
    lowerBound: "{name}, lower", upperBound: "{name}, upper",
    thinned: "{name}: one row of every {step}", curveColumn: "curve", barColumn: "bars")
}
