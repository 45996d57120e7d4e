/// Names that a block declares.
struct Scope {
  /// What a name stands for; functions of one name may differ in labels and types.
  enum Entity {
    case variable(VariableID)
    case function(UserFunction)
    /// Its declaration failed; uses of it are silent.
    case poisoned
  }

  var names: [String: [Entity]] = [:]
}

/// A `func` of the author's as its callers see it.
struct UserFunction {
  let id: FunctionID
  let name: String
  let parameters: [LibraryDeclaration.Parameter]
  let result: Type

  var type: FunctionType {
    FunctionType(
      parameters: parameters.map { .init(type: $0.type, isInout: $0.isInout) }, result: result)
  }

  /// Two functions with the same labels and types are one.
  func hasSameSignature(as other: UserFunction) -> Bool {
    name == other.name && parameters.map(\.label) == other.parameters.map(\.label)
      && type == other.type
  }
}

/// The function whose body is being checked.
struct FunctionContext {
  let id: FunctionID
  /// What `return` gives; nil while it is to be inferred.
  var result: Type?
  /// What the expressions of a result builder have to be; nil outside of one.
  var builderElement: Type?
}

/// The loop or switch that `break` and `continue` are about.
struct BreakableContext {
  let label: String?
  let isLoop: Bool
}
