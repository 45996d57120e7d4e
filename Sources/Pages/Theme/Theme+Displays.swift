extension Theme {
  /// What cells make: figures, tables, checks, and their folded sources.
  ///
  /// Of what varies with a slider, templates stand behind it: so siblings need not be next to each other.
  ///
  /// A box that scrolls has a shadow at the edge where there is more: a cover moves away with what it
  /// holds, and shows it. An image would hide that shadow: it has one above it, that goes at its end.
  /// What a program drew stands on white in the dark, too: its colours are for paper.
  static let displays = """
    .cell { margin: 1.6em 0; }
    .cell > pre { margin: 0; }
    .cell > * + * { margin-top: 0.6em; }
    .cell > pre + figure { margin-top: 1.4em; }

    figure { margin: 1.6em 0; }
    .cell figure { margin: 0; }
    figcaption { margin-top: 0.6em; }
    .table figcaption { margin: 0 0 0.5em; }
    .table .scroll { margin: 0; }
    .cell > * + details.source { margin-top: 0.25em; }
    .cell > figure ~ details.data { margin-top: 0.25em; }
    .cell > details + details { margin-top: 0; }
    .cell > :is(figure, .slider) ~ figure { margin-top: 1em; }
    .plate-body { overflow-x: auto; }
    .plate-body > svg { margin: 0 auto; }
    .plate-image img { display: block; margin: 0 auto; }
    img.recorded {
      box-sizing: content-box;
      max-width: calc(100% - 1rem);
      padding: 0.5rem;
      background: #fff;
      border-radius: 6px;
    }
    .plate-body > img.recorded-wide { min-width: 32rem; }
    .plate-image > .plate-body { display: grid; }
    .plate-image > .plate-body > img, .plate-image > .plate-body::after { grid-area: 1 / 1; }
    .plate-image > .plate-body::after {
      content: "";
      position: sticky;
      right: 0;
      justify-self: end;
      width: 1.5rem;
      background: linear-gradient(to left, rgb(0 0 0 / 30%), transparent);
      opacity: 0;
      animation: more-follows linear both;
      animation-timeline: scroll(inline);
    }
    @keyframes more-follows { from, 90% { opacity: 1; } to { opacity: 0; } }
    @supports not (animation-timeline: scroll()) {
      .plate-image > .plate-body[role="group"]::after { opacity: 1; }
    }
    .plate-inline { display: inline-block; }
    .plate-inline .caption { display: block; font-family: var(--sans); font-size: 0.875rem; }
    :root {
      --figure-text: var(--ink);
      --figure-muted: var(--muted);
      --figure-page: var(--paper);
      --figure-grid: var(--rule);
    }

    .table-notes {
      margin: 0.5em 0 0;
      padding: 0 0.3em;
      list-style: none;
      font-family: var(--sans);
      font-size: 0.875rem;
      color: var(--muted);
    }
    .note-mark { font-style: italic; font-weight: 400; }
    td .note-mark { position: absolute; }
    .pad::after { content: attr(data-lacking); visibility: hidden; }

    details > summary { cursor: pointer; }
    details.source, details.data {
      font-family: var(--sans);
      font-size: 0.8125rem;
      color: var(--muted);
    }
    details.source > summary, details.data > summary { width: fit-content; padding: 0.15rem 0; }
    details.source > summary:hover, details.data > summary:hover { color: var(--ink); }
    details.source > pre { margin: 0.4em 0 0; color: var(--ink); }
    details.data > .table { margin: 0.5em 0 1em; color: var(--ink); overflow-x: auto; }
    details.data table { font-size: 0.8125rem; }

    .check {
      --verdict: var(--muted);
      padding: 0.7rem 1rem 0.75rem;
      border: 1px solid var(--rule);
      border-left: 3px solid var(--verdict);
      border-radius: 0 6px 6px 0;
    }
    .check-proved, .badge-proved { --verdict: var(--proved); }
    .check-enclosed, .badge-enclosed { --verdict: var(--enclosed); }
    .check-sampled, .badge-sampled { --verdict: var(--sampled); }
    .check-refuted, .badge-refuted { --verdict: var(--refuted); }
    .check-head { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; align-items: baseline; margin: 0; }
    .check-title { flex: 1 1 14rem; }
    .check-statement { margin: 0.6em 0; overflow: auto hidden; padding: 0.25em 0; }
    .check-method, .check-detail {
      margin: 0;
      font-family: var(--sans);
      font-size: 0.8125rem;
      line-height: 1.45;
      color: var(--muted);
    }
    .badge {
      flex: none;
      font-family: var(--sans);
      font-size: 0.8125rem;
      font-weight: 600;
      color: var(--verdict);
      white-space: nowrap;
    }
    a.badge { text-decoration: none; }
    a.badge:hover { text-decoration: underline; }
    .badge-proved::before { content: "✓ " / ""; }
    .badge-enclosed::before { content: "± " / ""; }
    .badge-sampled::before { content: "≈ " / ""; }
    .badge-refuted::before { content: "✗ " / ""; }

    pre { --surface: var(--tint); }
    pre.output { --surface: var(--paper); }
    :is(.scroll, .equation-body, .check-statement, pre > code, pre > samp)[role="group"] {
      --cover: var(--surface) 40%, transparent;
      --shade: light-dark(rgb(0 0 0 / 20%), rgb(0 0 0 / 70%)), transparent;
      background:
        linear-gradient(to right, var(--cover)) left / 3rem 100% no-repeat local,
        linear-gradient(to left, var(--cover)) right / 3rem 100% no-repeat local,
        linear-gradient(to right, var(--shade)) left / 0.75rem 100% no-repeat,
        linear-gradient(to left, var(--shade)) right / 0.75rem 100% no-repeat;
    }

    @media (max-width: 29.99rem) {
      .page .plate-body { margin-inline: -1rem; padding-inline: 0.5rem; }
      .page .plate-image > .plate-body { padding-inline: 0; }
    }

    @media (min-width: 62rem) {
      .plate-wide { margin-inline: -3rem; }
      .cell .plate-wide { margin-inline: -3rem; }
      .plate-wide figcaption { padding-inline: 3rem; }
    }

    """
}
