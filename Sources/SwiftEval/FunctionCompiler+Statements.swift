import Diagnostics

extension FunctionCompiler {
  func block(_ statements: [TypedStatement]) {
    for statement in statements {
      let outer = span
      span = statement.span
      self.statement(statement)
      span = outer
    }
  }

  func statement(_ statement: TypedStatement) {
    switch statement.kind {
    case .expression(let expression, let displays): evaluate(expression, displays: displays)
    case .binding(let pattern, let initial): binding(pattern, initial)
    case .assign(let place, let expression): assign(place, expression)
    case .assignTuple(let places, let expression): assign(places, expression)
    case .compoundAssign(let place, let intrinsic, let expression):
      compoundAssign(place, intrinsic, expression)
    case .function: break
    case .if(let conditions, let then, let otherwise): choose(conditions, then, otherwise)
    case .guard(let conditions, let otherwise): guardStatement(conditions, otherwise)
    case .switch(let subject, let cases, let label): switchStatement(subject, cases, label)
    case .while(let conditions, let body, let label): whileLoop(conditions, body, label)
    case .repeatWhile(let body, let condition, let label): repeatLoop(body, condition, label)
    case .for(let pattern, let sequence, let condition, let body, let label):
      forLoop(pattern, sequence, condition, body, label)
    case .do(let body, let label): doBlock(body, label)
    case .defer(let body):
      if !scopes.isEmpty { scopes[scopes.count - 1].defers.append(body) }
    case .break(let label): leave(label) { $0.breakLabel }
    case .continue(let label): leave(label) { $0.continueLabel }
    case .fallthrough: fallThrough()
    case .return(let expression): returnStatement(expression)
    case .yield(let expression): yield(expression)
    case .error: emit(.poison)
    }
  }

  private func evaluate(_ expression: TypedExpression, displays: Bool) {
    withTemporaries {
      if displays {
        let register = object(of: expression)
        compiler.program.displays.append((expression.type, expression.span))
        emit(.display, register, Int32(compiler.program.displays.count - 1))
        release(register)
      } else if let list = builders.last, expression.type != .void {
        let register = object(of: expression)
        if variableRegisters.contains(register) {
          let copy = allocate(.object).index
          emit(.copyObject, copy, register)
          emit(.append, list, copy)
        } else {
          emit(.append, list, register)
        }
      } else {
        let register = value(expression)
        if register.bank == .object { release(register.index) }
      }
    }
  }

  private func binding(_ pattern: TypedPattern, _ initial: TypedExpression?) {
    if case .variable(let id) = pattern {
      declare(id)
      guard let initial else { return }
      if case .register(let register)? = location(of: id) {
        value(initial, into: register)
      } else {
        withTemporaries { store(value(initial), to: id) }
      }
      return
    }
    guard let initial else { return declareAll(pattern) }
    declareAll(pattern)
    withTemporaries {
      let subject = held(initial)
      let never = label()
      match(pattern, subject, type: initial.type, otherwise: never, declares: false)
      place(never)
      letGo(subject)
    }
  }

  /// Empties a register that was held.
  func letGo(_ register: Register) {
    guard register.bank == .object else { return }
    variableRegisters.remove(register.index)
    emit(.clear, register.index, 1)
  }

  private func assign(_ place: TypedPlace, _ expression: TypedExpression) {
    withTemporaries {
      let target = compile(place)
      if target.path == nil, case .register(let register)? = location(of: target.root) {
        value(expression, into: register)
      } else {
        write(value(expression), to: target)
      }
    }
  }

  private func assign(_ places: [TypedPlace?], _ expression: TypedExpression) {
    withTemporaries {
      let targets = places.map { $0.map(compile) }
      let tuple = held(expression)
      for (index, target) in targets.enumerated() {
        guard let target else { continue }
        withTemporaries {
          let part = allocate(target.type.bank)
          let opcode = part.bank.choose(.tupleInt, .tupleScalar, .tupleObject)
          emit(opcode, part.index, tuple.index, Int32(index))
          write(part, to: target)
        }
      }
      letGo(tuple)
    }
  }

