import MathCore
import SwiftEval
import Typesetting

/// Typesets derivations as equations under each other.
struct DerivationFormula {
  let function: ClaimFunction
  let derivations: DerivationPieces
  private var words: DerivationWords { .words(for: function.context.settings.language) }
  private var evaluator: Evaluator { function.context.evaluator }
  private var variable: FormulaTree { .variable(derivations.variable) }

  init(_ function: ClaimFunction, _ derivations: DerivationPieces) {
    self.function = function
    self.derivations = derivations
  }

  /// Nil where a line is too large for a formula.
  var tree: FormulaTree? {
    let head = function.derivativeFormula
    var links: [FormulaTree.Link] = []
    for piece in derivations.pieces {
      guard var lines = lines(of: piece.derivation) else { return nil }
      if derivations.pieces.count > 1 {
        let domain = VerdictDomain([piece.interval.interior.part(of: derivations.variable)])
        let words = VerdictWords.words(for: function.context.settings.language)
        lines[0].notes.append(.text(words.restriction(to: domain)))
      }
      lines[0].start = head
      links += lines
    }
    return .chain(head, links)
  }

  private func lines(of derivation: Derivation) -> [FormulaTree.Link]? {
    guard let start = formula(derivation.start) else { return nil }
    var links = [FormulaTree.Link("=", start)]
    var steps = derivation.steps[...]
    if let written = writtenBody, written != start {
      // What the functions of the lesson are, as short as it can be said.
      if steps.first?.rule == .simplification, let shorter = steps.popFirst() {
        guard let value = formula(shorter.line) else { return nil }
        links[0].value = value
      }
      links[0].notes = [.text(words.writtenOut)]
      links.insert(.init("=", written), at: 0)
    }
    for step in steps {
      guard let value = formula(step.line) else { return nil }
      // x·x is typeset as x² anyway.
      if step.rule == .simplification, value == links[links.count - 1].value { continue }
      links.append(.init("=", value, notes: notes(step)))
    }
    return links
  }

  /// d/dx of the function's body as its code has it, where that is one formula.
  private var writtenBody: FormulaTree? {
    guard derivations.pieces.count == 1,
      let definition = evaluator.definition(of: function.value),
      let body = try? FunctionFormula(
        definition, variables: [derivations.variable], in: evaluator
      ).body()
    else { return nil }
    switch body {
    case .letting, .cases: return nil
    default: return .derivative(variable: derivations.variable, body)
    }
  }

  /// d/dx where the line is nothing else; parts of a line have primes, which take less room.
  private func formula(_ line: DerivationLine) -> FormulaTree? {
    var writing: [String: FormulaTree] = [:]
    for (name, meaning) in line.meanings {
      switch meaning {
      case .derivative(let inner):
        guard let tree = inner.formula else { return nil }
        let isWhole = line.expression == .variable(name)
        writing[name] =
          isWhole ? .derivative(variable: derivations.variable, tree) : .prime(tree)
      case .function: writing[name] = .application(name, primes: 0, [variable])
      }
    }
    return line.expression.formula(writing: writing)
  }

  private func notes(_ step: Derivation.Step) -> [FormulaTree] {
    var notes: [FormulaTree] = step.isChained ? [.text(words.chainRule)] : []
    if let name = words.name(of: step.rule) { notes.append(.text(name)) }
    if let law = step.law, let function = law.function.formula,
      let derivative = law.derivative.formula
    {
      notes.append(.relation(.prime(function), "=", derivative))
    }
    return notes
  }
}
