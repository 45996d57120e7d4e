public import SwiftEval

/// What a cell may use beside the standard library: displays, marks, modifiers and checks.
///
/// The declarations are Swift: the type checker of the evaluated Swift reads them, and so does
/// `swiftc` in the published `Vocabulary.swift`, where they draw and check nothing.
public enum DisplayVocabulary {
  /// Pieces of one Swift file.
  public static let declarations = [charts, marks, modifiers, tables, formulas, claims] + checks

  /// The declarations as the evaluator takes them; reading them takes a while, so keep it.
  public static let vocabulary = Vocabulary(declarations: declarations)

  static let claims = """
    /// The checks of lessons with their verdicts; of every lesson where none is named. One check is
    /// named with its label: "curve.md#bounds".
    struct Claims {
      init(_ caption: String = "", of lessons: [String]? = nil) {}
    }

    """
}
