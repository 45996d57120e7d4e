extension Theme {
  /// The frame of a page: bars, columns, lists of contents, the way from page to page.
  ///
  /// About 70 characters stand on a line in any of the fonts: a digit is a little wider than the mean
  /// of the letters. The measure is registered as a length, so that it is the same in each part of
  /// the page. On wide screens the list of sections and a footnote that is opened stand in the margins,
  /// and the list marks the section that is read.
  static let page = """
    *, *::before, *::after { box-sizing: border-box; }

    @property --measure {
      syntax: "<length>";
      inherits: true;
      initial-value: 640px;
    }

    html {
      -webkit-text-size-adjust: 100%;
      text-size-adjust: 100%;
      scroll-padding-top: 1.5rem;
    }

    body {
      --measure: 62ch;
      --surface: var(--paper);
      margin: 0;
      background: var(--paper);
      color: var(--ink);
      font-family: var(--serif);
      font-size: 1.0625rem;
      line-height: 1.6;
      overflow-wrap: break-word;
    }

    a { color: var(--link); text-decoration-thickness: 0.06em; text-underline-offset: 0.16em; }
    a:hover { text-decoration-thickness: 0.12em; }

    :focus-visible {
      outline: 2px solid var(--focus);
      outline-offset: 2px;
      border-radius: 2px;
    }

    :target { scroll-margin-top: 1rem; }

    .skip {
      position: absolute;
      left: 1rem;
      top: -4rem;
      z-index: 1;
      padding: 0.4rem 0.8rem;
      background: var(--paper);
      font-family: var(--sans);
    }
    .skip:focus { top: 0.5rem; }

    .site-header, .site-footer {
      font-family: var(--sans);
      font-size: 0.875rem;
      color: var(--muted);
    }
    .site-header { border-bottom: 1px solid var(--rule); }
    .site-footer { border-top: 1px solid var(--rule); margin-top: 4rem; }

    .site-bar {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 1.25rem;
      align-items: baseline;
      max-width: calc(var(--measure) + 2rem);
      margin: 0 auto;
      padding: 0.8rem 1rem;
    }
    .site-bar p { margin: 0; }
    .site-bar a { color: inherit; text-decoration: none; padding: 0.2rem 0; }
    .site-bar a:hover { text-decoration: underline; }
    .site-bar .site-title { color: var(--ink); font-weight: 600; }
    .site-contents { margin-left: auto; }
    .verification { flex: 1 1 auto; }
    .verification::before { content: "✓ " / ""; color: var(--proved); }

    .page { max-width: calc(var(--measure) + 2rem); margin: 0 auto; padding: 0 1rem; }

    .contents {
      margin: 1.5rem 0 2rem;
      padding: 0.75rem 1rem;
      background: var(--tint);
      border-radius: 6px;
      font-family: var(--sans);
      font-size: 0.875rem;
      line-height: 1.45;
    }
    .contents p { margin: 0 0 0.3rem; color: var(--muted); font-weight: 600; }
    .contents ul { margin: 0; padding: 0; columns: 16rem; list-style: none; scroll-target-group: auto; }
    .contents li { margin: 0; break-inside: avoid; }
    .contents .contents-3 { padding-left: 1rem; }
    .contents a { display: block; padding: 0.2rem 0; color: inherit; text-decoration: none; }
    .contents a:hover { text-decoration: underline; }

    .neighbours {
      display: flex;
      flex-wrap: wrap;
      gap: 1rem;
      margin-top: 3.5rem;
      font-family: var(--sans);
      font-size: 0.9375rem;
      line-height: 1.4;
    }
    .neighbours a {
      flex: 1 1 14rem;
      padding: 0.75rem 1rem;
      border: 1px solid var(--rule);
      border-radius: 6px;
      text-decoration: none;
    }
    .neighbours a:hover { border-color: var(--strong-rule); }
    .neighbours span { display: block; color: var(--muted); font-size: 0.8125rem; }
    .neighbours .next { text-align: right; }

    .lessons h2 { margin-top: 2.5rem; }
    .lessons ol { padding-left: 2rem; }
    .lessons li { margin: 0.9rem 0; padding-left: 0.25rem; }
    .lessons li::marker { color: var(--muted); font-family: var(--sans); font-size: 0.875rem; }
    .lessons li a { font-weight: 600; }
    .lessons li p { margin: 0.1rem 0 0; color: var(--muted); }

    @media (max-width: 29.99rem) {
      .site-part, .contents .contents-3 { display: none; }
      .site-bar { column-gap: 0.75rem; }
      h1 { margin-top: 2rem; font-size: 1.75rem; }
    }

    @media (min-width: 48rem) {
      body { font-size: 1.125rem; }
    }

    @media (min-width: 78rem) {
      body:not(.beside) { --aside: min(15rem, (100vw - var(--measure) - 11rem) / 2); }
      body:not(.beside) .contents {
        float: right;
        position: sticky;
        top: 2rem;
        width: var(--aside);
        max-height: calc(100vh - 4rem);
        margin: 0.3rem calc(-3rem - var(--aside)) 0 0;
        overflow-y: auto;
        padding: 0;
        background: none;
        border-radius: 0;
        font-size: 0.8125rem;
        color: var(--muted);
      }
      body:not(.beside) .contents p { margin: 0 0 0.5rem; color: var(--ink); }
      body:not(.beside) .contents ul { columns: auto; }
      body:not(.beside) .contents a { padding-left: 0.75rem; border-left: 2px solid var(--rule); }
      body:not(.beside) .contents .contents-3 { padding: 0; }
      body:not(.beside) .contents .contents-3 a { padding-left: 1.75rem; }
      body:not(.beside) .contents a:hover { color: var(--ink); }
      body:not(.beside) .contents a:target-current {
        border-left-color: var(--link);
        color: var(--ink);
      }
      body:not(.beside) article > p + .footnote-open {
        position: absolute;
        width: var(--aside);
        margin: 0 0 0 calc(-3rem - var(--aside));
        padding: 0;
        transform: translateY(calc(-100% - 1.1rem));
        background: none;
        font-size: 0.8125rem;
        line-height: 1.45;
      }
    }

    @media (min-width: 110rem) {
      html { font-size: 112.5%; }
    }

    """
}
