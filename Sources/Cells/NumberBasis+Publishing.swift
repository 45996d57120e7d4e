import MathCore

extension NumberBasis {
  /// The basis of a number whose digits an enclosure of `precision` bits decided, or none.
  ///
  /// - Parameter source: the expression as the author wrote it, which says where `asComputed` made an
  ///   exact number of what Swift computes.
  init(_ number: RealNumber, precision: Int?, source: String) {
    let decision: Decision
    if let precision {
      decision = .enclosure(bits: precision)
    } else {
      decision = source.contains("asComputed(") ? .asComputed : .exact
    }
    self.init(decision, certificates: number.certificates)
  }
}
