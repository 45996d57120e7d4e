extension Theme {
  /// Code, and what programs print.
  static let code = """
    code, pre, samp, kbd { font-family: var(--mono); font-size: 0.875em; }
    pre code, pre samp { font-size: inherit; }
    :not(pre) > code {
      padding: 0.1em 0.3em;
      background: var(--tint);
      border-radius: 3px;
      -webkit-box-decoration-break: clone;
      box-decoration-break: clone;
    }
    pre {
      position: relative;
      background: var(--tint);
      border-radius: 6px;
      font-size: 0.875rem;
      line-height: 1.55;
      tab-size: 4;
    }
    pre > :is(code, samp), pre:not(:has(> code, > samp)) { padding: 0.85rem 1rem; overflow-x: auto; }
    pre > :is(code, samp) { display: block; border-radius: inherit; }
    pre[data-language]::before {
      content: attr(data-language);
      display: block;
      position: var(--name-position, absolute);
      top: 0.35rem;
      right: 0.4rem;
      padding: var(--name-padding, 0.15rem 0.5rem);
      background: var(--tint);
      border-radius: 4px;
      font-family: var(--sans);
      font-size: 0.75rem;
      line-height: 1.4;
      color: var(--muted);
    }
    pre.wide { --name-position: static; --name-padding: 0.5rem 1rem 0; }
    .cell-note + pre::before { content: none; }
    .cell-note, .downloads, .file figcaption {
      margin: 0;
      font-family: var(--sans);
      font-size: 0.8125rem;
      line-height: 1.45;
      color: var(--muted);
    }
    .cell > .cell-note + pre { margin-top: 0.25em; }
    pre + .downloads { margin: -0.6em 0 1.1em; }
    .cell > pre + .downloads { margin: 0.4em 0 0; }
    .file figcaption { margin: 0 0 0.4em; font-family: var(--mono); }
    .file pre { margin: 0; }
    pre.output {
      background: none;
      border: 1px solid var(--rule);
      color: var(--ink);
    }

    .tok-keyword, .tok-literal { color: var(--keyword); }
    .tok-type { color: var(--type); }
    .tok-number { color: var(--number); }
    .tok-string { color: var(--string); }
    .tok-comment { color: var(--comment); font-style: italic; }
    .tok-attribute { color: var(--attribute); }
    .tok-property { color: var(--property); }
    .tok-heading { color: var(--keyword); font-weight: 600; }

    """
}
