/// The language that a site is in, as BCP 47 writes it: `de-AT`.
public struct LanguageTag: Hashable, Sendable {
  /// The language without region and script, in lower case: `de`.
  public let primary: String

  /// English where the tag is empty.
  public init(_ tag: String) {
    primary = tag.split(separator: "-").first.map { $0.lowercased() } ?? "en"
  }

  /// What is said in the language: English where Lemma has no words in it.
  public func choose<Words>(
    english: @autoclosure () -> Words, german: @autoclosure () -> Words
  ) -> Words {
    primary == "de" ? german() : english()
  }
}
