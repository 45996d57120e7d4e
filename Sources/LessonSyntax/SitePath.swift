/// The paths that a site's files may name: inside its folder, and the same on every system.
public enum SitePath {
  /// Why a path is refused; nil where it is fine.
  public static func objection(to path: String) -> String? {
    if path.isEmpty { return "is empty" }
    if path.hasPrefix("/") { return "is absolute" }
    if path.contains("\\") { return "contains a backslash" }
    if path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
      return "contains a control character"
    }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if parts.contains("..") { return "leaves the folder" }
    if parts.contains("") || parts.contains(".") { return "is not in its shortest form" }
    if let first = parts.first, first.contains(":") { return "contains a colon" }
    return nil
  }

  /// A name without folders, which does not begin with a dot.
  public static func isPlainFileName(_ name: String) -> Bool {
    objection(to: name) == nil && !name.contains("/") && !name.hasPrefix(".") && name.count <= 255
  }
}
