import Testing

@testable import Cells
@testable import SwiftEval

/// The guide's gallery of charts shows everything that a chart can have.
@Suite struct ChartGalleryTests {
  private static let declarations = Library.with(
    vocabulary: [DisplayVocabulary.charts, DisplayVocabulary.marks, DisplayVocabulary.modifiers]
  ).declarations.filter {
    // A builder's functions are what the compiler calls; no lesson writes them.
    $0.signature != nil && !($0.owner ?? "").hasSuffix("Builder")
  }

  private let code: String

  init() throws { code = try ReferencePage("charts.md").evaluatedCells.joined(separator: "\n") }

  @Test func everyMarkModifierAndLabelIsShown() {
    #expect(Self.declarations.count > 40)
    #expect(Self.declarations.flatMap(Self.words).filter { !code.contains($0) } == [])
  }

  /// In the code, or in the prose where an example of each would say nothing new.
  @Test func everyChoiceIsNamed() throws {
    let page = try ReferencePage("charts.md").text
    let choices = Self.declarations.filter { $0.kind == .property }.map { ".\($0.name)" }
    #expect(choices.filter { !page.contains($0) } == [])
  }

  /// What a lesson writes to use a declaration: its name and its labels.
  private static func words(of declaration: LibraryDeclaration) -> [String] {
    let labels = declaration.parameters.compactMap(\.label).filter { $0 != "content" }
      .map { "\($0):" }
    return switch declaration.kind {
    case .initializer: ["\(declaration.owner ?? "")("] + labels
    case .function: [".\(declaration.name)("] + labels
    case .infix, .prefix, .postfix, .property, .subscript: []
    }
  }
}
