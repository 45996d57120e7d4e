import Foundation

/// What shields the system from the programs that a lesson runs.
enum Sandbox: Sendable, Hashable {
  /// By the program `bwrap` at this path: no network, a read-only system, a private `/tmp`, and processes
  /// that see only each other.
  case bubblewrap(path: String)
  /// Nothing: limits hold, but a program may do what the user may. The reason is for the author.
  case none(reason: String)

  /// What works on this machine. Where bubblewrap is installed it is tried, since containers and some
  /// distributions forbid the namespaces that it needs.
  static func probe(
    places: [String] = ["/usr/bin/bwrap", "/usr/local/bin/bwrap"]
  ) throws(CommandFailure) -> Sandbox {
    #if os(Linux)
      guard let path = places.first(where: { access($0, X_OK) == 0 }) else {
        return .none(reason: "bubblewrap is not installed")
      }
      let sandbox = Sandbox.bubblewrap(path: path)
      let trial = Program("/bin/sh", ["-c", "exit 0"], in: try WorkFolder())
      let result = try ProgramRunner(sandbox: sandbox).run(trial)
      if result.ending == .exited(0) { return sandbox }
      let errors = String(decoding: result.errors, as: UTF8.self).split(separator: "\n")
      return .none(reason: "bubblewrap does not work here: \(errors.first ?? "it says nothing")")
    #else
      return .none(reason: "there is none for this system")
    #endif
  }

  /// The beginning of the command line that runs a program in it.
  func prefix(for program: Program) -> [String] {
    switch self {
    case .bubblewrap(let path): [path] + Self.options(for: program) + ["--"]
    case .none: Self.withoutSandbox
    }
  }

  /// How a program ended, from how the process that Lemma started did.
  ///
  /// Bubblewrap turns a signal into a status as shells do, 128 and its number, so that a program that
  /// exits with such a status seems to have been ended by the signal.
  func ending(of process: ProgramResult.Ending) -> ProgramResult.Ending {
    if case .bubblewrap = self, case .exited(let status) = process, (129...192).contains(status) {
      return .signalled(status - 128)
    }
    return process
  }
}

extension Sandbox {
  /// Mounts come in order: what comes later lies over what came before.
  private static func options(for program: Program) -> [String] {
    let folder = program.folder
    let system = [
      "--unshare-all", "--die-with-parent", "--new-session",
      // Root would keep its capabilities, and could undo all this.
      "--cap-drop", "ALL",
      "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc",
      // Sockets there lead to services of the system.
      "--tmpfs", "/run",
      // Shared memory too lies in the folder, and counts as its disk space.
      "--bind", folder.temporary, "/dev/shm", "--bind", folder.temporary, "/tmp",
    ]
    let readable = (visible(for: program) + [folder.root]).flatMap { ["--ro-bind", $0, $0] }
    let writable = folder.writable.flatMap { ["--bind", $0, $0] }
    // At the end, since making a place to mount at is writing.
    let sealed = ["--remount-ro", "/dev", "--remount-ro", "/run", "--chdir", folder.path]
    return system + readable + writable + sealed
  }

  /// What must be mounted again to be seen at all, parents before what they hold.
  private static func visible(for program: Program) -> [String] {
    let hidden = ["/tmp/", "/run/"]
    return (program.readable + [program.executable]).map(FileSystem.resolved)
      .filter { path in hidden.contains { path.hasPrefix($0) } }
      .sorted()
  }

  /// On Linux the program ends with Lemma, even where Lemma is killed.
  private static var withoutSandbox: [String] {
    let setpriv = "/usr/bin/setpriv"
    return access(setpriv, X_OK) == 0 ? [setpriv, "--pdeathsig", "KILL"] : []
  }
}
