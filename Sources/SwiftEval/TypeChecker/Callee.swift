import Diagnostics

/// Something that can be called, whoever declared it.
struct Callee {
  enum Target {
    case user(UserFunction)
    case library(Int)
  }

  var target: Target
  var name: String
  var parameters: [LibraryDeclaration.Parameter]
  var result: Type
  /// Known from the receiver.
  var bindings: Bindings = [:]
  var requirements: [LibraryDeclaration.Requirement] = []
  var isMutating = false
  /// What prefers one overload to another, arguments aside.
  var score = Score()

  init(_ function: UserFunction) {
    target = .user(function)
    name = function.name
    parameters = function.parameters
    result = function.result
  }

  init(_ index: Int, in library: Library, relations: TypeRelations) {
    let declaration = library.declarations[index]
    target = .library(index)
    name = declaration.kind == .initializer ? declaration.owner ?? "init" : declaration.name
    parameters = declaration.parameters
    result = declaration.result
    requirements = declaration.requirements
    isMutating = declaration.isMutating
    score.disfavored = declaration.isDisfavored ? 1 : 0
    let own = declaration.generics.count
    score.generality = own * 4
    if declaration.isOwnedByProtocol, let owner = declaration.owner {
      score.generality += 20 - relations.depth(ofProtocol: owner)
    }
    if parameters.contains(where: \.isVariadic) { score.generality += 1 }
    score.generality += parameters.count { $0.defaultText != nil }
  }

  /// How the call is written in a diagnostic: `pow(_:_:)`.
  var text: String {
    parameters.isEmpty
      ? name + "()" : name + "(" + parameters.map { ($0.label ?? "_") + ":" }.joined() + ")"
  }
}

extension Callee {
  /// With the types: `pow(_: Double, _: Double) -> Double`.
  var signature: String {
    let list = parameters.map { ($0.label ?? "_") + ": " + $0.type.declaredText }
    return name + "(" + list.joined(separator: ", ") + ") -> " + result.declaredText
  }
}

/// Which argument goes to which parameter.
struct ArgumentMatching {
  /// For each parameter, the arguments that it takes.
  var arguments: [[Int]]

  enum Mismatch: Error, Hashable {
    case missing(String)
    case extra(Int)
    case label(Int, expected: String?)
  }

  /// Two labels that stand the wrong way round; nil where the order is right, or is not what is wrong.
  static func disorder(
    of arguments: [SourceExpression.Argument], for parameters: [LibraryDeclaration.Parameter]
  ) -> (argument: Int, label: String, before: String)? {
    var free = Array(parameters.indices)
    var last: (place: Int, label: String)?
    var found: (argument: Int, label: String, before: String)?
    for (index, argument) in arguments.enumerated() {
      guard let label = argument.label else { continue }
      guard let choice = free.firstIndex(where: { parameters[$0].label == label }) else {
        return nil
      }
      let place = free.remove(at: choice)
      if let last, place < last.place {
        if found == nil { found = (index, label, last.label) }
      } else {
        last = (place, label)
      }
    }
    return found
  }

  static func match(
    _ arguments: [SourceExpression.Argument], to parameters: [LibraryDeclaration.Parameter]
  ) -> Result<Self, Mismatch> {
    var result = Self(arguments: parameters.map { _ in [] })
    var parameter = 0
    var seenTrailing = false
    for (index, argument) in arguments.enumerated() {
      let isFirstTrailing = argument.isTrailing && !seenTrailing
      seenTrailing = seenTrailing || argument.isTrailing
      var found: Int?
      var probe = parameter
      while probe < parameters.count {
        let candidate = parameters[probe]
        if isFirstTrailing {
          if candidate.isFunction || candidate.builder != nil { found = probe }
        } else if candidate.label == argument.label {
          found = probe
        }
        if found != nil { break }
        // A parameter may be passed over if it can be left out.
        guard
          candidate.defaultText != nil || candidate.isVariadic
            || !result.arguments[probe].isEmpty
        else { break }
        probe += 1
      }
      guard let found else {
        if probe < parameters.count, !isFirstTrailing, parameter < parameters.count {
          return .failure(.label(index, expected: parameters[probe].label))
        }
        return .failure(.extra(index))
      }
      result.arguments[found].append(index)
      if parameters[found].isVariadic {
        // What follows without a label goes there, too.
        parameter = found
        let next = index + 1
        if next < arguments.count, arguments[next].label != nil || arguments[next].isTrailing {
          parameter = found + 1
        } else if parameters[found].label != nil {
          parameter = found
        }
      } else {
        parameter = found + 1
      }
    }
    for (index, parameter) in parameters.enumerated()
    where result.arguments[index].isEmpty && parameter.defaultText == nil && !parameter.isVariadic {
      return .failure(.missing(parameter.label ?? "#\(index + 1)"))
    }
    return .success(result)
  }
}
