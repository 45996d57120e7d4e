extension Theme {
  /// The search: its button in the bar, and its dialog.
  ///
  /// The button keeps its place until the script shows it, so that nothing moves; without scripts
  /// it has none.
  static let search = """
    .search-open {
      padding: 0.15rem 0.6rem;
      background: none;
      border: 1px solid var(--strong-rule);
      border-radius: 4px;
      font: inherit;
      color: inherit;
      cursor: pointer;
    }
    .search-open:hover { color: var(--ink); border-color: var(--muted); }
    .search-open[hidden] { display: none; }
    @media (scripting: enabled) {
      .search-open[hidden] { display: block; visibility: hidden; }
    }
    .home .search-open { margin-left: auto; }
    @media (max-width: 29.99rem) {
      .site-header .site-bar { column-gap: 0.75rem; }
    }

    .search {
      width: min(40rem, calc(100vw - 2rem));
      max-height: min(36rem, calc(100vh - 4rem));
      margin: 2rem auto auto;
      padding: 0;
      overflow: hidden;
      background: var(--paper);
      color: var(--ink);
      border: 1px solid var(--strong-rule);
      border-radius: 8px;
      font-family: var(--sans);
      font-size: 0.9375rem;
      line-height: 1.45;
    }
    .search[open] { display: flex; flex-direction: column; }
    .search::backdrop { background: rgb(0 0 0 / 40%); }
    .search input {
      flex: none;
      margin: 0.75rem;
      padding: 0.5rem 0.75rem;
      background: var(--tint);
      color: inherit;
      border: 1px solid var(--strong-rule);
      border-radius: 4px;
      font: inherit;
      font-size: 1rem;
    }
    .search p { flex: none; min-height: 1.45em; margin: 0 1.5rem 0.5rem; color: var(--muted); font-size: 0.8125rem; }
    .search [role="listbox"] { overflow-y: auto; overscroll-behavior: contain; }
    .search [role="option"] {
      display: block;
      padding: 0.5rem 1.5rem;
      border-top: 1px solid var(--rule);
      border-left: 3px solid transparent;
      color: inherit;
      text-decoration: none;
    }
    .search div[role="option"] { color: var(--link); cursor: pointer; }
    .search [role="option"]:hover { background: var(--tint); }
    .search [aria-selected="true"] { background: var(--tint); border-left-color: var(--link); }
    .search :is(b, span) { display: block; }
    .search b { font-weight: 600; }
    .search span { color: var(--muted); font-size: 0.8125rem; overflow-wrap: anywhere; }
    .search mark { background: none; color: var(--ink); font-weight: 700; text-decoration: underline; text-underline-offset: 0.16em; }
    @media (forced-colors: active) {
      .search [role="option"] { border-left-width: 0; }
      .search [aria-selected="true"] { outline: 2px solid Highlight; outline-offset: -2px; }
    }

    """
}
