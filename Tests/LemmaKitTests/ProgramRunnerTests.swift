import Foundation
import Testing

@testable import LemmaKit

@Suite struct ProgramRunnerTests {
  @Test(arguments: Script.sandboxes)
  func inputOutputErrorsAndStatusAreKeptApart(sandbox: Sandbox) throws {
    let result = try Script.run("cat; echo trouble >&2; exit 3", input: "a line\n", in: sandbox)
    #expect(result.text == "a line\n")
    #expect(result.errorText == "trouble\n")
    #expect(result.ending == .exited(3))
  }

  @Test(arguments: Script.sandboxes)
  func aSignalIsNotAnExit(sandbox: Sandbox) throws {
    #expect(try Script.run("kill -SEGV $$", in: sandbox).ending == .signalled(11))
    #expect(try Script.run("exit 11", in: sandbox).ending == .exited(11))
  }

  @Test(arguments: Script.sandboxes)
  func theEnvironmentIsScrubbed(sandbox: Sandbox) throws {
    setenv("LEMMA_TEST_SECRET", "hidden", 1)
    let folder = try WorkFolder()
    let lines = try Script.run("env | sort", in: sandbox, folder: folder).text.split(
      separator: "\n")
    let ofTheShell: Set = ["PWD", "OLDPWD", "SHLVL", "_"]
    #expect(
      lines.filter { !ofTheShell.contains(String($0.prefix { $0 != "=" })) } == [
        "HOME=\(folder.home)", "LANG=C.UTF-8", "PATH=/usr/local/bin:/usr/bin:/bin",
        "PYTHONHASHSEED=0", "SOURCE_DATE_EPOCH=315532800", "TMPDIR=\(folder.temporary)", "TZ=UTC",
      ])
  }

  @Test(arguments: Script.sandboxes)
  func theFolderKeepsItsFilesForTheNextProgram(sandbox: Sandbox) throws {
    let folder = try WorkFolder()
    let script = "pwd; echo kept > file; echo > $HOME/a; echo > $TMPDIR/b"
    #expect(try Script.run(script, in: sandbox, folder: folder).text == folder.path + "\n")
    #expect(try Script.run("cat file; ls", in: sandbox, folder: folder).text == "kept\nfile\n")
  }

  @Test func theFolderIsRemovedWithItsLastOwner() throws {
    let root = try {
      let folder = try WorkFolder()
      _ = try Script.run("mkdir -p a/b; echo > a/b/c; ln -s / d; chmod 500 a/b", folder: folder)
      return folder.root
    }()
    #expect(!FileManager.default.fileExists(atPath: root))
  }

  @Test func whatCannotBeStartedIsAFailureOfTheMachine() throws {
    let runner = ProgramRunner(sandbox: .none(reason: "not needed"))
    let folder = try WorkFolder()
    #expect(
      throws: CommandFailure.machine("cannot run /no/such/program: No such file or directory")
    ) { try runner.run(Program("/no/such/program", in: folder)) }
    #expect(runner.startedPrograms == 0)
    _ = try runner.run(Program("/bin/sh", ["-c", "exit 1"], in: folder))
    #expect(runner.startedPrograms == 1)
  }

  @Test func programsOfManyThreadsDoNotMix() throws {
    let runner = ProgramRunner(sandbox: Script.sandboxes[0])
    let texts = Array(0..<24).parallelMap(workers: 8) { number in
      let result = (try? WorkFolder()).flatMap { folder in
        try? runner.run(Program("/bin/sh", ["-c", "echo \(number)"], in: folder))
      }
      return result?.text
    }
    #expect(texts == (0..<24).map { "\($0)\n" })
    #expect(runner.startedPrograms == 24)
  }
}
