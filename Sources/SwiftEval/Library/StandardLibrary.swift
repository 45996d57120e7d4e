/// The standard library of the evaluated Swift: its declarations, in Swift.
///
/// Read once, when an evaluator starts. What is not declared here does not exist for the type checker;
/// what is declared, the machine implements under its `LibraryDeclaration.canonicalName`.
enum StandardLibrary {
  static let declarations = [
    protocols, numbers, unsigned, strings, sequences, collections, ranges, functions, additions,
  ]
}
