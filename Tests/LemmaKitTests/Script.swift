import Foundation

@testable import LemmaKit

/// Shell scripts as programs, for tests of what runs them.
enum Script {
  /// Both ways to run; without bubblewrap on the machine there is one.
  static let sandboxes: [Sandbox] = {
    let none = Sandbox.none(reason: "to test without")
    guard case .bubblewrap(let path)? = try? Sandbox.probe() else { return [none] }
    return [.bubblewrap(path: path), none]
  }()

  /// Runs a script, to which `argument` is `$1`, in a folder of its own unless one is given.
  static func run(
    _ script: String, argument: String = "", input: String = "",
    in sandbox: Sandbox = .none(reason: "not needed"), folder: WorkFolder? = nil,
    readable: [String] = [], limits: ProgramLimits = ProgramLimits()
  ) throws -> ProgramResult {
    let program = Program(
      "/bin/sh", ["-c", script, "sh", argument], input: Array(input.utf8),
      in: try folder ?? WorkFolder(), readable: readable, limits: limits)
    return try ProgramRunner(sandbox: sandbox).run(program)
  }

  /// Some days of `sleep`, of a length that no other process has.
  static func newToken() -> String { "987654.\(UInt32.random(in: 1 << 31...UInt32.max))" }

  /// The command lines of the living processes that have the token among their arguments.
  static func processes(with token: String) -> [String] {
    let listing = try? FileManager.default.contentsOfDirectory(atPath: "/proc")
    return (listing ?? []).filter { Int($0) != nil }.compactMap { identifier in
      guard let line = FileManager.default.contents(atPath: "/proc/\(identifier)/cmdline") else {
        return nil
      }
      let text = String(decoding: line, as: UTF8.self).replacing("\0", with: " ")
      return text.contains(token) ? text : nil
    }
  }
}

extension ProgramResult {
  var text: String { String(decoding: output, as: UTF8.self) }
  var errorText: String { String(decoding: errors, as: UTF8.self) }
}
