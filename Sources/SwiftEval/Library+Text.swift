import MathCore

/// Functions of strings and characters, with the type that declares them.
enum TextFunction: String, CaseIterable {
  case concatenate = "String.+(_:_:)"
  case concatenateInPlace = "String.+=(_:_:)"
  case radix = "String.init(_:radix:uppercase:)"
  case repeating = "String.init(repeating:count:)"
  case describing = "String.init(describing:)"
  case reflecting = "String.init(reflecting:)"
  case append = "String.append(_:)"
  case appendContents = "String.append(contentsOf:)"
  case removeAll = "String.removeAll()"
  case removeLast = "String.removeLast()"
  case removeFirst = "String.removeFirst()"
  case popLast = "String.popLast()"
  case uppercased = "StringProtocol.uppercased()"
  case lowercased = "StringProtocol.lowercased()"
  case hasPrefix = "StringProtocol.hasPrefix(_:)"
  case hasSuffix = "StringProtocol.hasSuffix(_:)"
  case contains = "StringProtocol.contains(_:)"
  case characterUppercased = "Character.uppercased()"
  case characterLowercased = "Character.lowercased()"
  case isLetter = "Character.isLetter"
  case isNumber = "Character.isNumber"
  case isWholeNumber = "Character.isWholeNumber"
  case isWhitespace = "Character.isWhitespace"
  case isNewline = "Character.isNewline"
  case isPunctuation = "Character.isPunctuation"
  case isUppercase = "Character.isUppercase"
  case isLowercase = "Character.isLowercase"
  case wholeNumberValue = "Character.wholeNumberValue"
  case isASCII = "Character.isASCII"
  case decimals = "DefaultStringInterpolation.text(_:decimals:)"
  case significant = "DefaultStringInterpolation.text(_:significant:)"
}

extension Machine {
  func text(_ function: TextFunction, _ x: Arguments<S>) throws -> Value<S> {
    switch function {
    case .concatenate:
      let right = try x.text(1)
      guard case .string(var text) = x.take(0) else { throw Trap.overlappingAccess }
      try spend(textBytes: text.utf8.count + right.utf8.count, new: right.utf8.count)
      text += right
      return .string(text)
    case .concatenateInPlace, .append, .appendContents, .removeAll, .removeLast, .removeFirst,
      .popLast:
      guard case .string(var text) = x.take(0) else { throw Trap.overlappingAccess }
      defer { x.first[0] = .string(text) }
      return try change(&text, function, x)
    case .radix:
      let (radix, isUppercase) = (try x.radix(1), try x.int(2) != 0)
      if case .unsigned(let value) = x[0] {
        return .string(String(value, radix: radix, uppercase: isUppercase))
      }
      return .string(String(try x.int(0), radix: radix, uppercase: isUppercase))
    case .repeating: return try repeated(x)
    case .describing: return .string(try description(of: x[0], type: x.type(0)))
    case .reflecting:
      return .string(try description(of: x[0], type: x.type(0), quoted: true))
    case .uppercased, .lowercased:
      let text = try x.text(0)
      try spend(textBytes: text.utf8.count, new: text.utf8.count)
      return .string(function == .uppercased ? text.uppercased() : text.lowercased())
    case .hasPrefix: return .bool(try x.text(0).hasPrefix(x.text(1)))
    case .hasSuffix: return .bool(try x.text(0).hasSuffix(x.text(1)))
    case .contains: return .bool(try contains(x.text(0), x.text(1)))
    case .characterUppercased, .characterLowercased, .isLetter, .isNumber, .isWholeNumber,
      .isWhitespace, .isNewline, .isPunctuation, .isUppercase, .isLowercase, .wholeNumberValue,
      .isASCII:
      guard case .character(let character) = x[0] else { throw Trap.overlappingAccess }
      return property(function, of: character)
    case .decimals, .significant: return .string(try published(function, x))
    }
  }

  /// `\(x, decimals: 3)`: the real number, rightly rounded.
  private func published(_ function: TextFunction, _ x: Arguments<S>) throws -> String {
    let (value, count) = (try x[0].asScalar(), try x.int(1))
    let least = function == .decimals ? 0 : 1
    guard (least...Self.greatestDigitCount).contains(count) else {
      throw Trap.precondition(
        "the number of digits must be from \(least) to \(Self.greatestDigitCount)")
    }
    let number = value.realNumber ?? RealNumber(exactly: value.binary64)
    if let nonreal = number.nonreal { return nonreal.description }
    let format: NumberFormat = function == .decimals ? .decimals(count) : .significant(count)
    return try number.published(format).text.replacing("\u{2212}", with: "-")
  }

  private static var greatestDigitCount: Int { 300 }

  private func change(
    _ text: inout String, _ function: TextFunction, _ x: Arguments<S>
  ) throws -> Value<S> {
    switch function {
    case .removeAll: text.removeAll()
    case .popLast: return text.popLast().map { .some(.character($0)) } ?? .none
    case .removeLast:
      guard let last = text.popLast() else { throw Trap.emptyCollection("removeLast()") }
      return .character(last)
    case .removeFirst:
      guard !text.isEmpty else { throw Trap.emptyCollection("removeFirst()") }
      try spend(text.utf8.count / 4)
      return .character(text.removeFirst())
    default:
      let piece =
        switch x[1] {
        case .string(let piece): piece
        case .character(let character): String(character)
        default: self.text(of: try elements(of: x[1]))
        }
      try spend(textBytes: text.utf8.count + piece.utf8.count, new: piece.utf8.count)
      text += piece
    }
    return .void
  }

  private func repeated(_ x: Arguments<S>) throws -> Value<S> {
    let count = try x.int(1)
    guard count >= 0 else { throw Trap.negativeCount("String(repeating:count:)") }
    let unit =
      if case .character(let character) = x[0] { String(character) } else { try x.text(0) }
    let (bytes, overflow) = unit.utf8.count.multipliedReportingOverflow(by: count)
    guard !overflow else { throw Trap.elements(limits.elements) }
    try spend(textBytes: bytes, new: bytes)
    return .string(unit.isEmpty ? "" : String(repeating: unit, count: count))
  }

  /// Whether the text holds the other, character by character.
  private func contains(_ text: String, _ other: String) throws -> Bool {
    let (text, other) = (Array(text), Array(other))
    guard !other.isEmpty else { return true }
    guard text.count >= other.count else { return false }
    for start in 0...text.count - other.count {
      var length = 0
      while length < other.count, text[start + length] == other[length] { length += 1 }
      try spend(1 + length)
      if length == other.count { return true }
    }
    return false
  }

  private func property(_ function: TextFunction, of character: Character) -> Value<S> {
    switch function {
    case .characterUppercased: .string(character.uppercased())
    case .characterLowercased: .string(character.lowercased())
    case .isLetter: .bool(character.isLetter)
    case .isNumber: .bool(character.isNumber)
    case .isWholeNumber: .bool(character.isWholeNumber)
    case .isWhitespace: .bool(character.isWhitespace)
    case .isNewline: .bool(character.isNewline)
    case .isPunctuation: .bool(character.isPunctuation)
    case .isUppercase: .bool(character.isUppercase)
    case .isLowercase: .bool(character.isLowercase)
    case .isASCII: .bool(character.isASCII)
    default: character.wholeNumberValue.map { .some(.int($0)) } ?? .none
    }
  }
}
