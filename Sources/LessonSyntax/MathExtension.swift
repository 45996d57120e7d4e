import CCmarkGFM

/// `$…$`, `` $`…`$ `` and `$$…$$` as a syntax extension of cmark-gfm.
///
/// A formula becomes an inline HTML node that belongs to this extension, because table cells of
/// cmark-gfm refuse custom inlines; its type string tells it from HTML. Where it stands and what it holds is read again by
/// `MathSyntax` when spans are found, so that both agree by construction.
enum MathExtension {
  static func attach(to parser: OpaquePointer) {
    guard let math = shared.pointer else { return }
    cmark_parser_attach_syntax_extension(parser, math)
  }

  /// Made once and never freed or changed: every parser reads it.
  private struct Shared: @unchecked Sendable {
    let pointer: OpaquePointer?
  }

  static let typeString: StaticString = "math"

  private static let shared: Shared = {
    guard let math = cmark_syntax_extension_new("math") else { return Shared(pointer: nil) }
    let dollar = UnsafeMutableRawPointer(bitPattern: UInt(MathSyntax.dollar))
    let characters = cmark_llist_append(cmark_get_default_mem_allocator(), nil, dollar)
    cmark_syntax_extension_set_special_inline_chars(math, characters)
    cmark_syntax_extension_set_get_type_string_func(math) { _, _ in
      UnsafeRawPointer(MathExtension.typeString.utf8Start).assumingMemoryBound(to: CChar.self)
    }
    cmark_syntax_extension_set_match_inline_func(math) { math, _, parent, character, inlines in
      guard let parent, let inlines, character == MathSyntax.dollar,
        let node = MathExtension.match(in: parent, inlines)
      else { return nil }
      cmark_node_set_syntax_extension(node, math)
      return node
    }
    return Shared(pointer: math)
  }()

  private static func match(in block: OpaquePointer, _ inlines: OpaquePointer) -> OpaquePointer? {
    let start = Int(cmark_inline_parser_get_offset(inlines))
    guard let formula = formulas(of: block).formula(at: start) else { return nil }
    cmark_inline_parser_set_offset(inlines, Int32(formula.end))
    return cmark_node_new(CMARK_NODE_HTML_INLINE)
  }

  /// The block's formulas, found on its first dollar and kept with its node.
  private static func formulas(of block: OpaquePointer) -> MathSyntax {
    if let known = cmark_node_get_user_data(block) {
      return Unmanaged<Box>.fromOpaque(known).takeUnretainedValue().formulas
    }
    let content = cmark_node_get_string_content(block)
    let bytes = content.map { Array(String(cString: $0).utf8) } ?? []
    let box = Box(MathSyntax(bytes))
    cmark_node_set_user_data(block, Unmanaged.passRetained(box).toOpaque())
    cmark_node_set_user_data_free_func(block) { _, data in
      if let data { Unmanaged<Box>.fromOpaque(data).release() }
    }
    return box.formulas
  }

  /// A reference, because a C node holds it.
  private final class Box {
    let formulas: MathSyntax
    init(_ formulas: MathSyntax) { self.formulas = formulas }
  }
}
