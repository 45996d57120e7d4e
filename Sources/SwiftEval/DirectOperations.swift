import MathCore

/// The library's functions that are instructions, by their names in the library's declarations.
enum DirectOperations {
  /// The operation of a call; nil for what is a call at run time, too.
  static func operation(for intrinsic: Intrinsic) -> DirectOperation? {
    if let known = table[intrinsic.name] { return known }
    guard let generic = generics[intrinsic.name] else { return nil }
    switch intrinsic.typeArguments.first {
    case .double: return generic.double
    case .int: return generic.int
    case .bool where generic.isForBools: return generic.int
    default: return nil
    }
  }

  /// Whether a function is an instruction for some types at least.
  static func knows(_ name: String) -> Bool { table[name] != nil || generics[name] != nil }

  private static let table: [String: DirectOperation] = {
    var table = scalars.merging(ints) { a, _ in a }
    for function in ElementaryFunction.allCases where function != .abs {
      table["\(function.rawValue)(_:)"] = .elementary(function)
    }
    for function in [BinaryFunction.pow, .atan2, .hypot, .fmod, .copysign] {
      table["\(function.rawValue)(_:_:)"] = .binaryFunction(function)
    }
    return table
  }()

  private struct Generic {
    var double: DirectOperation?
    var int: DirectOperation?
    var isForBools = false
  }

  /// Functions that are instructions for some arguments of their type parameter.
  private static let generics: [String: Generic] = [
    "abs(_:)": Generic(double: .elementary(.abs)),
    "min(_:_:)": Generic(double: .binaryFunction(.min)),
    "max(_:_:)": Generic(double: .binaryFunction(.max)),
    "Equatable.!=(_:_:)": Generic(
      double: .binary(.notEqual), int: .binary(.notEqualInt), isForBools: true),
    "~=(_:_:)": Generic(double: .binary(.equal), int: .binary(.equalInt), isForBools: true),
  ]

  private static let scalars: [String: DirectOperation] = [
    "Double.+(_:_:)": .binary(.add),
    "Double.-(_:_:)": .binary(.subtract),
    "Double.*(_:_:)": .binary(.multiply),
    "Double./(_:_:)": .binary(.divide),
    "Double.==(_:_:)": .binary(.equal),
    "Double.!=(_:_:)": .binary(.notEqual),
    "Double.<(_:_:)": .binary(.less),
    "Double.<=(_:_:)": .binary(.lessOrEqual),
    "Double.>(_:_:)": .binary(.greater),
    "Double.>=(_:_:)": .binary(.greaterOrEqual),
    "Double.prefix -(_:)": .unary(.negate),
    "Double.prefix +(_:)": .identity,
    "Double.pi": .constant(.pi),
    "Double.infinity": .number(.infinity),
    "Double.nan": .number(.nan),
    "Double.greatestFiniteMagnitude": .number(.greatestFiniteMagnitude),
    "Double.leastNormalMagnitude": .number(.leastNormalMagnitude),
    "Double.leastNonzeroMagnitude": .number(.leastNonzeroMagnitude),
    "Double.ulpOfOne": .number(.ulpOfOne),
    "Double.zero": .number(0),
    "Double.init()": .number(0),
    "Double.init(_:)#Int": .unary(.scalarFromInt),
    "Double.init(_:)#Double": .identity,
    "Double.magnitude": .elementary(.abs),
    "Double.squareRoot()": .elementary(.sqrt),
    "Double.rounded()": .elementary(.round),
    "Double.truncatingRemainder(dividingBy:)": .binaryFunction(.fmod),
    "Double.isEqual(to:)": .binary(.equal),
    "Double.isLess(than:)": .binary(.less),
    "Double.isLessThanOrEqualTo(_:)": .binary(.lessOrEqual),
    "Double.advanced(by:)": .binary(.add),
    "Double.distance(to:)": .binary(.subtract, exchanged: true),
  ]

  private static let ints: [String: DirectOperation] = [
    "Int.+(_:_:)": .binary(.addInt),
    "Int.-(_:_:)": .binary(.subtractInt),
    "Int.*(_:_:)": .binary(.multiplyInt),
    "Int./(_:_:)": .binary(.divideInt),
    "Int.%(_:_:)": .binary(.remainderInt),
    "Int.&(_:_:)": .binary(.andInt),
    "Int.|(_:_:)": .binary(.orInt),
    "Int.^(_:_:)": .binary(.xorInt),
    "Int.&+(_:_:)": .binary(.wrappingAdd),
    "Int.&-(_:_:)": .binary(.wrappingSubtract),
    "Int.&*(_:_:)": .binary(.wrappingMultiply),
    "Int.<<(_:_:)": .binary(.shiftLeft),
    "Int.>>(_:_:)": .binary(.shiftRight),
    "Int.==(_:_:)": .binary(.equalInt),
    "Int.!=(_:_:)": .binary(.notEqualInt),
    "Int.<(_:_:)": .binary(.lessInt),
    "Int.<=(_:_:)": .binary(.lessOrEqualInt),
    "Int.>(_:_:)": .binary(.lessInt, exchanged: true),
    "Int.>=(_:_:)": .binary(.lessOrEqualInt, exchanged: true),
    "Int.prefix -(_:)": .unary(.negateInt),
    "Int.prefix +(_:)": .identity,
    "Int.prefix ~(_:)": .unary(.complement),
    "Int.min": .int(.min),
    "Int.max": .int(.max),
    "Int.zero": .int(0),
    "Int.bitWidth": .int(Int.bitWidth),
    "Int.init()": .int(0),
    "Int.init(_:)#Int": .identity,
    "Int.init(_:)#Double": .unary(.intFromScalar),
    "Int.advanced(by:)": .binary(.addInt),
    "Int.distance(to:)": .binary(.subtractInt, exchanged: true),
    "Bool.==(_:_:)": .binary(.equalInt),
    "Bool.!=(_:_:)": .binary(.notEqualInt),
    "Bool.prefix !(_:)": .unary(.not),
    "Bool.init()": .int(0),
    "Bool.init(_:)#Bool": .identity,
    "Array.subscript(_:)#Int": .element,
    "ArraySlice.subscript(_:)#Int": .element,
  ]
}
