/// What every module holds beside the author's text.
enum SupportFile {
  static let whole = file(without: [])

  /// - Parameter names: elementary functions that the author declares.
  static func file(without names: Set<String>) -> GeneratedFile {
    let functions = VocabularySource.elementaryFunctions(
      named: VocabularySource.elementaryNames.subtracting(names))
    return GeneratedFile(
      name: "Support.swift", text: "import Foundation\n" + functions + output)
  }

  static let begin = "_lemmaOutput.begin()"
  static let mute = "_lemmaOutput.mute()"
  static let unmute = "_lemmaOutput.unmute()"

  /// Lines are written as they are printed, so that a program that crashes has said what came before,
  /// and what the statements above a cell print belongs to those above.
  private static let output = """
    enum _lemmaOutput {
      static let standard = dup(1)

      static func begin() { setvbuf(stdout, nil, _IOLBF, 0) }

      static func mute() {
        _ = standard
        let nowhere = open("/dev/null", O_WRONLY)
        dup2(nowhere, 1)
        close(nowhere)
      }

      static func unmute() {
        fflush(stdout)
        dup2(standard, 1)
      }
    }

    """
}
