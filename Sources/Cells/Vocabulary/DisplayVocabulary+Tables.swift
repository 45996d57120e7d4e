extension DisplayVocabulary {
  static let tables = """
    /// A table of values: a row for each element, a column for each `Column`.
    struct Table {
      init(_ caption: String, over values: [Double], @ColumnBuilder columns: (Double) -> [Column]) {}
      @_disfavoredOverload
      init<S: Sequence>(
        _ caption: String, over values: S, @ColumnBuilder columns: (S.Element) -> [Column]
      ) {}
      /// A grid: a row for each of the first values, a column for each of the second.
      init(
        _ caption: String, over rows: [Double], _ columns: [Double], decimals: Int? = nil,
        significant: Int? = nil, notation: Notation? = nil,
        value: (Double, Double) -> Double
      ) {}
      @_disfavoredOverload
      init<R: Sequence, C: Sequence>(
        _ caption: String, over rows: R, _ columns: C, decimals: Int? = nil,
        significant: Int? = nil, notation: Notation? = nil,
        value: (R.Element, C.Element) -> Double
      ) {}
    }

    struct Column {
      init(
        _ header: String, _ value: Double, decimals: Int? = nil, significant: Int? = nil,
        notation: Notation? = nil
      ) {}
      @_disfavoredOverload
      init(
        _ header: String, _ value: Int, decimals: Int? = nil, significant: Int? = nil,
        notation: Notation? = nil
      ) {}
      @_disfavoredOverload
      init(
        _ header: String, _ value: Float, decimals: Int? = nil, significant: Int? = nil,
        notation: Notation? = nil
      ) {}
      @_disfavoredOverload
      init(_ header: String, _ value: String) {}
      @_disfavoredOverload
      init(_ header: String, _ value: Bool) {}
    }

    enum Notation { case automatic, scientific, fraction, percent }

    @resultBuilder
    struct ColumnBuilder {
      static func buildBlock(_ columns: Column...) -> [Column] { columns }
    }

    """
}
