extension Theme {
  /// Alerts, theorems and their kin.
  static let blocks = """
    .alert {
      --accent: var(--note);
      margin: 1.4em 0;
      padding: 0.1rem 0 0.1rem 1rem;
      border-left: 3px solid var(--accent);
    }
    .alert-tip { --accent: var(--tip); }
    .alert-important { --accent: var(--important); }
    .alert-warning { --accent: var(--warning); }
    .alert-caution { --accent: var(--caution); }
    .alert-title {
      margin: 0 0 0.3em;
      font-family: var(--sans);
      font-size: 0.875rem;
      font-weight: 600;
      color: var(--accent);
    }
    .alert-note .alert-title::before {
      content: "i" / "";
      display: inline-block;
      width: 1.3em;
      margin-right: 0.4em;
      border: 1px solid;
      border-radius: 50%;
      font-size: 0.75em;
      line-height: 1.2;
      text-align: center;
    }
    .alert-tip .alert-title::before { content: "✶ " / ""; }
    .alert-important .alert-title::before { content: "❢ " / ""; }
    .alert-warning .alert-title::before { content: "⚠ " / ""; }
    .alert-caution .alert-title::before { content: "⊘ " / ""; }

    .block {
      margin: 1.6em 0;
      padding: 0.9rem 1.15rem;
      --surface: var(--tint);
      background: var(--surface);
      border-radius: 6px;
    }
    .block-proof { --surface: var(--paper); padding: 0; background: none; }
    .block-title { margin: 0 0 0.5em; font-family: var(--sans); font-size: 0.9375rem; line-height: 1.45; }
    .block-name { font-weight: 600; }
    .block-caption::before { content: "· " / ""; color: var(--muted); }
    .block-proof > :last-child::after { content: " ∎" / ""; float: right; }
    details.block > summary { margin: 0; }
    details.block[open] > summary { margin-bottom: 0.5em; }
    :is(.alert, .block, blockquote, li, .footnotes li) > :last-child { margin-bottom: 0; }

    """
}
