/// The known name that a misspelt one most likely means.
public enum NearestName {
  /// Among more names none is looked for: a text may hold as many misspelt names as known ones.
  public static let mostKnown = 1000

  /// Nil where none is close: at most a third of the letters may differ (but one always may).
  public static func nearest(to name: String, in known: some Collection<String>) -> String? {
    guard known.count <= mostKnown else { return nil }
    let letters = Array(name.unicodeScalars)
    guard letters.count <= 40 else { return nil }
    let most = max(1, letters.count / 3)
    var best: (distance: Int, name: String)?
    for candidate in known where abs(candidate.unicodeScalars.count - letters.count) <= most {
      let distance = distance(letters, Array(candidate.unicodeScalars))
      guard distance <= most else { continue }
      if let best, (best.distance, best.name) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.name
  }

  /// Insertions, deletions, replacements and swaps of neighbours that lead from one to the other.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
