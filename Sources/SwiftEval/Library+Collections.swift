import MathCore

/// Functions of every collection: arrays, slices, ranges of Int, strings, views.
enum CollectionFunction: String, CaseIterable {
  case count = "count"
  case isEmpty = "isEmpty"
  case first = "first"
  case last = "last"
  case startIndex = "startIndex"
  case endIndex = "endIndex"
  case prefix = "prefix(_:)"
  case prefixWhile = "prefix(while:)"
  case suffix = "suffix(_:)"
  case dropFirst = "dropFirst()"
  case dropFirstMany = "dropFirst(_:)"
  case dropLast = "dropLast()"
  case dropLastMany = "dropLast(_:)"
  case dropWhile = "drop(while:)"
  case firstIndexWhere = "firstIndex(where:)"
  case firstIndex = "firstIndex(of:)"
  case lastWhere = "last(where:)"
  case lastIndexWhere = "lastIndex(where:)"
  case lastIndex = "lastIndex(of:)"
  case splitWhere = "split(maxSplits:omittingEmptySubsequences:whereSeparator:)"
  case split = "split(separator:maxSplits:omittingEmptySubsequences:)"
  case lowerBound = "lowerBound"
  case upperBound = "upperBound"
  case clamped = "clamped(to:)"
  case overlaps = "overlaps(_:)"
}

extension Machine {
  func collection(_ function: CollectionFunction, _ x: Arguments<S>) throws -> Value<S> {
    switch function {
    case .count: return .int(try count(of: x[0]))
    case .isEmpty: return .bool(try isEmpty(x[0]))
    case .first: return try end(of: x[0], isFirst: true).map { .some($0) } ?? .none
    case .last: return try end(of: x[0], isFirst: false).map { .some($0) } ?? .none
    case .startIndex: return .int(try startIndex(of: x[0]))
    case .endIndex: return .int(try startIndex(of: x[0]) + count(of: x[0]))
    case .prefix, .suffix, .dropFirst, .dropFirstMany, .dropLast, .dropLastMany:
      return try part(function, x)
    case .prefixWhile, .dropWhile:
      let elements = try elements(of: x[0])
      let closure = try x.function(1)
      let end = try elements.firstIndex { try call(closure, [$0]).asInt() == 0 } ?? elements.count
      let bounds = function == .prefixWhile ? 0..<end : end..<elements.count
      return try part(of: x[0], elements, bounds)
    case .firstIndexWhere, .firstIndex, .lastWhere, .lastIndexWhere, .lastIndex:
      return try position(function, x)
    case .splitWhere, .split: return try split(function, x)
    case .lowerBound: return try range(x[0]).lower ?? .void
    case .upperBound: return try range(x[0]).upper ?? .void
    case .clamped: return try clamped(range(x[0]), to: range(x[1]))
    case .overlaps: return .bool(try overlap(range(x[0]), range(x[1])))
    }
  }

  func count(of value: Value<S>) throws -> Int {
    switch value {
    case .array(let elements): return elements.count
    case .slice(let elements, _): return elements.count
    case .range(let range): return try range.bounds().count
    case .string(let text):
      try spend(1 + text.utf8.count / 4)
      return text.count
    case .view(.zip, _): return try elements(of: value).count
    case .view(_, let bases): return try bases.first.map { try count(of: $0) } ?? 0
    default: return try elements(of: value).count
    }
  }

  private func isEmpty(_ value: Value<S>) throws -> Bool {
    if case .string(let text) = value { return text.isEmpty }
    if case .range(let range) = value, let lower = range.lower, let upper = range.upper {
      return range.kind == .closed ? false : try isEqual(lower, upper)
    }
    return try count(of: value) == 0
  }

  private func end(of value: Value<S>, isFirst: Bool) throws -> Value<S>? {
    switch value {
    case .string(let text): return (isFirst ? text.first : text.last).map { .character($0) }
    case .range(let range):
      let bounds = try range.bounds()
      return (isFirst ? bounds.first : bounds.last).map { .int($0) }
    case .view(.reversed, let bases):
      return try bases.first.flatMap { try end(of: $0, isFirst: !isFirst) }
    case .array(let elements), .slice(let elements, _):
      return isFirst ? elements.first : elements.last
    default:
      let elements = try elements(of: value)
      return isFirst ? elements.first : elements.last
    }
  }

