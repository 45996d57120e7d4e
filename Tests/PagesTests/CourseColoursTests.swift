import Diagnostics
import Foundation
import LessonSyntax
import Testing

/// The course's named colours, for readers who do not see all of them.
@Suite struct CourseColoursTests {
  private static let content = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("content")

  private static func source(_ name: String) throws -> SourceFile {
    let data = try Data(contentsOf: content.appendingPathComponent(name))
    return SourceFile(path: name, bytes: Array(data))
  }

  private let colours: [String: SiteSettings.ColourPair]
  /// Two names that stand in one figure.
  private let pairs: Set<[String]>

  init() throws {
    let settings = SiteFile(try Self.source("site.yaml")).settings
    colours = settings.colours
    let style = try Regex("foregroundStyle\\(\"([a-z]+)\"")
    var pairs: Set<[String]> = []
    for path in settings.parts.flatMap(\.lessons) {
      for cell in LessonParser.parse(try Self.source(path)).cells {
        let found = cell.source.text.matches(of: style).compactMap { $0.output[1].substring }
        // The gallery of charts also shows colours that Lemma names itself.
        let names = Set(found.map(String.init)).intersection(colours.keys).sorted()
        for (index, a) in names.enumerated() {
          for b in names[(index + 1)...] { pairs.insert([a, b]) }
        }
      }
    }
    self.pairs = pairs
  }

  /// WCAG 2.2, success criterion 1.4.11.
  @Test func everyColourStandsOutFromThePage() throws {
    #expect(!colours.isEmpty)
    for (name, pair) in colours {
      let light = try #require(LinearColour(pair.light))
      let dark = try #require(LinearColour(pair.dark))
      #expect(light.contrast(with: LinearColour(red: 1, green: 1, blue: 1)) >= 3, "\(name)")
      #expect(dark.contrast(with: try #require(LinearColour("#16181d"))) >= 3, "\(name)")
    }
  }

  /// By the distance in CIELAB (1976) of what readers without red, green or blue cones see (Machado,
  /// Oliveira & Fernandes 2009, severity 1); a just noticeable difference is about 2.3.
  @Test(arguments: LinearColour.deficiencies.keys.sorted())
  func coloursOfOneFigureAreToldApart(deficiency: String) throws {
    let matrix = try #require(LinearColour.deficiencies[deficiency])
    #expect(pairs.count > 10)
    for pair in pairs {
      let (a, b) = (try #require(colours[pair[0]]), try #require(colours[pair[1]]))
      for (x, y) in [(a.light, b.light), (a.dark, b.dark)] {
        let first = try #require(LinearColour(x)).seen(through: matrix)
        let second = try #require(LinearColour(y)).seen(through: matrix)
        #expect(first.distance(to: second) >= 10, "\(pair): \(x) and \(y)")
      }
    }
  }
}

/// Linear light of sRGB's primaries.
private struct LinearColour {
  let red: Double
  let green: Double
  let blue: Double

  static let deficiencies: [String: [[Double]]] = [
    "protanopia": [
      [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
      [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
      [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
      [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
      [0.004733, 0.691367, 0.303900],
    ],
  ]

  init(red: Double, green: Double, blue: Double) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// `#rrggbb`
  init?(_ text: String) {
    guard text.count == 7, let number = Int(text.dropFirst(), radix: 16) else { return nil }
    func linear(_ byte: Int) -> Double {
      let value = Double(byte & 0xFF) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    self.init(red: linear(number >> 16), green: linear(number >> 8), blue: linear(number))
  }

  private var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  func contrast(with other: Self) -> Double {
    (max(luminance, other.luminance) + 0.05) / (min(luminance, other.luminance) + 0.05)
  }

  func seen(through matrix: [[Double]]) -> Self {
    let rows = matrix.map { $0[0] * red + $0[1] * green + $0[2] * blue }
    return Self(red: rows[0], green: rows[1], blue: rows[2])
  }

  func distance(to other: Self) -> Double {
    zip(lab, other.lab).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
  }

  /// CIELAB under D65.
  private var lab: [Double] {
    func f(_ t: Double) -> Double { t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116 }
    let x = f((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047)
    let y = f(luminance)
    let z = f((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
  }
}
