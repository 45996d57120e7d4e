import Diagnostics

// What a call becomes once its arguments are read.

extension TypeChecker {

  func finish(
    _ partial: Partial, _ callee: Callee, _ span: Span, _ receiver: Receiver?
  ) -> Candidate? {
    var bindings = partial.bindings
    guard satisfied(callee.requirements, &bindings) else {
      fail(.requirementFails(callee.text), at: span)
      return nil
    }
    if let place = overlap(partial.arguments, receiver) {
      fail(.overlappingPlaces, at: place.span)
      return nil
    }
    let result = relations.substitute(callee.result, bindings)
    guard !result.hasHoles else {
      fail(.cannotInfer(callee.text), at: span)
      return nil
    }
    let kind: TypedExpression.Kind
    switch callee.target {
    case .user(let function):
      let complete = partial.arguments.indices.map { index -> TypedArgument? in
        partial.arguments[index].first
          ?? defaults[function.id]?[index].map { .value($0) }
      }
      guard complete.allSatisfy({ $0 != nil }) else { return nil }
      kind = .call(function.id, complete.compactMap(\.self))
    case .library(let index):
      kind = libraryCall(library.declarations[index], partial.arguments, bindings, span, receiver)
    }
    return Candidate(kind, result, span, partial.score)
  }

  /// A second place in a variable that is changed by the same call.
  func overlap(_ arguments: [[TypedArgument]], _ receiver: Receiver?) -> TypedPlace? {
    var places: [TypedPlace] = []
    if case .place(let place)? = receiver { places.append(place) }
    for case .inout(let place) in arguments.joined() {
      let isNear = places.contains { other in
        guard other.root == place.root else { return false }
        // Elements of one tuple are apart where the compiler sees the whole variable: in a local.
        guard variables[place.root.index].owner != nil,
          case .tupleElement(let a)? = other.steps.first,
          case .tupleElement(let b)? = place.steps.first
        else { return true }
        return a == b
      }
      if isNear { return place }
      places.append(place)
    }
    return nil
  }

  /// Checks the conditions on type parameters, which may tell what one of them is.
  func satisfied(
    _ requirements: [LibraryDeclaration.Requirement], _ bindings: inout Bindings
  ) -> Bool {
    for case .same(let a, let b) in requirements {
      let (left, right) = (
        relations.substitute(a, bindings), relations.substitute(b, bindings)
      )
      if left.hasHoles, !right.hasHoles { _ = relations.unify(left, right, &bindings) }
      if right.hasHoles, !left.hasHoles { _ = relations.unify(right, left, &bindings) }
    }
    return relations.holds(requirements, bindings)
  }

  /// What the machine runs: arguments complete, the receiver first.
  func libraryCall(
    _ declaration: LibraryDeclaration, _ given: [[TypedArgument]], _ bindings: Bindings,
    _ span: Span, _ receiver: Receiver?
  ) -> TypedExpression.Kind {
    if let signature = declaration.signature {
      return record(declaration, signature, given, receiver, bindings, span)
    }
    var arguments: [TypedArgument] = []
    switch receiver {
    case .value(let candidate): arguments.append(.value(candidate.expression))
    case .place(let place): arguments.append(.inout(place))
    case nil: break
    }
    for (parameter, list) in zip(declaration.parameters, given) {
      let type = relations.substitute(parameter.type, bindings)
      if parameter.isVariadic {
        let elements = list.compactMap { argument -> TypedExpression? in
          if case .value(let expression) = argument { expression } else { nil }
        }
        arguments.append(
          .value(TypedExpression(.array(elements), type: .array(type), span: span)))
      } else if let first = list.first {
        arguments.append(first)
      } else {
        arguments.append(.value(DefaultArgument.value(parameter.defaultText ?? "", type, span)))
      }
    }
    if case .infix = declaration.kind, declaration.owner == "Bool", arguments.count == 2,
      case .value(let a) = arguments[0], case .value(let b) = arguments[1]
    {
      if declaration.name == "&&" { return .and(a, b) }
      if declaration.name == "||" { return .or(a, b) }
    }
    let types = declaration.generics.map { bindings[$0] ?? .error }
    return .intrinsic(Intrinsic(declaration.canonicalName, typeArguments: types), arguments)
  }

