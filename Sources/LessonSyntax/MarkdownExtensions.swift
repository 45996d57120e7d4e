import CCmarkGFM
import Foundation

/// The syntax extensions of every document: GitHub's, and mathematics.
enum MarkdownExtensions {
  /// Held while cmark-gfm reads inlines: a parser adds its extensions' special characters to a table
  /// that all parsers share, and takes them out again when it is done.
  static let inlinePhase = NSLock()

  /// Safe from several tasks at once, and cheap after the first call.
  static func register() { _ = registered }

  /// - Precondition: `register()` was called.
  static func attach(to parser: OpaquePointer) {
    for name in ["table", "strikethrough", "autolink", "tasklist", "tagfilter"] {
      guard let known = cmark_find_syntax_extension(name) else { continue }
      cmark_parser_attach_syntax_extension(parser, known)
    }
    MathExtension.attach(to: parser)
  }

  private static let registered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()
}
