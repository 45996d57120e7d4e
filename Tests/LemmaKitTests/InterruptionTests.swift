import Foundation
import Testing

@testable import LemmaKit

#if os(Linux)

  @Suite struct InterruptionTests {
    /// Programs are in sessions of their own: what ends Lemma does not reach them by itself.
    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func aSignalThatEndsLemmaEndsItsPrograms(number: Int32) throws {
      let folder = try TemporaryFolder()
      try folder.writeSite([
        "one": "```swift run #wait\nimport Foundation\nThread.sleep(forTimeInterval: 600)\n```\n"
      ])
      // Work folders are made there, so that the program is known by its path.
      try folder.write("", to: "temporary/empty")
      let lemma = Process()
      // Where the tests themselves were started to ignore signals, Lemma is not.
      lemma.executableURL = URL(filePath: "/usr/bin/env")
      let program = try #require(LemmaProgram.location).path
      lemma.arguments = [
        "--default-signal=INT,TERM,HUP", program, "build", folder["content"], "--output",
        folder["site"],
      ]
      lemma.environment = ProcessInfo.processInfo.environment.merging(
        ["TMPDIR": folder["temporary"]]) { $1 }
      lemma.standardError = FileHandle.nullDevice
      try lemma.run()
      let temporary = FileSystem.resolved(folder["temporary"])
      func programs() -> [String] {
        Script.processes(with: temporary).filter { $0.hasPrefix(temporary) }
      }
      while lemma.isRunning, programs().isEmpty { usleep(10_000) }
      #expect(programs().count == 1)
      kill(lemma.processIdentifier, number)
      lemma.waitUntilExit()
      #expect(lemma.terminationReason == .uncaughtSignal)
      #expect(lemma.terminationStatus == number)
      #expect(programs() == [])
    }
  }

#endif
