/// What an instruction does. Registers are written `i`, `s`, `o` for the banks of ints, scalars and
/// objects, with the operand that holds the index.
enum Opcode: UInt16, CaseIterable {
  // Ints
  /// `i[a] = i[b] ∘ i[c]`
  case addInt, subtractInt, multiplyInt, divideInt, remainderInt
  case lessInt, lessOrEqualInt, equalInt, notEqualInt
  case andInt, orInt, xorInt, shiftLeft, shiftRight
  case wrappingAdd, wrappingSubtract, wrappingMultiply
  /// `i[a] = i[b] + c`
  case addSmall
  /// `i[a] = ∘ i[b]`
  case negateInt, not, complement
  case moveInt
  /// `i[a] = b`; `i[a] = intConstants[b]`
  case smallInt, constantInt

  // Scalars
  /// `s[a] = s[b] ∘ s[c]`
  case add, subtract, multiply, divide
  /// `s[a] = f(s[b], s[c])`, f by `small`
  case applyBinary
  /// `s[a] = f(s[b])`, f by `small`
  case apply
  case negate, moveScalar
  /// `s[a] = scalarConstants[b]`
  case constantScalar, pi
  /// `i[a] = s[b] ∘ s[c]`
  case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual
  /// `s[a] = S(i[b])`
  case scalarFromInt
  /// `i[a] = Int(s[b])`
  case intFromScalar

  // Control
  /// Goes to a.
  case jump
  /// Goes to a, and pays b steps: the end of a loop's body.
  case jumpBack
  /// Goes to b if `i[a]` is true, or false.
  case jumpIf, jumpUnless
  /// Goes to c unless `i[a] < i[b]`.
  case jumpUnlessLess
  /// If `i[a] < i[b]`, adds 1 to `i[a]` and goes to c: the end of the body of a loop over a range.
  case loop
  /// Stops unless `i[a] <= i[b]`.
  case checkRange
  /// Calls function a; its result goes to register b.
  case call
  /// Calls the function value `o[a]`, of shape c; its result goes to register b.
  case callValue
  case returnVoid, returnInt, returnScalar, returnObject

  // Objects
  /// `o[a] = o[b]`; `take` leaves nothing in `o[b]`.
  case copyObject, takeObject
  /// Empties b registers from `o[a]` on.
  case clear
  case voidObject, noneObject
  /// `o[a] = textConstants[b]`
  case stringConstant, characterConstant
  case floatConstant
  /// `o[a] = value of the register b`
  case boxInt, boxBool, boxScalar
  /// register a = value of `o[b]`
  case unboxInt, unboxScalar
  /// `o[a] = (o[b], …)`, c of them
  case makeArray, makeTuple
  /// register a = `o[b].c`
  case tupleObject, tupleInt, tupleScalar
  /// register a = `o[b][i[c]]`
  case elementObject, elementInt, elementScalar
  /// `i[a] = o[b].count`
  case count
  case makeSome
  /// `i[a] = o[b] != nil`
  case isSome
  /// `o[a] = o[b]!`; `assumeSome` was checked before.
  case unwrap, assumeSome
  /// `o[a]` = function b with `small` captures, values from `o[c]` on
  case makeClosure
  /// `s[a]` = what Swift computes for body b with `small` captures, values from `o[c]` on; the real
  /// number that the body means
  case computedReading, realReading
  /// `o[a]` = record of shape b with the values from `o[c]` on
  case makeRecord
  /// `o[a].append(o[b])`, which leaves nothing in `o[b]`
  case append
  /// `o[a].append(contentsOf: text of o[b])` for strings
  case appendString
  /// `o[a]` = the text of `o[b]`, whose type is types[c]
  case describe

  // Variables outside of the frame
  case makeBox
  /// register a = the box `o[b]`; `take` leaves nothing in it
  case loadBoxObject, loadBoxInt, loadBoxScalar, takeBox
  /// the box `o[b]` = register a
  case storeBoxObject, storeBoxInt, storeBoxBool, storeBoxScalar
  /// register a = global b
  case loadGlobalObject, loadGlobalInt, loadGlobalScalar, takeGlobal
  /// global b = register a
  case storeGlobalObject, storeGlobalInt, storeGlobalBool, storeGlobalScalar

  // Places: `o[a]` is the root, c the path, `o[b]` the value
  case readPath, writePath
  /// Takes the value out of the place: `o[b]` = what stood there.
  case takePath

  // Sequences
  /// `o[a]` = the sequence `o[b]` in a form that `next` reads
  case iterate
  /// register a = the next element of `o[b]`, counted by `i[c]`, and skips an instruction; goes on
  /// to it where there is none.
  case nextObject, nextInt, nextScalar

  // The library
  /// register a = call b with the arguments from `o[c]` on; what is changed stays there.
  case library, libraryInt, libraryScalar
  /// Prints b texts from `o[a]` on; the separator and the terminator follow.
  case print
  /// Stops with the message `o[a]`.
  case fail
  /// Displays `o[a]` as display b.
  case display
  case unreachable
  /// Stops silently: what stands here failed to check, and was reported.
  case poison
  /// Global a has no value: its initialisation failed in an earlier cell.
  case unavailable
}
