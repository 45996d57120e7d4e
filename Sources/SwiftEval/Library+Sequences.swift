import MathCore

/// Functions of every sequence.
enum SequenceFunction: String, CaseIterable {
  case map = "map(_:)"
  case filter = "filter(_:)"
  case reduce = "reduce(_:_:)"
  case reduceInto = "reduce(into:_:)"
  case compactMap = "compactMap(_:)"
  case flatMap = "flatMap(_:)"
  case forEach = "forEach(_:)"
  case sortedBy = "sorted(by:)"
  case sorted = "sorted()"
  case reversed = "reversed()"
  case containsWhere = "contains(where:)"
  case contains = "contains(_:)"
  case firstWhere = "first(where:)"
  case allSatisfy = "allSatisfy(_:)"
  case minBy = "min(by:)"
  case maxBy = "max(by:)"
  case min = "min()"
  case max = "max()"
  case enumerated = "enumerated()"
  case elementsEqualBy = "elementsEqual(_:by:)"
  case elementsEqual = "elementsEqual(_:)"
  case starts = "starts(with:)"
  case precedes = "lexicographicallyPrecedes(_:)"
  case joinedWith = "joined(separator:)"
  case joined = "joined()"
}

extension Machine {
  func sequence(_ function: SequenceFunction, _ x: Arguments<S>) throws -> Value<S> {
    switch function {
    case .map: return .array(try mapped(x[0], by: x.function(1)))
    case .filter, .compactMap, .flatMap, .forEach:
      return try transformed(function, x)
    case .reduce, .reduceInto: return try reduced(x, into: function == .reduceInto)
    case .sortedBy, .sorted:
      let elements = try elements(of: x[0])
      return .array(try sorted(elements, by: function == .sortedBy ? x.function(1) : nil))
    case .reversed:
      if case .nominal = x.call.resultType { return .view(.reversed, [x[0]]) }
      let elements = try elements(of: x[0])
      try spend(elements: elements.count)
      return .array(elements.reversed())
    case .containsWhere, .contains, .firstWhere, .allSatisfy: return try searched(function, x)
    case .minBy, .maxBy, .min, .max: return try extreme(function, x)
    case .enumerated: return .view(.enumerated, [x[0]])
    case .elementsEqualBy, .elementsEqual, .starts, .precedes: return try compared(function, x)
    case .joinedWith, .joined: return try joined(x, isText: function == .joinedWith)
    }
  }

  private func mapped(
    _ sequence: Value<S>, by closure: Closure<S>
  ) throws -> [Value<S>] {
    var result: [Value<S>] = []
    try forEach(sequence) { element in
      try spend(elements: 1)
      guard result.count < limits.elements else { throw Trap.elements(limits.elements) }
      result.append(try call(closure, [element]))
      return true
    }
    return result
  }

  /// Visits elements until the body says stop; sequences without end may be left.
  func forEach(_ sequence: Value<S>, _ body: (Value<S>) throws -> Bool) throws {
    let iterable = try iterable(sequence)
    var position = 0
    while let element = try element(of: iterable, at: position) {
      try spend(1)
      position += 1
      if try !body(element) { return }
    }
  }

  private func transformed(
    _ function: SequenceFunction, _ x: Arguments<S>
  ) throws -> Value<S> {
    let closure = try x.function(1)
    var result: [Value<S>] = []
    try forEach(x[0]) { element in
      let value = try call(closure, [element])
      switch function {
      case .filter: if try value.asInt() != 0 { result.append(element) }
      case .compactMap: if case .some(let wrapped) = value { result.append(wrapped) }
      case .flatMap:
        let segment = try elements(of: value)
        try spend(elements: segment.count)
        result.append(contentsOf: segment)
      default: break
      }
      guard result.count <= limits.elements else { throw Trap.elements(limits.elements) }
      return true
    }
    guard function != .forEach else { return .void }
    if function == .filter, case .string = x.call.resultType { return .string(text(of: result)) }
    return .array(result)
  }

  /// A string of characters.
  func text(of characters: [Value<S>]) -> String {
    var text = ""
    for case .character(let character) in characters { text.append(character) }
    return text
  }

