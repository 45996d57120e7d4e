extension Theme {
  /// Paper, forced colours, and readers who want no motion.
  ///
  /// Paper cannot be unfolded: solutions and records are printed whole, sources and data not at all.
  static let media = """
    @page { margin: 18mm 20mm; }
    @media print {
      :root { color-scheme: light; font-size: 13px; }
      body { font-size: 10.5pt; background: #fff; color: #000; }
      .site-header, .contents, .neighbours, .skip, .anchor { display: none; }
      .footer-links, .downloads, .references > p { display: none; }
      .page, .site-bar { max-width: none; padding: 0; }
      .page { display: block; }
      .site-footer { margin-top: 1rem; break-before: avoid; }
      pre, .block:not(.block-proof) { border: 1px solid #ccc; }
      pre { white-space: pre-wrap; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
      pre.long { orphans: 5; widows: 5; }
      .scroll, .equation-body, .check-statement, .plate-body, pre > * { overflow: visible; }
      .plate-body > svg { max-width: 14cm; }
      .plate-image > .plate-body::after { content: none; }
      figure, .alert, .block:not(.block-proof), pre:not(.long), tr { break-inside: avoid; }
      .table:has(.claims, tbody > :nth-child(16)) { break-inside: auto; }
      h1, h2, h3, h4, .table figcaption, .cell-note, .block-title { break-after: avoid; }
      .cell:has(> .slider), .claims tr:has([colspan]), details > summary { break-after: avoid; }
      details.source, details.data { display: none; }
      details::details-content { display: block; content-visibility: visible; }
      summary { list-style: none; }
      summary::-webkit-details-marker { display: none; }
      img.recorded, .plate-body > img.recorded-wide { min-width: 0; max-width: 100%; padding: 0; }
      .value { border-bottom: 0; }
      p, li { orphans: 3; widows: 3; }
    }

    @media (forced-colors: active) {
      .check, .alert, .block { border: 1px solid CanvasText; }
      .badge, .alert-title { color: CanvasText; }
      pre { border: 1px solid CanvasText; }
      [role="group"] { background: none; }
      .contents a { border-color: Canvas; }
      .contents a:target-current { border-color: LinkText; }
    }

    @media (prefers-reduced-motion: no-preference) {
      .anchor { transition: opacity 0.15s; }
    }

    """
}
