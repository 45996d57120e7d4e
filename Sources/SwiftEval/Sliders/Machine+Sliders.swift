import MathCore

/// The library's sliders, by what their values are given as.
enum SliderFunction: String, CaseIterable {
  case steps = "Slider(_:in:step:value:)"
  case list = "Slider(_:over:value:)"
}

extension Machine {
  /// The value of the slider: the one that is chosen for this run, else its own.
  ///
  /// A slider's value is the exact number; what Swift computes with is the nearest Double, as if the
  /// author had written that number for `value`.
  func slider(_ function: SliderFunction, _ x: Arguments<S>) throws -> Value<S> {
    // A call without a number declares no slider, which is reported.
    guard x.call.argumentCount > (function == .steps ? 4 : 3) else { throw Trap.poisoned }
    let choices: SliderChoices
    do {
      choices = try self.choices(function, x)
    } catch let fault as SliderFault {
      throw Trap.slider(fault)
    }
    let number = try x.int(0)
    outputs.append(.slider(number, choices))
    let chosen = program.sliderPositions[program.sliders[number].name] ?? choices.standard
    guard choices.choices.indices.contains(chosen) else { throw Trap.indexOutOfRange }
    return .scalar(try S(rounding: RealNumber(choices.choices[chosen].value)))
  }

  private func choices(_ function: SliderFunction, _ x: Arguments<S>) throws -> SliderChoices {
    let title = try x.text(1)
    switch function {
    case .steps:
      guard case .range(let range) = x[2], let lower = range.lower, let upper = range.upper else {
        throw Trap.overlappingAccess
      }
      return try SliderChoices(
        title, in: (rational(lower), rational(upper)), step: rational(x[3]),
        value: rational(x[4]))
    case .list:
      let choices = try elements(of: x[2]).map { element in
        guard case .tuple(let pair) = element, pair.count == 2, case .string(let label) = pair[0]
        else { return SliderChoices.Choice(value: try rational(element), label: nil) }
        return SliderChoices.Choice(value: try rational(pair[1]), label: label)
      }
      return try SliderChoices(title, choices, value: rational(x[3]))
    }
  }

  private func rational(_ value: Value<S>) throws -> Rational {
    guard let rational = try value.asScalar().asReal().real.rational else {
      throw SliderFault.notExact
    }
    return rational
  }
}
