/// Sampled pieces as the path of the fewest points.
enum CurvePath {
  static func data(_ pieces: [[Pixel]], tolerance: Double) -> String {
    var path = PathData()
    for piece in pieces {
      path.polyline(PathSimplification.simplified(piece, tolerance: tolerance))
    }
    return path.text
  }
}
