import Diagnostics

/// What a cell's program takes from the pieces above it.
struct ProgramNeeds {
  /// The use in the cell that leads to an item.
  struct Origin {
    let name: String
    /// In the cell's text.
    let span: Span
  }

  /// A name that only Lemma knows.
  struct LemmaUse {
    let name: String
    let span: Span
    /// The item that uses it: one of the cell's own, or one above.
    let item: Int
    let origin: Origin
  }

  /// Indices of items above the cell, in order.
  private(set) var items: [Int] = []
  private(set) var lemmaUses: [LemmaUse] = []

  private let lesson: LessonItems
  private let piece: Int
  private var origins: [Int: Origin] = [:]
  private var pending: [Int] = []

  init(of piece: Int, in lesson: LessonItems) {
    self.lesson = lesson
    self.piece = piece
    for item in lesson.ranges[piece] {
      for (name, span) in lesson.items[item].uses.sorted(by: { $0.value < $1.value }) {
        request(name, at: span, by: item, for: Origin(name: name, span: span))
      }
      requestExtensions(for: item, origin: origin(atOwn: item))
    }
    repeat { readPending() } while addChanges()
    addImports()
    items = origins.keys.sorted()
  }

  private func origin(atOwn item: Int) -> Origin {
    Origin(name: "", span: lesson.items[item].span)
  }

  private mutating func readPending() {
    while let item = pending.popLast() {
      guard let origin = origins[item] else { continue }
      for (name, span) in lesson.items[item].uses {
        request(name, at: span, by: item, for: origin)
      }
      requestExtensions(for: item, origin: origin)
    }
  }

  private mutating func request(_ name: String, at span: Span, by item: Int, for origin: Origin) {
    let found = lesson.declarations(of: name, seenFrom: lesson.items[item].piece)
    for declaration in found { add(declaration, for: origin) }
    if found.isEmpty, lesson.isLemmas(name) {
      lemmaUses.append(LemmaUse(name: name, span: span, item: item, origin: origin))
    }
  }

  /// An extension belongs to its type; of a type of Swift's it acts where a member is named, or, as a
  /// conformance does, unseen.
  private mutating func requestExtensions(for item: Int, origin: Origin) {
    let words = lesson.items[item].words
    for declaration in lesson.extensions where !isKnown(declaration) {
      let added = lesson.items[declaration]
      guard lesson.pieces[added.piece].isVisibleBelow else { continue }
      let isNeeded =
        lesson.isOfForeignType(added)
        ? added.kind == .typeExtension(isImplicit: true) || !added.members.isDisjoint(with: words)
        : added.extended.map(words.contains) ?? false
      if isNeeded { add(declaration, for: origin) }
    }
  }

  private func isKnown(_ item: Int) -> Bool {
    origins[item] != nil || lesson.items[item].piece >= piece
  }

  private mutating func add(_ item: Int, for origin: Origin) {
    guard !isKnown(item) else { return }
    origins[item] = origin
    pending.append(item)
  }

  /// What runs above the cell and may change a variable that is needed: without it the cell would see
  /// another value than the lesson does. A run cell is a process of its own, so that it changes nothing
  /// but what run cells declare.
  private mutating func addChanges() -> Bool {
    let variables = Set(origins.keys.filter { lesson.items[$0].isExecuted })
    let ofRunCells = variables.filter { lesson.isInRunCell($0) }
    guard !variables.isEmpty else { return false }
    for item in 0..<lesson.ranges[piece].lowerBound where !isKnown(item) {
      let changeable = lesson.isInRunCell(item) ? ofRunCells : variables
      guard lesson.isRunForLater(item),
        let changed = lesson.changes(by: item).intersection(changeable).min(),
        let origin = origins[changed]
      else { continue }
      add(item, for: origin)
    }
    return !pending.isEmpty
  }

  private mutating func addImports() {
    let pieces = Set(origins.keys.map { lesson.items[$0].piece })
    for (index, item) in lesson.items.enumerated()
    where item.kind == .importing && pieces.contains(item.piece) {
      origins[index] = origin(atOwn: index)
    }
  }
}
