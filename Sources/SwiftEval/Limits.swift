/// What a lesson's Swift may use. Budgets are counts, never times: an outcome does not depend on
/// the machine.
public struct Limits: Hashable, Sendable {
  /// Instructions of one cell, inline value or call from outside; the work of library functions
  /// counts per element.
  public var steps: Int
  /// Instructions of all calls from outside that follow one cell: what its displays may cost.
  public var callSteps: Int
  /// Calls within calls.
  public var depth: Int
  /// Elements of one array, and a sixteenth of the bytes of one string.
  public var elements: Int
  /// Bytes that one cell may print.
  public var output: Int

  /// Bits of an exact rational inside of `exact { }`.
  static let largestExactNumber = 1 << 20

  public init(
    steps: Int, callSteps: Int? = nil, depth: Int, elements: Int, output: Int
  ) {
    self.steps = steps
    self.callSteps = callSteps ?? 10 * steps
    self.depth = depth
    self.elements = elements
    self.output = output
  }

  public static let standard = Limits(
    steps: 100_000_000, depth: 10_000, elements: 4_000_000, output: 1_000_000)
}
