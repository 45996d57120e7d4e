/// What a slider is outside of Lemma: its value.
extension VocabularySource {
  static let sliders = """
    /// A number that the reader of the page can change, in steps. Here it is its value.
    func Slider(
      _ title: String, in range: ClosedRange<Double>, step: Double, value: Double
    ) -> Double { value }

    /// A number that the reader of the page can change to one of a list. Here it is its value.
    func Slider(_ title: String, over values: [Double], value: Double) -> Double { value }

    /// A number that the reader of the page can change to one of a list, by its name. Here it is its
    /// value.
    func Slider(_ title: String, over values: [(String, Double)], value: Double) -> Double { value }

    """
}
