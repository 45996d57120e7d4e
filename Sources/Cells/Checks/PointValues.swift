import MathCore
import SwiftEval

/// A point of a claim's domain: a constant for each variable.
typealias ExactPoint = [Expression]

/// What is known of the real values of functions at a point.
enum PointOutcome {
  /// As expressions without variables, one for each function.
  case values([Expression])
  /// One of the functions has no real value there, for sure.
  case undefined
  /// Nothing is certain, and why: a comparison that is not decided, an integral that is not enclosed.
  case unknown(String)
}

/// The real values of functions at single points, by exact evaluation: what alone refutes a claim.
struct PointValues {
  let functions: [FunctionValue]
  let context: CellContext

  func outcome(at point: ExactPoint) -> PointOutcome {
    let numbers = point.compactMap { try? RealNumber($0) }
    guard numbers.count == point.count else { return .unknown("a point of it is not found") }
    var values: [Expression] = []
    var doubt: String?
    for function in functions {
      switch value(of: function, at: numbers) {
      case .values(let value): values += value
      case .undefined: return .undefined
      case .unknown(let reason): doubt = doubt ?? reason
      }
    }
    return doubt.map { .unknown($0) } ?? .values(values)
  }

  private func value(of function: FunctionValue, at point: [RealNumber]) -> PointOutcome {
    guard !context.isExhausted(function) else { return .unknown("it takes too many steps") }
    do {
      // An infinity of Swift's is no real number.
      guard case .scalar(let number)? = try context.evaluator.realValue(of: function, at: point),
        let value = number.real.expression
      else { return .undefined }
      return .values([value])
    } catch {
      return error.isFault ? .undefined : .unknown(error.diagnostic.message.text)
    }
  }
}

extension PointOutcome {
  var isUndefined: Bool { if case .undefined = self { true } else { false } }

  /// The sign of a combination of the values; nil where it is not certain.
  func certainSign(of make: Claim.Combination) -> Int? {
    guard case .values(let values) = self else { return nil }
    return make(values)?.certainSign
  }
}

extension Expression {
  /// A constant in digits that are right; nil where these are not decided.
  func digits(_ format: NumberFormat = .automatic) -> String? {
    (try? RealNumber(self).published(format))?.text
  }

  /// The same, in as many digits as tell it from another.
  func digits(apartFrom other: Expression) -> String? {
    let count = [6, 8, 10, 12, 16, 20, 30, 50, 80].first { count in
      digits(.significant(count)) != other.digits(.significant(count))
    }
    return digits(count.map { $0 == 6 ? .automatic : .significant($0) } ?? .automatic)
  }

  /// The largest that the absolute value of a constant can be; nil where that is not found.
  var largestSize: Double? {
    if certainSign == 0 { return 0 }
    guard let bounds = enclosure(precision: 256)?.double, bounds.isBounded else { return nil }
    return max(bounds.lower.magnitude, bounds.upper.magnitude)
  }

  /// Less than a constant that counts as a difference.
  static let nextToNothing = 1e-9

  /// The sign of a constant as far as it matters; nil where it is not certain, or the constant is next to
  /// nothing. A quotient of tiny numbers takes more bits than others.
  var soughtSign: Int? {
    if let sign = certainSign { return sign }
    if let size = largestSize, size < Self.nextToNothing { return nil }
    let narrow = enclosure(precision: 4096)
    return narrow?.isDefined == true ? narrow?.sign : nil
  }

  /// A Double nearby, for an order of sizes; nil where none is found.
  var approximation: Double? {
    [64, 256, 4096].lazy.compactMap { enclosure(precision: $0)?.double }
      .first { $0.width <= 0x1p-20 * max(0x1p-1000, $0.upper.magnitude) }?.midpoint
  }
}
