import Foundation
import Testing

/// The `lemma` program, run as a person runs it.
enum LemmaProgram {
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Beside the tests, in the folder of the build.
  static let location: URL? = {
    let environment = Bundle.allBundles.map(\.bundleURL) + [Bundle.main.bundleURL]
    let arguments = CommandLine.arguments.map {
      URL(fileURLWithPath: $0).deletingLastPathComponent()
    }
    return (environment + environment.map { $0.deletingLastPathComponent() } + arguments)
      .map { $0.appendingPathComponent("lemma") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) && !$0.hasDirectoryPath }
  }()

  /// - Parameter folder: the one that it is run in.
  static func run(_ arguments: [String], in folder: String) throws -> Outcome {
    try outcome(of: try #require(location), arguments, in: folder)
  }

  /// What a command of a shell prints to both streams, in order, with `lemma` on the path.
  static func shellOutput(of command: String, in folder: String) throws -> String {
    let path = try #require(location).deletingLastPathComponent().path
    let script = "PATH='\(path)':$PATH; { \(command); } 2>&1"
    return try outcome(of: URL(fileURLWithPath: "/bin/sh"), ["-c", script], in: folder).output
  }

  /// The names in its help.
  static func subcommands() throws -> [String] {
    let help = try run(["--help"], in: "/").output
    let names = help.matches(of: /\n  ([a-z]+) {2,}/).map { String($0.1) }
    try #require(names.contains("build"))
    return names.filter { $0 != "help" }
  }

  private static func outcome(
    of executable: URL, _ arguments: [String], in folder: String
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let outputData = output.fileHandleForReading.readDataToEndOfFile()
    let errorData = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: outputData, as: UTF8.self),
      errors: String(decoding: errorData, as: UTF8.self))
  }
}
