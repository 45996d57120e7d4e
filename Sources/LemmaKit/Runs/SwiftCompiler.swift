import Diagnostics
import SwiftEval

/// The `swiftc` of this machine.
struct SwiftCompiler: Sendable {
  /// An absolute path.
  let executable: String
  let runner: ProgramRunner

  /// What compiling a module comes to.
  enum Compilation {
    /// The path of the program, with the warnings.
    case compiled(String, CompilerOutput)
    case refused(CompilerOutput)
    case stopped(ProgramLimit)
  }

  init(runner: ProgramRunner) throws(CommandFailure) {
    guard let path = Program.path(ofProgram: "swiftc") else {
      throw .machine(
        "there is no program swiftc, which runs `swift run` cells: install Swift 6 (swift.org/install),"
          + " or publish what is recorded with --no-run")
    }
    executable = path
    self.runner = runner
  }

  /// Compiles files as one module, into a folder of that name inside the work folder.
  ///
  /// The module has the name that `swiftc main.swift` gives it, since programs print it.
  func compile(
    _ files: [GeneratedFile], of sources: [SourceFile], to name: String, in folder: WorkFolder
  ) throws(CommandFailure) -> Compilation {
    try FileSystem.makeFolder(folder[name])
    for file in files {
      try FileSystem.write(Array(file.text.utf8), to: folder["\(name)/\(file.name)"])
    }
    let program = "\(name)/program"
    let options = [
      "-swift-version", "5", "-module-name", "main", "-whole-module-optimization", "-Onone",
      "-diagnostic-style", "llvm", "-o", program,
    ]
    let result = try runner.run(
      Program(executable, options + files.map { "\(name)/\($0.name)" }, in: folder))
    let text = String(decoding: result.errors + result.output, as: UTF8.self)
    let output = CompilerOutput(text, files: sources)
    switch result.ending {
    case .exited(0): return .compiled(folder[program], output)
    case .exited: return .refused(output)
    case .stopped(let limit): return .stopped(limit)
    case .signalled(let signal):
      let message = "error: swiftc was ended by signal \(signal)"
      return .refused(CompilerOutput(message, files: sources))
    }
  }
}
