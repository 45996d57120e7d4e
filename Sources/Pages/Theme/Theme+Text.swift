extension Theme {
  /// The running text: headings, lists, tables, notes, published values, equations.
  static let text = """
    h1, h2, h3, h4, h5, h6 {
      font-family: var(--sans);
      font-weight: 650;
      line-height: 1.25;
      letter-spacing: -0.011em;
      text-wrap: balance;
      margin: 2.2em 0 0.7em;
    }
    h1 { font-size: 2.125rem; letter-spacing: -0.02em; margin: 3.2rem 0 1.4rem; }
    h2 { font-size: 1.4375rem; }
    h3 { font-size: 1.1875rem; margin-top: 1.8em; }
    h4, h5, h6 { font-size: 1rem; margin-top: 1.6em; }

    .anchor {
      color: var(--muted);
      font-weight: 400;
      text-decoration: none;
      opacity: 0;
    }
    :is(h2, h3, h4, h5, h6):hover .anchor, .anchor:focus-visible { opacity: 1; }

    .lede { font-size: 1.25rem; line-height: 1.5; color: var(--muted); }

    p, ul, ol, dl, blockquote, pre { margin: 0 0 1.1em; }
    ul, ol { padding-left: 1.6em; }
    li > ul, li > ol { margin-bottom: 0; }
    li + li { margin-top: 0.25em; }
    li:has(> input[type="checkbox"]) { list-style: none; }
    li > input[type="checkbox"] { margin: 0 0.35em 0 -1.4em; }
    blockquote { margin-left: 0; padding-left: 1.1em; border-left: 3px solid var(--rule); }
    hr { border: 0; border-top: 1px solid var(--rule); margin: 2.5em 0; }
    img, svg { max-width: 100%; height: auto; }
    sup, sub { line-height: 0; font-size: 0.75em; }
    abbr[title] { text-decoration: none; }

    .value {
      font-variant-numeric: lining-nums tabular-nums;
      border-bottom: 1px dotted var(--strong-rule);
      cursor: help;
    }
    a .value { border-bottom: 0; cursor: inherit; }

    math { font-size: 1.05em; }
    .unbroken { white-space: nowrap; }
    .equation {
      display: flex;
      align-items: center;
      gap: 1rem;
      margin: 1.2em 0;
    }
    .equation-body { flex: 1 1 auto; min-width: 0; overflow: auto hidden; padding: 0.25em 0; }
    .equation-number { flex: none; color: var(--muted); font-family: var(--sans); font-size: 0.875rem; }

    .scroll { position: relative; overflow-x: auto; margin: 0 0 1.1em; }
    .scroll > table { margin: 0; }
    table {
      border-collapse: collapse;
      font-family: var(--sans);
      font-size: 0.9375rem;
      line-height: 1.45;
      font-variant-numeric: lining-nums tabular-nums;
      border-bottom: 1.5px solid var(--strong-rule);
    }
    th, td { padding: 0.32em 0.9em; text-align: left; vertical-align: baseline; }
    th:first-child, td:first-child { padding-left: 0.3em; }
    th:last-child, td:last-child { padding-right: 0.3em; }
    thead th { border-top: 1.5px solid var(--strong-rule); border-bottom: 1px solid var(--strong-rule); font-weight: 600; }
    tbody th { font-weight: 600; }
    tbody:first-child > tr:first-child > * { border-top: 1.5px solid var(--strong-rule); }
    td.number, th.number { text-align: right; }
    td.number { white-space: nowrap; }
    thead th { vertical-align: bottom; }
    @media (max-width: 29.99rem) {
      table { font-size: 0.875rem; }
      th, td { padding-inline: 0.6em; }
    }
    @media screen and (max-width: 39.99rem) {
      .wordy, .wordy :is(thead, tbody, th, td) { display: block; }
      .wordy tr {
        display: grid;
        grid-template-columns: 25% 1fr;
        border-bottom: 1px solid var(--rule);
      }
      .wordy tr > * { grid-column: 2; padding-block: 0.15em; border: 0; overflow-wrap: anywhere; }
      .wordy tr > :first-child { grid-area: 1 / 1 / span 12; }
      .wordy thead { border-block: 1.5px solid var(--strong-rule); }
    }
    .align-center { text-align: center; }
    .align-right { text-align: right; }
    figcaption {
      font-family: var(--sans);
      font-size: 0.9375rem;
      line-height: 1.45;
      color: var(--muted);
      text-align: left;
      text-wrap: pretty;
    }
    .caption-name { color: var(--ink); font-weight: 600; }
    .caption-name::after { content: "."; }

    .footnotes, .references { margin-top: 3rem; font-size: 0.9375rem; }
    .footnotes { border-top: 1px solid var(--rule); padding-top: 1rem; }
    .footnotes p, .references li { margin-bottom: 0.4em; }
    .references ul { padding-left: 0; list-style: none; }
    .references li { padding-left: 1.6em; text-indent: -1.6em; }
    .footnote-ref a { text-decoration: none; }
    .footnote-ref a { padding: 0 0.15em; }
    .citation { color: inherit; text-decoration-color: var(--strong-rule); }

    """
}
