public import Diagnostics
import SwiftParser
import SwiftSyntax

/// A Swift file that is joined from cells of a lesson, as `lemma tangle` writes it.
public enum SwiftTangle {
  /// The code as it stands, one empty line between cells, under the imports that it needs.
  ///
  /// Where a call of an elementary function would be ambiguous under them (`log(9)` could be a `Double`
  /// or a `CGFloat`), the `Double` overload that it means in the lesson follows at the end.
  public static func text(of cells: [Excerpt]) -> String {
    let code = cells.map { trimmed($0.text) }.filter { !$0.isEmpty }.joined(separator: "\n\n")
    let usage = LibraryUsage.usage(of: code)
    let heading = usage.needsFoundation && !usage.importsFoundation ? "import Foundation\n\n" : ""
    guard !usage.ambiguousFunctions.isEmpty else { return heading + code + "\n" }
    let overloads = VocabularySource.elementaryFunctions(
      named: usage.ambiguousFunctions, modifier: "private ")
    return heading + code + "\n\n// What the elementary functions above mean in the lesson.\n"
      + overloads
  }

  /// Without empty lines at both ends.
  private static func trimmed(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let isBlank = { (line: Substring) in line.allSatisfy(\.isWhitespace) }
    guard let first = lines.firstIndex(where: { !isBlank($0) }),
      let last = lines.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return lines[first...last].joined(separator: "\n")
  }
}

/// What of Foundation a text uses.
private final class LibraryUsage: SyntaxVisitor {
  private(set) var importsFoundation = false
  private(set) var needsFoundation = false
  private(set) var ambiguousFunctions: Set<String> = []

  static func usage(of code: String) -> LibraryUsage {
    let usage = LibraryUsage(viewMode: .sourceAccurate)
    guard NestingScan.placeTooDeep(in: code) == nil else { return usage }
    var parser = Parser(code, maximumNestingLevel: SourceReader.greatestHeight / 2)
    let tree = SourceFileSyntax.parse(from: &parser)
    let declared = tree.statements.reduce(into: Set<String>()) { names, item in
      if case .decl(let declaration) = item.item { names.formUnion(declaration.declaredNames) }
    }
    usage.functions = VocabularySource.elementaryNames.subtracting(declared)
    usage.walk(tree)
    return usage
  }

  /// Elementary functions that the text does not declare itself.
  private var functions: Set<String> = []

  override func visit(_ node: ImportDeclSyntax) -> SyntaxVisitorContinueKind {
    if node.path.trimmedDescription == "Foundation" { importsFoundation = true }
    return .skipChildren
  }

  override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    if let callee = node.calledExpression.as(DeclReferenceExprSyntax.self) {
      if functions.contains(callee.baseName.plainName) {
        needsFoundation = true
        // Variables have types; literals alone could be anything.
        let isTyped = node.arguments.contains {
          !NameUses.uses(of: $0).words.allSatisfy(isOperator)
        }
        if !isTyped { ambiguousFunctions.insert(callee.baseName.plainName) }
      } else {
        use(callee.baseName.plainName)
      }
      walk(node.arguments)
      node.trailingClosure.map { walk($0) }
      walk(node.additionalTrailingClosures)
      return .skipChildren
    }
    if node.arguments.first?.label?.plainName == "format" { needsFoundation = true }
    return .visitChildren
  }

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    let name = node.baseName.plainName
    if functions.contains(name), !node.isMemberName {
      needsFoundation = true
      ambiguousFunctions.insert(name)
    } else {
      use(name)
    }
    return .visitChildren
  }

  override func visit(_ node: IdentifierTypeSyntax) -> SyntaxVisitorContinueKind {
    use(node.name.plainName)
    return .visitChildren
  }

  private func use(_ name: String) {
    if Self.foundationNames.contains(name) { needsFoundation = true }
  }

  private func isOperator(_ word: String) -> Bool {
    word.first.map { !$0.isLetter && $0 != "_" } ?? false
  }

  /// What programs of lessons use most of what is not in the standard library.
  private static let foundationNames: Set = [
    "Date", "Data", "URL", "FileManager", "ProcessInfo", "Decimal", "CGFloat", "NumberFormatter",
    "DateFormatter", "JSONEncoder", "JSONDecoder", "Calendar", "Locale", "UUID", "Thread",
    "Measurement",
    "components", "replacingOccurrences", "trimmingCharacters", "formatted", "padding", "M_PI",
    "exit", "fflush", "stdout", "stderr", "fputs", "getenv", "usleep", "clock", "time", "rand",
    "drand48", "nextafter", "fma", "ldexp", "frexp", "remainder", "rint", "write", "FileHandle",
  ]
}

extension DeclReferenceExprSyntax {
  /// The part behind the dot.
  fileprivate var isMemberName: Bool {
    parent?.as(MemberAccessExprSyntax.self)?.declName.id == id
  }
}
