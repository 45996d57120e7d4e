import Diagnostics

extension FunctionCompiler {
  /// `asComputed(e)` and `asReal(e)`: the expression as code of its own, which another machine runs.
  ///
  /// It gets copies of the locals that it uses, so that it cannot change them.
  func reading(_ opcode: Opcode, of expression: TypedExpression, into result: Register) {
    guard !expression.lendsPlaces else {
      let message = "asComputed and asReal cannot change a variable"
      let text = allocate(.object).index
      emit(.stringConstant, text, compiler.index(ofText: message))
      return emit(.fail, text)
    }
    let captures = capturedLocals(in: expression)
    let first = self.captures(captures)
    let body = FunctionCompiler(compiler, excerpt: excerpt)
      .compile(body: expression, captures: captures)
    compiler.program.bodies.append(body)
    emit(
      opcode, result.index, Int32(compiler.program.bodies.count - 1), first,
      small: UInt16(clamping: captures.count))
  }

  /// Locals that the expression uses, itself or by functions that it refers to.
  private func capturedLocals(in expression: TypedExpression) -> [VariableID] {
    var used: [VariableID] = []
    TreeWalk(
      onVariable: { used.append($0) },
      onFunction: { used += self.compiler.functions[$0]?.captures ?? [] }
    ).visit(expression)
    var known: Set<VariableID> = []
    return used.filter { hasRegister($0) && known.insert($0).inserted }
  }

  private func hasRegister(_ id: VariableID) -> Bool {
    switch location(of: id) {
    case .register, .box: true
    case .global, nil: false
    }
  }
}

extension Intrinsic {
  /// How `asComputed` and `asReal` run, of whatever type their result is.
  var readingOpcode: Opcode? {
    switch name.prefix(while: { $0 != "#" }) {
    case "asComputed(_:)": .computedReading
    case "asReal(_:)": .realReading
    default: nil
    }
  }
}

extension TypedExpression {
  /// Whether a variable is passed `inout` somewhere in it.
  fileprivate var lendsPlaces: Bool {
    var found = false
    TreeWalk(onExpression: { part in
      switch part.kind {
      case .call(_, let arguments), .callValue(_, let arguments), .intrinsic(_, let arguments):
        if arguments.contains(where: \.isInout) { found = true }
      case .int, .double, .bool, .string, .character, .interpolation, .variable, .function,
        .closure, .record, .builder, .tuple, .tupleElement, .array, .some, .none, .forceUnwrap,
        .optionalChain, .coalesce, .and, .or, .ternary, .conditional, .error:
        break
      }
    }).visit(self)
    return found
  }
}

extension TypedArgument {
  fileprivate var isInout: Bool {
    switch self {
    case .value: false
    case .inout: true
    }
  }
}
