public import Diagnostics

/// The text of a link in its file, and how another comes in its place without the link being lost.
public struct LinkText: Sendable, Hashable {
  /// Between the brackets.
  public let span: Span
  /// What gives way to another text; nil for `<eval:3>`, of which the text is the destination, too.
  private let replaced: Span?
  /// What has to follow another text: `][a` of `[a]` and of `[a][]`, whose texts are labels, too.
  private let following: String

  /// Of `[text](destination)` and `[text][label]`.
  public init(_ span: Span) { self.init(span, replaced: span, following: "") }

  private init(_ span: Span, replaced: Span?, following: String) {
    self.span = span
    self.replaced = replaced
    self.following = following
  }

  static func ofAutolink(_ span: Span) -> LinkText {
    LinkText(span, replaced: nil, following: "")
  }

  /// - Parameter end: where the link's last bracket stands.
  static func ofLabel(_ label: String, _ span: Span, end: Int) -> LinkText {
    LinkText(span, replaced: Span(span.start, end), following: "][" + label)
  }

  /// Puts another text in the place of a part of it; nil where the link has to be written anew.
  public func edit(replacing part: Span, with text: String, in file: SourceFile) -> Edit? {
    guard !following.isEmpty else { return replaced.map { _ in Edit(replace: part, with: text) } }
    let before = file.text(in: Span(span.start, part.start))
    let after = file.text(in: Span(part.end, span.end))
    return replaced.map { Edit(replace: $0, with: before + text + after + following) }
  }
}
