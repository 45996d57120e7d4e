/// What `lemma --version` says.
public enum LemmaVersion {
  public static let current = "0.1.0"
}
