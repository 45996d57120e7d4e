import MathCore

/// A function of the library that is a call, by its name in the library's declarations.
///
/// Values tell at run time what they are, so that one implementation serves all types that declare a
/// function: `Array.count` and `Range.count` are both `count`.
enum LibraryFunction: Hashable {
  case general(GeneralFunction)
  case sequence(SequenceFunction)
  case collection(CollectionFunction)
  case array(ArrayFunction)
  case text(TextFunction)
  case number(NumberFunction)
  case float(FloatFunction)
  case unsigned(UnsignedFunction)
  case unsignedOperator(UnsignedOperator, isAssignment: Bool)
  case generator(GeneratorFunction)
  case certified(CertifiedFunction)
  case bins(BinFunction)
  case slider(SliderFunction)

  /// - Parameter name: as in `Intrinsic`: `Array.map(_:)`, `exp(_:)#Float`.
  init?(name: String) {
    let owner = Self.owner(of: name)
    let member = Self.member(of: name)
    if owner == "Optional", let function = GeneralFunction(rawValue: "Optional." + member) {
      self = .general(function)
    } else if owner == "Float" || name.hasSuffix("#Float") || name.hasSuffix("#Float,Float"),
      let function = FloatFunction(rawValue: member)
    {
      self = .float(function)
    } else if owner == "UInt64", let function = UnsignedFunction(rawValue: member) {
      self = .unsigned(function)
    } else if owner == "UInt64", let (symbol, isAssignment) = UnsignedOperator.named(member) {
      self = .unsignedOperator(symbol, isAssignment: isAssignment)
    } else if owner == "SplitMix64", let function = GeneratorFunction(rawValue: member) {
      self = .generator(function)
    } else if let function = GeneralFunction(rawValue: member) {
      self = .general(function)
    } else if ["Array", "ArraySlice", "Range"].contains(owner),
      let function = ArrayFunction(rawValue: member)
    {
      self = .array(function)
    } else if let function = TextFunction(rawValue: (owner ?? "") + "." + member) {
      self = .text(function)
    } else if let function = SequenceFunction(rawValue: member) {
      self = .sequence(function)
    } else if let function = CollectionFunction(rawValue: member) {
      self = .collection(function)
    } else if let function = NumberFunction(rawValue: member) {
      self = .number(function)
    } else if let function = CertifiedFunction(rawValue: member) {
      self = .certified(function)
    } else if let function = BinFunction(rawValue: member) {
      self = .bins(function)
    } else if let function = SliderFunction(rawValue: member) {
      self = .slider(function)
    } else {
      return nil
    }
  }

  /// The type that declares the function; nil for global ones.
  private static func owner(of name: String) -> String? {
    guard let first = name.first, first.isUppercase, let dot = name.firstIndex(of: ".") else {
      return nil
    }
    return String(name[..<dot])
  }

  private static func member(of name: String) -> String {
    var member = name[...]
    if let owner = owner(of: name) { member = member.dropFirst(owner.count + 1) }
    if let mark = member.firstIndex(of: "#") { member = member[..<mark] }
    return String(member)
  }
}

/// The arguments of a library call, in registers; a receiver is the first.
struct Arguments<S: CellScalar> {
  let first: UnsafeMutablePointer<Value<S>>
  let call: LibraryCall

  subscript(index: Int) -> Value<S> { first[index] }

  /// Moves an argument out, so that what it holds can be changed in place.
  func take(_ index: Int) -> Value<S> {
    var value = Value<S>.void
    swap(&value, &first[index])
    return value
  }

  func int(_ index: Int) throws -> Int { try first[index].asInt() }

  func text(_ index: Int) throws -> String {
    guard case .string(let text) = first[index] else { throw Trap.overlappingAccess }
    return text
  }

  func function(_ index: Int) throws -> Closure<S> {
    guard case .function(let closure) = first[index] else { throw Trap.overlappingAccess }
    return closure
  }

  /// The type of an argument.
  func type(_ index: Int) -> Type {
    call.argumentTypes.indices.contains(index) ? call.argumentTypes[index] : .error
  }
}
