import Cells
import LessonSyntax
import MathCore

/// The numbers behind a figure as files for programs: comma-separated values (RFC 4180).
struct FigureData {
  let files: [OutputFile]

  init(_ figure: FigureOutput, number: Int, slug: String, typography: NumberTypography) {
    files = zip(figure.tables, Self.paths(of: figure, number: number, slug: slug)).map {
      OutputFile(path: $1, text: Self.text(of: $0, typography))
    }
  }

  /// `SLUG/figure-2.csv`, then `SLUG/figure-2-2.csv`: by the number that the page shows.
  static func paths(of figure: FigureOutput, number: Int, slug: String) -> [String] {
    figure.tables.indices.map { index in
      "\(slug)/figure-\(number)" + (index == 0 ? "" : "-\(index + 1)") + ".csv"
    }
  }

  private static func text(of table: TableOutput, _ typography: NumberTypography) -> String {
    ([table.columns] + table.rows.map { $0.map { plain($0.text, typography) } })
      .map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A number as programs read it, `-1.2e-5` for `−1,2 × 10⁻⁵`; other text as it is.
  private static func plain(_ text: String, _ typography: NumberTypography) -> String {
    let superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹"
    var number = ""
    for character in text {
      switch character {
      case "\u{2212}", "⁻": number += "-"
      case typography.decimalSign: number += "."
      case typography.groupSign: continue
      default:
        if let digit = superscripts.firstIndex(of: character) {
          number += String(superscripts.distance(from: superscripts.startIndex, to: digit))
        } else {
          number.append(character)
        }
      }
    }
    number = number.replacing("\u{A0}", with: " ").replacing(" × 10", with: "e")
    return Double(number) == nil ? text : number
  }

  private static func field(_ text: String) -> String {
    guard text.contains(where: { "\",\r\n".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}

extension FigureOutput {
  /// Its tables that have anything in them.
  var tables: [TableOutput] { data.filter { !$0.rows.isEmpty } }
}
