import Cells
import LessonSyntax

/// What an iterative walk does below a node.
enum Descent {
  case descend
  /// The children are passed over, and the node is not left.
  case skip
}

extension Lesson {
  /// Visits a node and everything below it in document order, without recursion.
  ///
  /// `leave` is called after a node's children for each node that was descended into.
  func walk(from root: Int, enter: (Int) -> Descent, leave: (Int) -> Void) {
    var node = root
    while true {
      let descent = enter(node)
      if descent == .descend {
        if let child = nodes[node].firstChild {
          node = child
          continue
        }
        leave(node)
      }
      while node != root, nodes[node].nextSibling == nil, let parent = nodes[node].parent {
        node = parent
        leave(node)
      }
      guard node != root, let sibling = nodes[node].nextSibling else { return }
      node = sibling
    }
  }

  /// The words below a node, without their markup: what a heading is called in a list of contents.
  ///
  /// - Parameter formula: what is written of a formula: its TeX, unless said otherwise.
  func plainText(
    of root: Int, results: LessonResults? = nil, formula: (Math) -> String = { $0.tex.text }
  ) -> String {
    var text = ""
    walk(
      from: root,
      enter: { index in
        switch nodes[index].kind {
        case .text(let content), .inlineCode(let content): text += content
        case .inlineMath(let math), .displayMath(let math): text += formula(math)
        case .softBreak, .lineBreak: text += " "
        case .inlineValue(let value):
          if let results, results.inlineValues.indices.contains(value),
            case .value(let published, _, _) = results.inlineValues[value]
          {
            text += published
            return .skip
          }
        default: break
        }
        return .descend
      }, leave: { _ in })
    return text
  }

  func isOnlyChild(_ index: Int) -> Bool {
    guard let parent = nodes[index].parent else { return false }
    return nodes[parent].firstChild == index && nodes[index].nextSibling == nil
  }

  /// The image that is all of a paragraph and has a caption or a label: a figure of its own.
  func figure(ofParagraph index: Int) -> Node.Image? {
    guard let child = nodes[index].firstChild, nodes[child].nextSibling == nil,
      case .image(let image) = nodes[child].kind,
      image.label != nil || !image.caption.isEmpty
    else { return nil }
    return image
  }
}
