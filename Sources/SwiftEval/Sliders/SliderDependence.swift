public import Diagnostics

/// Which sliders the parts of a lesson depend on, found by names alone.
///
/// It may find a slider too many, which costs time, never one too few: what depends on it would not
/// move.
public struct SliderDependence {
  private let items: [[ProgramItem]]
  private let declared: Set<String>
  /// By the names that the lesson declares.
  private var ofNames: [String: Set<String>]
  /// By the members that extensions add to types.
  private var ofMembers: [String: Set<String>] = [:]
  /// What acts without its name being used: an initialiser or a conformance that is added to a type.
  private var ofAll: Set<String> = []
  /// Followed like a slider, to find what may print.
  private static let printing = "print"

  /// - Parameters:
  ///   - sliders: their names.
  ///   - texts: shared files and eval cells, in order.
  public init(sliders: Set<String>, texts: [Excerpt]) {
    items = texts.enumerated().map { index, text in
      ProgramItem.items(of: ProgramPiece(source: text, role: .evalCell), index: index) ?? []
    }
    declared = items.joined().reduce(into: []) { $0.formUnion($1.names) }
    let roots = sliders.union([Self.printing])
    ofNames = Dictionary(uniqueKeysWithValues: roots.map { ($0, [$0]) })
    spread()
  }

  /// Those of the top-level declaration or statement at an offset in one of the texts.
  public func sliders(at offset: Int, ofText index: Int) -> Set<String> {
    let found = items[index].filter { $0.span.start <= offset && offset < $0.span.end }
    return sliders(of: found)
  }

  /// Those of what a text prints.
  public func sliders(ofPrintsIn index: Int) -> Set<String> {
    sliders(of: items[index].filter { roots(of: $0).contains(Self.printing) })
  }

  /// Those of an expression that sees all of the texts.
  public func sliders(of expression: Excerpt) -> Set<String> {
    let piece = ProgramPiece(source: expression, role: .evalCell)
    return sliders(of: ProgramItem.items(of: piece, index: items.count) ?? [])
  }

  /// The texts without which others, and expressions, have not the values that they have.
  public func texts(neededBy texts: Set<Int>, and expressions: [Excerpt]) -> Set<Int> {
    let pieces = expressions.flatMap { expression in
      ProgramItem.items(
        of: ProgramPiece(source: expression, role: .evalCell), index: items.count) ?? []
    }
    var need = TextNeed(pieces)
    for text in texts.sorted() { need.add(items[text], of: text) }
    let changes = changesOfNames()
    var isNew = true
    while isNew {
      isNew = false
      for (text, parts) in items.enumerated() where !need.texts.contains(text) {
        guard parts.contains(where: { need.includes($0, changes: changes) }) else { continue }
        need.add(parts, of: text)
        isNew = true
      }
    }
    return need.texts
  }

  /// What the lesson's functions change, themselves or by what they call, by their names.
  private func changesOfNames() -> [String: Set<String>] {
    var changes: [String: Set<String>] = [:]
    var isNew = true
    while isNew {
      isNew = false
      for item in items.joined() {
        let found = item.changes(by: changes).intersection(declared)
        for name in item.names { isNew = Self.add(found, to: &changes[name, default: []]) || isNew }
      }
    }
    return changes
  }

  private func sliders(of items: [ProgramItem]) -> Set<String> {
    items.reduce(into: Set()) { $0.formUnion(roots(of: $1)) }.subtracting([Self.printing])
  }

  /// The sliders of an item, and whether it may print.
  private func roots(of item: ProgramItem) -> Set<String> {
    var found = ofAll
    for name in item.uses.keys { if let own = ofNames[name] { found.formUnion(own) } }
    for word in item.words { if let own = ofMembers[word] { found.formUnion(own) } }
    return found
  }

  /// What depends on a slider hands that on to what it declares and changes, until nothing is new.
  private mutating func spread() {
    var isNew = true
    while isNew {
      isNew = false
      for item in items.joined() {
        let found = roots(of: item)
        guard !found.isEmpty else { continue }
        let extended = item.extended.map { [$0] } ?? []
        for name in item.names.union(item.changes).union(extended) where declared.contains(name) {
          isNew = Self.add(found, to: &ofNames[name, default: []]) || isNew
        }
        for member in item.members {
          isNew = Self.add(found, to: &ofMembers[member, default: []]) || isNew
        }
        if item.kind == .typeExtension(isImplicit: true) {
          isNew = Self.add(found, to: &ofAll) || isNew
        }
      }
    }
  }

  private static func add(_ names: Set<String>, to known: inout Set<String>) -> Bool {
    guard !names.isSubset(of: known) else { return false }
    known.formUnion(names)
    return true
  }
}

/// Texts that are needed, and the names by which they need others.
private struct TextNeed {
  private(set) var texts: Set<Int> = []
  private var names: Set<String> = []
  private var words: Set<String> = []

  init(_ items: [ProgramItem]) { note(items) }

  mutating func add(_ items: [ProgramItem], of text: Int) {
    texts.insert(text)
    note(items)
  }

  private mutating func note(_ items: [ProgramItem]) {
    for item in items {
      names.formUnion(item.uses.keys)
      words.formUnion(item.words)
    }
  }

  /// An item declares or changes what is needed, or adds to a type.
  func includes(_ item: ProgramItem, changes: [String: Set<String>]) -> Bool {
    if case .typeExtension(let isImplicit) = item.kind {
      return isImplicit || !words.isDisjoint(with: item.members)
    }
    return !names.isDisjoint(with: item.names)
      || item.isExecuted && !names.isDisjoint(with: item.changes(by: changes))
  }
}

extension ProgramItem {
  /// What it changes, itself or by the functions that it uses.
  fileprivate func changes(by functions: [String: Set<String>]) -> Set<String> {
    uses.keys.reduce(into: changes) { $0.formUnion(functions[$1] ?? []) }
  }
}
