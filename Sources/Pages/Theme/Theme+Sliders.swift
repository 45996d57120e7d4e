extension Theme {
  /// Sliders: a name, the value, and below them the range.
  ///
  /// A reader without scripts sees the value alone; there is room for the range before the script
  /// brings it to life, so that nothing moves then.
  static let sliders = """
    .slider {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: 0 0.75em;
      align-items: baseline;
      max-width: 34rem;
      font-family: var(--sans);
      font-size: 0.9375rem;
    }
    .slider output {
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }
    .slider input {
      grid-column: 1 / -1;
      width: 100%;
      min-height: 2rem;
      margin: 0;
      accent-color: var(--link);
      cursor: pointer;
    }
    .slider input:disabled { cursor: default; }
    .slider-names {
      grid-column: 1 / -1;
      display: flex;
      justify-content: space-between;
      gap: 0.5rem;
      font-size: 0.8125rem;
      color: var(--muted);
    }
    .slider-status {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    @media print, (scripting: none) {
      .slider input, .slider-names { display: none; }
    }

    """
}
