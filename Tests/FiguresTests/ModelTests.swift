import Figures
import Testing

@Test func aChartIsSixHundredAndFortyWideUnlessToldOtherwise() {
  #expect(Chart(caption: "").width == 640)
}
