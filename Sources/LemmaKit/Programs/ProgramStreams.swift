import Foundation

/// The files that stand for a program's standard input, output and error.
///
/// Files, not pipes: a process that outlives the program cannot hold them open, and what is written
/// counts at once.
struct ProgramStreams: ~Copyable {
  let input: NamelessFile
  let output: NamelessFile
  let errors: NamelessFile

  init(input bytes: [UInt8]) throws(CommandFailure) {
    let input = try NamelessFile(holding: bytes)
    let output = try NamelessFile()
    let errors = try NamelessFile()
    self.input = input
    self.output = output
    self.errors = errors
  }

  /// The limit of the output, where one of the two is longer.
  func limit(_ limits: ProgramLimits) -> ProgramLimit? {
    max(output.length, errors.length) > limits.output ? .output(bytes: limits.output) : nil
  }
}

/// An open temporary file without a name, so that nothing else meets it and its space is freed with it.
struct NamelessFile: ~Copyable {
  let descriptor: Int32

  init(holding bytes: [UInt8] = []) throws(CommandFailure) {
    let folder = NSTemporaryDirectory()
    var template = Array((folder + "/lemma-XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .system("make a file in", folder, errno) }
    unlink(&template)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    // A program may open its output a second time, as `/dev/stdout`.
    _ = fcntl(descriptor, F_SETFL, O_APPEND)
    try FileSystem.write(bytes, to: descriptor, named: folder)
    lseek(descriptor, 0, SEEK_SET)
  }

  deinit { close(descriptor) }

  var length: Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  /// The first bytes, wherever the file is read and written now.
  func contents(upTo limit: Int) throws(CommandFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: min(limit, length))
    // A regular file gives at once all that it has.
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count >= 0 else { throw .system("read", "what a program wrote", errno) }
    return Array(bytes.prefix(count))
  }
}
