public import Diagnostics
public import LessonSyntax
import MathCore

/// Where the data that a run cell saved part from what is on record of it.
///
/// Figures are not compared: how one is drawn may depend on the machine. Data are text, in which
/// numbers may differ by the cell's tolerance.
public struct DataDifference: Sendable, Hashable {
  private let name: String
  /// Where both have the file, the first line that differs and what it should be.
  private let line: Int?
  private let label: String?

  /// Nil where the data agree.
  public init?(recorded: [RunFile], saved: [RunFile], options: Cell.Options) {
    let old = recorded.filter(\.isData)
    let new = saved.filter(\.isData)
    let names = Set(old.map(\.name)).symmetricDifference(new.map(\.name))
    if let name = names.min() {
      self.name = name
      (line, label) = (nil, nil)
      return
    }
    let tolerance = options.tolerance.flatMap { Rational(literal: "\($0)") }
    for file in old {
      guard let other = new.first(where: { $0.name == file.name }), other.bytes != file.bytes,
        let difference = OutputDifference(
          ProgramOutput(file.text), printed: ProgramOutput(other.text), tolerance: tolerance)
      else { continue }
      name = file.name
      line = difference.recordedRange.lowerBound + 1
      label = difference.label
      return
    }
    return nil
  }

  /// At the fence of the cell.
  public func diagnostic(in lesson: Lesson, _ cell: Cell) -> Diagnostic {
    let place = line.map { "line \($0) of `\(name)`: " } ?? ""
    return Diagnostic(
      .error, .staleData(name), in: lesson.source, at: lesson.fence(of: cell),
      label: label.map { place + $0 },
      help: [
        "`lemma fix` records it; where it differs from machine to machine, give the cell a `tolerance=`"
      ])
  }
}

extension RunFile {
  fileprivate var isData: Bool { name.hasSuffix(".csv") }
  fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension Diagnostic.Message {
  static func staleData(_ name: String) -> Self {
    Self(id: "stale-data", text: "the data of this cell are not what is on record in `\(name)`")
  }
}
