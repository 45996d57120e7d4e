import CCmarkGFM
import Foundation

/// Owns what cmark-gfm allocated for one document, and frees it.
struct ParsedDocument: ~Copyable {
  private let parser: OpaquePointer
  private let root: OpaquePointer

  /// Nil where cmark-gfm gives no tree, which it does only out of memory.
  ///
  /// - Parameter bytes: valid UTF-8 without NUL and without a byte order mark.
  init?(_ bytes: [UInt8]) {
    MarkdownExtensions.register()
    guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_UNSAFE) else { return nil }
    MarkdownExtensions.attach(to: parser)
    bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      cmark_parser_feed(parser, start.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    // The inline phase changes a table of special characters that all parsers share.
    let root = MarkdownExtensions.inlinePhase.withLock { cmark_parser_finish(parser) }
    guard let root else {
      cmark_parser_free(parser)
      return nil
    }
    self.parser = parser
    self.root = root
  }

  deinit {
    cmark_node_free(root)
    cmark_parser_free(parser)
  }

  /// The tree as values.
  func tree() -> MarkdownTree {
    var nodes: [MarkdownNode] = []
    guard let iterator = cmark_iter_new(root) else { return MarkdownTree(nodes: []) }
    defer { cmark_iter_free(iterator) }
    var path: [Int] = []
    var lastChildren: [Int?] = []
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE || event == CMARK_EVENT_NONE { break }
      guard let node = cmark_iter_get_node(iterator) else { break }
      guard event == CMARK_EVENT_ENTER else {
        path.removeLast()
        lastChildren.removeLast()
        continue
      }
      let index = nodes.count
      nodes.append(Self.value(of: node, parent: path.last ?? 0, depth: path.count))
      if let parent = path.last {
        if let last = lastChildren[path.count - 1] {
          nodes[last].nextSibling = index
        } else {
          nodes[parent].firstChild = index
        }
        lastChildren[path.count - 1] = index
      }
      if Self.isLeaf(node) { continue }
      path.append(index)
      lastChildren.append(nil)
    }
    return MarkdownTree(nodes: nodes)
  }

  /// The text that cmark-gfm reads a character reference such as `&amp;` as; nil where it is none.
  static func text(ofReference reference: String) -> String? {
    MarkdownExtensions.inlinePhase.withLock {
      let bytes = Array(reference.utf8)
      let root = bytes.withUnsafeBytes { buffer in
        buffer.baseAddress.flatMap {
          cmark_parse_document($0.assumingMemoryBound(to: CChar.self), buffer.count, 0)
        }
      }
      guard let root else { return nil }
      defer { cmark_node_free(root) }
      guard let paragraph = cmark_node_first_child(root),
        let text = cmark_node_first_child(paragraph), let literal = cmark_node_get_literal(text)
      else { return nil }
      let result = String(cString: literal)
      return result == reference ? nil : result
    }
  }
}

extension ParsedDocument {
  /// The kinds for which cmark's iterator makes no exit event.
  private static func isLeaf(_ node: OpaquePointer) -> Bool {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT,
      CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
      true
    default: false
    }
  }

  private static func value(of node: OpaquePointer, parent: Int, depth: Int) -> MarkdownNode {
    var value = MarkdownNode(
      kind: kind(of: node), parent: parent, depth: depth,
      startLine: Int(cmark_node_get_start_line(node)), endLine: Int(cmark_node_get_end_line(node)),
      startColumn: Int(cmark_node_get_start_column(node)), literal: "", content: [])
    switch value.kind {
    case .text, .code, .htmlInline, .htmlBlock, .codeBlock, .footnoteDefinition,
      .footnoteReference:
      value.literal = string(cmark_node_get_literal(node))
    case .paragraph, .heading, .tableCell:
      if let content = cmark_node_get_string_content(node) {
        value.content = Array(UnsafeRawBufferPointer(start: content, count: strlen(content)))
      }
    default: break
    }
    return value
  }

  private static func kind(of node: OpaquePointer) -> MarkdownNode.Kind {
    if cmark_node_get_syntax_extension(node) != nil, let kind = extensionKind(of: node) {
      return kind
    }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: return .document
    case CMARK_NODE_BLOCK_QUOTE: return .blockQuote
    case CMARK_NODE_LIST:
      return .list(
        isOrdered: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
        start: Int(cmark_node_get_list_start(node)), isTight: cmark_node_get_list_tight(node) != 0)
    case CMARK_NODE_ITEM: return .item
    case CMARK_NODE_CODE_BLOCK:
      return .codeBlock(isFenced: isFenced(node), info: string(cmark_node_get_fence_info(node)))
    case CMARK_NODE_HTML_BLOCK: return .htmlBlock
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_HEADING: return .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnoteDefinition
    default: return inlineKind(of: node)
    }
  }

  private static func isFenced(_ node: OpaquePointer) -> Bool {
    var length: Int32 = 0
    var offset: Int32 = 0
    var character: CChar = 0
    return cmark_node_get_fenced(node, &length, &offset, &character) != 0
  }

  private static func inlineKind(of node: OpaquePointer) -> MarkdownNode.Kind {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK:
      .link(url: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    case CMARK_NODE_IMAGE:
      .image(url: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
    default: .unknown
    }
  }

  /// The kinds of the extensions are known by name alone: a task item has the plain item's number.
  private static func extensionKind(of node: OpaquePointer) -> MarkdownNode.Kind? {
    switch string(cmark_node_get_type_string(node)) {
    case "table":
      let count = Int(cmark_gfm_extensions_get_table_columns(node))
      let letters = cmark_gfm_extensions_get_table_alignments(node)
      return .table(alignments: (0..<count).map { letters?[$0] ?? 0 })
    case "table_header": return .tableRow(isHeader: true)
    case "table_row": return .tableRow(isHeader: false)
    case "table_cell": return .tableCell
    case "tasklist":
      return .task(isChecked: cmark_gfm_extensions_get_tasklist_item_checked(node))
    case "strikethrough": return .strikethrough
    case MathExtension.typeString.description: return .math
    default: return nil
    }
  }

  private static func string(_ text: UnsafePointer<CChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }
}
