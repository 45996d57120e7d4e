import Foundation

/// The command line and the environment that run a program under its limits in a sandbox.
struct ProgramCommand {
  var executable: String
  var arguments: [String]
  var environment: [String: String]

  /// `mark` is what `ProcessTable` finds the program's processes by.
  init(_ program: Program, in sandbox: Sandbox, mark: Int) {
    let limits = program.limits
    executable = "/bin/sh"
    arguments =
      [
        "-c", Self.prelude, "sh", "\(mark)", "\(limits.cpuTime)", "\(limits.fileSize / 512)",
        "\((limits.memory + Self.reservedMemory) / 1024)",
      ] + sandbox.prefix(for: program) + [program.executable] + program.arguments
    environment = Self.environment(of: program)
  }

  /// Memory that a process may reserve beyond what it may use: stacks and arenas of threads, mapped files.
  private static let reservedMemory = 4 << 30

  /// Sets what the kernel limits for each process, and becomes the program.
  ///
  /// In POSIX only `-f`, in blocks of 512 bytes, is certain; a shell that has another letter or none goes
  /// on, since `Supervision` measures too. The mark is `-w` in dash and BusyBox, `-x` in Bash. At the soft limit
  /// of processor time a process gets a signal that names the cause; the hard one, a second later, ends
  /// it. Core dumps are off.
  private static let prelude = """
    { ulimit -w "$1" || ulimit -x "$1"; ulimit -c 0; ulimit -f "$3"; ulimit -v "$4"
    ulimit -t "$(($2 + 1))"; ulimit -S -t "$2"; } 2>/dev/null
    shift 4; exec "$@"
    """

  /// Nothing of the user's, and nothing that changes from run to run but the folder's path.
  private static func environment(of program: Program) -> [String: String] {
    let system = ["/usr/local/bin", "/usr/bin", "/bin"]
    // A compiler finds its linker beside itself.
    let own = [FileSystem.parent(of: program.executable) ?? "/"].filter { !system.contains($0) }
    let fixed = [
      "PATH": (own + system).joined(separator: ":"),
      "HOME": program.folder.home,
      "TMPDIR": program.folder.temporary,
      "LANG": "C.UTF-8",
      "TZ": "UTC",
      // The first moment that a ZIP archive can name: 1980-01-01.
      "SOURCE_DATE_EPOCH": "315532800",
      "PYTHONHASHSEED": "0",
    ]
    return fixed.merging(program.environment) { _, added in added }
  }
}
