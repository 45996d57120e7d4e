import Foundation
import LessonSyntax

/// The interpreter of a site's Python cells: where it is, and whether it has what the site pins.
struct PythonEnvironment: Sendable {
  /// An absolute path.
  let executable: String
  private let settings: SiteSettings.Python
  /// The folder of the lessons, as the user named it.
  private let content: String

  /// Finds the interpreter: the site's, else that of `.venv` beside the folder of the lessons, else `python3`.
  ///
  /// One inside the folder of the lessons is refused: who sends a lesson would say what runs it.
  init(_ settings: SiteSettings.Python?, content: String) throws(CommandFailure) {
    self.settings = settings ?? SiteSettings.Python()
    self.content = content
    let beside = Self.beside(content)
    let name = self.settings.executable ?? (Program.exists(beside) ? beside : "python3")
    guard let path = name.hasPrefix("/") ? name : Program.path(ofProgram: name) else {
      throw .machine("there is no program \(name): install Python 3.10 or later")
    }
    let root = FileSystem.resolved(content) + "/"
    let place = FileSystem.resolved(FileSystem.parent(of: path) ?? "/") + "/"
    guard !place.hasPrefix(root), !FileSystem.resolved(path).hasPrefix(root) else {
      throw .usage("the Python \(path) is inside the folder of the lessons: it is not run")
    }
    guard Program.exists(path) else { throw .machine("there is no program \(path)") }
    executable = path
  }

  /// For every start of it: no packages of the user's, nothing written beside the sources, text as UTF-8.
  static let options = ["-s", "-B", "-X", "utf8"]

  /// Where it and its packages are, on both ends of its links.
  var readable: [String] {
    [executable, FileSystem.resolved(executable)].compactMap(FileSystem.parent)
      .compactMap(FileSystem.parent)
  }
}

extension PythonEnvironment {
  /// Compares the installed versions with the pinned ones, by asking the interpreter.
  func check(with runner: ProgramRunner) throws(CommandFailure) {
    let pins = settings.requirements.map(Pin.init)
    let result = try runner.run(
      Program(
        executable, Self.options + ["-c", Self.question] + pins.map(\.name), in: try WorkFolder(),
        readable: readable))
    guard result.ending == .exited(0),
      let answer = try? JSONDecoder().decode(Answer.self, from: Data(result.output))
    else { throw cannotRun(result) }
    guard answer.version.lexicographicallyPrecedes([3, 10]) == false else {
      let version = answer.version.map(String.init).joined(separator: ".")
      throw .machine("\(executable) is Python \(version): Lemma needs 3.10 or later")
    }
    let missing = zip(pins, answer.packages).filter { !$0.isMet(by: $1) }.map { pin, installed in
      "\(pin.name)==\(pin.version) (\(installed.map { "\($0) is installed" } ?? "not installed"))"
    }
    guard missing.isEmpty else {
      throw .machine(
        "\(executable) does not have what the site pins: \(missing.joined(separator: ", "));"
          + " install it with\n  \(installation)")
    }
  }

  /// It does not even start.
  func cannotRun(_ result: ProgramResult) -> CommandFailure {
    let errors = String(decoding: result.errors, as: UTF8.self)
    let reason = errors.split(separator: "\n").last.map(String.init)
    switch result.ending {
    case .exited(let status):
      return .machine("\(executable) cannot run: \(reason ?? "it exits with status \(status)")")
    case .signalled(let signal):
      return .machine("\(executable) cannot run: it is ended by signal \(signal)")
    case .stopped(let limit):
      return .machine("\(executable) cannot run: it needs more than \(limit)")
    }
  }

  /// A script, whose arguments are names of packages.
  private static let question = """
    import importlib.metadata, json, sys

    def version(name):
        try:
            return importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            return None

    packages = [version(name) for name in sys.argv[1:]]
    print(json.dumps({"version": sys.version_info[:2], "packages": packages}))
    """

  private struct Answer: Decodable {
    var version: [Int]
    /// In the order of the question; nil where there is none.
    var packages: [String?]
  }

  /// `numpy==2.4.6`, taken apart.
  private struct Pin {
    var name: String
    var version: String
    /// Needed on some systems only, which is pip's to decide: where it is installed, in this version.
    var isConditional: Bool

    init(_ text: String) {
      let parts = text.split(separator: ";", maxSplits: 1)
      let sides = (parts.first ?? "").split(separator: "=", maxSplits: 1)
      name = sides.first.map { String($0.prefix { $0 != "[" }) } ?? ""
      version = sides.last.map { String($0.drop { $0 == "=" }) } ?? ""
      isConditional = parts.count > 1
    }

    /// A pin without a local part, `2.13.0`, takes any: `2.13.0+cpu`.
    func isMet(by installed: String?) -> Bool {
      guard let installed else { return isConditional }
      return installed == version || installed.prefix { $0 != "+" } == version
    }
  }
}

extension PythonEnvironment {
  /// The command that installs what is pinned: into an environment beside the lessons, unless the site
  /// has an interpreter of its own.
  private var installation: String {
    let beside = Self.beside(content)
    var command = executable + " -m pip install "
    if settings.executable == nil, executable != beside {
      let environment = beside.dropLast("/bin/python".count)
      command = "\(executable) -m venv \(environment) && \(beside) -m pip install "
    }
    if let file = settings.requirementsFile {
      return command + "--require-hashes --requirement \(content)/\(file)"
    }
    return command + settings.requirements.map { "'\($0)'" }.joined(separator: " ")
  }

  /// The interpreter of the environment `.venv` in the folder that holds the folder of the lessons.
  private static func beside(_ content: String) -> String {
    (FileSystem.parent(of: FileSystem.resolved(content)) ?? "") + "/.venv/bin/python"
  }
}
