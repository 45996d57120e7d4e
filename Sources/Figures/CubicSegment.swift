/// A cubic Bézier curve.
struct CubicSegment: Hashable {
  var start: Pixel
  var firstControl: Pixel
  var secondControl: Pixel
  var end: Pixel

  func point(at t: Double) -> Pixel {
    let s = 1 - t
    let left = (s * s * s) * start + (3 * s * s * t) * firstControl
    return left + (3 * s * t * t) * secondControl + (t * t * t) * end
  }
}

extension CubicSegment {
  /// The one with the given end tangents whose points at the shares are nearest to the samples in
  /// the sense of least squares; nil where there is none of a reasonable shape.
  init?(
    nearest samples: ArraySlice<Pixel>, _ shares: [Double], _ departure: Pixel, _ arrival: Pixel
  ) {
    guard let first = samples.first, let last = samples.last else { return nil }
    var (c00, c01, c11, x0, x1) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for (point, t) in zip(samples, shares) {
      let s = 1 - t
      let (b1, b2) = (3 * s * s * t, 3 * s * t * t)
      let a0 = b1 * departure
      let a1 = b2 * arrival
      let known = (s * s * s + b1) * first + (b2 + t * t * t) * last
      let rest = point - known
      c00 += a0.dot(a0)
      c01 += a0.dot(a1)
      c11 += a1.dot(a1)
      x0 += a0.dot(rest)
      x1 += a1.dot(rest)
    }
    let determinant = c00 * c11 - c01 * c01
    guard determinant > 1e-12 * c00 * c11 else { return nil }
    let alpha = (x0 * c11 - x1 * c01) / determinant
    let beta = (c00 * x1 - c01 * x0) / determinant
    let chord = first.distance(to: last)
    guard alpha > 0.01 * chord, beta > 0.01 * chord, alpha < 3 * chord, beta < 3 * chord else {
      return nil
    }
    self.init(
      start: first, firstControl: first + alpha * departure,
      secondControl: last + beta * arrival, end: last)
  }

  /// The greatest distance of a sample from the curve's point at its share.
  func error(_ samples: ArraySlice<Pixel>, _ shares: [Double]) -> Double {
    var worst = 0.0
    for (sample, share) in zip(samples, shares) {
      worst = max(worst, sample.distance(to: point(at: share)))
    }
    return worst
  }

  /// One step of Newton's method toward the nearest point for each sample.
  func improve(_ shares: inout [Double], _ samples: ArraySlice<Pixel>) {
    let d1 = (
      3 * (firstControl - start), 3 * (secondControl - firstControl), 3 * (end - secondControl)
    )
    let d2 = (2 * (d1.1 - d1.0), 2 * (d1.2 - d1.1))
    for (index, sample) in samples.enumerated().dropFirst().dropLast() {
      let t = shares[index]
      let s = 1 - t
      let offset = point(at: t) - sample
      let velocity = (s * s) * d1.0 + (2 * s * t) * d1.1 + (t * t) * d1.2
      let acceleration = s * d2.0 + t * d2.1
      let slope = velocity.dot(velocity) + offset.dot(acceleration)
      guard slope > 0 else { continue }
      shares[index] = min(1, max(shares[index - 1], t - offset.dot(velocity) / slope))
    }
  }
}
