/// The lines of a figure's path, its curves as chains of short ones.
///
/// Reads what figures are written with: `M`, and, relative, `l`, `h`, `v`, `c` and `z`.
struct PathOutline {
  struct Point: Hashable {
    var x: Double
    var y: Double

    static func + (one: Point, other: Point) -> Point {
      Point(x: one.x + other.x, y: one.y + other.y)
    }
  }

  /// By two corners that are opposite, the second to the right of the first and below it.
  struct Rectangle: Hashable {
    var from: Point
    var to: Point
  }

  /// Each is drawn without lifting the pen.
  private(set) var lines: [[Point]] = []

  init(_ data: String) {
    for (command, numbers) in Self.commands(of: data) {
      let width = ["M": 2, "l": 2, "h": 1, "v": 1, "c": 6][command] ?? 0
      if command == "z", let first = lines.last?.first { add(first) }
      guard width > 0 else { continue }
      for start in stride(from: 0, through: numbers.count - width, by: width) {
        draw(command, Array(numbers[start..<start + width]))
      }
    }
  }

  private mutating func draw(_ command: Character, _ numbers: [Double]) {
    let at = lines.last?.last ?? Point(x: 0, y: 0)
    switch command {
    case "M": lines.append([Point(x: numbers[0], y: numbers[1])])
    case "l": add(at + Point(x: numbers[0], y: numbers[1]))
    case "h": add(at + Point(x: numbers[0], y: 0))
    case "v": add(at + Point(x: 0, y: numbers[0]))
    default: addCurve(from: at, numbers)
    }
  }

  private mutating func add(_ point: Point) {
    if !lines.isEmpty { lines[lines.count - 1].append(point) }
  }

  /// A cubic Bézier curve by its two control points and its end.
  private mutating func addCurve(from start: Point, _ numbers: [Double]) {
    let steps = 24
    for step in 1...steps {
      let t = Double(step) / Double(steps)
      let weights = [3 * (1 - t) * (1 - t) * t, 3 * (1 - t) * t * t, t * t * t]
      let x = weights[0] * numbers[0] + weights[1] * numbers[2] + weights[2] * numbers[4]
      let y = weights[0] * numbers[1] + weights[1] * numbers[3] + weights[2] * numbers[5]
      add(start + Point(x: x, y: y))
    }
  }

  /// A number ends where its sign or its second point begins another.
  private static func commands(of data: String) -> [(command: Character, numbers: [Double])] {
    var commands: [(command: Character, numbers: [Double])] = []
    var number = ""
    func endNumber() {
      if let value = Double(number), !commands.isEmpty {
        commands[commands.count - 1].numbers.append(value)
      }
      number = ""
    }
    for character in data {
      switch character {
      case "0"..."9": number.append(character)
      case ".":
        if number.contains(".") { endNumber() }
        number.append(character)
      case "-":
        endNumber()
        number.append(character)
      default:
        endNumber()
        if character.isLetter { commands.append((character, [])) }
      }
    }
    endNumber()
    return commands
  }
}