  private func compoundAssign(
    _ place: TypedPlace, _ intrinsic: Intrinsic, _ expression: TypedExpression
  ) {
    withTemporaries {
      let target = compile(place)
      let operand = snapshot(expression)
      if target.path == nil, case .register(let register)? = location(of: target.root) {
        combine(intrinsic, register, operand, place.type, expression.type, into: register)
        return
      }
      let current = allocate(place.type.bank)
      take(target, into: current)
      combine(intrinsic, current, operand, place.type, expression.type, into: current)
      write(current, to: target)
    }
  }

  private func doBlock(_ body: [TypedStatement], _ name: String?) {
    let end = label()
    pushScope(Scope(label: name, breakLabel: end))
    block(body)
    popScope()
    place(end)
  }
}

// MARK: Leaving

extension FunctionCompiler {
  func pushScope(_ scope: Scope) {
    var scope = scope
    scope.saved = next
    scopes.append(scope)
  }

  /// Ends a block that was not left: what it deferred runs now.
  func popScope() {
    runDefers(downTo: scopes.count - 1)
    guard let scope = scopes.popLast() else { return }
    next = scope.saved
    variableRegisters = variableRegisters.filter { $0 < next[Bank.object.rawValue] }
  }

  /// Runs what the scopes from the innermost down to the given one deferred, without ending them.
  private func runDefers(downTo depth: Int) {
    let all = scopes
    while scopes.count > depth, let scope = scopes.last {
      scopes[scopes.count - 1].defers = []
      for body in scope.defers.reversed() {
        pushScope(Scope())
        block(body)
        popScope()
      }
      scopes.removeLast()
    }
    scopes = all
  }

  private func leave(_ name: String?, _ target: (Scope) -> Int32?) {
    let depth = scopes.lastIndex { scope in
      target(scope) != nil && (name == nil ? scope.isBreakable : scope.label == name)
    }
    guard let depth, let destination = target(scopes[depth]) else { return emit(.poison) }
    runDefers(downTo: depth + 1)
    emit(.jump, destination)
  }

  private func fallThrough() {
    let depth = scopes.lastIndex { $0.fallthroughLabel != nil }
    guard let depth, let destination = scopes[depth].fallthroughLabel else {
      return emit(.poison)
    }
    runDefers(downTo: depth)
    emit(.jump, destination)
  }

  private func yield(_ expression: TypedExpression) {
    guard let (destination, end, depth) = yields.last else { return emit(.poison) }
    withTemporaries {
      _ = value(expression, into: destination)
    }
    runDefers(downTo: depth)
    emit(.jump, end)
  }

  private func returnStatement(_ expression: TypedExpression?) {
    guard let expression, expression.type != .void else {
      if let expression { withTemporaries { _ = value(expression) } }
      runDefers(downTo: 0)
      returnNothing()
      return
    }
    withTemporaries {
      let hasDefers = scopes.contains { !$0.defers.isEmpty }
      let isBoxing = !boxedInouts.isEmpty
      let register =
        hasDefers || isBoxing
        ? value(expression, into: allocate(expression.type.bank)) : value(expression)
      runDefers(downTo: 0)
      writeInoutsBack()
      let opcode = register.bank.choose(.returnInt, .returnScalar, .returnObject)
      emit(opcode, register.index)
    }
  }

  func returnNothing() {
    writeInoutsBack()
    emit(.returnVoid)
  }

  /// `inout` parameters that live in boxes return to the registers that the caller reads.
  private func writeInoutsBack() {
    for (box, register, _) in boxedInouts {
      let opcode = register.bank.choose(.loadBoxInt, .loadBoxScalar, .loadBoxObject)
      emit(opcode, register.index, box)
    }
  }
}