  func startIndex(of value: Value<S>) throws -> Int {
    switch value {
    case .slice(_, let start): start
    case .range(let range): try range.lower?.asInt() ?? 0
    default: 0
    }
  }

  private func range(_ value: Value<S>) throws -> RangeValue<S> {
    guard case .range(let range) = value else { throw Trap.overlappingAccess }
    return range
  }

  private func part(_ function: CollectionFunction, _ x: Arguments<S>) throws -> Value<S> {
    let isOne = function == .dropFirst || function == .dropLast
    let requested = isOne ? 1 : try x.int(1)
    guard requested >= 0 else { throw Trap.negativeCount(function.rawValue) }
    let elements = try elements(of: x[0])
    let (count, n) = (elements.count, min(requested, elements.count))
    let bounds =
      switch function {
      case .prefix: 0..<n
      case .suffix: count - n..<count
      case .dropFirst, .dropFirstMany: n..<count
      default: 0..<count - n
      }
    return try part(of: x[0], elements, bounds)
  }

  /// A part of a collection, in the form of its `SubSequence`.
  private func part(
    of value: Value<S>, _ elements: [Value<S>], _ bounds: Range<Int>
  ) throws -> Value<S> {
    try spend(elements: bounds.count)
    switch value {
    case .string: return .string(text(of: Array(elements[bounds])))
    case .range(let range):
      let lower = try range.lower?.asInt() ?? 0
      return .range(
        RangeValue(
          .halfOpen, lower: .int(lower + bounds.lowerBound),
          upper: .int(lower + bounds.upperBound)))
    case .array: return .slice(Array(elements[bounds]), start: bounds.lowerBound)
    case .slice(_, let start):
      return .slice(Array(elements[bounds]), start: start + bounds.lowerBound)
    default: return .array(Array(elements[bounds]))
    }
  }

  private func position(_ function: CollectionFunction, _ x: Arguments<S>) throws -> Value<S> {
    let elements = try elements(of: x[0])
    let byValue = function == .firstIndex || function == .lastIndex
    let closure = byValue ? nil : try x.function(1)
    let holds = { (element: Value<S>) throws -> Bool in
      try self.spend(1)
      guard let closure else { return try self.isEqual(element, x[1]) }
      return try self.call(closure, [element]).asInt() != 0
    }
    let isFirst = function == .firstIndex || function == .firstIndexWhere
    guard
      let found = try isFirst ? elements.firstIndex(where: holds) : elements.lastIndex(where: holds)
    else { return .none }
    return .some(
      function == .lastWhere ? elements[found] : .int(try startIndex(of: x[0]) + found))
  }

  private func split(_ function: CollectionFunction, _ x: Arguments<S>) throws -> Value<S> {
    let elements = try elements(of: x[0])
    let closure = function == .splitWhere ? try x.function(3) : nil
    let (most, omits) =
      closure == nil
      ? (try x.int(2), try x.int(3) != 0) : (try x.int(1), try x.int(2) != 0)
    guard most >= 0 else { throw Trap.negativeCount("split") }
    let parts = try elements.split(maxSplits: most, omittingEmptySubsequences: omits) {
      try spend(1)
      guard let closure else { return try isEqual($0, x[1]) }
      return try call(closure, [$0]).asInt() != 0
    }
    return .array(try parts.map { try part(of: x[0], elements, $0.startIndex..<$0.endIndex) })
  }

  private func clamped(_ a: RangeValue<S>, to b: RangeValue<S>) throws -> Value<S> {
    guard let p = a.lower, let q = a.upper, let l = b.lower, let u = b.upper else {
      throw Trap.overlappingAccess
    }
    let clamp = { (x: Value<S>) throws -> Value<S> in
      try self.isLess(x, l) ? l : try self.isLess(u, x) ? u : x
    }
    return .range(RangeValue(a.kind, lower: try clamp(p), upper: try clamp(q)))
  }

  private func overlap(_ a: RangeValue<S>, _ b: RangeValue<S>) throws -> Bool {
    guard let al = a.lower, let au = a.upper, let bl = b.lower, let bu = b.upper else {
      throw Trap.overlappingAccess
    }
    if try isEmpty(.range(a)) || isEmpty(.range(b)) { return false }
    let startsBefore = try a.kind == .closed ? isLessOrEqual(bl, au) : isLess(bl, au)
    return try startsBefore && (b.kind == .closed ? isLessOrEqual(al, bu) : isLess(al, bu))
  }
}
