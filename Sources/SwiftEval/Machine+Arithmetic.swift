import MathCore

extension Machine {
  /// Operations on ints; false for every other instruction.
  @inline(__always)
  static func computeInt(
    _ x: Instruction, _ i: UnsafeMutablePointer<Int>, _ a: Int, _ b: Int, _ c: Int
  ) throws -> Bool {
    switch x.opcode {
    case .addInt: i[a] = try checked(i[b].addingReportingOverflow(i[c]))
    case .subtractInt: i[a] = try checked(i[b].subtractingReportingOverflow(i[c]))
    case .multiplyInt: i[a] = try checked(i[b].multipliedReportingOverflow(by: i[c]))
    case .divideInt:
      guard i[c] != 0 else { throw Trap.divisionByZero }
      i[a] = try checked(i[b].dividedReportingOverflow(by: i[c]))
    case .remainderInt:
      guard i[c] != 0 else { throw Trap.divisionByZero }
      i[a] = try checked(i[b].remainderReportingOverflow(dividingBy: i[c]))
    case .lessInt: i[a] = i[b] < i[c] ? 1 : 0
    case .lessOrEqualInt: i[a] = i[b] <= i[c] ? 1 : 0
    case .equalInt: i[a] = i[b] == i[c] ? 1 : 0
    case .notEqualInt: i[a] = i[b] != i[c] ? 1 : 0
    case .andInt: i[a] = i[b] & i[c]
    case .orInt: i[a] = i[b] | i[c]
    case .xorInt: i[a] = i[b] ^ i[c]
    case .shiftLeft: i[a] = i[b] << i[c]
    case .shiftRight: i[a] = i[b] >> i[c]
    case .wrappingAdd: i[a] = i[b] &+ i[c]
    case .wrappingSubtract: i[a] = i[b] &- i[c]
    case .wrappingMultiply: i[a] = i[b] &* i[c]
    case .addSmall: i[a] = try checked(i[b].addingReportingOverflow(c))
    case .negateInt: i[a] = try checked(0.subtractingReportingOverflow(i[b]))
    case .not: i[a] = 1 &- i[b]
    case .complement: i[a] = ~i[b]
    case .moveInt: i[a] = i[b]
    case .smallInt: i[a] = b
    default: return false
    }
    return true
  }

  @inline(__always)
  private static func checked(_ result: (partialValue: Int, overflow: Bool)) throws -> Int {
    if result.overflow { throw Trap.overflow }
    return result.partialValue
  }

  /// Operations on scalars; false for every other instruction.
  @inline(__always)
  static func computeScalar(
    _ x: Instruction, _ r: Registers<S>, _ a: Int, _ b: Int, _ c: Int
  ) throws -> Bool {
    let s = r.s
    switch x.opcode {
    case .add: s[a] = try S.add(s[b], s[c])
    case .subtract: s[a] = try S.subtract(s[b], s[c])
    case .multiply: s[a] = try S.multiply(s[b], s[c])
    case .divide: s[a] = try S.divide(s[b], s[c])
    case .negate: s[a] = try S.negate(s[b])
    case .moveScalar: s[a] = s[b]
    case .less: r.i[a] = try S.isLess(s[b], s[c]) ? 1 : 0
    case .lessOrEqual: r.i[a] = try S.isLessOrEqual(s[b], s[c]) ? 1 : 0
    case .greater: r.i[a] = try S.isGreater(s[b], s[c]) ? 1 : 0
    case .greaterOrEqual: r.i[a] = try S.isGreaterOrEqual(s[b], s[c]) ? 1 : 0
    case .equal: r.i[a] = try S.isEqual(s[b], s[c]) ? 1 : 0
    case .notEqual: r.i[a] = try S.isEqual(s[b], s[c]) ? 0 : 1
    case .scalarFromInt: s[a] = S(r.i[b])
    default: return false
    }
    return true
  }
}
