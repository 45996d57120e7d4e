import Diagnostics
import Markup
import MathCore
import SwiftEval
import Typesetting

/// The values that a run cell wrote as CSV are those of a function at the same arguments.
///
/// Both columns are binary64 numbers, taken exactly; the function is read in the real numbers. A
/// difference is counted in ulps of the right value: the distance of neighbouring Doubles there.
/// All that is recorded is compared, and nothing is said of other arguments.
struct AgreementCheck {
  let call: RecordCall
  let context: CellContext

  /// Unless `within:` says otherwise: what a formula of a few operations, each rounded to nearest or
  /// nearly so, stays within.
  static let defaultUlps = 4.0

  func output() -> CheckOutput? {
    guard let function = call.function("function"), let cell = call.text("cell"),
      let column = call.text("column"), let argument = call.text("argument"),
      let columns = columns(over: argument, column: column, of: cell)
    else { return nil }
    let written = source.labelled(nil).last
    let f = ClaimFunction(
      value: function, argument: written, variables: [argument], context: context)
    let bound = NumberFormat.automatic.text(for: ulps)
    let text = "the column \(column) of \(cell) is \(f.text) to within \(bound) ulp"
    let span = written.map(source.span) ?? call.record.span
    do {
      guard let worst = try worst(of: columns, f, at: span) else { return nil }
      let verdict = try verdict(worst, columns, f)
      context.report(verdict, of: text, call, at: span)
      return CheckOutput(
        caption: call.text("caption"), statement: statement(column, f),
        explanation: context.words.saved(column, over: argument), text: text, verdict: verdict)
    } catch {
      context.report(error.message, in: call.record.excerpt, at: span)
      return nil
    }
  }

  /// "s ≈ σ(a) to within 4 ulp"
  private func statement(_ column: String, _ f: ClaimFunction) -> Element {
    let bound = NumberFormat.automatic.text(for: ulps, typography: context.typography)
    let equation = FormulaTree.relation(.variable(column), "≈", f.formula)
    return FormulaTree.remark(equation, context.words.within(ulps: bound))
      .mathML(display: true, notation: context.settings.notation)
  }

  private var source: CallText { CallText(call.record) }
  private var ulps: Double { call.number("ulps") ?? Self.defaultUlps }

  /// Nil where there are none, which is reported.
  private func columns(over argument: String, column: String, of cell: String) -> RecordedColumns? {
    do {
      return try RecordedColumns(over: argument, column: column, of: cell, in: context.runs)
    } catch {
      guard let message = error.reason.message else { return nil }
      let place = source.labelled(error.name.rawValue).first.map(source.span)
      context.report(
        message, in: call.record.excerpt, at: place ?? call.record.span, help: error.reason.help)
      return nil
    }
  }
}

extension AgreementCheck {
  /// The largest of the errors, of equal ones the first; nil where the function has no value at an
  /// argument, which is reported.
  private func worst(
    of columns: RecordedColumns, _ f: ClaimFunction, at span: Span
  ) throws(ScalarFailure) -> RecordedError? {
    var worst: RecordedError?
    for (argument, recorded) in columns.pairs {
      guard let right = value(of: f, at: argument, span) else { return nil }
      let error = try RecordedError(argument: argument, recorded: recorded, right: right)
      if error.size > worst?.size ?? -1 { worst = error }
    }
    return worst
  }

  private func value(of f: ClaimFunction, at argument: Double, _ span: Span) -> RealNumber? {
    do {
      let value = try context.evaluator.realValue(
        of: f.value, at: RealNumber(exactly: argument))
      if case .scalar(let number)? = value, number.real.nonreal == nil { return number.real }
      context.report(
        .undefinedAtRecorded(f.text, place(argument, f)), in: call.record.excerpt, at: span)
    } catch {
      context.reportOnce(error.diagnostic)
    }
    return nil
  }

  private func verdict(
    _ worst: RecordedError, _ columns: RecordedColumns, _ f: ClaimFunction
  ) throws(ScalarFailure) -> Verdict {
    let place = place(worst.argument, f)
    let ulps = try worst.ulps.published(.decimals(2)).text
    if try worst.ulps.compare(to: RealNumber(exactly: self.ulps)) > 0 {
      return .refuted(
        "at \(place): \(decimal(worst.recorded)) is recorded, and the value is "
          + "\(worst.right.text): they are \(ulps) ulp apart")
    }
    let arguments = columns.pairs.map(\.argument)
    let range =
      "\(decimal(arguments.min() ?? 0)) ≤ \(f.variables[0])"
      + " ≤ \(decimal(arguments.max() ?? 0))"
    return Verdict(
      strength: .sampled, method: .recordedArguments(columns.pairs.count),
      domain: VerdictDomain([.relation(range)]), detail: .largestError(ulps: ulps, place: place))
  }

  private func place(_ argument: Double, _ f: ClaimFunction) -> String {
    "\(f.variables[0]) = \(decimal(argument))"
  }

  /// The shortest decimal whose nearest Double it is: what the program wrote, or could have.
  private func decimal(_ x: Double) -> String {
    Rational(literal: x.description).map { RealNumber($0).text } ?? x.description
  }
}

/// How far a recorded value is from the right one.
private struct RecordedError {
  let argument: Double
  let recorded: Double
  let right: RealNumber
  /// The size of the difference in ulps of the right value.
  let ulps: RealNumber
  /// The same, rounded up: enough to find the worst.
  let size: Double

  init(argument: Double, recorded: Double, right: RealNumber) throws(ScalarFailure) {
    self.argument = argument
    self.recorded = recorded
    self.right = right
    let largest = Double.greatestFiniteMagnitude
    let ulp = max(-largest, min(largest, try right.nearestDouble())).ulp
    let difference = try RealNumber.subtract(RealNumber(exactly: recorded), right)
    let signed = try RealNumber.divide(difference, RealNumber(exactly: ulp))
    ulps = try signed.sign() < 0 ? RealNumber.negate(signed) : signed
    size = (ulps.enclosure(precision: 128)?.double ?? ulps.bounds).upper
  }
}

extension Diagnostic.Message {
  static func undefinedAtRecorded(_ function: String, _ place: String) -> Self {
    Self(
      id: "undefined-value", text: "\(function) is undefined at \(place), where a value is recorded"
    )
  }
}
