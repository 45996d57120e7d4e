/// Sampled pieces as a short path: lines, or cubics where they take fewer characters or less than
/// half of the nodes.
enum CurvePath {
  /// Wilder curves than this are drawn by lines: cubics would gain nothing.
  private static let cubicLimit = 6000

  static func data(_ pieces: [[Pixel]], tolerance: Double) -> String {
    var text = ""
    for piece in pieces {
      var lines = PathData()
      let simplified = PathSimplification.simplified(piece, tolerance: tolerance)
      lines.polyline(simplified)
      guard simplified.count > 4, piece.count <= cubicLimit, let first = piece.first else {
        text += lines.text
        continue
      }
      var cubics = PathData()
      cubics.move(to: first)
      let steps = CubicFitting(piece, tolerance: tolerance).steps()
      for step in steps {
        switch step {
        case .line(let end): cubics.line(to: end)
        case .curve(let a, let b, let end): cubics.curve(a, b, to: end)
        }
      }
      let isShorter = cubics.text.utf8.count < lines.text.utf8.count
      text += isShorter || 2 * steps.count < simplified.count ? cubics.text : lines.text
    }
    return text
  }
}
