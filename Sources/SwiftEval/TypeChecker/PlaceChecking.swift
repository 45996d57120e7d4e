import Diagnostics

extension TypeChecker {
  /// Something that can be changed, or nil with the reason in `failures`.
  func place(_ source: SourceExpression) -> TypedPlace? {
    guard let (root, steps, type) = path(source) else { return nil }
    return TypedPlace(root: root, steps: steps, type: type, span: source.span)
  }

  private func path(
    _ source: SourceExpression
  ) -> (root: VariableID, steps: [TypedPlace.Step], type: Type)? {
    switch source.kind {
    case .parenthesized(let inner): return path(inner)
    case .name(let name): return variable(name, source.span)
    case .member(let base?, let name):
      guard let (root, steps, type) = path(base) else { return nil }
      guard case .tuple(let elements) = type,
        let index = Int(name.text) ?? elements.firstIndex(where: { $0.label == name.text }),
        elements.indices.contains(index)
      else {
        if members(name.text, of: type, isStatic: false).isEmpty {
          unknownMember(name, of: type)
        } else {
          fail(.notChangeable(name.text), at: source.span)
        }
        return nil
      }
      return (root, steps + [.tupleElement(index)], elements[index].type)
    case .subscript(let base, let arguments):
      guard let (root, steps, type) = path(base) else { return nil }
      guard case .array(let element) = type, arguments.count == 1, arguments[0].label == nil else {
        fail(.noSubscript(type), at: base.span)
        return nil
      }
      return index(arguments[0].value, element).map { (root, steps + [$0.step], $0.type) }
    case .forceUnwrap(let base):
      guard let (root, steps, type) = path(base) else { return nil }
      guard case .optional(let wrapped) = type else {
        fail(.unwrapsNonOptional(type), at: base.span)
        return nil
      }
      return (root, steps + [.forceUnwrap], wrapped)
    case .optionalLink:
      fail(.chainAssignment, at: source.span)
      return nil
    default:
      // Reports what is wrong with it as a value before what is wrong with it as a place.
      let before = failures.count
      _ = candidates(source)
      if failures.count == before { fail(.notAssignable, at: source.span) }
      return nil
    }
  }

  private func variable(
    _ name: SourceExpression.Name, _ span: Span
  ) -> (root: VariableID, steps: [TypedPlace.Step], type: Type)? {
    switch lookUp(name.text).first {
    case .variable(let id):
      let variable = variables[id.index]
      guard variable.isMutable || uninitialised.contains(id) else {
        fail(.immutable(name.text), at: span, help: ["declare it with var"])
        return nil
      }
      return (id, [], variable.type)
    case .poisoned: return nil
    case .function:
      fail(.notAssignable, at: span)
      return nil
    case nil:
      unknown(name)
      return nil
    }
  }

  private func index(
    _ source: SourceExpression, _ element: Type
  ) -> (step: TypedPlace.Step, type: Type)? {
    let found = candidates(source, expecting: nil)
    if let int = found.compactMap({ convert($0, to: .int) }).first {
      return (.element(int.expression), element)
    }
    for candidate in found {
      guard case .nominal(let name, let bounds) = candidate.type, bounds.first ?? .int == .int,
        relations.conforms(candidate.type, to: "RangeExpression") || name == "UnboundedRange"
      else { continue }
      return (.slice(candidate.expression), .nominal("ArraySlice", [element]))
    }
    if let first = found.first { fail(.cannotConvert(first.type, to: .int), at: source.span) }
    return nil
  }
}

extension Diagnostic.Message {
  static let notAssignable = Self(id: "not-assignable", text: "this cannot be assigned to")
  static let chainAssignment = Self(
    id: "outside-subset",
    text: "changing a value through ?. is not in the evaluated Swift; unwrap it first")

  static func immutable(_ name: String) -> Self {
    Self(id: "not-assignable", text: "\(name) is a constant and cannot be changed")
  }

  static func notChangeable(_ name: String) -> Self {
    Self(id: "not-assignable", text: "\(name) can only be read")
  }
}
