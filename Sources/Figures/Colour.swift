import MathCore

/// A colour as red, green and blue of sRGB, 0 … 1 each.
struct Colour: Hashable, Sendable {
  var red: Double
  var green: Double
  var blue: Double

  /// `#rgb` or `#rrggbb`, in capitals or not.
  init?(hex: String) {
    guard hex.hasPrefix("#") else { return nil }
    let digits = hex.dropFirst().compactMap(\.hexDigitValue)
    guard digits.count == hex.count - 1 else { return nil }
    let bytes: [Int]
    switch digits.count {
    case 3: bytes = digits.map { 17 * $0 }
    case 6: bytes = [0, 2, 4].map { 16 * digits[$0] + digits[$0 + 1] }
    default: return nil
    }
    self.init(
      red: Double(bytes[0]) / 255, green: Double(bytes[1]) / 255, blue: Double(bytes[2]) / 255)
  }

  init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// `#rrggbb`.
  var hex: String {
    "#"
      + [red, green, blue].map { part in
        let byte = Int((min(max(part, 0), 1) * 255).rounded())
        return (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }.joined()
  }

  /// WCAG 2.2's relative luminance.
  var luminance: Double {
    let linear = [red, green, blue].map(Self.linear)
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// WCAG 2.2's contrast ratio, 1 … 21.
  func contrast(with other: Colour) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  fileprivate static func linear(_ part: Double) -> Double {
    part <= 0.04045 ? part / 12.92 : BinaryFunction.pow.value(at: (part + 0.055) / 1.055, 2.4)
  }

  fileprivate static func encoded(_ part: Double) -> Double {
    part <= 0.0031308 ? 12.92 * part : 1.055 * BinaryFunction.pow.value(at: part, 1 / 2.4) - 0.055
  }
}

extension Colour {
  /// The backgrounds that colours are adapted to: a white page, and a dark one no lighter than
  /// most.
  static let lightPage = Colour(red: 1, green: 1, blue: 1)
  static let darkPage = Colour(red: 0x1e / 255.0, green: 0x1f / 255.0, blue: 0x24 / 255.0)

  /// The colour itself where it stands out enough from the page (3:1, for graphics), else the
  /// nearest of its hue that clearly does.
  func adapted(to page: Colour) -> Colour {
    if contrast(with: page) >= 3 { return self }
    let least = 4.0
    let towardsLight = page.luminance < 0.5
    var lab = oklab
    let start = lab.lightness
    for step in 1...100 {
      let share = Double(step) / 100
      lab.lightness = towardsLight ? start + (1 - start) * share : start * (1 - share)
      let candidate = lab.colour
      if candidate.contrast(with: page) >= least { return candidate }
    }
    return towardsLight ? Self.lightPage : Colour(red: 0, green: 0, blue: 0)
  }

  /// B. Ottosson's Oklab (2020).
  private struct Oklab {
    var lightness: Double
    var a: Double
    var b: Double

    /// Less chroma where the screen has not as much.
    var colour: Colour {
      for step in 0...20 {
        let share = 1 - Double(step) / 20
        let parts = linear(share)
        if parts.allSatisfy({ $0 >= -0.0005 && $0 <= 1.0005 }) {
          let encoded = parts.map { Colour.encoded(min(max($0, 0), 1)) }
          return Colour(red: encoded[0], green: encoded[1], blue: encoded[2])
        }
      }
      return Colour(red: lightness, green: lightness, blue: lightness)
    }

    private func linear(_ chroma: Double) -> [Double] {
      let (a, b) = (a * chroma, b * chroma)
      let l = lightness + 0.3963377774 * a + 0.2158037573 * b
      let m = lightness - 0.1055613458 * a - 0.0638541728 * b
      let s = lightness - 0.0894841775 * a - 1.2914855480 * b
      let (l3, m3, s3) = (l * l * l, m * m * m, s * s * s)
      return [
        4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3,
        -1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3,
        -0.0041960863 * l3 - 0.7034186147 * m3 + 1.7076147010 * s3,
      ]
    }
  }

  private var oklab: Oklab {
    let (r, g, b) = (Self.linear(red), Self.linear(green), Self.linear(blue))
    let cbrt = { ElementaryFunction.cbrt.value(at: $0) }
    let l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    let m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    let s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return Oklab(
      lightness: 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      a: 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      b: 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s)
  }
}
