import Diagnostics
import Testing

@testable import LessonSyntax

@Suite struct PythonRequirementsTests {
  private func read(_ text: String) -> PythonRequirements {
    PythonRequirements(SourceFile(path: "requirements.txt", text: text))
  }

  @Test func pinsAreReadWithTheirConditions() {
    let requirements = read(
      """
      # What the lessons need.
      numpy==2.4.6 \\
          --hash=sha256:aa \\
          --hash=sha256:bb  # two files

      tzdata==2026.6 ; sys_platform == "win32" --hash=sha256:cc
      uvicorn[standard]==0.30.0 --hash=sha256:dd
      """)
    #expect(requirements.diagnostics.isEmpty)
    #expect(
      requirements.pins == [
        "numpy==2.4.6", "tzdata==2026.6; sys_platform == \"win32\"", "uvicorn[standard]==0.30.0",
      ])
  }

  @Test(arguments: [
    ("numpy==2.4.6", "unhashed-requirement"), ("numpy==2.4.6 --no-binary", "unhashed-requirement"),
    ("numpy>=2 --hash=sha256:aa", "unpinned-requirement"),
    ("numpy==2.* --hash=sha256:aa", "unpinned-requirement"),
    ("--index-url=x", "unpinned-requirement"), ("-r other.txt", "unpinned-requirement"),
    ("x.whl --hash=sha256:aa", "unpinned-requirement"),
  ])
  func whatIsNotPinnedIsReported(_ line: String, _ id: String) {
    let requirements = read("# first\n" + line + "\n")
    #expect(requirements.pins.isEmpty)
    #expect(requirements.diagnostics.map(\.message.id) == [id])
    #expect(requirements.diagnostics.first?.span == Span(8, 8 + line.utf8.count))
  }

  @Test func aSettingNamesAFileOrListsPins() {
    let file = SiteFile(SourceFile(path: "site.yaml", text: "python: {requirements: pins.txt}"))
    #expect(file.settings.python == .init(requirementsFile: "pins.txt"))
    #expect(file.pythonSpan == Span(0, 6))
    let list = SiteFile(
      SourceFile(
        path: "site.yaml", text: "python:\n  executable: python3.13\n  requirements: a==1\n"))
    #expect(list.settings.python == .init(executable: "python3.13", requirements: ["a==1"]))
  }
}
