/// Reads the names of parameters from the source of a function or closure.
enum ParameterNames {
  static func names(in source: String) -> [String] {
    source.hasPrefix("{") ? closure(source.dropFirst()) : function(source)
  }

  /// `{ x, y in`, `{ (x: Double) -> Double in`; none where the closure uses `$0`.
  private static func closure(_ source: Substring) -> [String] {
    guard
      let end = source.firstRange(of: " in")?.lowerBound
        ?? source.firstRange(of: "\nin")?.lowerBound
    else { return anonymous(source) }
    var head = source[..<end].drop { $0.isWhitespace }
    if head.hasPrefix("(") { head = head.dropFirst().prefix { $0 != ")" } }
    let names = head.split(separator: ",").map { part in
      String(part.drop { $0.isWhitespace }.prefix { isNameCharacter($0) })
    }
    let isList = head.allSatisfy { !"{}=".contains($0) }
    return isList && names.allSatisfy { !$0.isEmpty } ? names : anonymous(source)
  }

  private static func anonymous(_ source: Substring) -> [String] {
    source.contains("$1") ? ["$0", "$1"] : source.contains("$0") ? ["$0"] : []
  }

  /// `func name(_ x: Double, at y: Double)`
  private static func function(_ source: String) -> [String] {
    guard let open = source.firstIndex(of: "(") else { return [] }
    var depth = 0
    var current = ""
    var parts: [String] = []
    for character in source[open...] {
      if "([<".contains(character) { depth += 1 }
      if ")]>".contains(character) { depth -= 1 }
      if depth == 0 { break }
      if character == ",", depth == 1 {
        parts.append(current)
        current = ""
      } else if depth > 1 || character != "(" {
        current.append(character)
      }
    }
    parts.append(current)
    return parts.compactMap { part in
      let names = part.prefix { $0 != ":" }.split { !isNameCharacter($0) }
      return names.last.map(String.init)
    }
  }

  private static func isNameCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "$"
      || character == "′"
  }
}
