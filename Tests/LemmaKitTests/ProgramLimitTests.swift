import Foundation
import Synchronization
import Testing

@testable import LemmaKit

// Elsewhere the processes of a program are not known, neither to Lemma nor to the tests.
#if os(Linux)

  @Suite struct ProgramLimitTests {
    /// A script that goes too far, and the limit that stops it.
    struct Offender: Sendable, CustomTestStringConvertible {
      var script: String
      var limits: ProgramLimits
      var limit: String
      var testDescription: String { script }

      init(_ script: String, _ limit: String, _ set: (inout ProgramLimits) -> Void) {
        self.script = script
        self.limit = limit
        limits = ProgramLimits()
        set(&limits)
      }
    }

    /// `$1` is what the processes that they start are found by: a length of sleep.
    static let offenders = [
      Offender("sleep $1", "1 second of wall time") { $0.wallTime = 1 },
      Offender("trap '' TERM HUP INT QUIT; while :; do sleep $1; done", "1 second of wall time") {
        $0.wallTime = 1
      },
      Offender("while :; do :; done", "1 second of processor time") { $0.cpuTime = 1 },
      Offender("while :; do seq 100000 > /dev/null; done", "1 second of processor time") {
        $0.cpuTime = 1
      },
      Offender("t=$1; f() { sleep $t & f | f; }; f", "20 processes") { $0.processes = 20 },
      Offender("while :; do (setsid sleep $1 &); done", "20 processes") { $0.processes = 20 },
      Offender("yes", "1 MiB of output") { _ in },
      Offender("yes >&2", "100000 bytes of output") { $0.output = 100_000 },
      Offender("cat /dev/zero > big", "2 MiB in one file") { $0.fileSize = 2 << 20 },
      Offender("trap '' XFSZ; cat /dev/zero > $HOME/big; sleep $1", "2 MiB in one file") {
        $0.fileSize = 2 << 20
      },
      Offender(
        "i=0; while :; do i=$((i + 1)); head -c 300000 /dev/zero > $i; done", "4 MiB of disk space"
      ) { $0.diskSpace = 4 << 20 },
      Offender("i=0; while :; do i=$((i + 1)); : > $TMPDIR/$i; done", "1 MiB of disk space") {
        $0.diskSpace = 1 << 20
      },
      Offender("exec 3> a; rm a; cat /dev/zero >&3 & sleep $1", "4 MiB of disk space") {
        $0.diskSpace = 4 << 20
      },
      Offender("tail /dev/zero", "128 MiB of memory") { $0.memory = 128 << 20 },
    ]

    @Test(arguments: Script.sandboxes, offenders)
    func aLimitStopsItsOffenderWhole(sandbox: Sandbox, offender: Offender) throws {
      let token = Script.newToken()
      let result = try Script.run(
        offender.script, argument: token, in: sandbox, limits: offender.limits)
      guard case .stopped(let limit) = result.ending else {
        Issue.record("\(result.ending): \(result.errorText.prefix(500))")
        return
      }
      #expect(limit.description == offender.limit)
      #expect(result.output.count <= offender.limits.output)
      #expect(result.errors.count <= offender.limits.output)
      #expect(Script.processes(with: token) == [])
    }

    /// None of these is an offence: what a program leaves behind is ended with it.
    @Test(
      arguments: Script.sandboxes,
      [
        "sleep $1 & exit 0", "setsid sleep $1 & exit 0", "(setsid sh -c \"sleep $1 &\" &); exit 0",
        "env -i setsid sh -c \"env -i setsid sleep $1 & exit\"; exit 0",
        "cd /; (trap '' TERM HUP; setsid sleep $1 < /dev/null > /dev/null 2>&1 &); exit 0",
      ])
    func noProcessOutlivesItsProgram(sandbox: Sandbox, script: String) throws {
      let token = Script.newToken()
      #expect(try Script.run(script, argument: token, in: sandbox).ending == .exited(0))
      #expect(Script.processes(with: token) == [])
    }

    @Test(arguments: Script.sandboxes)
    func cancellingEndsWhatRuns(sandbox: Sandbox) throws {
      let token = Script.newToken()
      let runner = ProgramRunner(sandbox: sandbox)
      let program = Program(
        "/bin/sh", ["-c", "setsid sleep \(token) & sleep \(token)"], in: try WorkFolder())
      let outcome = Mutex<Result<ProgramResult, CommandFailure>?>(nil)
      let finished = DispatchSemaphore(value: 0)
      Thread {
        let result = Result { () throws(CommandFailure) in try runner.run(program) }
        outcome.withLock { $0 = result }
        finished.signal()
      }.start()
      while Script.processes(with: token).count < 2 { usleep(1000) }
      runner.cancel()
      #expect(Script.processes(with: token) == [])
      finished.wait()
      #expect(outcome.withLock { $0 } == .failure(.machine("/bin/sh was interrupted")))
    }
  }

#endif
