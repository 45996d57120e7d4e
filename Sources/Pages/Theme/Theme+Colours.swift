extension Theme {
  /// Text has a contrast of at least 4.5:1 with what it stands on, in both.
  static let colours = """
    :root {
      color-scheme: light dark;
      --paper: #fff;
      --tint: #f6f7f9;
      --ink: #1c1e21;
      --muted: #59616d;
      --rule: #dfe2e7;
      --strong-rule: #aab1bc;
      --link: #1a5fb4;
      --focus: #1a5fb4;
      --proved: #1b6e43;
      --enclosed: #17697a;
      --sampled: #8a5a00;
      --refuted: #b3261e;
      --note: #1a5fb4;
      --tip: #1b6e43;
      --important: #7a3fb0;
      --warning: #8a5a00;
      --caution: #b3261e;
      --keyword: #8b2a9b;
      --type: #0b6a66;
      --number: #924600;
      --string: #a52a22;
      --comment: #5b636f;
      --attribute: #6a5900;
      --property: #1a5796;
      --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", "Sitka Text",
        Cambria, Georgia, "Noto Serif", "DejaVu Serif", serif;
      --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial,
        sans-serif;
      --mono: ui-monospace, "SF Mono", "Cascadia Mono", "JetBrains Mono", Menlo, Consolas,
        "DejaVu Sans Mono", monospace;
    }

    @media screen and (prefers-color-scheme: dark) {
      :root {
        --paper: #16181d;
        --tint: #1e2127;
        --ink: #e2e4e8;
        --muted: #a3abb7;
        --rule: #30353d;
        --strong-rule: #5a6270;
        --link: #8ab8f5;
        --focus: #8ab8f5;
        --proved: #74cf9c;
        --enclosed: #72c7d8;
        --sampled: #e5b65c;
        --refuted: #f58f86;
        --note: #8ab8f5;
        --tip: #74cf9c;
        --important: #cba5f0;
        --warning: #e5b65c;
        --caution: #f58f86;
        --keyword: #d9a5ee;
        --type: #7fd1c8;
        --number: #f0b27a;
        --string: #f2a097;
        --comment: #9ba4b1;
        --attribute: #d9c46c;
        --property: #93c2f7;
      }
    }

    """
}
