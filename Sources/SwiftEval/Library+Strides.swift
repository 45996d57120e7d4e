import MathCore

extension Machine {
  func stride(_ x: Arguments<S>, includesEnd: Bool) throws -> Value<S> {
    let zero: Value<S> =
      switch x[2] {
      case .int: .int(0)
      case .float: .float(0)
      default: .scalar(S(0))
      }
    if try isEqual(x[2], zero) { throw Trap.zeroStride }
    var stride = StrideValue(start: x[0], end: x[1], step: x[2], includesEnd: includesEnd)
    if S.readings == .both, case .scalar(let start) = x[0], case .scalar(let end) = x[1],
      case .scalar(let step) = x[2]
    {
      stride.count = try commonCount(start, end, step, includesEnd: includesEnd)
    }
    return .stride(stride)
  }

  /// How many elements a stride has in Swift and in mathematics; nil for one that is too long to count.
  private func commonCount(_ start: S, _ end: S, _ step: S, includesEnd: Bool) throws -> Int? {
    guard let a = start.realNumber, let b = end.realNumber, b.nonreal == nil,
      let h = step.realNumber
    else { return nil }
    let steps = try RealNumber.divide(.subtract(b, a), h)
    let whole = try RealNumber.apply(.floor, steps)
    guard let count = whole.rational?.int, count < limits.elements else { return nil }
    let isReached = try includesEnd || whole.compare(to: steps) < 0
    let real = count < 0 ? 0 : isReached ? count + 1 : count
    let computed = try computedCount(
      StrideValue(
        start: .scalar(start.binary64), end: .scalar(end.binary64),
        step: .scalar(step.binary64), includesEnd: includesEnd), near: real)
    guard real != computed else { return real }
    throw Trap.strideParts(
      StrideDifference(
        real: real, computed: computed, remedy: Self.remedy(start: a, step: h, count: real)))
  }

  private func computedCount(_ stride: StrideValue<Double>, near guess: Int) throws -> Int {
    var count = guess
    while count > 0, try stride.element(at: count - 1) == nil {
      count -= 1
      try spend(1)
    }
    while try stride.element(at: count) != nil {
      count += 1
      try spend(1)
    }
    return count
  }

  /// The numbers that were meant, made of Ints: `(0...3).map { Double($0) / 10 }`.
  private static func remedy(start: RealNumber, step: RealNumber, count: Int) -> String? {
    guard count > 0, let a = start.rational, let h = step.rational,
      let ratio = a.denominator.divided(by: h.denominator)
    else { return nil }
    // The least common multiple of both denominators.
    let scale = h.denominator * ratio.numerator
    guard let divisor = scale.int, let first = (a * scale).int, let difference = (h * scale).int
    else { return nil }
    let (last, overflow) = difference.multipliedReportingOverflow(by: count - 1)
    guard !overflow, abs(first) < 1 << 30, abs(last) < 1 << 30 else { return nil }
    let quotient = divisor == 1 ? "" : " / \(divisor)"
    if difference == 1 {
      return "(\(first)...\(first + last)).map { Double($0)\(quotient) }"
    }
    let factor = abs(difference) == 1 ? "$0" : "\(abs(difference)) * $0"
    let value =
      difference < 0 ? "\(first) - \(factor)" : first == 0 ? factor : "\(first) + \(factor)"
    return "(0...\(count - 1)).map { Double(\(value))\(quotient) }"
  }
}
