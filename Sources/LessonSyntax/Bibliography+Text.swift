import Foundation

extension Bibliography.Work {
  /// A piece of an entry, so that a page can set titles apart.
  public enum Piece: Sendable, Hashable {
    case plain(String)
    /// The title of a book or a journal.
    case emphasised(String)
  }

  /// How the text names it: `Verhulst (1838)`, `Hinton et al. (2012)`.
  public var shortForm: String { shortForm(and: "and") }

  /// - Parameter and: the word between two names, in the language of the site.
  public func shortForm(and: String) -> String {
    let names = (authors.isEmpty ? editors : authors).map(\.family)
    let who: String
    switch (names.count, hasMoreAuthors) {
    case (0, _): who = title ?? key
    case (1, false): who = names[0]
    case (2, false): who = "\(names[0]) \(and) \(names[1])"
    default: who = names[0] + " et al."
    }
    return "\(who) (\(year ?? "n.d."))"
  }

  /// The entry in a list of references, without its link.
  public var entry: [Piece] {
    var pieces: [Piece] = []
    func add(_ text: String) { pieces.append(.plain(text)) }
    let people = authors.isEmpty ? editors : authors
    if !people.isEmpty {
      let suffix = authors.isEmpty ? (people.count == 1 ? " (ed.)" : " (eds)") : ""
      add(listed(people) + suffix + " (\(year ?? "n.d.")). ")
    }
    if let title { addTitle(title, to: &pieces) }
    if people.isEmpty { add(" (\(year ?? "n.d.")).") }
    addContainer(to: &pieces)
    if let publisher { add(" \(Self.sentence(publisher))") }
    if let note { add(" \(Self.sentence(note))") }
    return pieces.joined()
  }

  /// The address to follow: the DOI's, or the work's own.
  public var link: String? {
    if let doi {
      let name = doi.replacingOccurrences(of: "https://doi.org/", with: "")
      return "https://doi.org/" + name
    }
    return url
  }

  private func addTitle(_ title: String, to pieces: inout [Piece]) {
    let edition = edition.map { " (\($0) ed.)" } ?? ""
    if container == nil, !type.hasPrefix("article") {
      pieces += [.emphasised(title), .plain(edition)]
      if authors.isEmpty, editors.isEmpty { return }
      pieces.append(.plain(Self.endsSentence(title) && edition.isEmpty ? "" : "."))
    } else {
      let mark = authors.isEmpty && editors.isEmpty ? "" : Self.endsSentence(title) ? "" : "."
      pieces.append(.plain(title + edition + mark))
    }
  }

  private func addContainer(to pieces: inout [Piece]) {
    var details: [String] = []
    if let series { details.append(series) }
    if let volume { details.append(issue.map { "\(volume)(\($0))" } ?? volume) }
    if let pages { details.append(pages) }
    if let container {
      let isJournal = type.hasPrefix("article") || volume != nil
      pieces += [.plain(isJournal ? " " : " In "), .emphasised(container)]
      let rest = details.map { ", " + $0 }.joined()
      pieces.append(.plain(rest.isEmpty && Self.endsSentence(container) ? "" : rest + "."))
    } else if !details.isEmpty {
      pieces.append(.plain(" " + details.joined(separator: ", ") + "."))
    }
  }

  private func listed(_ names: [Bibliography.Name]) -> String {
    var texts = names.prefix(20).map(\.listed)
    if hasMoreAuthors || names.count > 20 { return texts.joined(separator: ", ") + ", et al." }
    guard texts.count > 1, let last = texts.popLast() else { return texts.joined() }
    return texts.joined(separator: ", ") + " & " + last
  }

  private static func sentence(_ text: String) -> String { endsSentence(text) ? text : text + "." }

  private static func endsSentence(_ text: String) -> Bool {
    text.last.map { ".!?".contains($0) } ?? true
  }
}

extension Bibliography {
  /// By what a list puts works in order, given a short form; the same in every locale.
  public static func sortKey(of shortForm: String) -> String {
    shortForm.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }
}

extension Bibliography.Name {
  /// `Verhulst, P.-F.`
  var listed: String {
    let initials = given.split(separator: " ").map { name in
      name.split(separator: "-").compactMap { $0.first.map { "\($0)." } }.joined(separator: "-")
    }
    return initials.isEmpty ? family : family + ", " + initials.joined(separator: " ")
  }
}

extension [Bibliography.Work.Piece] {
  /// With neighbours of one kind as one.
  fileprivate func joined() -> Self {
    var result: Self = []
    for piece in self {
      if case .plain(let text) = piece {
        if text.isEmpty { continue }
        if case .plain(let before)? = result.last {
          result[result.count - 1] = .plain(before + text)
          continue
        }
      }
      result.append(piece)
    }
    return result
  }
}
