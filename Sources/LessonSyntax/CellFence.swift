import Diagnostics

/// What a fence's info string says that its code is.
struct CellFence {
  enum Role: Equatable {
    case cell(Cell.Mode)
    case output
    case math
    case listing
  }

  private(set) var role: Role = .listing
  private(set) var label: Label?
  private(set) var visibility: Cell.Visibility?
  private(set) var isUnchecked = false
  private(set) var options = Cell.Options()
  private(set) var diagnostics: [Diagnostic] = []

  private let file: SourceFile
  private var seen: Set<String> = []

  init(_ info: FenceInfo, in file: SourceFile) {
    self.file = file
    guard let language = info.words.first else { return }
    var rest = info.words.dropFirst()
    role = Self.role(language.text, mode: rest.first?.text)
    if case .cell = role { rest = rest.dropFirst() }
    if role == .listing, let mode = rest.first, reportMode(language.text, mode) {
      rest = rest.dropFirst()
    }
    for word in rest { read(word, language: language.text) }
  }

  private static func role(_ language: String, mode: String?) -> Role {
    switch (language, mode) {
    case ("swift", "eval"): .cell(.swiftEval)
    case ("swift", "run"): .cell(.swiftRun)
    case ("python", "run"): .cell(.pythonRun)
    case ("output", _): .output
    case ("math", _): .math
    default: .listing
    }
  }

  /// True where a word stands where a mode should, and is none: reported.
  private mutating func reportMode(_ language: String, _ word: FenceInfo.Word) -> Bool {
    let modes: [String]
    switch language {
    case "swift": modes = ["eval", "run"]
    case "python": modes = ["run"]
    default: return false
    }
    let known = Self.flags + Self.settings
    guard !word.text.hasPrefix("#"), !word.text.contains("="), !known.contains(word.text) else {
      return false
    }
    let nearestMode = NearestName.nearest(to: word.text, in: modes)
    if nearestMode == nil, NearestName.nearest(to: word.text, in: known) != nil { return false }
    if language != "swift", nearestMode == nil { return false }
    diagnostics.append(
      Diagnostic(
        .error, .unknownMode(word.text, language: language), in: file, at: word.span,
        help: [
          "write `\(language) \(nearestMode ?? modes[0])` for a cell, `\(language)` for a listing"
        ]))
    return true
  }
}

extension CellFence {
  private static let flags = ["show", "fold", "hide", "unchecked", "fails", "volatile"]
  private static let settings = ["timeout", "tolerance", "file"]

  private mutating func read(_ word: FenceInfo.Word, language: String) {
    if word.text.hasPrefix("#") { return readLabel(word, language: language) }
    let parts = word.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? ""
    let value = parts.count > 1 ? String(parts[1]) : nil
    guard Self.allowed(in: role).contains(name) else { return reportUnknown(word, name, language) }
    let group = Cell.Visibility(rawValue: name) == nil ? name : "visibility"
    guard seen.insert(group).inserted else {
      report(.duplicateOption(name), word, label: "given before")
      return
    }
    if Self.flags.contains(name) {
      if value != nil { report(.badOptionValue(name, "takes no value"), word) } else { set(name) }
    } else {
      set(name, to: value ?? "", word)
    }
  }

  private static func allowed(in role: Role) -> [String] {
    switch role {
    case .cell(.swiftEval): ["show", "fold", "hide", "file", "tolerance"]
    case .cell:
      ["show", "fold", "hide", "file", "fails", "volatile", "timeout", "tolerance"]
    case .listing: ["show", "fold", "hide", "unchecked", "file"]
    case .output, .math: []
    }
  }

  private mutating func readLabel(_ word: FenceInfo.Word, language: String) {
    guard let label = Label(word: word.text, span: word.span) else {
      if isStrict(language) { report(.badLabel(word.text), word) }
      return
    }
    if role == .output { return report(.unknownOption(word.text), word) }
    if self.label != nil {
      return report(.duplicateOption("#label"), word, label: "a second label")
    }
    self.label = label
  }

  private mutating func set(_ flag: String) {
    if let visibility = Cell.Visibility(rawValue: flag) { self.visibility = visibility }
    switch flag {
    case "unchecked": isUnchecked = true
    case "fails": options.fails = true
    case "volatile": options.isVolatile = true
    default: break
    }
  }

  private mutating func set(_ name: String, to value: String, _ word: FenceInfo.Word) {
    switch name {
    case "timeout":
      if let seconds = Double(value), seconds > 0, seconds <= 3600 {
        options.timeout = seconds
      } else {
        report(.badOptionValue(name, "takes a number of seconds, at most 3600: `timeout=10`"), word)
      }
    case "tolerance":
      if let tolerance = Double(value), tolerance >= 0, tolerance.isFinite {
        options.tolerance = tolerance
      } else {
        report(.badOptionValue(name, "takes a number: `tolerance=1e-12`"), word)
      }
    default:
      if SitePath.isPlainFileName(value) {
        options.file = value
      } else {
        report(.badOptionValue(name, "takes the name of a file: `file=sigmoid.py`"), word)
      }
    }
  }

  /// A code host's readers put words of their own after other languages: those pass.
  private func isStrict(_ language: String) -> Bool {
    role != .listing || language == "swift"
  }

  private mutating func reportUnknown(_ word: FenceInfo.Word, _ name: String, _ language: String) {
    let allowed = Self.allowed(in: role)
    let nearest = NearestName.nearest(to: name, in: allowed)
    guard isStrict(language) || nearest != nil else { return }
    var help = nearest.map { ["did you mean `\($0)`?"] } ?? []
    if nearest == nil, !allowed.isEmpty {
      help = ["here stand \(allowed.map { "`\($0)`" }.joined(separator: ", ")) and `#label`"]
    }
    diagnostics.append(
      Diagnostic(
        isStrict(language) ? .error : .warning, .unknownOption(name), in: file, at: word.span,
        help: help))
  }

  private mutating func report(
    _ message: Diagnostic.Message, _ word: FenceInfo.Word, label: String? = nil
  ) {
    diagnostics.append(Diagnostic(.error, message, in: file, at: word.span, label: label))
  }
}

extension Diagnostic.Message {
  static func unknownMode(_ mode: String, language: String) -> Self {
    Self(id: "unknown-mode", text: "`\(mode)` is no mode of a \(language) fence")
  }

  static func unknownOption(_ name: String) -> Self {
    Self(id: "unknown-option", text: "`\(name)` is no option of this fence")
  }

  static func badOptionValue(_ name: String, _ wanted: String) -> Self {
    Self(id: "bad-option-value", text: "`\(name)` \(wanted)")
  }

  static func duplicateOption(_ name: String) -> Self {
    Self(id: "duplicate-option", text: "`\(name)` cannot be given twice")
  }

  static func badLabel(_ label: String) -> Self {
    Self(
      id: "bad-label",
      text: "`\(label)` is no label: `#` and then letters, digits, `-`, `_`, `.` or `:`")
  }
}
