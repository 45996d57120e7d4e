import Diagnostics

extension SiteSettings {
  /// `python:` with its interpreter and its pinned requirements.
  public struct Python: Sendable, Hashable {
    /// A command's name or an absolute path. Nil is `.venv/bin/python` beside the folder of the lessons
    /// where that exists, else `python3`.
    public var executable: String?
    /// The file in the folder of the lessons that the requirements stand in, as pip reads it.
    public var requirementsFile: String?
    /// As pip takes them: `numpy==2.4.6`.
    public var requirements: [String]

    public init(
      executable: String? = nil, requirementsFile: String? = nil, requirements: [String] = []
    ) {
      self.executable = executable
      self.requirementsFile = requirementsFile
      self.requirements = requirements
    }

    /// Reads the value of `python:`; a text alone is the executable.
    init(reading node: YAMLNode, _ reader: inout YAMLReader) {
      self.init()
      if case .scalar = node {
        readExecutable(node, &reader)
        return
      }
      let known = ["executable", "requirements"]
      for entry in reader.entries(of: node, name: "`python`", known: known) {
        if entry.key == "executable" {
          readExecutable(entry.value, &reader)
        } else {
          readRequirements(entry.value, &reader)
        }
      }
    }
  }
}

extension SiteSettings.Python {
  private mutating func readExecutable(_ node: YAMLNode, _ reader: inout YAMLReader) {
    guard let text = reader.string(node, for: "`executable`") else { return }
    guard !text.isEmpty, text.hasPrefix("/") || !text.contains("/") else {
      return reader.report(
        .expected("a command's name or an absolute path", for: "`executable`"), at: node)
    }
    executable = text
  }

  /// A list of pins, or the name of a file.
  private mutating func readRequirements(_ node: YAMLNode, _ reader: inout YAMLReader) {
    if case .scalar(let scalar) = node, !scalar.string.contains("==") {
      if let objection = SitePath.objection(to: scalar.string) {
        return reader.report(.badPath(scalar.string, objection), at: node)
      }
      requirementsFile = scalar.string
      return
    }
    for (text, span) in reader.strings(node, for: "`requirements`") {
      if PythonRequirements.isPinned(text) {
        requirements.append(text)
      } else {
        reader.report(.unpinned(text), at: span, help: ["pin its version: `numpy==2.4.6`"])
      }
    }
  }
}
