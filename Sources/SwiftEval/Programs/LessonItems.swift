/// The items of all pieces of a lesson, and who declares what.
struct LessonItems {
  let pieces: [ProgramPiece]
  private(set) var items: [ProgramItem] = []
  /// The items of each piece.
  private(set) var ranges: [Range<Int>] = []
  /// Pieces of which no items are known.
  private(set) var unread: Set<Int> = []
  /// Extensions of types, in order.
  private(set) var extensions: [Int] = []
  /// By name, in order.
  private var declarations: [String: [Int]] = [:]
  /// What each executed item may change, itself or by what it calls.
  private var changedItems: [Int: Set<Int>] = [:]
  private let lemmaNames: Set<String>

  init(_ pieces: [ProgramPiece], vocabulary: Vocabulary) {
    self.pieces = pieces
    lemmaNames = vocabulary.namesUnknownToSwift
    for (index, piece) in pieces.enumerated() {
      let read = ProgramItem.items(of: piece, index: index)
      if read == nil { unread.insert(index) }
      ranges.append(items.count..<items.count + (read?.count ?? 0))
      items += read ?? []
    }
    for (index, item) in items.enumerated() where !item.traits.contains(.hasSyntaxError) {
      for name in item.names { declarations[name, default: []].append(index) }
      if case .typeExtension = item.kind { extensions.append(index) }
    }
    for (index, item) in items.enumerated() where item.isExecuted {
      changedItems[index] = reachableChanges(from: index)
    }
  }

  /// The latest declaration of a name that a piece sees, or all of its overloads. Run cells are programs
  /// of their own: the latest one's functions are no overloads of those of the run cells above it.
  func declarations(of name: String, seenFrom piece: Int) -> [Int] {
    var found: [Int] = []
    var overloads: Set<String> = []
    var runCell: Int?
    for index in (declarations[name] ?? []).reversed() {
      let item = items[index]
      guard item.piece <= piece, item.piece == piece || pieces[item.piece].isVisibleBelow else {
        continue
      }
      if isInRunCell(index) {
        guard runCell == nil || runCell == item.piece else { continue }
        runCell = item.piece
      }
      guard let overload = item.overload else {
        if found.isEmpty { found.append(index) }
        break
      }
      if overloads.insert(overload).inserted { found.append(index) }
    }
    return found
  }

  /// The name is of Lemma's own vocabulary, unless the lesson declares it.
  func isLemmas(_ name: String) -> Bool {
    guard name == NameUses.numberInterpolation else { return lemmaNames.contains(name) }
    return !extensions.contains { items[$0].members.contains("appendInterpolation") }
  }

  /// An extension of a type that the lesson does not declare.
  func isOfForeignType(_ item: ProgramItem) -> Bool {
    item.extended.map { declarations[$0] == nil } ?? false
  }

  func isInRunCell(_ item: Int) -> Bool { pieces[items[item].piece].isRunCell }

  /// An item that runs, and is neither a display nor a check.
  func isRunForLater(_ index: Int) -> Bool {
    let item = items[index]
    guard item.isExecuted, pieces[item.piece].isVisibleBelow,
      !item.traits.contains(.hasSyntaxError)
    else { return false }
    guard let callee = item.callee else { return true }
    return !isLemmas(callee) || !declarations(of: callee, seenFrom: item.piece).isEmpty
  }

  func changes(by item: Int) -> Set<Int> { changedItems[item] ?? [] }

  private func reachableChanges(from start: Int) -> Set<Int> {
    var changed: Set<Int> = []
    var seen: Set<Int> = [start]
    var pending = [start]
    while let index = pending.popLast() {
      let item = items[index]
      for name in item.changes { changed.formUnion(declarations(of: name, seenFrom: item.piece)) }
      for name in item.uses.keys {
        for used in declarations(of: name, seenFrom: item.piece) where seen.insert(used).inserted {
          pending.append(used)
        }
      }
    }
    return changed
  }
}

extension Vocabulary {
  /// Functions, types and macros that Lemma adds to the language, and that `swiftc` does not know.
  var namesUnknownToSwift: Set<String> {
    let functions = library.functions.keys.filter { name in
      library.functions[name, default: []].contains { library.declarations[$0].signature != nil }
    }
    let types = library.types.values.filter(\.isVocabulary).map(\.name)
    return VocabularySource.ownFunctions.union(functions).union(types)
      .union(["#expect", NameUses.numberInterpolation])
  }
}
