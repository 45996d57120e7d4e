import Cells

/// The words of the verification page, of badges and of `Claims`, in the site's language.
struct VerificationWords: Sendable {
  let title: String
  let lede: String
  let claims: String
  let claim: String
  let verdict: String
  let method: String
  let verdicts: String
  /// What each verdict says of a claim, as a sentence.
  let meanings: [Verdict.Strength: String]
  let numbers: String
  /// What a published number is, as a sentence.
  let numberMeaning: String
  let exact: String
  /// `{bits}` stands for a number.
  let enclosure: String
  let asComputed: String
  let recorded: String
  let tables: String
  let inText: String
  let numerals: String
  /// `{checked}`, `{all}` and `{share}` stand for numbers.
  let numeralShare: String
  let numeralMeaning: String
  /// `{checked}` and `{all}` stand for numbers.
  let numeralsChecked: String
  /// Numerals that are among the numbers of a display.
  let founded: String
  let unchecked: String
  let literals: String
  let noReason: String
  /// Before the name of the file for programs.
  let asData: String
}

extension VerificationWords {
  static let english = VerificationWords(
    title: "Verification",
    lede: "Every claim and every number of this site, and how far each is known to be right.",
    claims: "Claims", claim: "Claim", verdict: "Verdict", method: "How, and where",
    verdicts: "What the verdicts mean",
    meanings: [
      .proved: "True for every value in the domain: there is a proof, and its certificate can be "
        + "checked again without Lemma.",
      .enclosed: "True to within the stated error for every value in the domain: both sides are "
        + "enclosed in intervals.",
      .sampled: "No counterexample was found at the points that were tried. This is not a proof.",
      .refuted: "False: there is a counterexample.",
    ],
    numbers: "Numbers",
    numberMeaning: "A published number is the real value, rounded to the digits that it shows. "
      + "Its digits are decided by exact arithmetic, or by an enclosure that leaves only them; "
      + "what is marked “as computed” is the binary number that a program computes, and what is "
      + "“from a run” is what a program printed, run again to compare.",
    exact: "exact", enclosure: "enclosed at {bits} bits", asComputed: "as computed",
    recorded: "from a run",
    tables: "Tables", inText: "Numbers in the text", numerals: "Numerals of the prose",
    numeralShare: "{checked} of {all} numerals in the prose are checked ({share}, rounded down).",
    numeralMeaning: "A numeral is a number in digits in a paragraph, a list, a note, a caption or "
      + "a table that is written by hand. Formulas, code, headings, references, years, dates, "
      + "ordinals, versions and the numbers of lists stand aside. It is checked where it is "
      + "computed, or is one of the numbers of the check, table or figure that its link leads to or "
      + "whose caption it stands in.",
    numeralsChecked: "{checked} of {all} numerals checked",
    founded: "Numerals that stand in a check, a table or a figure",
    unchecked: "Numerals that are not checked",
    literals: "Numerals that are not computed on purpose", noReason: "no reason given",
    asData: "The same for programs, with the certificates of the proofs:")

  static let german = VerificationWords(
    title: "Nachweise",
    lede: "Jede Behauptung und jede Zahl dieser Seiten, und wie sicher sie ist.",
    claims: "Behauptungen", claim: "Behauptung", verdict: "Urteil", method: "Wie und wo",
    verdicts: "Was die Urteile bedeuten",
    meanings: [
      .proved: "Gilt für jeden Wert des Bereichs: Es gibt einen Beweis, und sein Zertifikat lässt "
        + "sich ohne Lemma nachprüfen.",
      .enclosed: "Gilt für jeden Wert des Bereichs bis auf den genannten Fehler: Beide Seiten sind "
        + "in Intervalle eingeschlossen.",
      .sampled: "An den geprüften Stellen fand sich kein Gegenbeispiel. Das ist kein Beweis.",
      .refuted: "Falsch: Es gibt ein Gegenbeispiel.",
    ],
    numbers: "Zahlen",
    numberMeaning: "Eine veröffentlichte Zahl ist der reelle Wert, gerundet auf die gezeigten "
      + "Ziffern. Über die Ziffern entscheidet exaktes Rechnen oder eine Einschließung, die nur "
      + "sie zulässt; „wie berechnet“ heißt: die Binärzahl, die ein Programm berechnet; „aus einem "
      + "Programmlauf“: was ein Programm ausgab, das zum Vergleich wieder läuft.",
    exact: "exakt", enclosure: "eingeschlossen mit {bits} Bit", asComputed: "wie berechnet",
    recorded: "aus einem Programmlauf",
    tables: "Tabellen", inText: "Zahlen im Text", numerals: "Zahlen im Fließtext",
    numeralShare: "{checked} von {all} Zahlen im Fließtext sind geprüft ({share}, abgerundet).",
    numeralMeaning: "Gezählt werden Zahlen in Ziffern in Absätzen, Listen, Fußnoten, "
      + "Beschriftungen und von Hand geschriebenen Tabellen. Formeln, Code, Überschriften, "
      + "Verweise, Jahre, Daten, Ordnungszahlen, Versionen und Listennummern zählen nicht. Geprüft "
      + "ist, was berechnet ist oder zu den Zahlen der Prüfung, Tabelle oder Abbildung gehört, auf "
      + "die der Verweis führt oder unter der die Beschriftung steht.",
    numeralsChecked: "{checked} von {all} Zahlen im Fließtext geprüft",
    founded: "Zahlen, die in einer Prüfung, Tabelle oder Abbildung stehen",
    unchecked: "Nicht geprüfte Zahlen", literals: "Mit Absicht nicht berechnete Zahlen",
    noReason: "ohne Begründung",
    asData: "Dasselbe für Programme, mit den Zertifikaten der Beweise:")
}
