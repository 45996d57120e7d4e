import Markup

/// Several frames of one display as one element: the standard frame, whose parts that differ are
/// marked, and a template for each of them with what it is in the other frames.
///
/// A template's contents are inert: without a script, the page is the standard frame.
struct FrameMerge {
  /// The standard frame, with `data-part` on the parts that differ.
  private(set) var element: Element
  /// In the order of the parts.
  private(set) var templates: [Element]

  /// - Parameters:
  ///   - frames: elements of the same kind.
  ///   - standard: the index of the one that the page shows.
  ///   - sliders: names, as templates carry them.
  ///   - firstPart: the number of the first part; the others follow.
  init(_ frames: [Element], standard: Int, sliders: [String], firstPart: Int) {
    let merging = Merging(standard: standard, count: frames.count)
    let merged = merging.merged(frames, namespace: .html)
    // What cannot be a part of its own becomes one with an element around it.
    let found =
      merged
      ?? .part(frames.map { Element("div", [:], [$0]) }, namespace: .html, size: 0)
    var numbering = PartNumbering(standard: standard, sliders: sliders, next: firstPart)
    element = numbering.numbered(found)
    templates = numbering.templates
  }
}

/// Which language an element is of: what stands in a template needs a root of its own language.
private enum Namespace: String {
  case html
  case svg
  case math
}

/// Frames of an element once it is known which of its parts differ.
private indirect enum MergedElement {
  case same(Element)
  /// The element in every frame.
  case part([Element], namespace: Namespace, size: Int)
  case parent(String, Attributes, [MergedElement], size: Int)
  case fragment([MergedElement], size: Int)

  /// Bytes that the templates take, about.
  var size: Int {
    switch self {
    case .same: 0
    case .part(_, _, let size), .parent(_, _, _, let size), .fragment(_, let size): size
    }
  }
}

/// Finds the parts that differ, so that their templates take few bytes.
private struct Merging {
  let standard: Int
  let count: Int

  /// Of a template's own markup.
  private static let templateSize = 80

  /// Nil for what a script cannot exchange by itself: text, and a formula's root, which does not stand
  /// in another formula. A drawing does stand in another, so that what holds it stays.
  func merged(_ frames: [Element], namespace: Namespace) -> MergedElement? {
    let frame = frames[standard]
    if frames.allSatisfy({ $0 == frame }) { return .same(frame) }
    if case .fragment(let children) = frame {
      let merged = children.indices.map { index in
        self.merged(frames.compactMap { $0.child(index, of: children.count) }, namespace)
      }
      guard let all = merged.withoutNil() else { return nil }
      return .fragment(all, size: all.reduce(0) { $0 + $1.size })
    }
    guard case .element(let name, let attributes, let children) = frame else { return nil }
    let inner = Namespace(rawValue: name) ?? namespace
    let whole = name == Namespace.math.rawValue ? nil : part(frames, inner)
    guard frames.allSatisfy({ $0.isLike(name, attributes) }) else { return whole }
    let merged = children.indices.map { index in
      self.merged(frames.compactMap { $0.child(index, of: children.count) }, inner)
    }
    guard let all = merged.withoutNil() else { return whole }
    let size = all.reduce(0) { $0 + $1.size }
    // What a reader opened or is at stays as it is.
    if let whole, whole.size < size, name != "details", attributes["tabindex"] == nil {
      return whole
    }
    return .parent(name, attributes, all, size: size)
  }

  /// The same for a child, which some frames may lack.
  private func merged(_ frames: [Element], _ namespace: Namespace) -> MergedElement? {
    frames.count == count ? merged(frames, namespace: namespace) : nil
  }

  private func part(_ frames: [Element], _ namespace: Namespace) -> MergedElement? {
    guard frames.allSatisfy(\.isElement) else { return nil }
    let size = frames.enumerated().reduce(Self.templateSize) { size, frame in
      size + (frame.offset == standard ? 0 : frame.element.markup.utf8.count)
    }
    return .part(frames, namespace: namespace, size: size)
  }
}

