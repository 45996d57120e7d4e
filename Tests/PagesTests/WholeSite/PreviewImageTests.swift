import Cells
import Figures
import LessonSyntax
import Markup
import Testing

@testable import Pages

@Suite struct PreviewImageTests {
  /// Undoes what `Deflate` writes; nil where it is no stream of one block with fixed codes.
  private func inflated(_ bytes: [UInt8]) -> [UInt8]? {
    var position = 0
    func bits(_ count: Int) -> Int {
      (0..<count).reduce(0) { value, place in
        defer { position += 1 }
        let byte = position / 8 < bytes.count ? Int(bytes[position / 8]) : 0
        return value | (byte >> (position % 8) & 1) << place
      }
    }
    func code(_ count: Int) -> Int { (0..<count).reduce(0) { value, _ in value << 1 | bits(1) } }
    func symbol() -> Int {
      let short = code(7)
      if short < 24 { return 256 + short }
      let middle = short << 1 | bits(1)
      if middle < 0xC0 { return middle - 0x30 }
      if middle < 0xC8 { return 280 + middle - 0xC0 }
      return 144 + (middle << 1 | bits(1)) - 0x190
    }
    guard bits(3) == 0b011 else { return nil }
    let lengths = [
      3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
      163, 195, 227, 258,
    ]
    let distances = [
      1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537,
    ]
    var out: [UInt8] = []
    while position < bytes.count * 8 {
      let next = symbol()
      if next == 256 { return out }
      guard next > 256 else {
        out.append(UInt8(next))
        continue
      }
      let place = next - 257
      let length = lengths[place] + bits(place < 8 || place == 28 ? 0 : place / 4 - 1)
      let far = code(5)
      let distance = distances[far] + bits(far < 4 ? 0 : far / 2 - 1)
      guard distance <= out.count else { return nil }
      for _ in 0..<length { out.append(out[out.count - distance]) }
    }
    return nil
  }

  @Test func whatIsCompressedComesBack() {
    var random = SplitMix(state: 1)
    for rowLength in [5, 64, 1201] {
      var data = (0..<5_000).map { _ in UInt8(truncatingIfNeeded: random.next() % 3) }
      data += Array(repeating: 200, count: 3_000) + (0...255)
      for start in stride(from: 0, to: 3_000, by: 97) { data += data[start..<start + 300] }
      #expect(inflated(Deflate(data, rowLength: rowLength).bytes) == data)
    }
    #expect(inflated(Deflate([], rowLength: 4).bytes) == [])
    #expect(Deflate(Array(repeating: 0, count: 100_000), rowLength: 100).bytes.count < 1_000)
  }

  @Test func aSmallPictureIsTheKnownFile() {
    let file = PNG(pixels: [0, 1], width: 2, palette: [[255, 255, 255], [0, 0, 0]])
    // CRC-32 of "IEND" is a constant of the format; the header's and the data's are zlib's.
    #expect(file.bytes.suffix(4) == [0xAE, 0x42, 0x60, 0x82])
    #expect(file.bytes.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    #expect(Array(file.bytes[16..<29]) == [0, 0, 0, 2, 0, 0, 0, 1, 8, 3, 0, 0, 0])
  }

  @Test func anOutlineFollowsThePath() {
    let outline = PathOutline("M1 2l3-1.5.5.5h2v-.25c0 0 1 1 2 3zM0 0h1")
    #expect(outline.lines.count == 2)
    let line = outline.lines[0]
    #expect(line.prefix(5).map(\.x) == [1, 4, 4.5, 6.5, 6.5])
    #expect(line.prefix(5).map(\.y) == [2, 0.5, 1, 1, 0.75])
    #expect(line[line.count - 2] == PathOutline.Point(x: 8.5, y: 3.75))
    #expect(line.last == line.first)
    #expect(outline.lines[1].map(\.x) == [0, 1])
  }

