import Foundation
import Testing

/// The `lemma` program as a person runs it: exit statuses, and what it leaves behind.
@Suite struct CommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func lemma(_ arguments: String...) throws -> LemmaProgram.Outcome {
    try run(arguments)
  }

  private func run(_ arguments: [String]) throws -> LemmaProgram.Outcome {
    try LemmaProgram.run(arguments, in: folder.path)
  }

  @Test func theLastGoodSiteStaysWhenALessonIsAtFault() throws {
    try folder.writeSite(["one": "Two and two is [4](<eval:2 + 2>).\n"])
    #expect(try lemma("build").status == 0)
    let good = folder.contents(of: "site")
    #expect(good.keys.contains("one.html"))
    #expect(try lemma("check").status == 0)

    try folder.write(
      "Two and two is [5](<eval:2 + 2>) and [6](<eval:3 + 4>).\n", to: "content/one.md")
    let build = try lemma("build")
    #expect(build.status == 1)
    #expect(build.errors.contains("content/one.md:1:17: error: 5 is not the value of 2 + 2"))
    #expect(build.errors.contains("content/one.md:1:39: error: 6 is not the value of 3 + 4"))
    #expect(build.output.contains("nothing was published: 2 errors in 1 file"))
    #expect(folder.contents(of: "site") == good)
    #expect(try lemma("check").status == 1)
  }

  @Test func aSiteThatIsNotWhatWouldBeBuiltFailsTheCheck() throws {
    try folder.writeSite(["one": "One.\n"])
    #expect(try lemma("check").status == 0)
    #expect(try lemma("check", "--output", "site").status == 1)
    #expect(try lemma("build").status == 0)
    #expect(try lemma("check", "--output", "site").status == 0)
    try folder.write("Two.\n", to: "content/one.md")
    let check = try lemma("check")
    #expect(check.status == 1)
    #expect(check.errors.contains("one.html"))
  }

  @Test func wrongUseIsStatusTwo() throws {
    try folder.writeSite(["one": "One.\n"])
    for arguments in [
      ["bulid"], ["build", "nowhere"], ["build", "--jobs", "0"],
      ["build", "--output", "content/x"],
      ["render", "none.md"], ["render"], ["check", "--format", "xml"],
    ] {
      let outcome = try run(arguments)
      #expect(outcome.status == 2, "\(arguments): \(outcome.errors)")
      #expect(!outcome.errors.isEmpty)
    }
    try folder.write("mine", to: "site/notes.txt")
    #expect(try lemma("build").status == 2)
    #expect(folder.contents(of: "site").count == 1)
  }

  @Test func tanglingWritesTheFilesOrSaysWhyNot() throws {
    try folder.writeSite(["one": "```python file=a.py\nx = 1\n```\n"])
    let tangle = try lemma("tangle", "code")
    #expect(tangle.status == 0)
    #expect(tangle.output == "wrote 1 file to code; 0 unchanged\n")
    #expect(folder.text(of: "code/one/a.py") == "x = 1\n")

    try folder.write("x = 2\n", to: "code/one/a.py")
    let refused = try lemma("tangle", "code")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("code/one/a.py was not written by lemma"))

    try folder.write("```swift file=a.py\n```\n```python file=a.py\n```\n", to: "content/one.md")
    #expect(try lemma("tangle", "other").status == 1)
    #expect(folder.contents(of: "other").isEmpty)
  }

  @Test func warningsFailOnlyWhereTheyAreAskedTo() throws {
    try folder.writeSite(["one": "One.\n"])
    try folder.write("Two.\n", to: "content/two.md")
    #expect(try lemma("build").status == 0)
    #expect(try lemma("build", "--warnings-as-errors").status == 1)
  }

  @Test func diagnosticsAsJSONStandAloneOnStandardOutput() throws {
    try folder.writeSite(["one": "[5](<eval:2 + 2>)\n"])
    let build = try lemma("build", "--format", "json")
    #expect(build.status == 1)
    let objects = try #require(
      try JSONSerialization.jsonObject(with: Data(build.output.utf8)) as? [[String: Any]])
    #expect(objects.count == 1)
    #expect(objects.first?["id"] as? String == "stale-value")
    #expect(objects.first?["file"] as? String == "content/one.md")
  }

  @Test func theReportListsClaimsNumbersAndNumerals() throws {
    try folder.writeSite([
      "one": """
      Two and two is [4](<eval:2 + 2>), not 5.

      ```swift eval #odd
      #expect(3 % 2 == 1)
      ```
      """
    ])
    let text = try lemma("check", "--report")
    #expect(text.status == 0)
    #expect(text.output.contains("  one.md:4:1: proved: 3 % 2 == 1"))
    #expect(text.output.contains("  one.md:1:17: number: 4 = 2 + 2"))
    #expect(
      text.output.contains("1 of 2 numerals in the prose are checked (50.0\u{A0}%, rounded down)"))
    #expect(text.output.contains("  one.md:1:39: not checked: 5 in “"))
    let json = try lemma("check", "--report", "--format", "json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect((object["diagnostics"] as? [Any])?.isEmpty == true)
    let report = try #require(object["report"] as? [String: Any])
    #expect(report["format"] as? Int == 1)
    let claim = try #require((report["claims"] as? [[String: Any]])?.first)
    #expect(claim["label"] as? String == "odd")
    #expect(claim["kind"] as? String == "#expect")
    #expect(claim["verdict"] as? String == "proved")
    #expect((report["numerals"] as? [[String: Any]])?.first?["text"] as? String == "5")
  }

  @Test(arguments: [
    "eval 1", "render content/one.md", "build", "check --report", "check --format json",
    "fix --no-run", "tangle code", "--help",
  ])
  func anOutputThatTakesNothingIsStatusThree(command: String) throws {
    try folder.writeSite(["one": "One.\n"])
    for output in ["> /dev/full", ">&-"] {
      let printed = try LemmaProgram.shellOutput(
        of: "lemma \(command) \(output); echo $?", in: folder.path)
      let lines = printed.split(separator: "\n")
      #expect(lines.count == 2 && lines.last == "3", "\(printed)")
      #expect(lines.first?.hasPrefix("lemma: error: cannot write standard output: ") == true)
    }
  }

  @Test func anExpressionMayBeginWithAMinusSign() throws {
    #expect(try lemma("eval", "-7 % 3").output == "-1\n")
    #expect(try lemma("eval", "--", "-7 % 3").output == "-1\n")
    #expect(try lemma("eval", "--format", "json", "-7 % 3").errors == "[]\n")
    #expect(try lemma("eval", "--fromat", "json", "1").status == 2)
  }

  @Test func namesOfFilesDoNotReachTheTerminalAsTheyAre() throws {
    let outcome = try lemma("build", "no\u{1B}[31m\nwhere")
    #expect(outcome.errors == "lemma: error: there is no folder no\u{FFFD}[31m\u{2424}where\n")
  }

  @Test func aMachineThatIsAtFaultIsStatusThree() throws {
    try folder.writeSite(["one": "One.\n"])
    try folder.write("a file", to: "taken")
    let build = try lemma("build", "--output", "taken/site")
    #expect(build.status == 3, "\(build.errors)")
  }
}