/// Numbers the parts and makes their templates.
private struct PartNumbering {
  let standard: Int
  let sliders: [String]
  var next: Int
  private(set) var templates: [Element] = []

  init(standard: Int, sliders: [String], next: Int) {
    self.standard = standard
    self.sliders = sliders
    self.next = next
  }

  mutating func numbered(_ merged: MergedElement) -> Element {
    switch merged {
    case .same(let element): return element
    case .fragment(let children, _): return .fragment(children.map { numbered($0) })
    case .parent(let name, let attributes, let children, _):
      return Element(name, attributes, children.map { numbered($0) })
    case .part(let frames, let namespace, _):
      let number = String(next)
      next += 1
      templates.append(template(of: frames, namespace, number: number))
      guard case .element(let name, var attributes, let children) = frames[standard] else {
        return frames[standard]
      }
      attributes["data-part"] = number
      return Element(name, attributes, children)
    }
  }

  private func template(
    of frames: [Element], _ namespace: Namespace, number: String
  ) -> Element {
    let others = frames.indices.filter { $0 != standard }.map { index in
      frames[index].withoutID().withIDs(endingIn: "-\(index)")
    }
    let content = namespace == .html ? others : [Element(namespace.rawValue, [:], others)]
    return Element(
      "template", ["data-frames": number, "data-sliders": sliders.joined(separator: " ")], content)
  }
}

extension Array {
  /// The values, where none is nil.
  fileprivate func withoutNil<Wrapped>() -> [Wrapped]? where Element == Wrapped? {
    let values = compactMap(\.self)
    return values.count == count ? values : nil
  }
}

extension Element {
  fileprivate var isElement: Bool { if case .element = self { true } else { false } }

  fileprivate func isLike(_ name: String, _ attributes: Attributes) -> Bool {
    if case .element(name, attributes, _) = self { true } else { false }
  }

  /// The child at an index, of an element that has a number of children.
  fileprivate func child(_ index: Int, of count: Int) -> Element? {
    switch self {
    case .element(_, _, let children), .fragment(let children):
      children.count == count ? children[index] : nil
    case .text, .markup: nil
    }
  }

  /// The script gives what it puts in place of an element that element's id.
  fileprivate func withoutID() -> Element {
    guard case .element(let name, var attributes, let children) = self else { return self }
    attributes["id"] = nil
    return Element(name, attributes, children)
  }

  /// With other ids in it, and references to them: what stands in a frame does not have an id of
  /// another one's.
  fileprivate func withIDs(endingIn suffix: String) -> Element {
    let known = ids
    return known.isEmpty ? self : renaming(known, suffix)
  }

  private var ids: Set<String> {
    switch self {
    case .element(_, let attributes, let children):
      children.reduce(into: Set(attributes["id"].map { [$0] } ?? [])) { $0.formUnion($1.ids) }
    case .fragment(let children): children.reduce(into: []) { $0.formUnion($1.ids) }
    case .text, .markup: []
    }
  }

  private func renaming(_ ids: Set<String>, _ suffix: String) -> Element {
    switch self {
    case .element(let name, var attributes, let children):
      for (key, value) in attributes.pairs {
        attributes[key] = Self.renamed(value, ids, suffix)
      }
      return Element(name, attributes, children.map { $0.renaming(ids, suffix) })
    case .fragment(let children): return .fragment(children.map { $0.renaming(ids, suffix) })
    case .text, .markup: return self
    }
  }

  /// An id, a list of them, `#id` or `url(#id)`.
  private static func renamed(_ value: String, _ ids: Set<String>, _ suffix: String) -> String {
    value.split(separator: " ", omittingEmptySubsequences: false).map { word in
      if ids.contains(String(word)) { return word + suffix }
      if word.hasPrefix("#"), ids.contains(String(word.dropFirst())) { return word + suffix }
      if word.hasPrefix("url(#"), ids.contains(String(word.dropFirst(5).dropLast())) {
        return word.dropLast() + suffix + ")"
      }
      return String(word)
    }.joined(separator: " ")
  }
}
