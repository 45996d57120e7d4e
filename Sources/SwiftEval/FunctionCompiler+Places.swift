import Diagnostics

/// A place whose indices are evaluated.
struct CompiledPlace {
  let root: VariableID
  /// Index into the program's paths; nil for the variable itself.
  let path: Int32?
  /// The one step of a path that has no other, which has opcodes of its own for reading.
  let step: PathStep?
  let type: Type
}

extension FunctionCompiler {
  /// Evaluates the indices of a place.
  func compile(_ place: TypedPlace) -> CompiledPlace {
    guard !place.steps.isEmpty else {
      return CompiledPlace(root: place.root, path: nil, step: nil, type: place.type)
    }
    let steps = place.steps.map { step -> PathStep in
      switch step {
      case .tupleElement(let index): .tupleElement(index)
      case .element(let index): .element(snapshot(index).index)
      case .slice(let range): .slice(snapshot(range).index)
      case .forceUnwrap: .forceUnwrap
      }
    }
    compiler.program.paths.append(steps)
    return CompiledPlace(
      root: place.root, path: Int32(compiler.program.paths.count - 1),
      step: steps.count == 1 ? steps[0] : nil, type: place.type)
  }

  /// Reads a place without changing it.
  func read(_ place: CompiledPlace, into destination: Register) {
    guard let path = place.path else {
      load(place.root, into: destination)
      return
    }
    let root = load(place.root, into: nil)
    switch place.step {
    case .element(let index):
      let opcode = destination.bank.choose(.elementInt, .elementScalar, .elementObject)
      emit(opcode, destination.index, root.index, index)
    case .tupleElement(let index):
      let opcode = destination.bank.choose(.tupleInt, .tupleScalar, .tupleObject)
      emit(opcode, destination.index, root.index, Int32(index))
    case .slice, .forceUnwrap, nil:
      let target = destination.bank == .object ? destination.index : allocate(.object).index
      emit(.readPath, root.index, target, path)
      if destination.bank != .object { unbox(target, to: destination) }
    }
    release(root.index)
  }

  /// Takes the value out of a place, so that it can be changed where it is.
  func take(_ place: CompiledPlace, into destination: Register) {
    guard destination.bank == .object else { return read(place, into: destination) }
    withTemporaries {
      let root = place.path == nil ? destination : allocate(.object)
      let holder = takeRoot(place.root, into: root)
      guard let path = place.path else {
        if holder != destination { emit(.takeObject, destination.index, holder.index) }
        return
      }
      emit(.takePath, holder.index, destination.index, path)
      if holder == root { store(root, to: place.root) }
    }
  }

  /// Writes a place from a register of its type; an object register is emptied unless a variable
  /// lives in it.
  func write(_ source: Register, to place: CompiledPlace) {
    guard let path = place.path else { return store(source, to: place.root) }
    withTemporaries {
      let operand = allocate(.object).index
      box(source, isBool: place.type == .bool, into: operand)
      let root = allocate(.object)
      let holder = takeRoot(place.root, into: root)
      emit(.writePath, holder.index, operand, path)
      emit(.clear, operand, 1)
      if holder == root { store(root, to: place.root) }
    }
  }

  /// The register that holds a variable's object: its own, or the one given after taking it out of
  /// its box or global.
  private func takeRoot(_ id: VariableID, into register: Register) -> Register {
    switch location(of: id) {
    case .register(let own): return own
    case .box(let box): emit(.takeBox, register.index, box)
    case .global(let slot): emit(.takeGlobal, register.index, slot)
    case nil: emit(.poison)
    }
    return register
  }
}
