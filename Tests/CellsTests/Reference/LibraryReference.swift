import Foundation

@testable import Cells
@testable import SwiftEval

/// The lists of the guide's page on the evaluated Swift, made from the declarations that the type
/// checker reads.
struct LibraryReference {
  private let library = Library.with(vocabulary: DisplayVocabulary.declarations)

  /// The members of types and protocols, by the heading that they stand under.
  private static let owners: [(heading: String, owners: [String])] = [
    ("`Int`", ["Int"]), ("`UInt64`", ["UInt64"]), ("`SplitMix64`", ["SplitMix64"]),
    ("`Double` and `Float`", ["Double"]),
    ("`FloatingPointRoundingRule`", ["FloatingPointRoundingRule"]),
    ("`FloatingPointSign`", ["FloatingPointSign"]), ("`Bool`", ["Bool"]),
    ("`Optional`", ["Optional"]),
    ("Sequences of every kind", ["Sequence"]),
    ("Collections of every kind", ["Collection", "BidirectionalCollection"]),
    ("`Array`", ["Array"]),
    ("`ArraySlice`", ["ArraySlice"]), ("`Range`", ["Range"]), ("`ClosedRange`", ["ClosedRange"]),
    ("Partial ranges", ["PartialRangeFrom", "PartialRangeUpTo", "PartialRangeThrough"]),
    ("`String`", ["String"]), ("`Substring`", ["Substring"]),
    ("Strings of both kinds", ["StringProtocol"]), ("`Character`", ["Character"]),
  ]

  private static let charts = [
    "Chart", "HStack", "ChartContent", "PlottableValue", "LinePlot", "AreaPlot", "PointMark",
    "LineMark", "BarMark", "RuleMark", "RectangleMark", "ForEach", "StrokeStyle",
  ]
  private static let tables = ["Table", "Column", "Notation", "Formula", "Derivation", "Claims"]

  /// A heading of the page, and the items of the list below it.
  typealias List = (heading: String, items: [String])

  var lists: [List] {
    Self.owners.map { heading, owners in (heading, items(of: members(of: owners))) }
      + functions + [
        ("Other types", [otherTypes.map { "`\($0)`" }.joined(separator: ", ")]),
        ("Checks", vocabulary(checks) + macros),
        ("Tables and formulas", vocabulary(Self.tables)),
        ("Charts", vocabulary(charts)),
      ]
  }

  /// What belongs to no type.
  private var functions: [List] {
    let elementary = Set(
      VocabularySource.elementaryDeclarations.map { VocabularySource.name(in: $0) })
    let own = VocabularySource.ownFunctions
    let global = library.declarations.filter { $0.owner == nil && $0.signature == nil }
    let comparisons = members(of: ["Equatable", "Comparable", "RangeExpression"])
    func list(_ heading: String, _ declarations: [LibraryDeclaration]) -> List {
      (heading, [Self.unique(declarations.map(Self.name)).joined(separator: ", ")])
    }
    let functions = global.filter { !$0.isOperator }
    return [
      list("Functions of Lemma", functions.filter { own.contains($0.name) }),
      list("Elementary functions", functions.filter { elementary.contains($0.name) }),
      list(
        "Global functions",
        functions.filter { !own.contains($0.name) && !elementary.contains($0.name) }),
      list("Comparisons, patterns and ranges", global.filter(\.isOperator) + comparisons),
    ]
  }

  /// Types whose members the page lists under another one's heading, for they are the same.
  func hasSameMembers(_ name: String, as other: String) -> Bool {
    let (own, others) = (members(of: [name]).map(Self.name), members(of: [other]).map(Self.name))
    return Set(own) == Set(others)
  }

  private func members(of owners: [String]) -> [LibraryDeclaration] {
    library.declarations.filter { owners.contains($0.owner ?? "") }
  }

