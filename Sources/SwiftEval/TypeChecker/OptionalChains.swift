import Diagnostics

extension TypeChecker {
  /// The link of an optional chain that is nearest to its end: `(a?.b)?` in `a?.b?.c`.
  func outermostLink(of source: SourceExpression) -> SourceExpression? {
    var current = source
    while true {
      switch current.kind {
      case .member(let base?, _): current = base
      case .call(let callee, _): current = callee
      case .subscript(let base, _): current = base
      case .forceUnwrap(let base): current = base
      case .optionalLink(let base):
        if current.id == source.id || chainLinks[current.id] != nil { return nil }
        // `a??.b` takes the inner optional apart first.
        guard case .optionalLink = base.kind, chainLinks[base.id] == nil else { return current }
        current = base
      default: return nil
      }
    }
  }

  /// A chain: nil where its link is, else the value of what follows, as an optional.
  func chain(_ source: SourceExpression, link: SourceExpression) -> [Candidate] {
    guard case .optionalLink(let base) = link.kind else { return [] }
    var result: [Candidate] = []
    for candidate in candidates(base) {
      guard case .optional(let wrapped) = candidate.type else {
        fail(.chainsNonOptional(candidate.type), at: link.span)
        continue
      }
      let variable = makeVariable("$link", type: wrapped, isMutable: false, isLocal: true)
      let savedLinks = chainLinks
      chainLinks[link.id] = variable
      let bodies = withFreshMemory { candidates(source) }
      chainLinks = savedLinks
      for body in bodies {
        let flattens = body.type.isOptional
        result.append(
          Candidate(
            .optionalChain(
              candidate.expression, variable: variable, body.expression, flattens: flattens),
            flattens ? body.type : .optional(body.type), source.span,
            candidate.score + body.score))
      }
    }
    return result.reduced
  }
}

extension Diagnostic.Message {
  static func chainsNonOptional(_ type: Type) -> Self {
    Self(id: "type-mismatch", text: "? follows an optional; this is of type \(type.text)")
  }
}