  func record(
    _ declaration: LibraryDeclaration, _ signature: SignatureID, _ given: [[TypedArgument]],
    _ receiver: Receiver?, _ bindings: Bindings, _ span: Span
  ) -> TypedExpression.Kind {
    var base: TypedExpression?
    if case .value(let candidate)? = receiver { base = candidate.expression }
    let arguments = zip(declaration.parameters, given).map { parameter, list -> TypedExpression? in
      let values = list.compactMap { argument -> TypedExpression? in
        if case .value(let expression) = argument { expression } else { nil }
      }
      guard parameter.isVariadic else { return values.first }
      let type = relations.substitute(parameter.type, bindings)
      return TypedExpression(.array(values), type: .array(type), span: span)
    }
    return .record(signature, receiver: base, arguments)
  }

  func explain(
    _ mismatch: ArgumentMatching.Mismatch, _ callee: Callee,
    _ arguments: [SourceExpression.Argument], _ span: Span
  ) {
    if explainOrder(of: arguments, callee) { return }
    switch mismatch {
    case .missing(let name): fail(.missingArgument(name, callee.text), at: span)
    case .extra(let index):
      fail(.extraArgument(callee.text), at: arguments[index].value.span)
    case .label(let index, let expected):
      fail(
        .wrongLabel(arguments[index].label, expected: expected, callee.text),
        at: arguments[index].value.span)
    }
  }
}

extension TypeChecker {
  func explainOrder(of arguments: [SourceExpression.Argument], _ callee: Callee) -> Bool {
    guard let disorder = ArgumentMatching.disorder(of: arguments, for: callee.parameters) else {
      return false
    }
    fail(
      .argumentOrder(disorder.label, before: disorder.before, callee.name),
      at: arguments[disorder.argument].value.span)
    return true
  }
}

/// The values of default arguments of the library, as its declarations write them.
enum DefaultArgument {
  static func value(_ text: String, _ type: Type, _ span: Span) -> TypedExpression {
    let kind: TypedExpression.Kind
    switch text {
    case "true": kind = .bool(true)
    case "false": kind = .bool(false)
    case "Int.max": kind = .int(.max)
    case "nil": kind = .none
    default:
      if let number = Int(text) {
        kind = .int(number)
      } else {
        kind = .string(
          String(text.dropFirst().dropLast()).replacing("\\n", with: "\n"))
      }
    }
    return TypedExpression(kind, type: type, span: span)
  }
}

extension Diagnostic.Message {
  static func requirementFails(_ name: String) -> Self {
    Self(id: "type-mismatch", text: "\(name) does not take values of these types")
  }

  static func cannotInfer(_ name: String) -> Self {
    Self(id: "type-mismatch", text: "the types in this call of \(name) cannot be inferred")
  }

  static func missingArgument(_ label: String, _ name: String) -> Self {
    Self(id: "wrong-arguments", text: "\(name) also needs the argument \(label)")
  }

  static func extraArgument(_ name: String) -> Self {
    Self(id: "wrong-arguments", text: "\(name) does not take this argument")
  }

  static func argumentOrder(_ label: String, before other: String, _ name: String) -> Self {
    Self(id: "wrong-arguments", text: "in a call of \(name), \(label): stands before \(other):")
  }

  static func wrongLabel(_ label: String?, expected: String?, _ name: String) -> Self {
    let wanted = expected.map { "the label \($0):" } ?? "no label"
    let given = label.map { ", not \($0):" } ?? ""
    return Self(id: "wrong-arguments", text: "\(name) wants \(wanted) here\(given)")
  }
}
