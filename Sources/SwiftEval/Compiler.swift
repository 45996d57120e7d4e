import Diagnostics

/// Makes a program of checked cells, cell after cell.
///
/// A class because all function compilers of a lesson add to one program; confined to one task.
final class Compiler {
  let program: Program
  private(set) var variables: [VariableID: Variable] = [:]
  private(set) var functions: [FunctionID: TypedFunction] = [:]
  private var globalSlots: [VariableID: Int] = [:]
  private var textIndices: [String: Int32] = [:]
  private var scalarIndices: [Program.ScalarLiteral: Int32] = [:]
  private var typeIndices: [Type: Int32] = [:]
  private var shapeIndices: [CallShape: Int32] = [:]

  init(program: Program) {
    self.program = program
  }

  /// Takes the declarations of a cell, and compiles its functions.
  func add(variables new: [Variable], functions newFunctions: [TypedFunction]) {
    for variable in new { variables[variable.id] = variable }
    for function in newFunctions { functions[function.id] = function }
    for function in newFunctions {
      let compiled = FunctionCompiler(self, function: function).compile(function)
      while program.functions.count <= function.id.index { program.functions.append(nil) }
      program.functions[function.id.index] = compiled
    }
  }

  /// A top-level statement as a function without parameters.
  func compile(topLevel statements: [TypedStatement], in excerpt: Excerpt) -> CompiledFunction {
    FunctionCompiler(self, excerpt: excerpt).compile(topLevel: statements)
  }

  /// An expression as a function without parameters that returns its value as an object.
  func compile(_ expression: TypedExpression, in excerpt: Excerpt) -> CompiledFunction {
    FunctionCompiler(self, excerpt: excerpt).compile(value: expression)
  }

  /// The number of a global, which machines keep its value under; nil for a local.
  func globalSlot(of id: VariableID) -> Int? {
    if let slot = globalSlots[id] { return slot }
    guard let variable = variables[id], variable.owner == nil else { return nil }
    let slot = program.globalCount
    program.globalCount += 1
    globalSlots[id] = slot
    program.globalNames[slot] = variable.name
    if variable.type == .void { program.voidGlobals.insert(slot) }
    return slot
  }
}

// MARK: Constants

extension Compiler {
  func index(ofText text: String) -> Int32 {
    if let index = textIndices[text] { return index }
    let index = Int32(program.textConstants.count)
    program.textConstants.append(text)
    textIndices[text] = index
    return index
  }

  func index(ofScalar value: Double, _ text: String?) -> Int32 {
    let literal = Program.ScalarLiteral(value: value, text: text)
    if let index = scalarIndices[literal] { return index }
    let index = Int32(program.scalarConstants.count)
    program.scalarConstants.append(literal)
    scalarIndices[literal] = index
    return index
  }

  func index(ofType type: Type) -> Int32 {
    if let index = typeIndices[type] { return index }
    let index = Int32(program.types.count)
    program.types.append(type)
    typeIndices[type] = index
    return index
  }

  func index(ofShape shape: CallShape) -> Int32 {
    if let index = shapeIndices[shape] { return index }
    let index = Int32(program.shapes.count)
    program.shapes.append(shape)
    shapeIndices[shape] = index
    return index
  }
}

extension Type {
  /// The registers in which values of the type stand.
  var bank: Bank {
    switch self {
    case .int, .bool: .int
    case .double: .scalar
    case .float, .string, .character, .void, .never, .optional, .array, .tuple, .function,
      .nominal, .parameter, .variable,
      .error:
      .object
    }
  }
}
