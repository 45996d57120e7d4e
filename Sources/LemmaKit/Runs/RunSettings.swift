/// Which run cells a build runs, and how.
public struct RunSettings: Sendable {
  public enum Mode: Sendable, Hashable {
    /// Every one, to compare with what is on record.
    case all
    /// Those whose record is missing or stale.
    case stale
    /// None: what is missing or stale is an error.
    case none
  }

  public var mode: Mode
  /// Run nothing without a sandbox.
  public var requiresSandbox: Bool
  /// Looks for a sandbox.
  var probe: @Sendable () throws(CommandFailure) -> Sandbox = { () throws(CommandFailure) in
    try Sandbox.probe()
  }

  public init(mode: Mode = .stale, requiresSandbox: Bool = false) {
    self.mode = mode
    self.requiresSandbox = requiresSandbox
  }
}
