import Foundation
import SwiftEval

/// `swiftc` with the published vocabulary: what the evaluated Swift is measured against.
struct ReferenceCompiler {
  private let compiler: URL
  private let folder: URL

  /// Nil where there is no `swiftc` on the path.
  ///
  /// - Parameter vocabulary: the text of `Vocabulary.swift`.
  init?(vocabulary: String) throws {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let candidates = path.split(separator: ":").map { URL(filePath: "\($0)/swiftc") }
    guard
      let found = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) })
    else { return nil }
    compiler = found
    folder = FileManager.default.temporaryDirectory.appending(path: "differential-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write(vocabulary, to: "Vocabulary.swift")
    try write(Self.support, to: "Support.swift")
    try write("\n", to: "main.swift")
    for file in ["Vocabulary", "Support"] {
      let others = ["Vocabulary", "Support", "main"].filter { $0 != file }.map { $0 + ".swift" }
      _ = try swiftc(compile(primary: file + ".swift", others: others, to: file + ".o"))
    }
  }

  /// What was printed before a trap must arrive, so output is not buffered.
  private static let support = """
    #if canImport(Glibc)
    import Glibc
    #else
    import Darwin
    #endif
    func writeWithoutBuffer() { setvbuf(stdout, nil, _IONBF, 0) }
    func programNumber() -> Int { Int(CommandLine.arguments[1]) ?? -1 }
    """

  func remove() {
    try? FileManager.default.removeItem(at: folder)
  }

  /// What the compiler says is wrong, in type checking or in what it checks afterwards
  /// (initialisation before use, missing returns); empty where it takes the program.
  func errors(in source: String) throws -> String {
    try write(source, to: "main.swift")
    let arguments = [
      "-frontend", "-emit-sil", "-primary-file", "main.swift", "Vocabulary.swift",
      "-swift-version", "5", "-Onone", "-module-name", "main", "-suppress-warnings", "-o",
      "/dev/null",
    ]
    let result = try swiftc(arguments)
    return result.isSuccess ? "" : result.errors
  }

  func rejects(_ source: String) throws -> Bool { try !errors(in: source).isEmpty }

  /// Compiles the program as it stands and runs it; throws `CompilationFailure`.
  func outcome(of source: String) throws -> ProgramOutcome {
    try build("writeWithoutBuffer()\n" + source)
    return try run()
  }

  /// Compiles the programs together, each as the body of a function; runs one after another.
  func outcomes(of sources: [String]) throws -> [ProgramOutcome] {
    var text = "writeWithoutBuffer()\n"
    for (index, source) in sources.enumerated() {
      text += "func program\(index)() {\n\(source)}\n"
    }
    text += "switch programNumber() {\n"
    for index in sources.indices { text += "case \(index): program\(index)()\n" }
    try build(text + "default: break\n}\n")
    return try sources.indices.map { try run("\($0)") }
  }

  /// Compiles files as one module; runs the program with each of the arguments.
  func outcomes(of files: [GeneratedFile], arguments: [String]) throws -> [ProgramOutcome] {
    for file in files { try write(file.text, to: file.name) }
    let options = ["-swift-version", "5", "-wmo", "-module-name", "main", "-o", "program"]
    let compilation = try swiftc(options + files.map(\.name))
    guard compilation.isSuccess else { throw CompilationFailure(description: compilation.errors) }
    return try arguments.map { try run($0) }
  }
}

struct CompilationFailure: Error, CustomStringConvertible {
  let description: String
}

extension ReferenceCompiler {
  private func compile(primary: String, others: [String], to object: String) -> [String] {
    ["-frontend", "-c", "-primary-file", primary] + others
      + [
        "-swift-version", "5", "-Onone", "-module-name", "main", "-suppress-warnings",
        "-o", object,
      ]
  }

  private func build(_ source: String) throws {
    try write(source, to: "main.swift")
    let others = ["Vocabulary.swift", "Support.swift"]
    // A program that is meant to trap is compiled all the same where the trap is foreseeable.
    let passes = ["-Xllvm", "-sil-disable-pass=diagnostic-constant-propagation"]
    let compilation = try swiftc(
      compile(primary: "main.swift", others: others, to: "main.o") + passes)
    guard compilation.isSuccess else { throw CompilationFailure(description: compilation.errors) }
    let linking = try swiftc(["main.o", "Vocabulary.o", "Support.o", "-o", "program"])
    guard linking.isSuccess else { throw CompilationFailure(description: linking.errors) }
  }

  private func run(_ arguments: String...) throws -> ProgramOutcome {
    let result = try execute(folder.appending(path: "program"), arguments)
    return ProgramOutcome(output: result.output, isTrap: !result.isSuccess)
  }

  private func swiftc(_ arguments: [String]) throws -> ProcessResult {
    try execute(compiler, arguments)
  }

  private func write(_ text: String, to name: String) throws {
    try text.write(to: folder.appending(path: name), atomically: false, encoding: .utf8)
  }

  private struct ProcessResult {
    let output: String
    let errors: String
    let isSuccess: Bool
  }

  private func execute(_ executable: URL, _ arguments: [String]) throws -> ProcessResult {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    let errorFile = folder.appending(path: "errors.txt")
    try Data().write(to: errorFile)
    let output = Pipe()
    let errors = try FileHandle(forWritingTo: errorFile)
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try errors.close()
    return ProcessResult(
      output: String(decoding: data, as: UTF8.self),
      errors: try String(contentsOf: errorFile, encoding: .utf8),
      isSuccess: process.terminationReason == .exit && process.terminationStatus == 0)
  }
}