  private func reduced(_ x: Arguments<S>, into: Bool) throws -> Value<S> {
    let closure = try x.function(2)
    let sequence = x.take(0)
    var result = x.take(1)
    try forEach(sequence) { element in
      if into {
        try call(closure, changing: &result, element)
      } else {
        result = try call(closure, [result, element])
      }
      return true
    }
    return result
  }

  /// Sorted by the standard library's own algorithm, so that equal elements and inconsistent orders
  /// come out as they do there.
  func sorted(_ elements: [Value<S>], by closure: Closure<S>?) throws -> [Value<S>] {
    try spend(elements: elements.count)
    return try elements.sorted { a, b in
      try spend(1)
      guard let closure else { return try precedes(a, b) }
      return try call(closure, [a, b]).asInt() != 0
    }
  }

  private func precedes(_ a: Value<S>, _ b: Value<S>) throws -> Bool {
    guard case .scalar(let a) = a, case .scalar(let b) = b else { return try isLess(a, b) }
    return try S.precedes(a, b)
  }

  private func searched(_ function: SequenceFunction, _ x: Arguments<S>) throws -> Value<S> {
    if case .range(let range) = x[0], function == .contains {
      return .bool(try contains(range, x[1]))
    }
    var found: Value<S>?
    let closure = function == .contains ? nil : try x.function(1)
    try forEach(x[0]) { element in
      let holds =
        if let closure {
          try call(closure, [element]).asInt() != 0
        } else {
          try isEqual(element, x[1])
        }
      if holds != (function == .allSatisfy) { found = element }
      return found == nil
    }
    switch function {
    case .firstWhere: return found.map { .some($0) } ?? .none
    case .allSatisfy: return .bool(found == nil)
    default: return .bool(found != nil)
    }
  }

  private func extreme(_ function: SequenceFunction, _ x: Arguments<S>) throws -> Value<S> {
    let isMaximum = function == .max || function == .maxBy
    let closure = function == .min || function == .max ? nil : try x.function(1)
    var best: Value<S>?
    try forEach(x[0]) { element in
      guard let current = best else {
        best = element
        return true
      }
      let (a, b) = isMaximum ? (current, element) : (element, current)
      let isBetter =
        if let closure { try call(closure, [a, b]).asInt() != 0 } else { try precedes(a, b) }
      if isBetter { best = element }
      return true
    }
    return best.map { .some($0) } ?? .none
  }

  private func compared(_ function: SequenceFunction, _ x: Arguments<S>) throws -> Value<S> {
    let (a, b) = (try elements(of: x[0]), try elements(of: x[1]))
    switch function {
    case .starts where a.count < b.count: return .bool(false)
    case .elementsEqual where a.count != b.count, .elementsEqualBy where a.count != b.count:
      return .bool(false)
    default: break
    }
    let closure = function == .elementsEqualBy ? try x.function(2) : nil
    for (p, q) in zip(a, b) {
      try spend(1)
      if function == .precedes {
        if try isLess(p, q) { return .bool(true) }
        if try isLess(q, p) { return .bool(false) }
        continue
      }
      let isSame =
        if let closure { try call(closure, [p, q]).asInt() != 0 } else { try isEqual(p, q) }
      if !isSame { return .bool(false) }
    }
    return .bool(function == .precedes ? a.count < b.count : true)
  }

  private func joined(_ x: Arguments<S>, isText: Bool) throws -> Value<S> {
    guard isText else {
      var result: [Value<S>] = []
      try forEach(x[0]) { segment in
        let elements = try elements(of: segment)
        try spend(elements: elements.count)
        result += elements
        guard result.count <= limits.elements else { throw Trap.elements(limits.elements) }
        return true
      }
      return .array(result)
    }
    let separator = try x.text(1)
    var result = ""
    var isFirst = true
    try forEach(x[0]) { element in
      guard case .string(let piece) = element else { throw Trap.overlappingAccess }
      if !isFirst { result += separator }
      isFirst = false
      result += piece
      try spend(
        textBytes: result.utf8.count, new: piece.utf8.count + separator.utf8.count)
      return true
    }
    return .string(result)
  }
}
