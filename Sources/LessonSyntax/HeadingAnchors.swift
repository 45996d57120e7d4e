/// Headings' anchors by GitHub's rule: lower case, no punctuation, hyphens for spaces, and a number
/// where an anchor was used before.
struct HeadingAnchors {
  private var uses: [String: Int] = [:]

  mutating func anchor(for text: String) -> String {
    let base = Self.slug(text)
    var anchor = base
    while uses[anchor] != nil {
      let count = (uses[base] ?? 0) + 1
      uses[base] = count
      anchor = "\(base)-\(count)"
    }
    uses[anchor] = 0
    return anchor
  }

  /// Letters, marks, numbers, `_` and `-` stay; a space becomes `-`.
  static func slug(_ text: String) -> String {
    var slug = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
        .connectorPunctuation:
        slug.unicodeScalars.append(scalar)
      default:
        if scalar == " " || scalar == "-" { slug += "-" }
      }
    }
    return slug
  }
}
