extension DisplayVocabulary {
  static let formulas = """
    /// The mathematics of a Swift function, typeset from the function.
    struct Formula {
      init(_ function: (Double) -> Double) {}
      init(_ function: (Double, Double) -> Double) {}
      init(_ function: (Double, Double, Double) -> Double) {}
      init(_ function: (Int) -> Double) {}
      init(_ function: (Double, Int) -> Double) {}
      @_disfavoredOverload
      init(_ function: Any) {}
    }

    /// The derivative of a function, worked out step by step, each step proved.
    struct Derivation {
      init(of function: @escaping (Double) -> Double, requires strength: Strength? = nil) {}
      init<Domain: RangeExpression>(
        of function: @escaping (Double) -> Double, over domain: Domain,
        requires strength: Strength? = nil
      ) where Domain.Bound == Double {}
      init(
        _ caption: String, of function: @escaping (Double) -> Double,
        requires strength: Strength? = nil
      ) {}
      init<Domain: RangeExpression>(
        _ caption: String, of function: @escaping (Double) -> Double, over domain: Domain,
        requires strength: Strength? = nil
      ) where Domain.Bound == Double {}
    }

    """
}
