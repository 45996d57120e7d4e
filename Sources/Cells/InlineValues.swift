import Diagnostics
import LessonSyntax
import MathCore
import SwiftEval

/// Checks the text of an inline value against what its expression comes to, or inserts it.
struct InlineValueCheck {
  let value: InlineValue
  let context: CellContext

  /// What the value is where a slider has another value than its own.
  struct Frame {
    /// In the form of the author's text.
    let asWritten: InlineOutcome
    /// As with no text; nil where that would not be the whole value.
    let asInserted: InlineOutcome?
  }

  func outcome(in file: SourceFile) -> InlineOutcome {
    switch value.scheme {
    case .lit: return literal(file)
    case .eval, .run:
      guard let (published, format) = published(file) else { return .failed }
      return decided(file) { () throws(ScalarFailure) in
        value.text.isEmpty
          ? try inserted(published, format.format) : try checked(published, format, file)
      }
    }
  }

  /// The author's text says here how the value is written, not what it is.
  func frame(in file: SourceFile) -> Frame {
    guard let (published, format) = published(file) else {
      return Frame(asWritten: .failed, asInserted: nil)
    }
    let asWritten = decided(file) { () throws(ScalarFailure) in
      value.text.isEmpty ? try inserted(published, format.format) : try written(published, file)
    }
    guard published.wholeText(typography: context.typography) != nil else {
      return Frame(asWritten: asWritten, asInserted: nil)
    }
    let asInserted = decided(file) { () throws(ScalarFailure) in
      try inserted(published, ValueFormat())
    }
    return Frame(asWritten: asWritten, asInserted: asInserted)
  }

  /// Whether the author's text is what would be inserted where there is none, and whole: `1`, or
  /// `0.25`.
  func isAsInserted() -> Bool {
    guard value.scheme == .eval, !value.text.isEmpty else { return false }
    let evaluation = context.evaluator.evaluate(expression: value.expression)
    guard let result = evaluation.value, let published = PublishedText(result, evaluation.type)
    else { return false }
    return published.wholeText(typography: context.typography) == value.text
  }
}

// MARK: What is published

extension InlineValueCheck {
  private func literal(_ file: SourceFile) -> InlineOutcome {
    guard !value.text.isEmpty else {
      report(.emptyLiteral, file, at: value.textSpan)
      return .failed
    }
    return .value(text: value.text, isComputed: false)
  }

  /// Nil where something is wrong with the expression or the title, which is reported.
  private func published(_ file: SourceFile) -> (PublishedText, InlineFormat)? {
    let format = InlineFormat(value, file)
    context.diagnostics += format.diagnostics
    guard let published = value.scheme == .run ? recorded(file) : evaluated(file),
      format.diagnostics.isEmpty
    else { return nil }
    return (published, format)
  }

  /// What a run cell printed; nil where there is nothing, which is reported.
  private func recorded(_ file: SourceFile) -> PublishedText? {
    do {
      return PublishedText(
        printed: try PrintedValue(value.expression.text, in: context.runs).text)
    } catch {
      guard let message = error.message else { return nil }
      report(message, file, at: value.expression.span, help: error.help)
      return nil
    }
  }

  private func evaluated(_ file: SourceFile) -> PublishedText? {
    let evaluation = context.evaluator.evaluate(expression: value.expression)
    context.diagnostics += evaluation.diagnostics
    guard let result = evaluation.value else { return nil }
    guard let published = PublishedText(result, evaluation.type) else {
      report(.notPublishable(value.expression.text), file, at: value.expression.span)
      return nil
    }
    return published
  }

  /// What is not decided is reported.
  private func decided(
    _ file: SourceFile, _ make: () throws(ScalarFailure) -> InlineOutcome
  ) -> InlineOutcome {
    do {
      return try make()
    } catch {
      report(error.message, file, at: value.expression.span)
      return .failed
    }
  }
}

// MARK: How it is written

extension InlineValueCheck {
  private func inserted(
    _ published: PublishedText, _ format: ValueFormat
  ) throws(ScalarFailure) -> InlineOutcome {
    let inserted = try published.inserted(format, typography: context.typography)
    warn(of: try published.computedDifference(place: inserted.place))
    return outcome(inserted.text, published, inserted.precision)
  }

  private func checked(
    _ published: PublishedText, _ format: InlineFormat, _ file: SourceFile
  ) throws(ScalarFailure) -> InlineOutcome {
    let agreement = try published.agreement(with: value.text, typography: context.typography)
    guard agreement.verdict == .matches else { return wrong(agreement, published, file) }
    if let conflict = try format.conflict(
      with: value.text, published, context.typography)
    {
      report(
        conflict, file, at: value.titleSpan ?? value.expression.span,
        help: ["leave out the title, or the text"])
      return .failed
    }
    warn(of: agreement.computedDifference)
    return outcome(value.text, published, agreement.precision)
  }

  /// The value in the form of the author's text. A comparison must hold as it stands.
  private func written(
    _ published: PublishedText, _ file: SourceFile
  ) throws(ScalarFailure) -> InlineOutcome {
    let agreement = try published.agreement(
      with: value.text, isForm: true, typography: context.typography)
    switch agreement.verdict {
    case .matches, .differs:
      warn(of: agreement.computedDifference)
      let text = if case .differs(let expected) = agreement.verdict { expected } else { value.text }
      return outcome(text, published, agreement.precision)
    case .comparisonFails, .unreadable: return wrong(agreement, published, file)
    }
  }

  private func wrong(
    _ agreement: TextAgreement, _ published: PublishedText, _ file: SourceFile
  ) -> InlineOutcome {
    let text = WrongText(
      value: value, published: published, file: file, typography: context.typography)
    if let diagnostic = text.diagnostic(agreement.verdict) {
      context.diagnostics.append(diagnostic)
    }
    return .failed
  }

  private func outcome(
    _ text: String, _ published: PublishedText, _ precision: Int?
  ) -> InlineOutcome {
    .value(text: text, isComputed: true, basis: basis(published, precision))
  }

  private func basis(_ published: PublishedText, _ precision: Int?) -> NumberBasis? {
    guard let real = published.reading?.real else { return nil }
    switch value.scheme {
    case .run: return NumberBasis(.recorded)
    case .eval, .lit:
      return NumberBasis(real, precision: precision, source: value.expression.text)
    }
  }

  private func warn(of difference: ComputedDifference?) {
    guard let difference else { return }
    let expression = value.expression
    context.warn(difference, in: expression, at: Span(0, expression.text.utf8.count))
  }

  private func report(
    _ message: Diagnostic.Message, _ file: SourceFile, at span: Span, help: [String] = []
  ) {
    context.diagnostics.append(Diagnostic(.error, message, in: file, at: span, help: help))
  }
}

extension Diagnostic.Message {
  static let emptyLiteral = Self(
    id: "empty-literal", text: "a `lit:` link marks a numeral, and has none")

  static func notPublishable(_ expression: String) -> Self {
    Self(
      id: "not-publishable",
      text: "\(expression) is neither a number, a Bool, a String, nor made of these")
  }
}
