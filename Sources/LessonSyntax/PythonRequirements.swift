public import Diagnostics

/// A requirements file of pip's in its strictest form: each package with its version and its hashes,
/// as `pip install --require-hashes` wants it, and nothing else.
public struct PythonRequirements: Sendable {
  /// `numpy==2.4.6`, and `name==1.0; sys_platform == "win32"` where there is a condition.
  public private(set) var pins: [String] = []
  public private(set) var diagnostics: [Diagnostic] = []

  private let file: SourceFile

  public init(_ file: SourceFile) {
    self.file = file
    if let notUTF8 = file.encodingDiagnostic { diagnostics.append(notUTF8) }
    var line = 0
    while line < file.lineStarts.count {
      let first = line
      var text = Self.withoutComment(file.textOfLine(line))
      while text.hasSuffix("\\"), line + 1 < file.lineStarts.count {
        line += 1
        text = text.dropLast() + Self.withoutComment(file.textOfLine(line))
      }
      read(text, line: first)
      line += 1
    }
  }

  /// Whether a text names one package with one version: neither a range nor a wildcard.
  static func isPinned(_ text: String) -> Bool {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].isEmpty, let name = parts.first, let version = parts.last
    else { return false }
    return name.first?.isLetter ?? false
      && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.[],".contains($0)) }
      && version.first?.isNumber ?? false
      && version.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.+!".contains($0)) }
  }
}

extension PythonRequirements {
  /// A comment begins a line, or follows a space.
  private static func withoutComment(_ line: String) -> Substring {
    var isAfterSpace = true
    for index in line.indices {
      if line[index] == "#", isAfterSpace { return trimmed(line[..<index]) }
      isAfterSpace = line[index].isWhitespace
    }
    return trimmed(Substring(line))
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  private mutating func read(_ text: Substring, line: Int) {
    guard !text.isEmpty else { return }
    let options = text.firstRange(of: " --").map { text[$0.lowerBound...] } ?? ""
    let parts = text.dropLast(options.count)
      .split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
      .map { String(Self.trimmed($0)) }
    guard Self.isPinned(parts[0]) else {
      return report(
        .unpinned(parts[0]), line, "here stand packages alone: `numpy==2.4.6 --hash=sha256:…`")
    }
    let words = options.split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty, words.allSatisfy({ $0.hasPrefix("--hash=") }) else {
      return report(
        .unhashed(parts[0]), line, "`pip hash` gives those of a file: `--hash=sha256:…`")
    }
    pins.append(parts.joined(separator: "; "))
  }

  private mutating func report(_ message: Diagnostic.Message, _ line: Int, _ help: String) {
    diagnostics.append(
      Diagnostic(.error, message, in: file, at: file.spanOfLine(line), help: [help]))
  }
}

extension Diagnostic.Message {
  static func unpinned(_ text: String) -> Self {
    Self(id: "unpinned-requirement", text: "the requirement `\(text)` names no version")
  }

  static func unhashed(_ text: String) -> Self {
    Self(id: "unhashed-requirement", text: "the requirement `\(text)` has no hash")
  }
}
