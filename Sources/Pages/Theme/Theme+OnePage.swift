extension Theme {
  /// The page of all lessons: each begins like a chapter, in print on a sheet of its own.
  static let onePage = """
    .one-page article {
      margin-top: 4rem;
      border-top: 1px solid var(--rule);
    }
    .one-page article > h2:first-child { margin: 2.5rem 0 1.2rem; font-size: 1.875rem; letter-spacing: -0.02em; }
    .one-page article > h3 { font-size: 1.4375rem; margin: 2.2em 0 0.7em; }
    .one-page article > h4 { font-size: 1.1875rem; margin-top: 1.8em; }
    @media print {
      .one-page article { margin: 0; border: 0; break-before: page; }
      .one-page article > h2:first-child { margin-top: 0; }
      .one-page .contents { display: block; max-width: none; max-height: none; padding: 0; background: none; }
    }

    """
}
