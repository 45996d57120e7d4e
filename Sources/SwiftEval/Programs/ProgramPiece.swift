public import Diagnostics

/// A part of a lesson whose Swift a `swift run` cell may see: a shared file or a cell.
public struct ProgramPiece: Sendable, Hashable {
  public enum Role: Sendable, Hashable {
    case sharedFile
    case evalCell
    /// A cell that must fail is a program too, but later cells see nothing of it.
    case runCell(mustFail: Bool)
  }

  public var source: Excerpt
  public var role: Role
  /// The index among the lesson's cells; nil for a shared file.
  public var cell: Int?

  public init(source: Excerpt, role: Role, cell: Int? = nil) {
    self.source = source
    self.role = role
    self.cell = cell
  }

  /// What stands in it is seen further down.
  var isVisibleBelow: Bool { role != .runCell(mustFail: true) }

  var isRunCell: Bool {
    switch role {
    case .runCell: true
    case .sharedFile, .evalCell: false
    }
  }
}
