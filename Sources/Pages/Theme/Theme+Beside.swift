extension Theme {
  /// Pages with `layout: beside`: on wide screens the text takes the left half, and each figure and
  /// slider stands right of what follows it. A section begins below all of the one before.
  static let beside = """
    @media screen and (min-width: 62rem) {
      .beside { --measure: min(68rem, 100vw - 4rem); --half: calc(50% - 1.25rem); }
      .beside article > :not(h1, h2) { max-width: var(--half); }
      .beside article > :is(.plate, .cell:has(> .plate, > .slider)) {
        float: right;
        clear: right;
        width: var(--half);
        margin-block: 0 1rem;
      }
      .beside h1 { margin-block: 2rem 1rem; }
      .beside article > h2, .beside article::after { clear: both; }
      .beside article::after { content: ""; display: block; }
      .beside pre { --name-position: static; --name-padding: 0.5rem 1rem 0; }
      .beside .lessons ol { columns: 2; column-gap: 2.5rem; }
      .beside .lessons li { margin-top: 0; break-inside: avoid; }
      .beside .plate-wide { margin-inline: 0; }
      .beside .plate-wide figcaption { padding-inline: 0; }
    }

    """
}
