import Cells
import Diagnostics
import LessonSyntax

/// Finds what a lesson's references name, and what they should say.
struct References: Sendable {
  let lesson: Lesson
  let index: SiteIndex
  let own: LessonSummary

  /// Where a reference leads, and its text where the author gave none.
  struct Resolved: Sendable, Hashable {
    var destination: String
    var text: String?
    /// The kind of what is named; nil for lessons, headings and what is not known.
    var kind: NumberedKind?
  }

  func resolve(
    _ reference: Node.Reference, text: String, diagnostics: inout [Diagnostic]
  ) -> Resolved {
    let raw = (reference.file ?? "") + (reference.label.map { "#" + $0 } ?? "")
    guard let file = reference.file, !file.isEmpty else {
      guard let label = reference.label, !label.isEmpty else { return Resolved(destination: raw) }
      return resolve(label, of: own, reference, text: text, diagnostics: &diagnostics)
        ?? Resolved(destination: raw)
    }
    let path = RelativePath.resolve(file, from: lesson.source.path)
    guard let path, let summary = index.summary(of: path) ?? (path == own.path ? own : nil) else {
      if index.isWholeSite {
        diagnostics.append(unknownLesson(file, at: reference.destinationSpan))
      }
      return Resolved(destination: Self.page(forLesson: file) + fragment(reference))
    }
    guard let label = reference.label, !label.isEmpty else {
      return Resolved(destination: Destination.page(summary.slug), text: summary.title)
    }
    return resolve(label, of: summary, reference, text: text, diagnostics: &diagnostics)
      ?? Resolved(destination: Destination.page(summary.slug) + "#" + label)
  }

  private func resolve(
    _ label: String, of summary: LessonSummary, _ reference: Node.Reference, text: String,
    diagnostics: inout [Diagnostic]
  ) -> Resolved? {
    guard let target = summary.targets[label] else {
      diagnostics.append(unknownLabel(label, of: summary, reference))
      return nil
    }
    let isElsewhere = summary.path != own.path
    let page = isElsewhere ? Destination.page(summary.slug) : ""
    var resolved = Resolved(destination: page + "#" + target.anchor)
    switch target.kind {
    case .numbered(let kind, let number):
      let name = index.words.name(kind, number)
      resolved.kind = kind
      resolved.text = isElsewhere ? name + " \(index.words.of) " + summary.title : name
      check(text, against: resolved, name: name, of: summary, reference, &diagnostics)
    case .heading(let title):
      resolved.text = title
    case .unnumbered:
      resolved.text = "#" + label
      if text.isEmpty {
        diagnostics.append(
          Diagnostic(
            .error, .unnumberedReference(label), in: lesson.source, at: reference.destinationSpan,
            help: ["write a text between the brackets"]))
      }
    case .failed:
      resolved.text = "#" + label
    }
    return resolved
  }

  /// Reports a text that is a generated kind and number, but not the one that the label has.
  private func check(
    _ text: String, against resolved: Resolved, name: String, of summary: LessonSummary,
    _ reference: Node.Reference, _ diagnostics: inout [Diagnostic]
  ) {
    guard let shown = GeneratedName(text, words: index.words), let kind = resolved.kind else {
      return
    }
    // Where a cell failed, what follows it may be numbered too low: no noise.
    if summary.hasFailedCells, kind.isMadeByCells { return }
    var expected = name.replacing("\u{A0}", with: " ")
    if shown.place != nil, summary.path != own.path {
      expected += " \(index.words.of) " + summary.title
    }
    let written = text.replacing("\u{A0}", with: " ")
    guard written.lowercased() != expected.lowercased() else { return }
    if written.first?.isLowercase == true { expected = expected.withLowercaseInitial }
    let place = reference.linkText.span
    let edit =
      lesson.source.text(in: place) == text
      ? reference.linkText.edit(replacing: place, with: expected, in: lesson.source) : nil
    diagnostics.append(
      Diagnostic(
        .error, .staleReference(shown: written, label: reference.label ?? ""), in: lesson.source,
        at: place, label: expected,
        help: edit == nil ? [] : ["`lemma fix` rewrites it"], edit: edit))
  }
}

extension References {
  /// A lesson's file becomes its page.
  static func page(forLesson file: String) -> String {
    file.hasSuffix(".md") ? String(file.dropLast(3)) + ".html" : file
  }

  private func fragment(_ reference: Node.Reference) -> String {
    reference.label.map { "#" + $0 } ?? ""
  }

  private func unknownLabel(
    _ label: String, of summary: LessonSummary, _ reference: Node.Reference
  ) -> Diagnostic {
    let nearest = NearestName.nearest(to: label, in: summary.targets.keys)
    let elsewhere =
      nearest == nil
      ? index.summaries.first { $0.path != summary.path && $0.targets[label] != nil } : nil
    let help: [String] =
      if let nearest {
        ["did you mean `#\(nearest)`?"]
      } else if let elsewhere {
        ["`\(elsewhere.path)#\(label)` is in “\(elsewhere.title)”"]
      } else {
        []
      }
    return Diagnostic(
      .error, .brokenLabel(label, file: summary.path == own.path ? nil : summary.path),
      in: lesson.source, at: reference.destinationSpan, help: help)
  }

  /// About a file that is no lesson of the site.
  func unknownLesson(_ file: String, at span: Span) -> Diagnostic {
    let nearest = NearestName.nearest(to: file, in: index.lessonPaths)
    return Diagnostic(
      .error, .brokenLesson(file), in: lesson.source, at: span,
      help: nearest.map { ["did you mean `\($0)`?"] } ?? [])
  }
}

/// A text such as "Figure 2" or "Table 1 of The S-curve".
struct GeneratedName: Hashable {
  let kind: NumberedKind
  let number: String
  /// What stands after "of".
  let place: String?

  init?(_ text: String, words: Words) {
    let parts = text.replacing("\u{A0}", with: " ").split(
      separator: " ", maxSplits: 3, omittingEmptySubsequences: true)
    guard parts.count >= 2 else { return nil }
    let word = parts[0].lowercased()
    let kind = NumberedKind.allCases.first { words.kinds[$0]?.lowercased() == word }
    guard let kind, parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    if parts.count == 2 {
      place = nil
    } else {
      guard parts.count == 4, parts[2] == words.of else { return nil }
      place = String(parts[3])
    }
    self.kind = kind
    number = String(parts[1])
  }
}

extension NumberedKind {
  var isMadeByCells: Bool {
    switch self {
    case .figure, .table, .check: true
    case .equation, .theorem, .definition, .lemma, .proof, .example, .exercise, .solution: false
    }
  }
}

extension String {
  fileprivate var withLowercaseInitial: String { prefix(1).lowercased() + dropFirst() }
}

extension Diagnostic.Message {
  static func brokenLabel(_ label: String, file: String?) -> Self {
    let place = file.map { "`\($0)`" } ?? "this lesson"
    return Self(id: "broken-link", text: "nothing in \(place) is labelled `#\(label)`")
  }

  static func brokenLesson(_ file: String) -> Self {
    Self(id: "broken-link", text: "there is no lesson `\(file)`")
  }

  static func unnumberedReference(_ label: String) -> Self {
    Self(id: "unnumbered-reference", text: "`#\(label)` has no number that could be shown")
  }

  static func staleReference(shown: String, label: String) -> Self {
    Self(id: "stale-reference", text: "`#\(label)` is not \(shown)")
  }
}
