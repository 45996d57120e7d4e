extension Theme {
  /// The verification page, and tables of claims.
  static let verification = """
    .verdicts { margin: 1em 0; }
    .verdicts dt { margin-top: 0.8em; font-family: var(--sans); }
    .verdicts dd { margin: 0; }
    .records { padding: 0; list-style: none; font-size: 1rem; }
    .records > li { margin: 0; padding: 0.55rem 0; border-top: 1px solid var(--rule); }
    .record-name { font-family: var(--sans); font-weight: 600; }
    .record-text, .record-note { display: block; }
    .record-note, .place { font-family: var(--sans); font-size: 0.8125rem; color: var(--muted); }
    .place { overflow-wrap: anywhere; }
    table.claims td { min-width: 6rem; vertical-align: top; }
    table.claims td:last-child { width: 45%; }
    table.claims .badge { white-space: normal; }
    table.claims th[colspan] { text-align: left; }

    """
}
