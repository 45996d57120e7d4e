extension Theme {
  /// What the script adds to a page: copy buttons, footnotes in place, what a figure's crosshair reads.
  static let enhancements = """
    .copy {
      position: absolute;
      top: 0.4rem;
      right: 0.4rem;
      padding: 0.15rem 0.5rem;
      background: var(--paper);
      border: 1px solid var(--strong-rule);
      border-radius: 4px;
      font-family: var(--sans);
      font-size: 0.75rem;
      line-height: 1.4;
      color: var(--muted);
      cursor: pointer;
      opacity: 0;
      user-select: none;
      -webkit-user-select: none;
    }
    pre:hover > .copy, pre:focus-within > .copy, .copy:focus-visible { opacity: 1; }
    @media (hover: none), (max-width: 29.99rem) {
      pre { --name-position: static; --name-padding: 0.5rem 1rem 0; }
      pre:not([data-language]) > code { padding-top: 2.1rem; }
      .copy { opacity: 1; background: var(--tint); border-color: transparent; }
      .cell-note + pre > .copy { top: -1.75rem; background: none; }
    }

    .footnote-open {
      margin: 0 0 1.1em;
      padding: 0.6rem 1rem;
      background: var(--tint);
      border-radius: 6px;
      font-size: 0.9375rem;
    }
    .footnote-open > :last-child { margin-bottom: 0; }

    .plate-chart .plate-body { position: relative; }
    .readout {
      position: absolute;
      top: 0.5rem;
      padding: 0.25rem 0.6rem;
      background: var(--paper);
      border: 1px solid var(--strong-rule);
      border-radius: 4px;
      font-family: var(--sans);
      font-size: 0.8125rem;
      font-variant-numeric: lining-nums tabular-nums;
      line-height: 1.45;
      white-space: pre;
      pointer-events: none;
    }
    .readout:empty { visibility: hidden; }
    .figure-crosshair { fill: none; stroke: var(--figure-text); stroke-width: 1; pointer-events: none; }
    @media print {
      .copy, .readout, .figure-crosshair { display: none; }
    }

    """
}