  private var otherTypes: [String] {
    let listed = Set(Self.owners.flatMap(\.owners) + ["Float"])
    return library.types.values.filter { type in
      !type.isVocabulary && !type.isProtocol && !type.name.hasPrefix("_")
        && !listed.contains(type.name)
    }.map(\.name).sorted()
  }
}

// MARK: The vocabulary

extension LibraryReference {
  private var vocabularyTypes: [String] {
    library.types.values.filter { $0.isVocabulary && !$0.name.hasSuffix("Builder") }.map(\.name)
      .sorted()
  }

  private var checks: [String] {
    vocabularyTypes.filter { $0.hasSuffix("Check") || ["Strength", "Monotonicity"].contains($0) }
  }

  private var macros: [String] {
    library.declarations.filter { $0.signature != nil && $0.owner == nil }
      .map { "`#\(Self.signature(of: $0))`" }
  }

  /// What is listed nowhere else belongs to charts.
  private var charts: [String] {
    let listed = Set(Self.charts + Self.tables + checks + ["Expectation"])
    return Self.charts + vocabularyTypes.filter { !listed.contains($0) }
  }

  /// A line for each type: the labels of what makes it, then its cases and its modifiers.
  private func vocabulary(_ types: [String]) -> [String] {
    types.map { type in
      let members = members(of: [type])
      let makers = members.filter { $0.kind == .initializer }.flatMap(\.parameters)
      let labels = Self.unique(makers.map { "`\($0.label ?? "_"):`" })
      let cases = members.filter { $0.kind == .property }.map { "`.\($0.name)`" }
      let functions = members.filter { $0.kind == .function }
      let modifiers = Self.unique(
        functions.map { ($0.isStatic ? "`." : "`") + Self.signature(of: $0) + "`" })
      let parts = [labels, cases, modifiers].filter { !$0.isEmpty }
      return "`\(type)`: " + parts.map { $0.joined(separator: ", ") }.joined(separator: "; ")
    }
  }
}

// MARK: Names

extension LibraryReference {
  private func items(of members: [LibraryDeclaration]) -> [String] {
    func names(_ label: String, _ kinds: (LibraryDeclaration) -> Bool) -> String? {
      let names = Self.unique(members.filter(kinds).map(Self.name))
      return names.isEmpty ? nil : "\(label): " + names.joined(separator: ", ")
    }
    return [
      names("made by") { $0.kind == .initializer },
      names("of the type") { $0.isStatic && !$0.isOperator && $0.kind != .initializer },
      names("properties") { $0.kind == .property && !$0.isStatic },
      names("elements") { $0.kind == .subscript },
      names("functions") { $0.kind == .function && !$0.isStatic && !$0.isMutating },
      names("functions that change it") { $0.kind == .function && $0.isMutating },
      names("operators") { $0.isOperator },
    ].compactMap { $0 }
  }

  private static func name(_ declaration: LibraryDeclaration) -> String {
    "`\(signature(of: declaration))`"
  }

  private static func signature(of declaration: LibraryDeclaration) -> String {
    switch declaration.kind {
    case .property, .infix, .prefix, .postfix: return declaration.name
    case .subscript:
      return "[\(declaration.parameters.map { $0.type.text }.joined(separator: ", "))]"
    case .function:
      let labels = declaration.parameters.map { ($0.label ?? "_") + ":" }.joined()
      return "\(declaration.name)(\(labels))"
    case .initializer:
      // What is converted tells initialisers without labels apart.
      let labels = declaration.parameters.map {
        $0.label.map { $0 + ":" } ?? "_: " + typeText(of: $0, in: declaration)
      }
      let isConversion = declaration.parameters.contains { $0.label == nil }
      return "init(\(labels.joined(separator: isConversion ? ", " : "")))"
    }
  }

  /// `Int`, or `some Sequence` for a type parameter.
  private static func typeText(
    of parameter: LibraryDeclaration.Parameter, in declaration: LibraryDeclaration
  ) -> String {
    for case .conforms(parameter.type, to: let name) in declaration.requirements {
      return "some \(name)"
    }
    return parameter.type.text
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
