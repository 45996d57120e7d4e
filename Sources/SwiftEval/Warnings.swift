import Diagnostics

/// What a machine noticed while it ran: each thing once for each place, however often it runs there.
struct Warnings {
  private struct Place: Hashable {
    let id: String
    let path: String
    let span: Span
  }

  private var known: Set<Place> = []
  private var pending: [Diagnostic] = []

  mutating func note(_ warning: Diagnostic) {
    let place = Place(id: warning.message.id, path: warning.file.path, span: warning.span)
    if known.insert(place).inserted { pending.append(warning) }
  }

  /// What was noticed since the last time.
  mutating func take() -> [Diagnostic] {
    defer { pending = [] }
    return pending
  }
}
