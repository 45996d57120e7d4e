import Figures
import MathCore
import SwiftEval

/// The real values of a function of one variable, for a chart: as near to the truth as its pixels
/// need, however much Swift's own rounding would blur them.
///
/// A function that can be traced is evaluated over intervals, at the cost of a few operations of
/// binary64; where these are too wide, and for functions that cannot be traced, the real reading
/// runs.
///
/// A class because it remembers that the function stopped; used in the lesson's own task, while the
/// figure is drawn, which is what makes the unchecked conformance sound.
final class CurveValues: @unchecked Sendable {
  private let function: FunctionValue
  private let context: CellContext
  /// By the part of a tuple; of what was asked for.
  private var tapes: [Int?: CurveTape?] = [:]
  /// The function trapped, which is reported: it is not called again.
  private var isBroken = false

  init(_ function: FunctionValue, _ context: CellContext) {
    self.function = function
    self.context = context
  }

  /// What a chart draws of a function from numbers to numbers.
  var plotFunction: PlotFunction {
    PlotFunction(
      value: { x, resolution in self.value(at: x, resolution) },
      digits: { x, format, typography in self.digits(at: x, format, typography) },
      pole: { self.hasPole(near: $0) })
  }

  /// What a chart draws of a function from numbers to pairs: the first or the second of them.
  func component(_ index: Int) -> PlotFunction {
    PlotFunction(
      value: { x, resolution in self.value(at: x, part: index, resolution) },
      digits: { x, format, typography in self.digits(at: x, part: index, format, typography) },
      pole: { self.hasPole(near: $0, part: index) })
  }

  private func value(at x: Double, part: Int? = nil, _ resolution: Resolution) -> Double? {
    if let bounds = tape(part)?.bounds(at: x) {
      if bounds.definedness == .nowhere { return nil }
      if bounds.isDefined, resolution.suffices(lower: bounds.lower, upper: bounds.upper) {
        return bounds.middle
      }
    }
    return real(at: RealNumber(exactly: x), part: part)?.value(resolution)
  }

  /// Nil where the part cannot be traced.
  private func tape(_ part: Int?) -> CurveTape? {
    if let known = tapes[part] { return known }
    let tape = CurveTape(function, part: part, context.evaluator)
    tapes[part] = .some(tape)
    return tape
  }

  /// Rightly rounded.
  private func digits(
    at x: Rational, part: Int? = nil, _ format: NumberFormat, _ typography: NumberTypography
  ) -> PublishedNumber? {
    try? real(at: RealNumber(x), part: part)?.published(format, typography: typography)
  }

  /// Of a function that is one expression.
  private func hasPole(near x: Double, part: Int? = nil) -> Bool {
    guard let trace = try? context.evaluator.trace(function, part: part, variables: ["x"]),
      trace.paths.count == 1, trace.paths[0].conditions.isEmpty
    else { return false }
    return Proof.hasPole(trace.paths[0].value, in: "x", near: x)
  }

  /// - Parameter part: which number of a tuple; nil for a function whose value is a number.
  private func real(at x: RealNumber, part: Int? = nil) -> RealNumber? {
    guard !isBroken else { return nil }
    do {
      guard var value = try context.evaluator.realValue(of: function, at: x) else { return nil }
      if let part, case .tuple(let parts) = value, parts.indices.contains(part) {
        value = parts[part]
      }
      guard case .scalar(let number) = value, number.real.nonreal == nil else { return nil }
      return number.real
    } catch {
      // A slope's curve has a gap at a corner of the function, as a function has where it is undefined.
      guard !error.isCorner else { return nil }
      isBroken = true
      context.reportOnce(error.diagnostic)
      return nil
    }
  }
}

extension RealNumber {
  /// Enclosed until the resolution is content; what 1,024 bits do not tell is 0 to the eye.
  fileprivate func value(_ resolution: Resolution) -> Double? {
    if resolution.suffices(lower: bounds.lower, upper: bounds.upper) { return bounds.middle }
    for precision in [64, 128, 256, 512, 1024] {
      guard let narrow = enclosure(precision: precision)?.double else { return nil }
      if resolution.suffices(lower: narrow.lower, upper: narrow.upper) || precision == 1024 {
        return narrow.middle
      }
    }
    return nil
  }
}

extension DoubleInterval {
  /// The end that is finite where one is not.
  fileprivate var middle: Double {
    if !upper.isFinite { return lower }
    return lower.isFinite ? lower + (upper - lower) / 2 : upper
  }
}

/// A traced function as a program over intervals.
private struct CurveTape {
  /// Of each piece: its value first, then the differences that its conditions compare with 0.
  private let pieces: [(relations: [PathCondition.Relation], tape: ExpressionTape)]

  /// Nil where the function cannot be traced, or has too many pieces to be tried one by one.
  init?(_ function: FunctionValue, part: Int?, _ evaluator: Evaluator) {
    guard let trace = try? evaluator.trace(function, part: part, variables: ["x"]),
      trace.paths.count <= 16
    else { return nil }
    var pieces: [(relations: [PathCondition.Relation], tape: ExpressionTape)] = []
    for path in trace.paths {
      let differences = path.conditions.compactMap { try? $0.left - $0.right }
      guard differences.count == path.conditions.count else { return nil }
      pieces.append(
        (
          path.conditions.map(\.relation),
          ExpressionTape([path.value] + differences, variables: ["x"])
        ))
    }
    self.pieces = pieces
  }

  /// The value's interval at a point; nil where it is not certain which piece applies.
  func bounds(at x: Double) -> DoubleInterval? {
    for piece in pieces {
      let values = piece.tape.values(at: [DoubleInterval(point: x)], precision: 53)
      var applies = true
      for (relation, difference) in zip(piece.relations, values.dropFirst()) {
        guard difference.isDefined, let holds = relation.holds(difference) else { return nil }
        applies = applies && holds
      }
      if applies { return values[0] }
    }
    return nil
  }
}

extension PathCondition.Relation {
  /// Whether a number in the interval is in this relation to 0; nil where that is open.
  fileprivate func holds(_ difference: DoubleInterval) -> Bool? {
    if let sign = difference.sign {
      switch self {
      case .less: return sign < 0
      case .lessOrEqual: return sign <= 0
      case .equal: return sign == 0
      case .notEqual: return sign != 0
      }
    }
    return nil
  }
}
