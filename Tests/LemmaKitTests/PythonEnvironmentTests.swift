import Foundation
import LessonSyntax
import Testing

@testable import LemmaKit

@Suite struct PythonEnvironmentTests {
  private let folder: TemporaryFolder
  private let runner: ProgramRunner

  init() throws {
    folder = try TemporaryFolder()
    runner = ProgramRunner(sandbox: try .probe())
    try folder.write("", to: "content/site.yaml")
  }

  /// A program in the folder that prints this answer.
  private func interpreter(_ answer: String, at name: String = "bin/python") throws -> String {
    try folder.write("#!/bin/sh\n\(answer)\n", to: name)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder[name])
    return FileSystem.resolved(folder[name])
  }

  private func environment(_ settings: SiteSettings.Python?) throws -> PythonEnvironment {
    try PythonEnvironment(settings, content: folder["content"])
  }

  /// What is said of an interpreter that answers so, where this is pinned.
  private func objection(
    _ answer: String, pins: [String] = ["numpy==2.4.6"], file: String? = nil
  ) throws -> String? {
    let settings = SiteSettings.Python(
      executable: try interpreter(answer), requirementsFile: file, requirements: pins)
    let environment = try environment(settings)
    do {
      try environment.check(with: runner)
      return nil
    } catch {
      guard case .machine(let text) = error else { return "\(error)" }
      return text.replacing(environment.executable, with: "PYTHON")
    }
  }

  @Test func theEnvironmentBesideTheLessonsIsTheDefault() throws {
    let system = try environment(nil).executable
    #expect(system.hasSuffix("/python3"))
    let beside = try interpreter("exit 0", at: ".venv/bin/python")
    #expect(try environment(nil).executable == beside)
    #expect(try environment(.init(executable: "python3")).executable == system)
  }

  @Test func anInterpreterInsideTheLessonsIsRefused() throws {
    let inside = try interpreter("exit 0", at: "content/bin/python")
    let links = [("link", inside), ("content/out", "/bin/sh"), ("content/lost", "/no/python")]
    for (link, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: folder[link], withDestinationPath: target)
    }
    for path in [
      inside, folder["link"], folder["content/out"], folder["content/lost"],
      folder["content/../content/out"],
    ] {
      #expect(
        throws: CommandFailure.usage(
          "the Python \(path) is inside the folder of the lessons: it is not run")
      ) { try environment(.init(executable: path)) }
    }
  }

  @Test func anInterpreterThatIsNotThereIsNamed() {
    #expect(throws: CommandFailure.machine("there is no program /no/python")) {
      try environment(.init(executable: "/no/python"))
    }
    #expect(
      throws: CommandFailure.machine("there is no program python0: install Python 3.10 or later")
    ) { try environment(.init(executable: "python0")) }
  }

  @Test func pinnedVersionsAreCompared() throws {
    let answers = [
      (#"["2.4.6"]"#, nil), (#"["2.4.6+local"]"#, nil),
      (#"["2.4.5"]"#, "numpy==2.4.6 (2.4.5 is installed)"),
      ("[null]", "numpy==2.4.6 (not installed)"),
    ]
    for (packages, missing) in answers {
      let said = try objection(#"echo '{"version": [3, 11], "packages": \#(packages)}'"#)
      let expected = missing.map {
        "PYTHON does not have what the site pins: \($0);"
          + " install it with\n  PYTHON -m pip install 'numpy==2.4.6'"
      }
      #expect(said == expected)
    }
  }

  @Test func aPackageForOtherSystemsNeedNotBeThere() throws {
    let answer = #"echo '{"version": [3, 11], "packages": [null]}'"#
    #expect(try objection(answer, pins: [#"tzdata==2026.6; sys_platform == "win32""#]) == nil)
  }

  @Test func theCommandInstallsWhatIsPinned() throws {
    let said = try objection(
      #"echo '{"version": [3, 11], "packages": [null]}'"#, file: "requirements.txt")
    let content = folder["content"]
    #expect(
      said?.hasSuffix(
        "\n  PYTHON -m pip install --require-hashes --requirement \(content)/requirements.txt")
        ?? false)
  }

  @Test func whatIsNoUsablePythonIsReported() throws {
    #expect(
      try objection(#"echo '{"version": [3, 9], "packages": [null]}'"#)
        == "PYTHON is Python 3.9: Lemma needs 3.10 or later")
    #expect(try objection("echo no >&2; exit 1") == "PYTHON cannot run: no")
    #expect(try objection("exit 4") == "PYTHON cannot run: it exits with status 4")
  }

  @Test func theRealInterpreterIsAsked() throws {
    let environment = try environment(.init(requirements: ["no-such-package==1"]))
    #expect {
      try environment.check(with: runner)
    } throws: { error in
      guard case .machine(let text) = error as? CommandFailure else { return false }
      let beside = FileSystem.resolved(folder.path) + "/.venv"
      return text.contains("no-such-package==1 (not installed)")
        && text.hasSuffix(
          "-m venv \(beside) && \(beside)/bin/python -m pip install 'no-such-package==1'")
    }
    try PythonEnvironment(nil, content: folder["content"]).check(with: runner)
  }
}
