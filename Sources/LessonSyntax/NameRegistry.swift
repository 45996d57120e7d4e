import Diagnostics

/// The labels, heading anchors and footnotes of a lesson: one namespace.
struct NameRegistry {
  enum Use { case label, footnote }

  private var anchors = HeadingAnchors()
  private var usedAnchors: Set<String> = []
  private var names: [(name: String, span: Span, use: Use)] = []

  /// Prefixes of the ids that the pages make themselves.
  static let reservedPrefixes = ["lemma-", "fn-", "fnref-"]

  /// Where GitHub's anchor would be one of the pages' own ids, another stands for it.
  mutating func anchor(for heading: String) -> String {
    let isReserved = Self.reservedPrefixes.contains(where: HeadingAnchors.slug(heading).hasPrefix)
    let anchor = anchors.anchor(for: isReserved ? "section " + heading : heading)
    usedAnchors.insert(anchor)
    return anchor
  }

  mutating func record(_ label: Label) { record(label.name, label.span, as: .label) }

  mutating func record(_ name: String, _ span: Span, as use: Use) {
    names.append((name, span, use))
  }

  func diagnostics(in file: SourceFile) -> [Diagnostic] {
    var result: [Diagnostic] = []
    var first: [String: Span] = [:]
    for (name, span, use) in names.sorted(by: { $0.span < $1.span }) {
      if let earlier = first[name] {
        let line = file.location(at: earlier.start).line
        result.append(
          Diagnostic(
            .error, .duplicateLabel(name), in: file, at: span, label: "also on line \(line)"))
      } else if use == .label, usedAnchors.contains(name) {
        result.append(
          Diagnostic(
            .error, .duplicateLabel(name), in: file, at: span, label: "also a heading's anchor"))
      }
      if use == .label, let prefix = Self.reservedPrefixes.first(where: name.hasPrefix) {
        result.append(Diagnostic(.error, .reservedLabel(name, prefix), in: file, at: span))
      }
      first[name] = first[name] ?? span
    }
    return result
  }
}

extension Diagnostic.Message {
  static func duplicateLabel(_ name: String) -> Self {
    Self(id: "duplicate-label", text: "the label `\(name)` is used twice in this lesson")
  }

  static func reservedLabel(_ name: String, _ prefix: String) -> Self {
    Self(
      id: "reserved-label", text: "the label `\(name)` begins with `\(prefix)`, which Lemma uses")
  }
}
