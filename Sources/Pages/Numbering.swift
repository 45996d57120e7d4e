import Cells
import LessonSyntax

/// The numbers of a lesson's figures, tables, checks, equations and blocks, each kind from 1.
struct Numbering: Sendable {
  /// By cell, then by output; nil for what has no number.
  private(set) var outputs: [[Int?]] = []
  /// By node: blocks, captioned tables and images, labelled equations.
  private(set) var nodes: [Int: Int] = [:]

  private var counts: [NumberedKind: Int] = [:]

  init(_ lesson: Lesson, _ results: LessonResults) {
    outputs = Array(repeating: [], count: lesson.cells.count)
    for (index, node) in lesson.nodes.enumerated() {
      switch node.kind {
      case .cell(let cell):
        guard lesson.cells.indices.contains(cell) else { continue }
        let made = results.outputs.indices.contains(cell) ? results.outputs[cell] : []
        outputs[cell] = made.map { output in output.numberedKind.map { next($0) } }
      default:
        if let kind = lesson.numberedKind(of: index) { nodes[index] = next(kind) }
      }
    }
  }

  private mutating func next(_ kind: NumberedKind) -> Int {
    counts[kind, default: 0] += 1
    return counts[kind, default: 0]
  }
}

extension Lesson {
  /// The kind under which a node that is no cell is numbered.
  func numberedKind(of index: Int) -> NumberedKind? {
    switch nodes[index].kind {
    case .block(let block): return block.kind.numberedKind
    case .displayMath(let math): return math.label == nil ? nil : .equation
    case .inlineMath(let math): return math.label == nil ? nil : .equation
    case .table(let table): return table.caption == nil && table.label == nil ? nil : .table
    case .image(let image):
      if image.label != nil { return .figure }
      guard !image.caption.isEmpty, isOnlyChild(index), let parent = nodes[index].parent,
        case .paragraph = nodes[parent].kind
      else { return nil }
      return .figure
    default: return nil
    }
  }

  /// The label that a node which is no cell carries.
  func label(of index: Int) -> Label? {
    switch nodes[index].kind {
    case .block(let block): block.label
    case .displayMath(let math), .inlineMath(let math): math.label
    case .table(let table): table.label
    case .image(let image): image.label
    case .code(let code): code.label
    case .cell(let cell): cells.indices.contains(cell) ? cells[cell].label : nil
    default: nil
    }
  }
}

extension Node.BlockKind {
  var numberedKind: NumberedKind {
    switch self {
    case .theorem: .theorem
    case .definition: .definition
    case .lemma: .lemma
    case .proof: .proof
    case .example: .example
    case .exercise: .exercise
    case .solution: .solution
    }
  }
}
