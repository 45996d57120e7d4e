extension Typesetter {
  /// The rules that typeset formulas rely on: fonts, boxes, rules, columns. Pages include it once.
  ///
  /// The colours `lemma-colour-NAME` are the site's and not in it.
  public static let styleSheet = """
    math {
      font-family: "STIX Two Math", "Latin Modern Math", "Libertinus Math", "Cambria Math",
        "TeX Gyre Termes Math", "XITS Math", "DejaVu Math TeX Gyre", "Noto Sans Math", math;
      font-style: normal;
      font-weight: normal;
      letter-spacing: normal;
      word-spacing: normal;
      line-height: normal;
    }
    .lemma-tex-error { color: #b3261e; font-family: monospace; }
    .lemma-vector { font-size: 55%; }
    .lemma-boxed { border: 0.06em solid; padding: 0.3em; }
    .lemma-overline { border-top: 0.06em solid; padding-top: 0.12em; }
    .lemma-underline { border-bottom: 0.06em solid; padding-bottom: 0.12em; }
    .lemma-cancel {
      background: linear-gradient(to top left, transparent calc(50% - 0.04em),
        currentcolor calc(50% - 0.03em), currentcolor calc(50% + 0.03em),
        transparent calc(50% + 0.04em));
    }
    .lemma-negative-unit { margin-left: -0.0556em; }
    .lemma-negative-thin { margin-left: -0.1667em; }
    .lemma-negative-medium { margin-left: -0.2222em; }
    .lemma-negative-thick { margin-left: -0.2778em; }
    .lemma-negative-quad { margin-left: -1em; }
    .lemma-text-bold { font-weight: bold; }
    .lemma-text-italic { font-style: italic; }
    .lemma-text-monospace { font-family: monospace; }
    .lemma-text-sans-serif { font-family: sans-serif; }
    .lemma-left { text-align: left; text-align: -webkit-left; }
    .lemma-right { text-align: right; text-align: -webkit-right; }
    .lemma-rule-left { border-left: 0.06em solid; }
    .lemma-rule-right { border-right: 0.06em solid; }
    .lemma-rule-above > mtd { border-top: 0.06em solid; }
    .lemma-rule-below > mtd { border-bottom: 0.06em solid; }
    .lemma-matrix > mtr > mtd:first-child { padding-left: 0; }
    .lemma-matrix > mtr > mtd:last-child { padding-right: 0; }
    .lemma-array, .lemma-aligned { border-collapse: collapse; }
    .lemma-aligned > mtr > mtd { padding-left: 0; padding-right: 0; }
    .lemma-aligned > mtr > mtd:nth-child(odd) {
      text-align: right;
      text-align: -webkit-right;
      padding-left: 2em;
    }
    .lemma-aligned > mtr > mtd:first-child { padding-left: 0; }
    .lemma-aligned > mtr > mtd:nth-child(even) { text-align: left; text-align: -webkit-left; }
    .lemma-aligned > mtr > mtd.lemma-tag, .lemma-gathered > mtr > mtd.lemma-tag {
      text-align: right;
      text-align: -webkit-right;
      padding-left: 2em;
    }
    .lemma-aligned > mtr > mtd.lemma-note {
      text-align: left;
      text-align: -webkit-left;
      padding-left: 1.5em;
      font-size: 75%;
      opacity: 0.75;
    }
    .lemma-cases > mtr > mtd { text-align: left; text-align: -webkit-left; padding-left: 0; }
    .lemma-cases > mtr > mtd:not(:last-child) { padding-right: 1em; }
    .lemma-cases > mtr > mtd:last-child { padding-right: 0; }
    .lemma-small > mtr > mtd { padding: 0.1em 0.3em; }
    .lemma-substack > mtr > mtd { padding: 0.05em 0; }

    """
}
