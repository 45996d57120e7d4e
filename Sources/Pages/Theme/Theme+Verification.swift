extension Theme {
  /// The verification page, and tables of claims.
  static let verification = """
    .verdicts { margin: 1em 0; }
    .verdicts dt { margin-top: 0.8em; font-family: var(--sans); }
    .verdicts dd { margin: 0; }
    .records { padding: 0; list-style: none; font-size: 1rem; }
    .records > li { margin: 0; padding: 0.55rem 0; border-top: 1px solid var(--rule); }
    .record-name { font-family: var(--sans); font-weight: 600; }
    .record-note { display: block; }
    .record-note, .place { font-family: var(--sans); font-size: 0.8125rem; color: var(--muted); }
    .record-fold > summary { font-family: var(--sans); font-size: 0.9375rem; color: var(--muted); }
    .record-fold > summary:hover { color: var(--ink); }
    .place { display: inline-block; overflow-wrap: anywhere; }
    table.claims { width: 100%; }
    table.claims td { vertical-align: top; }
    table.claims td:first-child { width: 42%; overflow-wrap: anywhere; }
    table.claims td:first-child:nth-last-child(2) { width: auto; }
    table.claims td:nth-child(2) { min-width: 8rem; }
    table.claims .badge { white-space: normal; }
    table.claims th[colspan] { padding-top: 1em; text-align: left; }
    @media screen and (max-width: 39.99rem) {
      table.claims, table.claims :is(thead, tbody, th, td) { display: block; }
      table.claims tr { display: grid; grid-template-columns: 1fr fit-content(40%); }
      table.claims tr > * { border: 0; }
      table.claims tr > :nth-child(2) { min-width: 0; }
      table.claims tr > :is(:nth-child(3), [colspan]) { grid-column: 1 / -1; padding: 0 0.3em 0.6em; }
      table.claims tr > [colspan] { padding-top: 1em; }
      table.claims td:first-child { width: auto; }
      table.claims td:nth-child(3) { font-size: 0.8125rem; color: var(--muted); }
      table.claims :is(thead, tbody + tbody) { border-top: 1px solid var(--rule); }
    }

    """
}