  @Test func aLineIsDrawnInItsColourAndTheRestIsWhite() {
    var canvas = Canvas(width: 20, height: 10)
    canvas.draw(
      [.init(x: 2, y: 5), .init(x: 18, y: 5)], width: 2, colour: [0, 0x72, 0xB2])
    #expect(canvas.palette[Int(canvas.pixels[4 * 20 + 10])] == [0, 0x72, 0xB2])
    #expect(canvas.palette[Int(canvas.pixels[10])] == [255, 255, 255])
    canvas.draw([.init(x: -9, y: -9), .init(x: 90, y: -9)], width: 2, colour: [0, 0, 0])
    #expect(canvas.pixels.prefix(20).allSatisfy { $0 == 0 })
  }

  @Test func anAreaIsFilledInItsShade() {
    var canvas = Canvas(width: 20, height: 10)
    canvas.fill(
      [.init(x: 2, y: 2), .init(x: 18, y: 2), .init(x: 18, y: 8), .init(x: 2, y: 8)],
      opacity: 0.2, colour: [0, 0, 255])
    #expect(canvas.palette[Int(canvas.pixels[5 * 20 + 10])] == [204, 204, 255])
    #expect(canvas.pixels.count { $0 != 0 } == 16 * 6)
  }

  @Test func nothingIsDrawnOutsideOfTheClip() {
    var canvas = Canvas(width: 20, height: 10)
    canvas.clip = PathOutline.Rectangle(from: .init(x: 5, y: 0), to: .init(x: 15, y: 10))
    canvas.draw([.init(x: 0, y: 5), .init(x: 20, y: 5)], width: 2, colour: [0, 0, 0])
    canvas.fill(
      [.init(x: 0, y: 0), .init(x: 20, y: 0), .init(x: 20, y: 9), .init(x: 0, y: 9)], opacity: 1,
      colour: [0, 0, 255])
    let columns = Set(canvas.pixels.indices.filter { canvas.pixels[$0] != 0 }.map { $0 % 20 })
    #expect(columns == Set(5..<15))
  }

  @Test func theAreasCurvesAndPointsOfAFigureAreDrawnWithTheirClips() {
    let chart = Chart(
      caption: "c",
      marks: [
        Mark(.rectangle(x: -1...1, y: nil)),
        Mark(.function(PlotFunction { 3 * $0 }, domain: nil), series: "line"),
        Mark(.points([PlotPoint(x: 0, y: 0)])),
        Mark(.points([PlotPoint(x: 0, y: 0.5)]), style: MarkStyle(symbol: .square)),
        Mark(.points([PlotPoint(x: 0, y: 0.5)]), style: MarkStyle(symbol: .ring)),
      ], xScale: ScaleOptions(domain: -2...2), yScale: ScaleOptions(domain: -1...1))
    let shapes = FigureShapes(FigureRenderer(idPrefix: "f").render(chart).svg).shapes
    let kinds: [FigureShapes.Kind] = [
      .fill(0.2), .stroke(2), .stroke(6), .dot(5.03), .fill(1), .stroke(4),
    ]
    #expect(shapes.map(\.kind) == kinds)
    #expect(shapes.map { $0.clip != nil } == [true, false, true, false, false, false])
  }

  @Test func aSiteThatSaysWhereItStandsHasAPictureOfItsFirstChart() {
    func files(base: String?) -> [OutputFile] {
      var builder = LessonBuilder(path: "l.md")
      let curve = Element("path", ["class": "figure-curve", "d": "M0 0l640 400"])
      let svg = Element(
        "svg", ["width": "640", "height": "400"], [Element("g", ["stroke": "#0072b2"], [curve])])
      let figure = FigureOutput(caption: "", svg: svg, description: "", data: [], width: 640)
      builder.addCell("Chart()", outputs: [.figure(figure)])
      let settings = SiteSettings(baseURL: base)
      return SitePages.pages(for: SiteInput(settings: settings, lessons: [builder.input])).files
    }
    let published = files(base: "https://x.org/s")
    let image = published.first { $0.path == PreviewImage.path }
    #expect((image?.bytes.count ?? 0) > 500)
    let page = published.first { $0.path == "l.html" }.map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
    let tag = "<meta property=\"og:image\" content=\"https://x.org/s/assets/preview.png\">"
    #expect(page?.contains(tag) == true)
    #expect(!files(base: nil).contains { $0.path == PreviewImage.path })
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers in each run.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
