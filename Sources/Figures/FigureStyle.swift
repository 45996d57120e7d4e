/// What a page's style sheet needs for figures: a constant, the same for every site.
///
/// A theme sets `--figure-text`, `--figure-muted`, `--figure-grid`, `--figure-axis` and
/// `--figure-page` where it wants other colours; they follow `color-scheme` by themselves.
public enum FigureStyle {
  /// On a telephone a wider figure is so much smaller than drawn that its text is enlarged.
  static let largestWithoutScaling = 420.0

  public static let styleSheet = """
    .figure {
      --text: var(--figure-text, light-dark(#1c1e21, #e8e9eb));
      --page: var(--figure-page, light-dark(#fff, #16181d));
      display: block;
      max-width: 100%;
      height: auto;
      overflow: visible;
      font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
      font-variant-numeric: tabular-nums lining-nums;
    }
    .figure-panels { display: flex; flex-wrap: wrap; gap: 1rem; justify-content: center; }
    .figure-panel { flex: 1 1 18rem; }
    .figure-panel .figure { margin: 0 auto; }
    .figure-panel-title { margin: 0 0 .3em; font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; font-size: .875rem; text-align: center; }
    .figure text { fill: var(--text); }
    .figure-ticks text { fill: var(--figure-muted, light-dark(#4b5563, #b4bac4)); }
    .figure-grid path { stroke: var(--figure-grid, light-dark(#e6e8eb, #2c3038)); }
    .figure-grid .figure-minor { stroke-width: .5; }
    .figure-axis { stroke: var(--figure-axis, light-dark(#6b7280, #8b929d)); }
    .figure-halo text { paint-order: stroke; stroke: var(--page); stroke-width: 4px; stroke-linejoin: round; }
    .figure-ring { fill: var(--page); }
    .figure-points { stroke: var(--page); stroke-width: 1.5px; }
    .figure-points .figure-ring, .figure-points [fill=none] { stroke: inherit; }
    @media (max-width: 34em) {
      .figure-large text { font-size: 1.4em; }
    }
    @media print {
      .figure { color-scheme: light; break-inside: avoid; }
    }
    @media (forced-colors: active) {
      .figure text { fill: CanvasText; }
      .figure-axis { stroke: CanvasText; }
      .figure-halo text { stroke: Canvas; }
    }

    """
}
