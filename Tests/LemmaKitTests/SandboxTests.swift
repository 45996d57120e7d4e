import Foundation
import Testing

@testable import LemmaKit

#if os(Linux)

  /// What bubblewrap keeps a program from. Each test shows first that the program does it without.
  @Suite(.enabled(if: Script.sandboxes.count == 2, "needs bubblewrap, and namespaces"))
  struct SandboxTests {
    private let sandbox = Script.sandboxes[0]
    private let none = Script.sandboxes[Script.sandboxes.count - 1]

    @Test func theNetworkCannotBeReached() throws {
      let listener = try LoopbackListener()
      let script = "bash -c 'exec 3<> /dev/tcp/127.0.0.1/\(listener.port) && echo connected'"
      #expect(try Script.run(script, in: none).text == "connected\n")
      let result = try Script.run(script, in: sandbox)
      #expect(result.text == "")
      #expect(result.ending == .exited(1))
    }

    @Test func theSystemCannotBeChanged() throws {
      let folder = try TemporaryFolder()
      let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
      for place in [checkout, folder.path] {
        let script = "echo > '\(place)/written-by-a-program' && echo changed"
        #expect(try Script.run(script, in: none).text == "changed\n")
        try FileManager.default.removeItem(atPath: place + "/written-by-a-program")
        #expect(try Script.run(script, in: sandbox, readable: [folder.path]).text == "")
        #expect(!FileManager.default.fileExists(atPath: place + "/written-by-a-program"))
      }
      let others = ["/etc", "/usr", "/dev", "/run", "/proc/sys/kernel", "/"]
      let script = others.map { "echo > \($0)/lemma-test && echo \($0)" }.joined(separator: "\n")
      #expect(try Script.run(script + "\ntrue", in: sandbox).text == "")
    }

    @Test func temporaryFilesAreItsOwnAndWhatItMayReadIsThere() throws {
      let folder = try TemporaryFolder()
      try folder.write("text", to: "file")
      let script = "cat \(folder["file"]); ls \(folder.path)"
      #expect(try Script.run(script, in: none).text == "textfile\n")
      #expect(try Script.run(script, in: sandbox).text == "")
      #expect(try Script.run(script, in: sandbox, readable: [folder.path]).text == "textfile\n")
      let work = try WorkFolder()
      #expect(try Script.run("echo > /tmp/kept", in: sandbox, folder: work).ending == .exited(0))
      #expect(FileManager.default.fileExists(atPath: work.temporary + "/kept"))
      #expect(!FileManager.default.fileExists(atPath: "/tmp/kept"))
    }

    @Test func onlyItsOwnProcessesCanBeSeen() throws {
      let script = "kill -0 \(getpid()) && echo seen"
      #expect(try Script.run(script, in: none).text == "seen\n")
      #expect(try Script.run("ls /proc | grep -c '^[0-9]'", in: sandbox).text.count < 3)
    }

    @Test func theFoldersOfTheProgramStayWhereTheyAre() throws {
      let folder = try WorkFolder()
      let script = "cd ..; mv work away || rm -r work home tmp; ln -s /etc work; ls -d *"
      let result = try Script.run(script, in: sandbox, folder: folder)
      #expect(result.text == "home\ntmp\nwork\n")
      #expect(FileSystem.kind(of: folder.path) == .folder)
    }

    @Test func aSandboxThatDoesNotWorkIsNotUsed() throws {
      let folder = try TemporaryFolder()
      try folder.write("#!/bin/sh\necho no namespaces >&2\nexit 1\n", to: "bwrap")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder["bwrap"])
      #expect(
        try Sandbox.probe(places: [folder["absent"], folder["bwrap"]])
          == .none(reason: "bubblewrap does not work here: no namespaces"))
      #expect(
        try Sandbox.probe(places: [folder["absent"]])
          == .none(reason: "bubblewrap is not installed"))
    }
  }

  /// A socket that accepts connections from this machine.
  private struct LoopbackListener: ~Copyable {
    let port: UInt16
    private let descriptor: Int32

    init() throws {
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      let result = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
          bind(descriptor, address, length) | listen(descriptor, 5)
            | getsockname(descriptor, address, &length)
        }
      }
      try #require(result == 0)
      self.descriptor = descriptor
      port = UInt16(bigEndian: address.sin_port)
    }

    deinit { close(descriptor) }
  }

#endif
