extension FigureWords {
  public static let german = FigureWords(
    chart: "Diagramm", lineChart: "Liniendiagramm", barChart: "Säulendiagramm",
    scatterPlot: "Punktdiagramm", axis: "{name} von {low} bis {high}",
    logarithmicAxis: "{name} von {low} bis {high}, logarithmisch",
    theCurve: "Die Kurve", aLine: "Eine Linie", aBand: "Ein Band",
    betweenCurves: "Zwischen {lower} und {upper}", shaded: "{name}: schattiert.",
    shadedPart: "{name}: schattiert für {x} von {low} bis {high}.",
    annotated: "{points}, beschriftet mit {text}.",
    outOfView: "{name} liegt außerhalb des Bildes.",
    line: "{name} geht von {start} bis {end} durch {count} Punkte.",
    planeCurve: "{name}, eine Kurve in der Ebene, reicht bei {x} von etwa {left} bis {right} und "
      + "bei {y} von etwa {bottom} bis {top}.",
    horizontalLine: "Waagerechte Linie bei {places}.",
    horizontalLines: "Waagerechte Linien bei {places}.",
    verticalLine: "Senkrechte Linie bei {places}.",
    verticalLines: "Senkrechte Linien bei {places}.",
    and: " und ", curves: .german, data: .german)
}

extension CurveWords {
  static let german = CurveWords(
    pronoun: "sie", noValue: "{name} hat im Bild keinen Wert.",
    rises: "steigt", falls: "fällt", thenRises: "steigt dann", thenFalls: "fällt dann",
    isLevel: "bleibt von {start} bis {end} bei etwa {value}",
    thenIsLevel: "bleibt dann gleich bis {end}",
    from: "von etwa {value} bei {place}", to: "auf {value} bei {place}",
    toMaximum: "auf ein Maximum von etwa {value} nahe {x} = {place}",
    toMinimum: "auf ein Minimum von etwa {value} nahe {x} = {place}",
    entersAtTop: "kommt nahe {x} = {place} von oben ins Bild",
    entersAtBottom: "kommt nahe {x} = {place} von unten ins Bild",
    leavesAtTop: "verlässt das Bild oben nahe {x} = {place}",
    leavesAtBottom: "verlässt das Bild unten nahe {x} = {place}",
    swings: "schwankt zwischen etwa {low} und {high}, mit {count} Umkehrpunkten, von {start} bis "
      + "{end}",
    swingsOften: "schwankt viele Male zwischen etwa {low} und {high}",
    jumps: "springt nahe {x} = {place}", hasGap: "hat von {start} bis {end} keinen Wert",
    isInPieces: "verläuft zwischen etwa {low} und {high} in {count} Stücken, das erste bis "
      + "{first}, das letzte ab {last}",
    zeros: "Sie geht durch 0 nahe {x} = {places}.",
    manyZeros: "Sie geht {count}-mal durch 0, zuerst nahe {x} = {first}, zuletzt nahe "
      + "{x} = {last}.",
    asymptote: "Sie hat eine senkrechte Asymptote bei {x} = {places}.",
    asymptotes: "Sie hat senkrechte Asymptoten bei {x} = {places}.",
    meet: "{a} und {b} treffen sich nahe {x} = {places}.",
    meetOften: "{a} und {b} treffen sich {count}-mal, zuerst nahe {x} = {first}, zuletzt nahe "
      + "{x} = {last}.",
    runTogether: "{a} und {b} verlaufen gemeinsam {stretches}.", stretch: "von {start} bis {end}")
}

extension DataWords {
  static let german = DataWords(
    point: "Punkt bei {places}", points: "Punkte bei {places}",
    countedPoints: "{count} Punkte mit {x} von {low} bis {high}",
    scattered: "{points} und {y} von {low} bis {high}",
    rising: "{points}, steigend von {low} auf {high}",
    falling: "{points}, fallend von {high} auf {low}",
    bar: "eine Säule von {value} bei {place}.",
    bars: "{count} Säulen, die höchste {high} bei {highPlace}, die niedrigste {low} bei "
      + "{lowPlace}.",
    stacks: "Säulen an einer Stelle stehen aufeinander, {reaches}.",
    up: "nach oben bis {value} bei {place}", down: "nach unten bis {value} bei {place}",
    sampled: "{name} (wie berechnet)", lowerBound: "{name}, unten", upperBound: "{name}, oben",
    thinned: "{name}: jede {step}. Zeile", curveColumn: "Kurve", barColumn: "Säulen")
}
